import { imsOAuthCommand, imsOAuthRelease } from '../facts/campaign-server';
import { jwtDates } from '../facts/jwt';
import { type Entity, textOf } from '../model/entity';
import { longDate } from '../text/message';
import { campaignPlace, flowSpan } from './credential';
import { releaseOf } from './environment';
import { fieldName } from './field-name';
import { olderEnvironments } from './ims-restrictions';
import { type MigrationTitle, migrationFix } from './migration';
import { isHostedFor } from './placement';
import type { Problem, RuleContext } from './rule';
import { instanceOf } from './server-files';

/**
 * What `jwt-credential` says of the technical account of a Campaign server, which a command moves
 * to OAuth.
 */
export const campaignMessages = {
  server:
    '**{label}** (`{key}`) is inferred to belong to a Service Account (JWT) credential, none of which works after {lastDay}. Run `nlserver config -instance:{instance} -setimsoauth:…` (Campaign {since} or newer) on every container, set `authType="imsJwtToken"` on `pipelined`, and restart the server. Then remove this attribute.',
  serverTooOld:
    '**{label}** (`{key}`) is inferred to belong to a Service Account (JWT) credential, none of which works after {lastDay}. The command that replaces it, `-setimsoauth`, is an option of Campaign {since} and newer, and this server runs {version}. Upgrade to {since} first.',
  serverHosted:
    '**{label}** (`{key}`) is inferred to belong to a Service Account (JWT) credential, none of which works after {lastDay}. On hosted servers Adobe does the move to OAuth Server-to-Server: ask Adobe.',
  command:
    '`-setimsjwtauth` gives the server a Service Account (JWT) credential, and none works after {lastDay}. Use `-setimsoauth:<organization-id>/<client-id>/<technical-account-id>/<client-secret>`, which Campaign knows from {since} on and which takes no key. Run it on every container, reload the configuration, and restart the server.',
  oldCommand:
    '`-setimsauth` is from before {since}, when servers had Service Account (JWT) credentials, none of which works after {lastDay}. Adobe does not publish its grammar, so write the command anew: `{command}`. Run it on every container, reload the configuration, and restart the server.',
  commandTooOld:
    '`{option}` gives the server a Service Account (JWT) credential, and none works after {lastDay}. The option that replaces it, `-setimsoauth`, is one of Campaign {since} and newer, and this server runs {version}. Upgrade to {since} first.',
  commandHosted:
    'This command gives the server a Service Account (JWT) credential, and none works after {lastDay}. On hosted servers Adobe does this, with OAuth Server-to-Server: the command is not needed, ask Adobe.',
} as const;

/** The titles of the fixes for it, beside those of the migration. */
export const campaignTitles = {
  removeKey:
    'Remove `{key}`, and run `nlserver config -instance:{instance} -setimsoauth:…` on every container',
} as const;

type CampaignProblem = Problem<keyof typeof campaignMessages, MigrationTitle | 'removeKey'>;

/**
 * What is to be done about the JWT credential of a Campaign server; undefined for any other
 * credential.
 */
export function campaignProblem(entity: Entity, context: RuleContext): CampaignProblem | undefined {
  const place = campaignPlace(entity);
  if (place === undefined) return undefined;
  return place === 'server' ? serverProblem(entity, context) : commandProblem(entity, context);
}

/**
 * What a Campaign server keeps: its command writes the new credential, and only the key has to go.
 */
function serverProblem(entity: Entity, context: RuleContext): CampaignProblem {
  const instance = instanceOf(context.document);
  const keys = entity.fields.get('privateKey') ?? [];
  const [key] = keys;
  const name = key ? fieldName(key, entity) : { label: '', key: '' };
  const problem = {
    at: flowSpan(entity),
    severity: 'warning',
    data: {
      ...name,
      ...dates(),
      instance: instance ?? '<instance>',
      version: olderVersions(context, instance),
    },
  } as const;
  const hindrance = hindranceFor(context, instance);
  if (hindrance) return { ...problem, message: `server${hindrance}` };
  return {
    ...problem,
    message: 'server',
    fix: { title: 'removeKey', data: problem.data, edit: (edit) => edit.remove(...keys) },
  };
}

function commandProblem(entity: Entity, context: RuleContext): CampaignProblem {
  const { tag } = entity.dialect.credential ?? {};
  const option = tag && textOf(entity, tag.field)?.text;
  const instance = textOf(entity, 'instance')?.text || undefined;
  const isOld = !!option && /setimsauth$/i.test(option);
  const problem = {
    at: flowSpan(entity),
    data: {
      ...dates(),
      command: imsOAuthCommand(instance),
      option: isOld ? '-setimsauth' : '-setimsjwtauth',
      version: olderVersions(context, instance),
    },
  };
  const hindrance = hindranceFor(context, instance);
  if (hindrance) return { ...problem, message: `command${hindrance}` };
  if (isOld) return { ...problem, message: 'oldCommand' };
  return { ...problem, message: 'command', fix: migrationFix(entity) };
}

/** Why the owner of a file cannot move its server to OAuth now. */
function hindranceFor(
  context: RuleContext,
  instance: string | undefined,
): 'Hosted' | 'TooOld' | undefined {
  if (isHostedFor(context.document, context.workspace, instance)) return 'Hosted';
  return olderEnvironments(context, instance).length > 0 ? 'TooOld' : undefined;
}

const olderVersions = (context: RuleContext, instance: string | undefined) => {
  return [...new Set(olderEnvironments(context, instance).map(releaseOf))].join(', ');
};

const dates = () => ({ lastDay: longDate(jwtDates.lastDay), since: imsOAuthRelease.version });
