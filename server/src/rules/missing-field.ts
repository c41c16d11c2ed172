import { vocabularyOf } from '../facts/scopes';
import type { ConfigDocument } from '../model/document';
import { type EntityEdit, lastField } from '../model/edit';
import { type Entity, type Field, fieldOf, isEmpty } from '../model/entity';
import { evidence } from '../model/flow';
import { type ValueKind, valueKind } from '../model/value';
import { missingFields } from '../model/violations';
import { fieldSchema } from '../schema/catalog';
import { enumerate } from '../text/message';
import { type AbsenceMessage, absence, isUnwrapped } from './absence';
import { campaignPlace, isFromAem } from './credential';
import { integrationExample } from './credential-examples';
import { keyOf } from './field-name';
import { missingOfConnection } from './incomplete-connection';
import { namedReference } from './named-reference';
import { type Data, entityRule, type Problem } from './rule';
import { hasSimilarKey } from './suggestion';
import { isUpdate } from './update';

type Message =
  | AbsenceMessage
  | 'nothing'
  | 'wrapper'
  | 'begun'
  | 'noGroup'
  | 'sparse'
  | 'sparseEmpty'
  | 'jwtName'
  | 'flow'
  | 'jwtEvidence'
  | 'oauthEvidence';

type Title = 'add' | 'addFlow' | 'rename';

export const missingField = entityRule({
  meta: {
    id: 'missing-field',
    severity: 'error',
    since: '0.1.0',
    fix: 'editor-only',
    messages: {
      missing: '**{label}** (`{key}`) is missing. {why}',
      empty: '**{label}** (`{key}`) is empty. {why}',
      missingOfConsole:
        "**{label}** (`{key}`) is missing, and what reads the credential asks for it. {why} Take it from the credential's page in the Developer Console.",
      emptyOfConsole:
        "**{label}** (`{key}`) is empty, and what reads the credential asks for it. {why} Take it from the credential's page in the Developer Console.",
      missingOfAem:
        "**{label}** (`{key}`) is missing, and what reads the credential asks for it. {why} Take it from the credential in AEM's own Developer Console.",
      emptyOfAem:
        "**{label}** (`{key}`) is empty, and what reads the credential asks for it. {why} Take it from the credential in AEM's own Developer Console.",
      missingSecretOfAem:
        '**{label}** (`{key}`) is missing. AEM shows it only once, and a copy from "View" in its Developer Console leaves it out. Add the secret as it was shown, or make a new one there.',
      emptySecretOfAem:
        '**{label}** (`{key}`) is empty. AEM shows it only once, and a copy from "View" in its Developer Console leaves it out. Add the secret as it was shown, or make a new one there.',
      wrapper:
        '**Integration** (`integration`) is missing around this credential. Adobe\'s library for AEM, for which files of this name are made, looks for it there. Write it around the whole: `{"integration": …}`.',
      nothing: 'Nothing is configured here yet. Add {fields}.',
      begun: '{fields} are still missing, and without them nobody can sign in. Add them.',
      sparseEmpty:
        '**{label}** (`{key}`) is empty in this package, and an import may empty it in the target, too. Leave the attribute out, or fill it in.',
      jwtName:
        '**{label}** (`{key}`) stands here as `{written}`, the name that only Service Account (JWT) credentials have for it. Readers of OAuth credentials look for `{key}` and do not find it. Rename it.',
      noGroup:
        'This is {actual} where fields are expected. Write each of them as a name and a value, such as {fields}.',
      sparse:
        '**{label}** (`{key}`) is not in this package. An export leaves default values out, and an import keeps what the target has, so check that the target knows it.',
      flow: '**{label}** (`{key}`) is missing, so nobody can tell how this integration signs in. Add `{key}: oauth-server-to-server`, which has replaced JWT.',
      jwtEvidence: '`{key}` belongs to a Service Account (JWT) credential.',
      oauthEvidence: '`{key}` belongs to an OAuth Server-to-Server credential.',
    },
    fixes: {
      rename: 'Write it as `{key}`',
      add: 'Add `{key}`',
      addFlow: 'Add `authType: oauth-server-to-server`',
    },
    docs: {
      summary: 'A field that has to be there is missing or empty.',
      why: "Without it the account or the integration cannot sign in. In other tools' files only what their reader rejects when it is missing is reported; in Campaign packages, which leave defaults out, it is a hint. An editor adds the field with a blank to fill in; the command line does not, because a blank is no value.",
      invalid: integrationExample({ clientId: '' }),
      valid: integrationExample(),
      links: [],
    },
  },

  check(entity, report, context) {
    // Of the parts of a command another rule speaks.
    if (context.template || campaignPlace(entity) === 'command' || isComplete(entity)) return;
    const { broken, document } = context;
    if (document.kind.isSettings && !isGroupOfSettings(entity)) return;
    if (saysOnlySome(entity, document) || isOutOfLine(document)) return;
    // What is broken may be anything.
    const isBroken = entity.dialect.style === undefined && document.problems.length > 0;
    if (isNoGroup(entity)) return isBroken ? undefined : report(noGroup(entity));
    if (standsElsewhere(entity)) return;
    if (isUnwrapped(entity, document)) {
      report({ at: entity.head, lacks: ['integration'], message: 'wrapper' });
    }
    const names = missingFields(entity).filter(
      (name) => !isMisspelled(name, entity) && !broken.has(keyOf(name, entity)),
    );
    // A flow that the other keys tell is a mistake of its own.
    const told = tellsFlow(entity) ? entity.dialect.credential?.tag?.field : undefined;
    const rest = names.filter((name) => name !== told);
    const absent = rest.filter((name) => !entity.fields.has(name));
    const begins = isOnlyBegun(absent, entity);
    if (begins) report(begun(absent, entity));
    for (const name of begins ? names.filter((each) => !absent.includes(each)) : names) {
      const problem = problemOf(name, entity);
      if (problem) report(problem);
    }
  },
});

