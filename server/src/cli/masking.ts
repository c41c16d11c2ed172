import type { ConfigDocument } from '../model/document';
import type { Entity, Field, TextValue } from '../model/entity';
import { brokenLines } from '../rules/broken-lines';
import { isKeyPath } from '../rules/key-path';
import { osgiReferences } from '../rules/osgi-references';
import {
  namesKeyFile,
  redactor,
  rewritten,
  secretFinder,
  secretValues,
  tells,
} from '../rules/redaction';
import { SECRET_WORDS } from '../rules/secret-forms';
import { fieldSchema } from '../schema/catalog';
import { lineEnd, lineStart } from '../syntax/source-lines';
import type { ConfigNode, ObjectNode } from '../syntax/tree';
import { disjoint, type Span } from '../text/span';
import { isOrdinary } from '../text/words';
import { dots, withoutLeftovers } from './leftovers';
import { withoutStrangeWords } from './strange-words';

/**
 * The text of a document in which every secret is made of dots, each character in its place, so
 * that lines of it can be shown. A text that is half-typed shows rather too little than a secret.
 * Of a script only its commands are left, and what was `found` outside of them: anything else on
 * their lines may be a secret.
 */
export function maskedText(document: ConfigDocument, found: readonly Span[] = []): string {
  let text = isScript(document) ? commandsAlone(document, found) : document.text;
  text = rewritten(text, disjoint([...secretSpans(document), ...strayLines(document)]), dots);
  text = rewritten(text, disjoint(document.entities.flatMap(unknownKeys)), (key) =>
    key.replace(/[^\s"']+/g, (word) => (isOrdinary(word) ? word : dots(word))),
  );
  // A secret that is a part of another one must not hide the form of that one.
  const redact = redactor({ ...document, entities: [] });
  text = text.replace(/[^\r\n]+/g, (line) => aligned(line, redact(line)));
  text = rewritten(text, secretFinder(document)(text), dots);
  text = text.replace(SECRET_KEYS, (all, head: string, value: string) =>
    tells(bare(value)) && !BLOCK.test(value) && !isPathOfKey(head, value)
      ? head + dotsInside(value)
      : all,
  );
  text = text.replace(DEFAULTS, dots).replace(LOGINS, dots);
  text = text.replace(LONG_RUNS, (run) => (CONTEXT_NAME.test(run) ? run : dots(run)));
  if (isScript(document)) return text;
  const known = disjoint(knownTexts(document));
  return withoutStrangeWords(withoutLeftovers(text, document, known), known);
}

/** What a shell takes where a variable is empty. */
const DEFAULTS = /(?<=\$\{\w{1,60}:?[-=])[^}$\r\n]{1,200}(?=\})/g;

/** The password that `curl` is given. */
const LOGINS = /(?<=\s(?:-u|--user)[ =]?["']?[^\s:"']{1,100}:)[^\s"']+/g;

/** A value in any notation, or what is left of one. */
const VALUE =
  /"(?:[^"\\\r\n]|\\.)*"?|'[^'\r\n]*'?|\$\{\{[^}\r\n]*\}\}|\$\{[^}\r\n]*\}|\$\[[^\]\r\n]*\]|[^"'[{\]}\s<][^\r\n<]*?(?=[,}\]][\s}\]]|[ \t]#|[<\r\n]|$)/;

/**
 * What stands behind a key that sounds like a secret, wherever it is: the tree of a broken text
 * lacks it.
 */
const SECRET_KEYS = new RegExp(
  `((?:(?:${SECRET_WORDS})[\\w-]{0,12}|(?<![a-z\\d])token)["']?[ \\t]*(?:[:=][ \\t]*(?:\\[\\s*)?|>))(${VALUE.source})`,
  'gi',
);

