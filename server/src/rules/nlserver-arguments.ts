import { links } from '../facts/links';
import type { EntityEdit } from '../model/edit';
import { type AccountParts, type Entity, fieldOf, type TextValue, textOf } from '../model/entity';
import { type ScalarNode, textSpan } from '../syntax/tree';
import type { Span } from '../text/span';
import { commandExample } from './command-examples';
import { campaignPlace } from './credential';
import { lacksEnd } from './nlserver-parts';
import { entityRule, type FixPlan, type Problem, type RuleContext } from './rule';

type Message =
  | 'instance'
  | 'emptyInstance'
  | 'nothing'
  | 'blank'
  | 'equal'
  | 'equalInstance'
  | 'oldInstance'
  | 'tooFew'
  | 'tooMany'
  | 'tooManyJwt'
  | 'key'
  | 'emptyPart'
  | 'order'
  | 'orgId'
  | 'technicalAccountId';

type Title = 'colon' | 'removeKey' | 'addOrg' | 'addDomain';

export const nlserverArguments = entityRule({
  meta: {
    id: 'nlserver-arguments',
    severity: 'error',
    since: '0.1.0',
    fix: 'unsafe',
    messages: {
      instance:
        '`-instance:` is missing, so this command does not say which instance gets the technical account. Write `nlserver config -instance:<instance> -setimsoauth:{syntax}`.',
      emptyInstance:
        '`-instance:` names no instance, so this command does not say which one gets the technical account. Write the name of the instance behind the colon.',
      nothing:
        '`-{option}` is given nothing. Write the account behind a colon: `-setimsoauth:{syntax}`.',
      blank:
        'Between `-{option}` and its value stands a blank in the place of the colon, so that nlserver gets two arguments. Write `-setimsoauth:{syntax}`.',
      equal:
        'Between `-{option}` and its value stands `=`, and nlserver takes a colon there. Write `-{option}:`.',
      equalInstance:
        'Between `-instance` and its value stands `=`, and nlserver takes a colon there. Write `-instance:`.',
      oldInstance:
        '`-instance:` is missing, so this command does not say which instance gets the technical account. The grammar of `-setimsauth` is not published: use `-setimsoauth` with `-instance:`, as in `nlserver config -instance:<instance> -setimsoauth:{syntax}`.',
      tooFew:
        '`-{option}` has {count} of the 4 parts that it takes, and they are known by their places alone. Write `-setimsoauth:{syntax}`.',
      tooMany:
        '`-{option}` takes 4 parts, and here are {count}. Write `-setimsoauth:{syntax}`. A slash inside the client secret counts, too: what Campaign does with one is not documented, so that a new secret without one is the safe way.',
      tooManyJwt:
        'What follows the fourth part of `-{option}` does not look like a private key in base64, so that it may belong to the client secret, and nothing can be taken away for sure. What Campaign does with a slash inside the client secret is not documented: make a new one without, and write `-setimsoauth:{syntax}`.',
      key: '`-{option}` takes 4 parts, and the fifth here looks like the private key that only Service Account (JWT) credentials have. Remove it, so that `-setimsoauth:{syntax}` is left.',
      emptyPart:
        'Part {place} of `-{option}` is empty: between two slashes, or at the end, nothing stands. Write `-setimsoauth:{syntax}`.',
      order:
        'The parts of `-{option}` stand in another order than nlserver reads them, and their places alone say what they are. Write `-setimsoauth:{syntax}`.',
      orgId:
        'Part 1 of `-{option}` is the organization and ends with `@AdobeOrg`; this one does not. Write `-setimsoauth:{syntax}`, with the organization id as the Developer Console shows it.',
      technicalAccountId:
        "Part 3 of `-{option}` is the technical account and ends with `@techacct.adobe.com`; this one does not. Write `-setimsoauth:{syntax}`, with the technical account id of the credential's page.",
    },
    fixes: {
      colon: 'Write a colon',
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
    if (campaignPlace(entity) !== 'command') return;
    const option = textOf(entity, 'accountOption')?.text ?? '';
    const data = { option, syntax: SYNTAX };
    const instance = instanceProblem(entity, context);
    if (instance) report({ ...instance, data });
    for (const problem of equalProblems(entity, context)) report({ ...problem, data });
    // Of the oldest option nobody knows the grammar.
    if (option === 'setimsauth') return;
    const problems =
      option === 'setimsoauth' ? accountProblems(entity, context) : jwtProblems(entity, context);
    for (const problem of problems) report({ ...problem, data: { ...data, ...problem.data } });
  },
});

type Found = Problem<Message, Title>;

/** Of OAuth, which is what to write instead of either. */
const SYNTAX = '<organization-id>/<client-id>/<technical-account-id>/<client-secret>';

function instanceProblem(entity: Entity, { document }: RuleContext): Found | undefined {
  const field = fieldOf(entity, 'instance');
  if (field?.items.some(({ kind }) => kind !== 'empty')) return undefined;
  // It may stand in a variable that is given as a word of its own.
  const command = document.text.slice(entity.span.start, entity.span.end);
  if (/\s["']?(\$|%|\{\{|`|<|!|\(\()/.test(command)) return undefined;
  if (field) return { at: field.keySpan, message: 'emptyInstance' };
  const isOldest = textOf(entity, 'accountOption')?.text === 'setimsauth';
  const message = isOldest ? 'oldInstance' : 'instance';
  return { at: entity.head, lacks: ['instance'], message };
}

/** Options with `=` in the place of the colon. */
function* equalProblems(entity: Entity, { document }: RuleContext): Iterable<Found> {
  for (const name of ['instance', 'accountOption'] as const) {
    const field = fieldOf(entity, name);
    const key = field && textOf(entity, name);
    if (!field || !key || document.text[field.keySpan.end] !== '=') continue;
    const isInstance = name === 'instance';
    // Where nothing follows, that is what is said.
    if (!isInstance && entity.node?.type === 'scalar' && entity.node.text === '') continue;
    const at = { start: field.keySpan.end, end: field.keySpan.end + 1 };
    const edit = (each: EntityEdit) =>
      isInstance ? each.renameField(field, name) : each.set(field, key.text);
    const fix = { title: 'colon', safety: 'safe', edit } as const;
    yield { at, message: isInstance ? 'equalInstance' : 'equal', fix };
  }
}

function accountProblems(entity: Entity, context: RuleContext): readonly Found[] {
  const { node, parts } = entity;
  const tag = fieldOf(entity, 'accountOption');
  if (node?.type !== 'scalar' || !tag) return [];
  if (node.text === '') return [{ at: tag.keySpan, message: 'nothing' }];
  if (isApart(entity, context)) return [{ at: tag.keySpan, message: 'blank' }];
  if (!parts || mayBeAll(parts)) return [];
  const counted = countProblem(node, parts) ?? emptyProblem(node, parts);
  if (counted) return [counted];
  return parts.inOrder ? [...idProblems(entity)] : [{ at: node.content, message: 'order' }];
}

/**
 * `jwt-credential` says to write the command anew, so that its form matters no more; what stays has
 * to be right.
 */
function jwtProblems(entity: Entity, context: RuleContext): readonly Found[] {
  const { node, parts } = entity;
  if (node?.type !== 'scalar' || !parts?.inOrder || isApart(entity, context)) return [];
  const { all } = parts;
  if (all.length < 3) return [];
  const isTooMany = all.length > 4 && !entity.fields.has('privateKey');
  return isTooMany
    ? [{ at: behind(3, node, parts), message: 'tooManyJwt' }]
    : [...idProblems(entity)];
}

/** Whether a blank stands in the place of the colon. */
function isApart(entity: Entity, { document }: RuleContext): boolean {
  const { node } = entity;
  const tag = fieldOf(entity, 'accountOption');
  return !!node && !!tag && /^["']?\s/.test(document.text.slice(tag.keySpan.end, node.span.start));
}

/** One or two variables, or a blank to be filled in, may stand for all parts. */
const mayBeAll = ({ all }: AccountParts): boolean =>
  all.length < 3 && all.every(({ kind }) => kind === 'reference' || kind === 'blank');

function countProblem(node: ScalarNode, parts: AccountParts): Found | undefined {
  const { all, key } = parts;
  const data = { count: all.length };
  if (all.length < 4) return { at: node.content, message: 'tooFew', data };
  if (all.length === 4) return undefined;
  const at = behind(3, node, parts);
  if (!key) return { at, message: 'tooMany', data };
  return { at, message: 'key', data, fix: withoutKey(key) };
}

/** What follows a part, from the slash on. */
const behind = (index: number, node: ScalarNode, { all }: AccountParts): Span =>
  textSpan(node, all[index]?.to ?? 0, node.text.length);

const withoutKey = (key: TextValue): FixPlan<'removeKey'> => ({
  title: 'removeKey',
  // The slash before it as well.
  edit: (edit) => edit.replace({ ...key, textFrom: key.from - 1 }, ''),
});

function emptyProblem(node: ScalarNode, { all }: AccountParts): Found | undefined {
  const place = all.findIndex(({ text }) => text === '');
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
