import type { ConfigDocument } from '../model/document';
import { type Entity, type Field, isEmpty, isOn } from '../model/entity';
import { baseName } from '../model/path';
import { blankOf } from '../rules/blank';
import { shownKey } from '../rules/field-name';
import { redactor } from '../rules/redaction';
import { fieldNames, fieldSchema, requiredFields } from '../schema/catalog';
import { writeText } from '../syntax/yaml-write';
import { enumerate } from '../text/message';
import { text } from '../texts';

/** What becomes of a package in our own notation. */
export interface Conversion {
  /** One for each Experience Cloud account, in the order of the package; at least one. */
  readonly files: readonly ConvertedFile[];
  /** The other external accounts of the package, which have no notation of their own. */
  readonly otherAccounts: readonly string[];
}

export interface ConvertedFile {
  /** A name for it, without folders; no other file of the conversion has it. */
  readonly name: string;
  /** YAML, which reads back as an external account. Holds no secret. */
  readonly content: string;
  /** What a person calls the account. */
  readonly account: string;
  /** Our fields that a person has to fill in. */
  readonly blanks: readonly string[];
  /**
   * The attributes (`type`) and child elements (`<folder>`) that say something and have no
   * counterpart.
   */
  readonly leftOut: readonly string[];
}

/**
 * Writes the Experience Cloud accounts of a package in our own notation. Undefined where there is
 * nothing to write; `whyNotConverted` says why.
 */
export function convertPackage(document: ConfigDocument | undefined): Conversion | undefined {
  if (!document || whyNotConverted(document) !== undefined) return undefined;
  const redact = redactor(document);
  const accounts = accountsOf(document);
  const names = fileNames(document, accounts, redact);
  return {
    files: accounts.map((account, index) => ({
      name: names[index]!,
      ...convertAccount(account, baseName(document.path), redact),
    })),
    otherAccounts: document.entities
      .filter(({ concept }) => concept === 'campaign-account')
      .map((account) => calledAs(account, redact)),
  };
}

/** A sentence for people, where a file cannot be converted; undefined where it can. */
export function whyNotConverted(document: ConfigDocument | undefined): string | undefined {
  if (document?.kind.id !== 'campaign-package') return text('convert.noPackage');
  if (document.problems.length > 0) return text('convert.broken');
  return accountsOf(document).length === 0 ? text('convert.noAccount') : undefined;
}

/**
 * What a person should know of a conversion, in sentences: what is to be filled in, and what was
 * left out.
 */
export function conversionNotes({ files, otherAccounts }: Conversion): readonly string[] {
  return [
    ...files.flatMap(({ name, blanks, leftOut }) => [
      ...(blanks.length > 0 ? [text('convert.blanks', { name, fields: enumerate(blanks) })] : []),
      ...(leftOut.length > 0 ? [text('convert.leftOut', { name, names: enumerate(leftOut) })] : []),
    ]),
    ...(otherAccounts.length > 0
      ? [text('convert.others', { names: enumerate(otherAccounts) })]
      : []),
  ];
}

type Redact = (value: string) => string;

const accountsOf = ({ entities }: ConfigDocument): readonly Entity[] =>
  entities.filter(({ concept, dialect }) => concept === 'external-account' && !dialect.unjudged);

function convertAccount(
  account: Entity,
  file: string,
  redact: Redact,
): Omit<ConvertedFile, 'name'> {
  const required = requiredFields('external-account');
  const lines: string[] = [];
  const blanks: string[] = [];
  const taken = new Set<Field>();
  for (const name of fieldNames('external-account')) {
    const field = ownField(account, name);
    if (field && !isEmpty(field)) taken.add(field);
    const written = field && writtenField(field, account, redact);
    if (written !== undefined) lines.push(`${name}:${written}`);
    else if (name === 'clientSecret' || required.includes(name) || (field && !isEmpty(field))) {
      lines.push(`${name}: ${blankOf(name)}`);
      blanks.push(name);
    }
  }
  const comments = [
    text('convert.origin', { file: oneLine(redact(file)) }),
    ...(blanks.length > 0 ? [text('convert.fillIn')] : []),
    ...(lines.some((line) => line.startsWith('enabled:')) ? [] : [text('convert.enabled')]),
  ];
  return {
    content: [...comments.map((comment) => `# ${comment}`), ...lines, ''].join('\n'),
    account: calledAs(account, redact),
    blanks,
    leftOut: leftOutOf(account, taken).map((name) => redact(oneLine(name))),
  };
}

