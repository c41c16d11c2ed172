import { slashParts } from '../../syntax/command-line-atoms';
import {
  type ConfigNode,
  type ObjectNode,
  type Property,
  property,
  type ScalarNode,
  textSpan,
} from '../../syntax/tree';
import { type Dialect, names } from '../dialect';
import type { Entity, Field, OtherProperty } from '../entity';
import { readField } from '../field';
import type { FileKind } from '../kind';
import { readEntity } from '../read';
import { keySlot, partSlot } from '../slot';
import { commandValueKind } from '../value';

/** A script that gives a Campaign server its technical account with `nlserver config … -setims…`. */
export const nlserverScript: FileKind = {
  id: 'nlserver-script',
  title: 'Script with nlserver commands',
  files: ['*.{sh,bat,cmd,ps1}', 'Dockerfile', 'Jenkinsfile', 'Makefile', '*.{yaml,yml}'],
  syntaxes: ['command-line'],
  recognition: {
    marker: /-setims\w{0,20}auth/i,
    content: (root) => commandsOf(root).some((command) => accountOptions(command).length > 0),
  },
  entities: (root) =>
    commandsOf(root).flatMap((command) =>
      accountOptions(command).map((option) => readAccount(command, option)),
    ),
};

const commandsOf = (root: ConfigNode | undefined): readonly ObjectNode[] =>
  root?.type === 'array' ? root.items.filter((item) => item.type === 'object') : [];

const accountOptions = ({ properties }: ObjectNode) =>
  properties.filter((option) => Object.hasOwn(FLOWS, option.key.toLowerCase()) && isGiven(option));

/** The name alone is only spoken of, or still being typed. */
const isGiven = ({ keySpan, value }: Property): boolean =>
  value.span.start > keySpan.end || value.span.end > value.span.start;

/** Of the oldest option Adobe says only when it was used: before OAuth. */
const FLOWS = {
  setimsjwtauth: 'jwt',
  setimsoauth: 'oauth-server-to-server',
  setimsauth: 'jwt',
} as const;

/** The positions, in the words of Adobe's page; the last one is only for JWT. */
const commandDialect: Dialect = {
  concept: 'ims-credential',
  names: names({
    accountOption: 'setimsoauth',
    instance: 'instance',
    orgId: 'ims-org-id',
    clientId: 'client-id',
    technicalAccountId: 'technical-account-id',
    clientSecret: 'client-secret',
    privateKey: 'base64-encoded-private-key',
  }),
  tag: { field: 'accountOption', values: FLOWS },
  required: ['orgId', 'clientId', 'technicalAccountId', 'clientSecret'],
  migration: 'in-place',
  issuer: 'developer-console',
  secrets: 'command-line',
  reader: 'nlserver',
};

const POSITIONS = ['orgId', 'clientId', 'technicalAccountId', 'clientSecret', 'privateKey'];

function readAccount(command: ObjectNode, option: Property): Entity {
  const instance = property(command, 'instance');
  const parts = partsOf(option);
  const dialect: Dialect = parts.complete
    ? commandDialect
    : { ...commandDialect, migration: 'none' };
  const name = instance?.value.type === 'scalar' ? instance.value.text : '';
  return {
    ...readEntity(undefined, dialect, {
      head: command.nameSpan,
      label: name || undefined,
      extra: [
        ...(instance ? [readField('instance', 'text', command, instance)] : []),
        optionField(option),
        ...parts.fields,
      ],
    }),
    span: command.span,
    node: option.value,
    others: parts.hidden,
  };
}

/** The name of the option tells how the account signs in. */
function optionField(option: Property): Field {
  const { key, keySpan } = option;
  const content = { start: keySpan.end - key.length, end: keySpan.end };
  const text = key.toLowerCase();
  const node: ScalarNode = { type: 'scalar', span: keySpan, value: text, text, content };
  const whole = { node, from: 0, to: text.length, textFrom: 0, textTo: text.length };
  return {
    name: 'accountOption',
    key,
    keySpan,
    span: keySpan,
    value: node,
    items: [{ ...whole, text, span: keySpan, kind: 'literal' }],
    shape: 'text',
    slot: keySlot(option),
  };
}

interface Parts {
  readonly fields: readonly Field[];
  /** Texts that may be secrets and have no place of their own; nothing shows them. */
  readonly hidden: readonly OtherProperty[];
  /** Whether each part stands in its documented place. */
  readonly complete: boolean;
}

function partsOf(option: Property): Parts {
  const { value, key } = option;
  const nothing: Parts = { fields: [], hidden: [], complete: false };
  if (value.type !== 'scalar' || value.text === '') return nothing;
  const flow = key.toLowerCase();
  if (flow === 'setimsauth') return { ...nothing, hidden: [hidden(option, value)] };
  const parts = positionsOf(value, flow === 'setimsoauth' ? 4 : 5);
  const [only] = parts;
  // One variable may hold all of them.
  if (parts.length === 1 && only && commandValueKind(only.node.text) === 'reference')
    return nothing;
  const fewest = flow === 'setimsoauth' ? 4 : 3;
  if (parts.length < fewest || isMisplaced(parts)) return inDisorder(option, value, parts);
  return {
    fields: parts.map((part, index) => partField(POSITIONS[index] ?? '', value, part)),
    hidden: parts
      .filter(({ node }, index) => index < 3 && maybeSecret(node.text))
      .map(({ node }) => hidden(option, node)),
    complete: true,
  };
}

interface Part {
  readonly node: ScalarNode;
  readonly from: number;
  readonly to: number;
}

/** The parts of a text; the last one of so many is all that is left, because keys in base64 contain slashes. */
function positionsOf(value: ScalarNode, most: number): readonly Part[] {
  const places = slashParts(value.text);
  const rest = places.slice(most - 1);
  const last = rest.length > 1 ? [{ from: rest[0]!.from, to: rest.at(-1)!.to }] : rest;
  return [...places.slice(0, most - 1), ...last].map((place) => ({
    ...place,
    node: partNode(value, place.from, place.to),
  }));
}

function partNode(value: ScalarNode, from: number, to: number): ScalarNode {
  const { offsets } = value;
  const text = value.text.slice(from, to);
  const start = textSpan(value, from, from).start;
  // A quote may stand between the last unit and the slash behind it.
  const end = to > from ? textSpan(value, to - 1, to - 1).start + 1 : start;
  const content = { start, end };
  const own = offsets && offsets !== 'unknown' ? [...offsets.slice(from, to), end] : offsets;
  return { type: 'scalar', span: content, value: text, text, content, offsets: own };
}

function partField(name: string, whole: ScalarNode, { node, from, to }: Part): Field {
  const length = node.text.length;
  const places = { node, from: 0, to: length, textFrom: 0, textTo: length };
  return {
    name,
    key: commandDialect.names[name]?.path ?? name,
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

/** Parts that are not where they belong: each is what its form says, and what has no form may be the secret. */
function inDisorder(option: Property, value: ScalarNode, parts: readonly Part[]): Parts {
  const known = new Map<string, Part>();
  const unknown: Part[] = [];
  for (const part of parts) {
    const name = FORMS.find(([, form]) => form.test(part.node.text))?.[0];
    if (name !== undefined && !known.has(name)) known.set(name, part);
    else unknown.push(part);
  }
  return {
    fields: [...known].map(([name, part]) => partField(name, value, part)),
    hidden: unknown.map(({ node }) => hidden(option, node)),
    complete: false,
  };
}

const FORMS: readonly (readonly [name: string, form: RegExp])[] = [
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
