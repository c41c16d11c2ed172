import { legacyGateway, pipelinedAuthType } from '../facts/campaign-server';
import { hostOf } from '../facts/ims-hosts';
import { links } from '../facts/links';
import { type Entity, type Field, fieldOf, isOn, says, textOf } from '../model/entity';
import { folderOf } from '../model/path';
import { enumerate } from '../text/message';
import { shownKey } from './field-name';
import { isHostedFor } from './placement';
import { entityRule, type FixPlan, type Problem, type RuleContext } from './rule';
import { instanceExample } from './server-examples';
import {
  anySays,
  entitiesOf,
  filesBeside,
  instanceOf,
  isForAllInstances,
  sharedFileOf,
} from './server-files';

export const pipelinedLegacyAuthentication = entityRule({
  meta: {
    id: 'pipelined-legacy-authentication',
    severity: 'error',
    since: '0.1.0',
    fix: 'unsafe',
    messages: {
      legacy:
        '`pipelined` uses the legacy authentication here ({keys}), which Adobe has ended: it gets no token and no Triggers. Give the server a technical account with `nlserver config … -setimsoauth:…`, write `authType="imsJwtToken"` instead, reload the configuration (`nlserver config -reload`) and restart `pipelined`.',
      legacyHosted:
        '`pipelined` uses the legacy authentication here ({keys}), which Adobe has ended: it gets no token and no Triggers. On hosted servers Adobe does this: ask Adobe to move it to the technical account (`authType="imsJwtToken"`).',
      leftover:
        '`pipelined` signs in with the technical account (`authType="imsJwtToken"`), and needs nothing of what is left over from the legacy authentication: {keys}. Remove it.',
      leftoverHosted:
        '`pipelined` signs in with the technical account (`authType="imsJwtToken"`), and needs nothing of what is left over from the legacy authentication: {keys}. On hosted servers Adobe does this: ask Adobe to remove it.',
      unsaid:
        '`pipelined` starts here, and no file of this workspace says how it signs in. Without `authType="imsJwtToken"` it uses the legacy authentication, which Adobe has ended, unless the attribute stands in a file that is not here. Add it once the server has a technical account (`nlserver config … -setimsoauth:…`).',
      unsaidHosted:
        '`pipelined` starts here, and no file of this workspace says how it signs in. Without `authType="imsJwtToken"` it uses the legacy authentication, which Adobe has ended, unless the attribute stands in a file that is not here. On hosted servers Adobe does this: ask Adobe about it.',
      also: '`{key}` belongs to it, too.',
    },
    fixes: {
      migrate: 'Write `authType="imsJwtToken"` in place of {keys}',
      remove: 'Remove {keys}',
      add: 'Write `authType="imsJwtToken"`',
    },
    docs: {
      summary:
        'The legacy authentication of `pipelined`, which receives Experience Cloud Triggers.',
      why: 'An application name with a private key, the gateway `https://api.omniture.com` and `disableAuth` belong to an authentication that Adobe has ended: `This client: <APP> is no longer allowed to get access token.` The technical account of IMS has replaced it, and `authType="imsJwtToken"` is how it is written, for OAuth Server-to-Server as well. The empty attributes and the gateway that `serverConf.xml` ships with are not reported while `pipelined` does not start, nor is that gateway where `serverConf.xml` alone starts it: the instance may say more. Where it starts and no file says how it signs in, that is an information.',
      invalid: instanceExample(
        '<pipelined autoStart="true" appName="luma-campaign" authPrivateKey="@b3RoZXJTZWNyZXRUZXh0cw=="/>',
      ),
      valid: instanceExample('<pipelined autoStart="true" authType="imsJwtToken"/>'),
      links: [links.triggers, links.campaignTechnicalAccount],
    },
  },

  concepts: ['pipeline-service'],

  check(entity, report, context) {
    const { document, workspace, template } = context;
    const hosted = isHostedFor(document, workspace, instanceOf(document));
    if (textOf(entity, 'authType')?.kind === 'reference') return;
    const modern = isModern(entity, context);
    const found = legacyFields(entity, modern, isForAllInstances(context.document));
    const [first, ...more] = found;
    if (!first) {
      const start = template ? undefined : unsaidStart(entity, context);
      if (start) report(unsaidProblem(start, hosted));
      return;
    }
    const message = modern ? 'leftover' : 'legacy';
    const data = { keys: enumerate(found.map(({ key }) => shownKey(key))) };
    report({
      at: first.keySpan,
      message: hosted ? `${message}Hosted` : message,
      severity: modern ? 'hint' : 'error',
      data,
      related: more.map(({ keySpan, key }) => ({
        at: keySpan,
        message: 'also',
        data: { key: shownKey(key) },
      })),
      fix: hosted ? undefined : { ...fixFor(entity, found, modern), data },
    });
  },
});

