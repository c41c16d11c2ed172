import { links } from '../facts/links';
import type { EntityEdit } from '../model/edit';
import { type Entity, fieldOf, type TextValue, textOf } from '../model/entity';
import { commandValueKind } from '../model/value';
import { slashParts } from '../syntax/command-line-atoms';
import type { ScalarNode } from '../syntax/tree';
import { textSpan } from '../syntax/tree';
import { commandExample } from './command-examples';
import { lacksEnd } from './nlserver-parts';
import { entityRule, type FixPlan, type Problem, type RuleContext } from './rule';

type Message =
  | 'instance'
  | 'emptyInstance'
  | 'nothing'
  | 'blank'
  | 'tooFew'
  | 'tooMany'
  | 'tooManyJwt'
  | 'key'
  | 'emptyPart'
  | 'order'
  | 'orgId'
  | 'technicalAccountId';

type Title = 'removeKey' | 'addOrg' | 'addDomain';

export const nlserverArguments = entityRule({
  meta: {
    id: 'nlserver-arguments',
    severity: 'error',
    since: '0.1.0',
    fix: 'unsafe',
    messages: {
      instance:
        '`-instance:` is missing, so this command does not say which instance gets the technical account. Write `nlserver config -instance:<instance> -{option}:{syntax}`.',
      emptyInstance:
        '`-instance:` names no instance, so this command does not say which one gets the technical account. Write the name of the instance behind the colon.',
      nothing:
        '`-{option}` is given nothing. Write the account behind a colon: `-{option}:{syntax}`.',
      blank:
        'Between `-{option}` and its value stands a blank in the place of the colon, so that nlserver gets two arguments. Write `-{option}:{syntax}`.',
      tooFew:
        '`-{option}` has {count} of the {expected} parts that it takes, and they are known by their places alone. Write `-{option}:{syntax}`.',
      tooMany:
        '`-{option}` takes 4 parts, and here are {count}. Write `-{option}:{syntax}`. A slash inside the client secret counts, too: what Campaign does with one is not documented, so that a new secret without one is the safe way.',
      tooManyJwt:
        '`-{option}` takes 5 parts at most, and here are {count}. Write `-{option}:{syntax}`. A slash inside the client secret counts, too: what Campaign does with one is not documented.',
      key: '`-{option}` takes 4 parts, and the fifth here is the private key that only Service Account (JWT) credentials have. Remove it, so that `-{option}:{syntax}` is left.',
      emptyPart:
        'Part {place} of `-{option}` is empty: between two slashes, or at the end, nothing stands. Write `-{option}:{syntax}`.',
      order:
        'The parts of `-{option}` stand in another order than nlserver reads them, and their places alone say what they are. Write `-{option}:{syntax}`.',
      orgId:
        'Part 1 of `-{option}` is the organization and ends with `@AdobeOrg`; this one does not. Write `-{option}:{syntax}`, with the organization id as the Developer Console shows it.',
      technicalAccountId:
        "Part 3 of `-{option}` is the technical account and ends with `@techacct.adobe.com`; this one does not. Write `-{option}:{syntax}`, with the technical account id of the credential's page.",
    },
    fixes: {
      removeKey: 'Remove the private key',
      addOrg: 'Add `@AdobeOrg`',
      addDomain: 'Add `@techacct.adobe.com`',
    },
    docs: {
      summary: 'A technical account that is given to nlserver in another form than it takes.',
      why: 'nlserver knows the parts of `-setimsoauth` and `-setimsjwtauth` by their places between the slashes: organization, client id, technical account id, client secret. One too few or too many, and each is taken for something else. A single variable that may hold all of them is fine, and so is an instance that may stand in a variable.',
      invalid: commandExample({ technicalAccountId: '' }),
      valid: commandExample(),
      links: [links.campaignTechnicalAccount],
    },
  },

  concepts: ['ims-credential'],

  check(entity, report, context) {
    if (entity.dialect.reader !== 'nlserver') return;
    const option = textOf(entity, 'accountOption')?.text ?? '';
    const data = { option, syntax: option === 'setimsjwtauth' ? JWT_SYNTAX : OAUTH_SYNTAX };
    const instance = instanceProblem(entity, context);
    if (instance) report({ ...instance, data });
    // Of the oldest option nobody knows the grammar.
    if (option === 'setimsauth') return;
    for (const problem of accountProblems(entity, option, context)) {
      report({ ...problem, data: { ...data, ...problem.data } });
    }
  },
});

type Found = Problem<Message, Title>;

const OAUTH_SYNTAX = '<organization-id>/<client-id>/<technical-account-id>/<client-secret>';
const JWT_SYNTAX = `${OAUTH_SYNTAX}/<base64-encoded-private-key>`;