/** The field as the account itself has it, not what it holds for single channels. */
function ownField({ fields, home }: Entity, name: string): Field | undefined {
  const own = new Set(home?.properties.map(({ keySpan }) => keySpan.start));
  return fields.get(name)?.find(({ keySpan }) => own.has(keySpan.start));
}

/** What stands behind the colon of a field; undefined where it cannot or must not be taken over. */
function writtenField(field: Field, account: Entity, redact: Redact): string | undefined {
  const { name, value, items } = field;
  if (isEmpty(field) || value.type !== 'scalar') return undefined;
  const schema = fieldSchema('external-account', name);
  // A reference is kept, but not what a server has encrypted, which only that server can read.
  if (schema?.writeOnly) return REFERENCE.test(value.text) ? ` ${yaml(value.text)}` : undefined;
  // The form of a secret, or a secret once more, in a field that is none.
  if (redact(value.text) !== value.text) return undefined;
  if (schema?.type === 'boolean') return ` ${isOn(account, name) ?? yaml(value.text)}`;
  if (schema?.format !== 'scopes' || items[0]?.kind === 'reference') return ` ${yaml(value.text)}`;
  const scopes = items.filter(({ kind }) => kind !== 'empty');
  return scopes.map((scope) => `\n  - ${yaml(scope.text)}`).join('');
}

const yaml = (value: string): string => writeText(value, 'block', '');

/** All of a text is one reference to a value that stands elsewhere, without a value of its own. */
const REFERENCE =
  /^(?:\$\{[\w.-]+\}|\$\{\{ ?[\w.-]+ ?\}\}|\$\[(?:secret|env|prop):[\w.-]+\]|\$[A-Za-z_]\w*|\{\{ ?[\w.-]+ ?\}\}|#\{[\w.-]+\}|%[A-Z_]\w*%)$/;

function leftOutOf({ fields, home }: Entity, taken: ReadonlySet<Field>): readonly string[] {
  const all = [...fields.values()].flat();
  return (home?.properties ?? []).flatMap(({ key, keySpan, value }) => {
    const field = all.find((each) => each.keySpan.start === keySpan.start);
    if (field && taken.has(field)) return [];
    if (value.type === 'scalar') return value.text.trim() === '' ? [] : [shownKey(key)];
    return [`<${key}>`];
  });
}

/** The label or the name of an account, or what it is where it has none. */
const calledAs = ({ label }: Entity, redact: Redact): string =>
  oneLine(redact(label ?? '')) || text('convert.unnamed');

const oneLine = (value: string): string =>
  value.replace(/[\p{Cc}\p{Zl}\p{Zp}\uFEFF]+/gu, ' ').trim();

/**
 * After the package; of several accounts each with its internal name, and a number where that is
 * not enough.
 */
function fileNames(
  document: ConfigDocument,
  accounts: readonly Entity[],
  redact: Redact,
): readonly string[] {
  const stem = fileNamePart(
    baseName(document.path)
      .replace(/\.sample$/i, '')
      .replace(/\.xml$/i, ''),
  );
  const seen = new Set<string>();
  return accounts.map((account) => {
    const name = ownField(account, 'name')?.items[0]?.text ?? '';
    const part = accounts.length > 1 ? fileNamePart(redact(name)) : '';
    const base = [stem, part].filter(Boolean).join('.') || 'account';
    let unique = base;
    for (let count = 2; seen.has(unique.toLowerCase()); count++) unique = `${base}-${count}`;
    seen.add(unique.toLowerCase());
    return `${unique}.external-account.yaml`;
  });
}

/** Only what every file system takes, and what never leads into another folder. */
const fileNamePart = (name: string): string =>
  name
    .replace(/[^\p{L}\p{N}_.-]+/gu, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
    .slice(0, 80);
