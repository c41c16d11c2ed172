import type { Entity } from '../model/entity';
import { blankOf } from '../rules/blank';
import { conceptSchema } from '../schema/catalog';
import type { Draft } from '../syntax/typing';
import { hole } from './completion-holes';

/** The sections of a project, each with the beginning of what is in it. */
export const projectBlock = {
  label: conceptSchema('ims-project').title,
  detail: conceptSchema('ims-project').description,
  members: [
    [
      'environments',
      [{ name: hole(blankOf('name')), stage: hole('staging', 'production', 'development') }],
    ],
    [
      'externalAccounts',
      [{ name: hole('Adobe_Experience_Cloud'), label: hole('Adobe Experience Cloud') }],
    ],
    ['integrations', [{ title: hole(blankOf('title')), authType: 'oauth-server-to-server' }]],
  ],
} as const;

const TRIGGERS: Draft = [{ name: hole(), jsConnector: hole() }];

/** What a key begins with whose value holds other entities. */
export function holderDraft({ concept }: Entity, name: string): Draft | undefined {
  if (concept === 'ims-project') return projectBlock.members.find(([key]) => key === name)?.[1];
  if (name === 'triggers') return TRIGGERS;
  if (name === 'topics') return [{ name: 'triggers', consumer: hole(), triggers: TRIGGERS }];
  return undefined;
}