function instanceProblem(entity: Entity, { document }: RuleContext): Found | undefined {
  const field = fieldOf(entity, 'instance');
  if (field?.items.some(({ kind }) => kind !== 'empty')) return undefined;
  // It may stand in a variable that is given as a word of its own.
  const command = document.text.slice(entity.span.start, entity.span.end);
  if (/\s["']?(\$|%|\{\{|`|<|!|\(\()/.test(command)) return undefined;
  return field
    ? { at: field.keySpan, message: 'emptyInstance' }
    : { at: entity.head, message: 'instance' };
}

function accountProblems(entity: Entity, option: string, context: RuleContext): readonly Found[] {
  const { node } = entity;
  const tag = fieldOf(entity, 'accountOption');
  if (node?.type !== 'scalar' || !tag) return [];
  if (node.text === '') return [{ at: tag.keySpan, message: 'nothing' }];
  const between = context.document.text.slice(tag.keySpan.end, node.span.start);
  if (/^["']?\s/.test(between)) return [{ at: tag.keySpan, message: 'blank' }];
  const texts = slashParts(node.text).map(({ from, to }) => node.text.slice(from, to));
  if (mayBeAll(texts)) return [];
  const counted = countProblem(node, texts, option, entity) ?? emptyProblem(node, texts, option);
  if (counted) return [counted];
  return entity.dialect.migration === 'none'
    ? [{ at: node.content, message: 'order' }]
    : [...idProblems(entity)];
}

/** One or two variables, or a blank to be filled in, may stand for all parts. */
const mayBeAll = (texts: readonly string[]): boolean =>
  texts.length < 3 &&
  texts.every((text) => ['reference', 'blank'].includes(commandValueKind(text)));

function countProblem(
  node: ScalarNode,
  texts: readonly string[],
  option: string,
  entity: Entity,
): Found | undefined {
  const isOAuth = option === 'setimsoauth';
  const count = texts.length;
  const expected = isOAuth ? 4 : '3 to 5';
  const at = node.content;
  if (count < (isOAuth ? 4 : 3)) return { at, message: 'tooFew', data: { count, expected } };
  if (!isOAuth) {
    const key = texts.slice(4).join('/');
    // Keys in base64 contain slashes.
    const isKey = commandValueKind(key) !== 'literal' || /^[\w+/=-]*$/.test(key);
    return isKey ? undefined : { at, message: 'tooManyJwt', data: { count } };
  }
  if (count === 4) return undefined;
  const places = slashParts(node.text);
  const from = (places[4]?.from ?? 1) - 1;
  const rest = node.text.slice(from + 1);
  const extra = textSpan(node, from, node.text.length);
  if (!isKeyLike(rest)) return { at: extra, message: 'tooMany', data: { count } };
  return { at: extra, message: 'key', data: { count }, fix: withoutKey(entity, node, from) };
}

/** A key in base64, or something whose name says that it is one. */
const isKeyLike = (text: string): boolean =>
  commandValueKind(text) === 'literal'
    ? /^[A-Za-z0-9+/=]{200,}$/.test(text)
    : /key|base64/i.test(text);

function withoutKey(entity: Entity, node: ScalarNode, from: number): FixPlan<'removeKey'> {
  const [item] = fieldOf(entity, 'clientSecret')?.items ?? [];
  return {
    title: 'removeKey',
    edit: (edit) => {
      if (item) edit.replace({ ...item, node, textFrom: from, textTo: node.text.length }, '');
    },
  };
}

function emptyProblem(
  node: ScalarNode,
  texts: readonly string[],
  option: string,
): Found | undefined {
  // The last two parts of the older form may be left out.
  const place = texts.slice(0, option === 'setimsoauth' ? 4 : 3).indexOf('');
  if (place < 0) return undefined;
  return { at: node.content, message: 'emptyPart', data: { place: place + 1 } };
}

function* idProblems(entity: Entity): Iterable<Found> {
  for (const name of ['orgId', 'technicalAccountId'] as const) {
    const value = textOf(entity, name);
    if (!value || !lacksEnd(value, name, entity)) continue;
    yield { at: value.span, message: name, fix: endFix(value, name) };
  }
}

/** The right digits: what is missing behind them is known for sure. */
function endFix(
  value: TextValue,
  name: 'orgId' | 'technicalAccountId',
): FixPlan<'addOrg' | 'addDomain'> | undefined {
  const [, digits, begun = ''] = /^([0-9a-f]{24})(@[a-z.]*)?$/i.exec(value.text) ?? [];
  const end = name === 'orgId' ? '@AdobeOrg' : '@techacct.adobe.com';
  if (digits === undefined || !end.toLowerCase().startsWith(begun.toLowerCase())) return undefined;
  const edit = (each: EntityEdit) => each.replace(value, digits.toUpperCase() + end);
  return { title: name === 'orgId' ? 'addOrg' : 'addDomain', safety: 'safe', edit };
}
