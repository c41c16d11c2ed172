import type { Entity } from '../model/entity';
import { blankOf } from '../rules/blank';
import { conceptSchema } from '../schema/catalog';
import type { Draft } from '../syntax/typing';
import { tabStop } from './completion-tab-stops';

/** The sections of a project, each with the beginning of what is in it. */
export const projectBlock = {
  label: conceptSchema('ims-project').title,
  about: conceptSchema('ims-project').description,
  members: [
    [
      'environments',
      [{ name: tabStop(blankOf('name')), stage: tabStop('staging', 'production', 'development') }],
    ],
    [
      'externalAccounts',
      [{ name: tabStop('Adobe_Experience_Cloud'), label: tabStop('Adobe Experience Cloud') }],
    ],
    ['integrations', [{ title: tabStop(blankOf('title')), authType: 'oauth-server-to-server' }]],
  ],
} as const;

const TRIGGERS: Draft = [{ name: tabStop(), jsConnector: tabStop() }];

/** What a key begins with whose value holds other entities. */
export function holderDraft({ concept }: Entity, name: string): Draft | undefined {
  if (concept === 'ims-project') return projectBlock.members.find(([key]) => key === name)?.[1];
  if (name === 'triggers') return TRIGGERS;
  if (name === 'topics') return [{ name: 'triggers', consumer: tabStop(), triggers: TRIGGERS }];
  return undefined;
}
