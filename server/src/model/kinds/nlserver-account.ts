import { isAtom, slashParts } from '../../syntax/command-line-atoms';
import { type Property, type ScalarNode, textSpan } from '../../syntax/tree';
import type { AccountParts, Field, OtherProperty } from '../entity';
import { partSlot } from '../slot';
import { commandValueKind, valueKind } from '../value';

/** The positions, in the words of Adobe's page; the last one is only for JWT. */
export const PART_NAMES = {
  orgId: 'ims-org-id',
  clientId: 'client-id',
  technicalAccountId: 'technical-account-id',
  clientSecret: 'client-secret',
  privateKey: 'base64-encoded-private-key',
} as const;

type PartName = keyof typeof PART_NAMES;

const POSITIONS = Object.keys(PART_NAMES) as readonly PartName[];

/** What an option `-setims…` says of an account. */
export interface Account {
  readonly fields: readonly Field[];
  /** Texts that may be secrets and have no place of their own; nothing shows them. */
  readonly hidden: readonly OtherProperty[];
  readonly parts?: AccountParts | undefined;
}

/** Reads an account by the places between its slashes. */
export function readAccount(option: Property): Account {
  const { value, key } = option;
  const nothing: Account = { fields: [], hidden: [] };
  if (value.type !== 'scalar' || value.text === '') return nothing;
  const flow = key.toLowerCase();
  if (flow === 'setimsauth') return { ...nothing, hidden: [hidden(option, value)] };
  const all = partsOf(value);
  const [only] = all;
  const isJwt = flow === 'setimsjwtauth';
  const hasKey = isJwt && all.length === 5 && isLastKey(all[4]!.node.text);
  // To remove what is no key might take the end of the secret away.
  const isWhole = !isJwt || hasKey || all.length < 5;
  const isEnough = all.length >= (isJwt ? 3 : 4);
  const parts = accountParts(value, all, isEnough && isWhole);
  // One variable may hold all of them.
  if (all.length === 1 && only && commandValueKind(only.node.text) === 'reference')
    return { ...nothing, parts };
  if (!isEnough || !parts.inOrder) return { ...inDisorder(option, value, all), parts };
  const known = hasKey ? all : withWholeSecret(value, all);
  return {
    fields: known.map((part, index) => partField(POSITIONS[index]!, value, part)),
    hidden: known
      .filter(({ node }, index) => index < 3 && maybeSecret(node.text))
      .map(({ node }) => hidden(option, node)),
    parts,
  };
}

interface Part {
  readonly node: ScalarNode;
  readonly from: number;
  readonly to: number;
}

/** The parts of a text. Keys in base64 contain slashes, and each is one part. */
function partsOf(value: ScalarNode): readonly Part[] {
  const places = slashParts(value.text);
  const fifth = places[4];
  const isKey = fifth && isLongKey(value.text.slice(fifth.from));
  return (
    isKey ? [...places.slice(0, 4), { from: fifth.from, to: value.text.length }] : places
  ).map(({ from, to }) => partOf(value, from, to));
}

/** The same with all that follows the third slash as the secret. */
const withWholeSecret = (value: ScalarNode, all: readonly Part[]): readonly Part[] =>
  all.length < 5 ? all : [...all.slice(0, 3), partOf(value, all[3]!.from, value.text.length)];

function accountParts(value: ScalarNode, parts: readonly Part[], isWhole: boolean): AccountParts {
  const all = parts.map(({ node, from, to }) => ({
    text: node.text,
    span: node.span,
    kind: commandValueKind(node.text),
    node: value,
    from,
    to,
    textFrom: from,
    textTo: to,
  }));
  const [, , , , fifth] = all;
  const isKey = fifth && all.length === 5 && (isLongKey(fifth.text) || isNamedKey(fifth.text));
  const inOrder = !isMisplaced(parts);
  return { all, inOrder, complete: inOrder && isWhole, key: isKey ? fifth : undefined };
}

