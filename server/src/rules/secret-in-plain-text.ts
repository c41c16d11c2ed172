import { imsOAuthCommand } from '../facts/campaign-server';
import type { ConfigDocument } from '../model/document';
import type { EntityEdit } from '../model/edit';
import type { Entity, Field, TextValue } from '../model/entity';
import { scriptLanguage } from '../model/script-language';
import { fieldSchema } from '../schema/catalog';
import { isForCloudService, secretReference, variableFor } from './cloud-service';
import { integrationExample } from './credential-examples';
import { fieldName } from './field-name';
import { isHostedFor } from './placement';
import { type Data, entityRule, type Problem, type RuleContext } from './rule';
import { holdsKeysAsSecrets, isPrivateKey, mustNotHoldSecrets } from './secrets';
import { instanceOf } from './server-files';

export const secretInPlainText = entityRule({
  meta: {
    id: 'secret-in-plain-text',
    severity: 'warning',
    since: '0.1.0',
    fix: 'editor-only',
    messages: {
      plain:
        '**{label}** (`{key}`) stands here as plain text. Whoever can read this file, or its history in git, can sign in with it. Keep it in a secret store and write a reference such as `{reference}`.',
      part: '**{label}** stands as plain text within `{key}`. Whoever can read this file, or its history in git, can sign in with it. Keep it in a secret store and write a reference such as `{reference}` in its place.',
      tracked:
        '**{label}** (`{key}`) stands here as plain text, and git tracks this file. Whoever can read the repository can sign in with it. Take the file out of git, ignore it, and renew the secret.',
      cloud:
        '**{label}** (`{key}`) stands here as plain text. Whoever can read this file, or its history in git, can sign in with it. AEM as a Cloud Service asks for a variable in the place of every secret: make a secret one in Cloud Manager, and write `{reference}`.',
      osgi: '**{label}** (`{key}`) stands here as plain text, and git tracks this file. Whoever can read the repository can sign in with it. Renew the secret, and keep the value out of the repository: enter it in the web console of AEM, or deploy it with a file that git does not track.',
      package:
        '**{label}** (`{key}`) stands here as plain text. Campaign never exports secrets, so somebody added it by hand, and whoever can read the package can sign in with it. Remove it, and enter it in the client console of the target.',
      account:
        '**{label}** (`{key}`) stands here as plain text, where Campaign keeps it encrypted (`@…`). Whoever can read this file, or its history in git, can sign in with it. Renew it, and let `{command}` write the new one.',
      jwtKey:
        '**{label}** (`{key}`) stands here as plain text, where Campaign keeps it encrypted (`@…`). Whoever can read this file, or its history in git, can sign in with it. OAuth Server-to-Server needs no key: run `{command}`, then remove the attribute.',
      pipelinedKey:
        '**{label}** (`{key}`) stands here as plain text, where Campaign keeps it encrypted (`@…`). Whoever can read this file, or its history in git, can sign in with it. The technical account (`authType="imsJwtToken"`) needs no such key: use it, then remove the attribute.',
      encrypt:
        '**{label}** (`{key}`) stands here as plain text, where Campaign keeps it encrypted (`@…`). Whoever can read this file, or its history in git, can sign in with it. Encrypt it on this instance, as its function `cryptString` does, and write the result.',
      hosted:
        '**{label}** (`{key}`) stands here as plain text, where Campaign keeps it encrypted (`@…`). Whoever can read this file, or its history in git, can sign in with it. On hosted servers Adobe does this: ask Adobe to renew it and to encrypt it.',
      command:
        '**{label}** stands on the command line as plain text, for everybody who can read this file, the history of the shell or the log. Keep it in a secret store, and write a variable such as `{reference}`.',
      commandKey:
        '**{label}** stands on the command line as plain text, for everybody who can read this file, the history of the shell or the log. OAuth Server-to-Server needs no key: use `-setimsoauth`, which takes none.',
    },
    fixes: {
      reference: 'Replace by the reference `{reference}`',
      variable: 'Replace by the variable `{reference}`',
      remove: 'Remove `{key}`',
    },
    docs: {
      summary: 'A client secret, passphrase or password that anybody who sees the file can read.',
      why: 'Configuration files travel: into version control, tickets and packages. Files that are made to hold secrets (downloads, service credentials) are reported only where git tracks them. A Campaign server keeps them encrypted (`@…`), and commands get them from variables. References such as `${NAME}`, `$[secret:NAME]` and texts that Campaign encrypted are right.',
      invalid: integrationExample({ clientSecret: 'p8e-0123456789abcdefghijklmnopqrstuv' }),
      valid: integrationExample(),
      links: [],
    },
  },

  check(entity, report, context) {
    if (!mustNotHoldSecrets(entity, context)) return;
    for (const field of [...entity.fields.values()].flat()) {
      if (!isSecretHere(field, entity)) continue;
      for (const item of field.items) {
        if (item.kind === 'literal' && !isRightHere(item, entity)) {
          report(problemOf(item, field, entity, context));
        }
      }
    }
  },
});

