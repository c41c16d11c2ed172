import { imsOAuthCommand, imsOAuthRelease } from '../facts/campaign-server';
import { jwtDates } from '../facts/jwt';
import { links } from '../facts/links';
import { type Entity, textOf } from '../model/entity';
import { longDate } from '../text/message';
import { flowSpan, isAutoProvisioned, isFromAem } from './credential';
import { integrationExample } from './credential-examples';
import { releaseOf } from './environment';
import { fieldName } from './field-name';
import { olderEnvironments } from './ims-restrictions';
import { migrationFix, migrationTitles } from './migration';
import { isHostedFor } from './placement';
import { entityRule, type Problem, type RuleContext } from './rule';
import { instanceOf } from './server-files';

export const jwtCredential = entityRule({
  meta: {
    id: 'jwt-credential',
    severity: 'error',
    since: '0.1.0',
    fix: 'unsafe',
    messages: {
      jwt: 'This is a Service Account (JWT) credential. Adobe ended them on {endOfLife}, and none works after {lastDay}. Adobe may already have converted this one to OAuth Server-to-Server: open its page in the Developer Console first, then migrate this file.',
      aem: "This is a JWT credential of AEM's own Developer Console. Adobe calls them deprecated and names no last day. OAuth Server-to-Server needs a new technical account there, so the values of this file cannot be kept: create the account, then replace the file by its download.",
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
    },
    fixes: {
      ...migrationTitles,
      removeKey:
        'Remove `{key}`, and run `nlserver config -instance:{instance} -setimsoauth:…` on every container',
    },
    docs: {
      summary: 'A credential that signs in with a Service Account (JWT).',
      why: 'Adobe ended JWT credentials of its Developer Console on 30 June 2025 and stopped the last of them on 1 March 2026; files that still carry them fail without a word. OAuth Server-to-Server replaces them with the same client id and technical account, and needs no key pair. A Campaign server gets the new credential by `nlserver config -instance:<instance> -setimsoauth:<organization-id>/<client-id>/<technical-account-id>/<client-secret>`, from 7.4.1 on, as the user `neolane` on every container. `pipelined` needs `authType="imsJwtToken"` for it; afterwards the configuration is reloaded (`nlserver config -reload`) and the server restarted. That a private key in the server\'s file means JWT is inferred: the command for OAuth takes none. Credentials of AEM\'s own Developer Console are another family: deprecated, with no last day published, and replaced by a new technical account.',
      invalid: integrationExample({
        authType: 'jwt',
        scopes: '',
        metascopes: '[ent_user_sdk]',
        privateKey: '${IMS_PRIVATE_KEY}',
      }),
      valid: integrationExample(),
      links: [links.jwtMigration],
    },
  },

  concepts: ['ims-credential'],

  check(entity, report, context) {
    if (entity.flow !== 'jwt' || isAutoProvisioned(entity)) return;
    const { reader } = entity.dialect;
    if (reader === 'campaign-server') return report(serverProblem(entity, context));
    if (reader === 'nlserver') return report(commandProblem(entity, context));
    const aem = isFromAem(entity);
    report({
      at: flowSpan(entity),
      message: aem ? 'aem' : 'jwt',
      severity: aem ? 'warning' : 'error',
      data: { endOfLife: longDate(jwtDates.endOfLife), lastDay: longDate(jwtDates.lastDay) },
      fix: migrationFix(entity),
    });
  },
});

/** What a Campaign server keeps: its command writes the new credential, and only the key has to go. */
function serverProblem(
  entity: Entity,
  context: RuleContext,
): Problem<'server' | 'serverTooOld' | 'serverHosted', 'removeKey'> {
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

function commandProblem(
  entity: Entity,
  context: RuleContext,
): Problem<'command' | 'oldCommand' | 'commandTooOld' | 'commandHosted', 'migrate' | 'scaffold'> {
  const { tag } = entity.dialect;
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