/**
 * Whether the technical account is used: here, or, as the instances' files win, in another file of
 * the server.
 */
function isModern(entity: Entity, { document, workspace }: RuleContext): boolean {
  const own = textOf(entity, 'authType')?.text;
  if (own === pipelinedAuthType) return true;
  if (own && !isForAllInstances(document)) return false;
  return entitiesOf(filesBeside(document, workspace), 'pipeline-service').some(
    (each) => textOf(each, 'authType')?.text === pipelinedAuthType,
  );
}

/** What starts `pipelined`, where neither here nor in a file beside is written how it signs in. */
function unsaidStart(entity: Entity, { document, workspace }: RuleContext): Field | undefined {
  if (isOn(entity, 'autoStart') !== true || says(entity, 'authType')) return undefined;
  const shared = sharedFileOf(document, workspace);
  const folder = folderOf(document.path);
  const files = [
    ...filesBeside(document, workspace),
    ...(shared ? filesBeside(shared, workspace) : []),
    ...workspace.documents.filter((each) => folderOf(each.path) === folder),
  ].filter(({ path }) => path !== document.path);
  const beside = entitiesOf(files, 'pipeline-service');
  if (anySays(beside, 'authType')) return undefined;
  // Where an instance's file starts it as well, that file is the place to say it.
  const startsBeside =
    isForAllInstances(document) && beside.some((each) => isOn(each, 'autoStart'));
  return startsBeside ? undefined : fieldOf(entity, 'autoStart');
}

const unsaidProblem = (
  start: Field,
  hosted: boolean,
): Problem<'unsaid' | 'unsaidHosted', 'add'> => ({
  at: start.keySpan,
  message: hosted ? 'unsaidHosted' : 'unsaid',
  severity: 'info',
  fix: hosted
    ? undefined
    : { title: 'add', edit: (edit) => edit.add('authType', pipelinedAuthType, start) },
});

/** What is written of the legacy authentication, in the order of the text. */
function legacyFields(entity: Entity, modern: boolean, forAll: boolean): readonly Field[] {
  const filled = ['appName', 'authPrivateKey']
    .map((name) => fieldOf(entity, name))
    .filter((field) => field?.items.some(({ kind }) => kind !== 'empty'));
  const disabled = isOn(entity, 'disableAuth') ? [fieldOf(entity, 'disableAuth')] : [];
  const marks = [...filled, ...disabled];
  // The gateway is a default that says something only where it is used; `serverConf.xml` ships with
  // it, and an instance's file that nobody sees here may say how to sign in.
  const isChosen = !forAll || says(entity, 'authType');
  const isUsed = marks.length > 0 || (isChosen && isOn(entity, 'autoStart') === true);
  const gateway = textOf(entity, 'authGatewayEndpoint')?.text ?? '';
  if (!modern && isUsed && hostOf(gateway) === legacyGateway) {
    marks.push(fieldOf(entity, 'authGatewayEndpoint'));
  }
  return marks
    .filter((field) => field !== undefined)
    .sort((one, other) => one.span.start - other.span.start);
}

function fixFor(
  entity: Entity,
  found: readonly Field[],
  modern: boolean,
): FixPlan<'migrate' | 'remove'> {
  const [first, ...more] = found;
  if (modern || !first) return { title: 'remove', edit: (edit) => edit.remove(...found) };
  const authType = fieldOf(entity, 'authType');
  return {
    title: 'migrate',
    edit: (edit) => {
      if (authType) {
        edit.set(authType, pipelinedAuthType);
        edit.remove(...found);
      } else {
        edit.turnInto(first, 'authType', [pipelinedAuthType]);
        edit.remove(...more);
      }
    },
  };
}
