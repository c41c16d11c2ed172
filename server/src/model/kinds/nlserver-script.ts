import {
  type ConfigNode,
  type ObjectNode,
  type Property,
  property,
  type ScalarNode,
} from '../../syntax/tree';
import { type Dialect, names } from '../dialect';
import { type Entity, entityWith, type Field } from '../entity';
import { readField } from '../field';
import type { FileKind } from '../kind';
import { readEntity } from '../read';
import { keySlot } from '../slot';
import { PART_NAMES, readAccount } from './nlserver-account';

/**
 * A script that gives a Campaign server its technical account with `nlserver config … -setims…`.
 */
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
      accountOptions(command).map((option) => entityOf(command, option)),
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

const commandDialect: Dialect = {
  concept: 'ims-credential',
  names: names({
    accountOption: 'setimsoauth',
    instance: 'instance',
    ...PART_NAMES,
  }),
  secrets: 'command-line',
  credential: {
    issuer: 'developer-console',
    tag: { field: 'accountOption', values: FLOWS },
    required: ['orgId', 'clientId', 'technicalAccountId', 'clientSecret'],
    move: { kind: 'campaign', by: 'command' },
  },
};

function entityOf(command: ObjectNode, option: Property): Entity {
  const instance = property(command, 'instance');
  const account = readAccount(option);
  const name = instance?.value.type === 'scalar' ? instance.value.text : '';
  const entity = readEntity(undefined, commandDialect, {
    head: command.nameSpan,
    label: name || undefined,
    extra: [
      ...(instance ? [readField('instance', 'text', command, instance)] : []),
      optionField(option),
      ...account.fields,
    ],
  });
  return entityWith(entity, {
    span: command.span,
    node: option.value,
    others: account.hidden,
    parts: account.parts,
  });
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