/**
 * A key as base64 writes it: a PEM file, a key alone, or without a slash anything as long as one.
 */
const isLongKey = (text: string): boolean =>
  /^(?:LS0tLS1CRUdJTi[\w+/=-]*|MI[A-Za-z0-9+/=_-]{200,}|[\w+=-]{200,})$/.test(text);

/**
 * What the last of five parts stands for, if not the text itself: a slash in a secret would leave
 * more or less.
 */
const isLastKey = (text: string): boolean =>
  isLongKey(text) || isAtom(text) || ['blank', 'reference'].includes(valueKind(text));

/**
 * A variable, a command or a blank whose name says that a key in base64 is meant; there are keys of
 * other kinds.
 */
const isNamedKey = (text: string): boolean =>
  isLastKey(text) && /private[-_ ]?key|base64|b64|jwt[-_ ]?key|\.(?:key|pem)\b/i.test(text);

function partOf(value: ScalarNode, from: number, to: number): Part {
  const { offsets } = value;
  const text = value.text.slice(from, to);
  const start = textSpan(value, from, from).start;
  // A quote may stand between the last unit and the slash behind it.
  const end = to > from ? textSpan(value, to - 1, to - 1).start + 1 : start;
  const content = { start, end };
  const own = offsets && offsets !== 'unknown' ? [...offsets.slice(from, to), end] : offsets;
  const node = { type: 'scalar', span: content, value: text, text, content, offsets: own } as const;
  return { node, from, to };
}

function partField(name: PartName, whole: ScalarNode, { node, from, to }: Part): Field {
  const length = node.text.length;
  const places = { node, from: 0, to: length, textFrom: 0, textTo: length };
  return {
    name,
    key: PART_NAMES[name],
    keySpan: node.span,
    span: node.span,
    value: node,
    items: [{ ...places, text: node.text, span: node.span, kind: commandValueKind(node.text) }],
    shape: 'text',
    slot: partSlot(whole, from, to),
  };
}

/** Whether an id that cannot be mistaken stands where another one belongs. */
function isMisplaced(parts: readonly Part[]): boolean {
  const indexOf = (form: RegExp) => parts.findIndex(({ node }) => form.test(node.text));
  const account = parts[2]?.node.text ?? '';
  return indexOf(ORG) > 0 || (indexOf(ACCOUNT) >= 0 && !ACCOUNT.test(account));
}

const ORG = /@AdobeOrg$/i;
const ACCOUNT = /@techacct\.adobe\.com$/i;

/**
 * Parts that are not where they belong: each is what its form says, and what has no form may be the
 * secret.
 */
function inDisorder(option: Property, value: ScalarNode, parts: readonly Part[]): Account {
  const known = new Map<PartName, Part>();
  const unknown: Part[] = [];
  for (const part of parts) {
    const name = FORMS.find(([, form]) => form.test(part.node.text))?.[0];
    if (name !== undefined && !known.has(name)) known.set(name, part);
    else unknown.push(part);
  }
  return {
    fields: [...known].map(([name, part]) => partField(name, value, part)),
    hidden: unknown.map(({ node }) => hidden(option, node)),
  };
}

const FORMS: readonly (readonly [name: PartName, form: RegExp])[] = [
  ['orgId', ORG],
  ['technicalAccountId', ACCOUNT],
  ['clientId', /^[0-9a-f]{32}$/],
];

/** Whether a text in the place of an id may be the secret, so that nobody shows it. */
const maybeSecret = (text: string): boolean =>
  text.length > 7 && !FORMS.some(([, form]) => form.test(text)) && !/^[0-9a-f]{24}$/i.test(text);

/** A text that is kept like a secret. */
const hidden = (option: Property, value: ScalarNode): OtherProperty => ({
  property: { ...option, key: 'clientSecret', value },
  parent: { type: 'object', span: value.span, properties: [] },
  prefix: '',
});