const isPathOfKey = (head: string, value: string): boolean =>
  /^private_?key(?:_?(?:path|file))?["'\s:=]+$/i.test(head) && isKeyPath(bare(value));

/** What opens a block of lines in YAML. */
const BLOCK = /^[|>][-+\d]*$/;

/** A line of a key or a token. */
const LONG_RUNS = /[A-Za-z0-9+/_-]{60,}={0,2}/g;

/** `aio` makes names of variables out of those that people give, which are long. */
const CONTEXT_NAME = /^AIO_ims_contexts_[\w-]+=$/i;

const bare = (value: string) => value.replace(/^["']|["']$/g, '');

const dotsInside = (value: string) => value.replace(/[^"'\r\n]/g, '•');

/** Where the values of secret fields stand in the source, however they are written. */
function secretSpans({ entities, kind }: ConfigDocument): readonly Span[] {
  // What nobody knows stands on the one line of a minified option next to what is shown.
  const others =
    kind.id === 'campaign-pipeline-option' ? entities.flatMap((each) => each.others) : [];
  return [
    ...entities
      .flatMap(secretValues)
      .flatMap(({ value, items }) => [
        ...tellingSpans(value),
        ...keySpans(value),
        ...items.filter(({ text }) => tells(text)).map((item) => itemSpan(item)),
      ]),
    ...others.flatMap(({ property }) => tellingSpans(property.value)),
    ...entities.flatMap(insideReferences),
  ];
}

/** What stands in the place of a key may be a secret. */
const unknownKeys = ({ others }: Entity): readonly Span[] =>
  others.map(({ property }) => property.keySpan);

/** All of the value where nobody can tell the place of one of its texts. */
const itemSpan = ({ node, span }: TextValue): Span =>
  node.offsets === 'unknown' ? node.content : span;

const fieldsOf = ({ fields }: Entity): readonly Field[] => [...fields.values()].flat();

const isSecret =
  ({ concept }: Entity) =>
  (field: Field): boolean =>
    fieldSchema(concept, field.name)?.writeOnly === true && !namesKeyFile(field);

/**
 * What fields say that are no secrets, and their names. What nobody can place in the source is not
 * among it, nor is a text that may hold another key and its value, as where two lines became one.
 */
const knownTexts = ({ entities }: ConfigDocument): readonly Span[] =>
  entities.flatMap((entity) =>
    fieldsOf(entity).flatMap((field) => [
      field.keySpan,
      ...fingerprints(field),
      ...(isSecret(entity)(field) || holdsObjects(field) ? [] : field.items)
        .filter(({ node, text }) => node.offsets !== 'unknown' && !/[\s=]/.test(text))
        .map(({ span }) => span),
    ]),
  );

/** A text beside objects is what a mistake left there. */
const holdsObjects = ({ value }: Field): boolean =>
  value.type === 'array' && value.items.some(({ type }) => type === 'object');

/** Of certificates, with the days on which they end. */
const fingerprints = ({ name, value }: Field): readonly Span[] =>
  name === 'certificateExpiry' && value.type === 'object'
    ? value.properties.filter(({ key }) => /^[\da-f]{40}$/i.test(key)).map(({ keySpan }) => keySpan)
    : [];

/**
 * The secret itself, where people write it as the name of a variable, or as what stands in for it.
 */
function insideReferences(entity: Entity): readonly Span[] {
  if (entity.dialect.secrets !== 'osgi') return [];
  const harmless = fieldsOf(entity).filter((field) => !isSecret(entity)(field));
  const shown = new Set<ConfigNode>(harmless.map(({ value }) => value));
  const visit = (node: ConfigNode): readonly Span[] => {
    if (node.type === 'object' || shown.has(node)) return [];
    if (node.type === 'array') return node.items.flatMap(visit);
    return osgiReferences(node).map(({ telling }) => telling);
  };
  return entity.home?.properties.flatMap(({ value }) => visit(value)) ?? [];
}

/**
 * What is no assignment among lines of variables may be a part of a secret, or what is beside it.
 */
function strayLines(document: ConfigDocument): readonly Span[] {
  const { syntax, problems, text } = document;
  if (syntax.id !== 'env') return [];
  const harmless = new Set(
    brokenLines(document)
      .filter(({ was }) => was === 'key' || was === 'suffix' || was === 'shell')
      .map(({ problem }) => problem),
  );
  return problems
    .filter((problem) => !harmless.has(problem))
    .map(({ code, span: { start, end } }) => ({
      start: code === 'unclosed-string' ? start : lineStart(text, start),
      end: lineEnd(text, end),
    }));
}

/** The keys in the value of a secret, which are written by who mistook it for something else. */
function keySpans(node: ConfigNode): readonly Span[] {
  if (node.type === 'array') return node.items.flatMap(keySpans);
  if (node.type === 'scalar') return [];
  return node.properties.flatMap(({ keySpan, value }) => [keySpan, ...keySpans(value)]);
}

/** What tells a secret in its value. */
function tellingSpans(node: ConfigNode): readonly Span[] {
  if (node.type === 'object') return node.properties.flatMap(({ value }) => tellingSpans(value));
  if (node.type === 'array') return node.items.flatMap(tellingSpans);
  return tells(node.text) ? [node.content] : [];
}

/** Makes everything between the first and the last redaction of a line dots, as long as it was. */
function aligned(line: string, redacted: string): string {
  if (line === redacted) return line;
  const shorter = Math.min(line.length, redacted.length);
  let head = 0;
  while (head < shorter && line[head] === redacted[head]) head++;
  let tail = 0;
  while (tail < shorter - head && line.at(-1 - tail) === redacted.at(-1 - tail)) tail++;
  return rewritten(line, [{ start: head, end: line.length - tail }], dots);
}

/** Whether a document is a script, of which nothing but its commands is known. */
export const isScript = ({ syntax }: ConfigDocument): boolean => syntax.id === 'command-line';

/** Blanks in the place of all that is no command; values of options that nobody knows are dots. */
function commandsAlone({ text, root }: ConfigDocument, found: readonly Span[]): string {
  const commands =
    root?.type === 'array' ? root.items.filter((each) => each.type === 'object') : [];
  const inside = [...found, ...commands.map(({ span }) => span)];
  const known = [...found, ...commands.flatMap((command) => knownSpans(text, command))];
  const shown = keepOnly(text, known, (part) => part.replace(/[^\s\\^`"',]/g, '•'));
  return keepOnly(shown, inside, (part) => part.replace(/[^\r\n]/g, ' '));
}

const knownSpans = (text: string, { nameSpan, span, properties }: ObjectNode): readonly Span[] => [
  { start: span.start, end: nameSpan?.end ?? span.start },
  ...configWord(text, nameSpan?.end ?? span.start),
  ...properties.map((option) =>
    /^(?:instance|setims\w*)$/i.test(option.key)
      ? option.span
      : { start: option.keySpan.start, end: option.value.span.start },
  ),
];

function configWord(text: string, behindName: number): readonly Span[] {
  const [all] = /^[\s"',\\^`]*config\b/i.exec(text.slice(behindName, behindName + 200)) ?? [];
  return all === undefined ? [] : [{ start: behindName, end: behindName + all.length }];
}

/** Writes everything outside of the spans otherwise, as long as it was. */
function keepOnly(text: string, spans: readonly Span[], hide: (part: string) => string): string {
  let at = 0;
  const outside = [...disjoint(spans), { start: text.length, end: text.length }].map((kept) => {
    const place = { start: at, end: kept.start };
    at = kept.end;
    return place;
  });
  return rewritten(text, outside, hide);
}
