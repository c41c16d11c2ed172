import type { Entity } from '../model/entity';
import { blankOf } from '../rules/blank';
import { type Concept, conceptSchema } from '../schema/catalog';
import type { Draft, DraftMember, DraftObject } from '../syntax/typing';
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

interface ServerElement {
  readonly label: string;
  readonly about: string;
  readonly members: readonly DraftMember[];
}

const element = (concept: Concept, label: string, draft: DraftObject): ServerElement => ({
  label,
  about: conceptSchema(concept).description,
  members: [[label, draft]],
});

/**
 * The elements of a server's configuration that configure another thing than what they stand in, by
 * that.
 */
export const serverElements: Readonly<Record<string, readonly ServerElement[]>> = {
  serverconf: [
    element('server-configuration', 'shared', {}),
    element('pipeline-service', 'pipelined', { '@autoStart': 'true', '@authType': 'imsJwtToken' }),
  ],
  'serverconf/shared': [
    element('ims-restrictions', 'imsConfig', {
      nonIMSOperatorMgmtInClientConsole: {
        '@nonIMSOperatorMgmtInClientConsoleRestricted': 'true',
      },
      nonIMSAuthnAPI: { '@disableAPI': 'true' },
    }),
  ],
};