function isSecretHere({ name }: Field, entity: Entity): boolean {
  if (!fieldSchema(entity.concept, name)?.writeOnly || ELSEWHERE.has(name)) return false;
  // Of other private keys another rule speaks.
  return name !== 'privateKey' || holdsKeysAsSecrets(entity);
}

/**
 * Secrets of which nobody says how Campaign writes them, and those of which another rule speaks.
 */
const ELSEWHERE = new Set(['internalPassword', 'accessToken']);

function isRightHere({ text }: TextValue, entity: Entity): boolean {
  if (entity.dialect.secrets === 'encrypted') return text.startsWith('@');
  return isPrivateKey(text) && !holdsKeysAsSecrets(entity);
}

type Message =
  | 'package'
  | 'cloud'
  | 'osgi'
  | 'plain'
  | 'part'
  | 'tracked'
  | 'account'
  | 'jwtKey'
  | 'pipelinedKey'
  | 'encrypt'
  | 'hosted'
  | 'command'
  | 'commandKey';

type SecretProblem = Problem<Message, 'reference' | 'variable' | 'remove'>;

function problemOf(
  item: TextValue,
  field: Field,
  entity: Entity,
  context: RuleContext,
): SecretProblem {
  const { document } = context;
  const data = fieldName(field, entity);
  const at = item.span;
  switch (entity.dialect.secrets) {
    case 'left-out': {
      const edit = (each: EntityEdit) => each.remove(field);
      return { at, message: 'package', data, fix: { title: 'remove', data, edit } };
    }
    case 'references':
      return byReference(
        field.partial ? 'part' : 'plain',
        'reference',
        item,
        data,
        referenceFor(field, entity),
      );
    case 'osgi':
      return osgiProblem(item, field, entity, context);
    case 'command-line':
      return commandProblem(item, field, entity, document);
    case 'encrypted':
      return encryptedProblem(item, field, entity, context);
    default:
      return { at, message: 'tracked', data };
  }
}

/**
 * A reference under the key of a secret, or under its usual one where it is only a part of what the
 * key holds.
 */
function referenceFor({ name, key, partial }: Field, { dialect }: Entity): string {
  if (!dialect.reference) return `\${${variableFor(name)}}`;
  return dialect.reference((partial && dialect.names[name]?.path) || key);
}

/** Only AEM as a Cloud Service has variables for secrets. */
function osgiProblem(
  item: TextValue,
  field: Field,
  entity: Entity,
  { document, workspace }: RuleContext,
): SecretProblem {
  const data = fieldName(field, entity);
  if (!isForCloudService(document, workspace)) return { at: item.span, message: 'osgi', data };
  const reference = secretReference(field, entity, document, workspace);
  return byReference('cloud', 'reference', item, data, reference);
}

/** A variable takes the place of a secret; a key goes with the migration. */
function commandProblem(
  item: TextValue,
  field: Field,
  entity: Entity,
  document: ConfigDocument,
): SecretProblem {
  const data = fieldName(field, entity);
  if (field.name === 'privateKey') return { at: item.span, message: 'commandKey', data };
  return byReference('command', 'variable', item, data, variableIn(document, field.name));
}

function byReference(
  message: Message,
  title: 'reference' | 'variable',
  item: TextValue,
  data: Data,
  reference: string,
): SecretProblem {
  return {
    at: item.span,
    message,
    data: { ...data, reference },
    fix: { title, data: { reference }, edit: (edit) => edit.replace(item, reference) },
  };
}

/** The value may exist nowhere else, so that no fix takes it away. */
function encryptedProblem(
  item: TextValue,
  field: Field,
  entity: Entity,
  { document, workspace }: RuleContext,
): SecretProblem {
  const instance = instanceOf(document);
  const hosted = isHostedFor(document, workspace, instance);
  return {
    at: item.span,
    severity: 'error',
    message: hosted ? 'hosted' : (ENCRYPTED[field.name] ?? 'encrypt'),
    data: { ...fieldName(field, entity), command: imsOAuthCommand(instance) },
  };
}

/**
 * What replaces secrets that Campaign encrypts: the command writes those of the technical account.
 */
const ENCRYPTED: Readonly<Record<string, Message>> = {
  clientSecret: 'account',
  privateKey: 'jwtKey',
  authPrivateKey: 'pipelinedKey',
};

/** A variable as the language of a script writes it. */
function variableIn({ path }: ConfigDocument, name: string): string {
  const variable = variableFor(name);
  switch (scriptLanguage(path)) {
    case 'batch':
      return `%${variable}%`;
    case 'make':
      // One dollar begins a variable of make's own.
      return `$$${variable}`;
    case 'powershell':
      return `$env:${variable}`;
    default:
      return `$${variable}`;
  }
}