function problemOf(name: string, entity: Entity): Problem<Message, Title> | undefined {
  const field = fieldOf(entity, name);
  const schema = fieldSchema(entity.concept, name);
  const said = { label: schema?.title ?? name, key: keyOf(name, entity) };
  const at = field ? spanOfEmpty(field) : entity.head;
  if (entity.dialect.style === 'sparse') {
    if (missingOfConnection(entity).includes(name)) return undefined;
    const message = field ? 'sparseEmpty' : 'sparse';
    return { at, lacks: [name], message, data: said, severity: 'hint' };
  }
  if (name === entity.dialect.credential?.tag?.field && !field) return flowMissing(entity, said);
  if (field && !isEmpty(field)) return underJwtName(field, said);
  const data = { ...said, why: firstSentence(schema?.description ?? '') };
  const lacks = [name];
  if (field) return { at, lacks, message: absence('empty', name, entity), data };
  const edit = (each: EntityEdit) => each.add(name, blankFor(name, entity), lastField(entity));
  const message = absence('missing', name, entity);
  return { at, lacks, message, data, fix: { title: 'add', data: said, edit } };
}

/** The value is there, under the name that only a JWT credential has here. */
function underJwtName(field: Field, said: Data): Problem<Message, Title> {
  return {
    at: field.keySpan,
    lacks: [field.name],
    message: 'jwtName',
    data: { ...said, written: field.key },
    fix: {
      title: 'rename',
      data: said,
      safety: 'unsafe',
      edit: (edit) => edit.writeAsOAuth(field),
    },
  };
}

/** Settings need nothing, but what holds several of them has to be a group. */
/** Whether it is one of our own notation, which is complete by what it says itself. */
const isComplete = (entity: Entity): boolean =>
  entity.dialect.style === 'closed' &&
  entity.home !== undefined &&
  !entity.container &&
  !isFromAem(entity) &&
  missingFields(entity).length === 0;

const isGroupOfSettings = (entity: Entity): boolean =>
  isNoGroup(entity) &&
  (entity.concept === 'tool-settings' || entity.concept === 'settings-override');

/**
 * Whether a package brings a part of an account on purpose, or is broken so that the rest may be
 * lost.
 */
const saysOnlySome = (entity: Entity, { problems }: ConfigDocument): boolean =>
  entity.dialect.style === 'sparse' && (problems.length > 0 || isUpdate(entity));

/** Whether lines may belong elsewhere than they seem to. */
const isOutOfLine = ({ problems }: ConfigDocument): boolean =>
  problems.some(({ code }) => code === 'tab-indent');

/** Whether so much is missing that one sentence says it better than one for each field. */
const isOnlyBegun = (absent: readonly string[], entity: Entity): boolean =>
  isEmptyContainer(entity) || (entity.dialect.style === 'closed' && absent.length > 2);

/** A project without any of its sections. */
const isEmptyContainer = ({ container, fields, others }: Entity) =>
  container === true && fields.size === 0 && others.length === 0;

function begun(names: readonly string[], entity: Entity): Problem<Message, never> {
  const { fields, others, container, head, dialect } = entity;
  return {
    at: head,
    lacks: names,
    message: fields.size === 0 && others.length === 0 ? 'nothing' : 'begun',
    data: container
      ? { fields: enumerate(Object.keys(dialect.names), 'or') }
      : { fields: enumerate(names) },
    severity: container ? 'info' : undefined,
  };
}

/** What stands for a group of fields, or for nothing yet. */
const SAYS_NOTHING: ReadonlySet<ValueKind> = new Set(['empty', 'reference', 'blank']);

/** A list or a text where fields are meant. */
const isNoGroup = ({ node, home }: Entity) =>
  node !== undefined &&
  !home &&
  !(node.type === 'scalar' && SAYS_NOTHING.has(valueKind(node.text)));

const standsElsewhere = ({ node }: Entity) =>
  node?.type === 'scalar' && valueKind(node.text) === 'reference';

function noGroup(entity: Entity): Problem<Message, never> {
  const { node, head, dialect } = entity;
  const names = [...missingFields(entity), ...Object.keys(dialect.names)];
  const isText = node?.type === 'scalar' && typeof node.value === 'string';
  const actual = node?.type === 'array' ? 'a list' : isText ? 'a text' : 'a single value';
  const fields = enumerate([...new Set(names)].slice(0, 3));
  return { at: head, message: 'noGroup', data: { actual, fields } };
}

const tellsFlow = ({ fields, dialect }: Entity): boolean => {
  const { jwt, oauth } = evidence(fields, dialect);
  return jwt.length + oauth.length > 0;
};

/**
 * The keys that are there speak for one flow or the other; where all speak for OAuth, that is
 * offered.
 */
function flowMissing({ fields, dialect, head }: Entity, data: Data): Problem<Message, Title> {
  const { jwt, oauth } = evidence(fields, dialect);
  const isOAuth = oauth.length > 0 && jwt.length === 0;
  const related = <M extends string>(message: M, speaking: readonly Field[]) =>
    speaking.map(({ keySpan, key }) => ({ at: keySpan, message, data: { key } }));
  return {
    at: head,
    lacks: ['authType'],
    message: 'flow',
    data,
    related: [...related('jwtEvidence', jwt), ...related('oauthEvidence', oauth)],
    fix: isOAuth
      ? {
          title: 'addFlow',
          safety: 'unsafe',
          edit: (edit) => edit.add('authType', 'oauth-server-to-server'),
        }
      : undefined,
  };
}

/** A key that is likely meant to be this field is reported as unknown, and that is enough. */
function isMisspelled(name: string, entity: Entity): boolean {
  // Scopes under the name of metascopes are reported there.
  return (name === 'scopes' && holdsScopes(entity)) || hasSimilarKey(name, entity);
}

function holdsScopes({ fields, dialect }: Entity): boolean {
  const metascopes = fields.get('metascopes') ?? [];
  if (dialect.style === 'closed') return metascopes.length > 0;
  return metascopes.some(({ items }) => items.some(({ text }) => vocabularyOf(text) === 'scope'));
}

const spanOfEmpty = ({ value, keySpan }: Field) =>
  value.span.end > value.span.start ? value.span : keySpan;

const firstSentence = (text: string) => /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text;

function blankFor(name: string, entity: Entity): string | readonly string[] {
  const schema = fieldSchema(entity.concept, name);
  const blank = namedReference(entity, name) ?? `<${name}>`;
  return [schema?.type ?? 'string'].flat().includes('array') && schema?.format === 'scopes'
    ? ['openid', 'AdobeID', '<scopes>']
    : blank;
}
