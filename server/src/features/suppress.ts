import { type ConfigDocument, readAgain } from '../model/document';
import { scriptLanguage } from '../model/script-language';
import type { Finding } from '../rules/finding';
import type { Suppression } from '../rules/rule';
import { suppresses, suppressions } from '../rules/suppressions';
import { syntaxes } from '../syntax';
import { indentAt, lineBreakOf, lineStart } from '../syntax/source-lines';
import type { SyntaxId } from '../syntax/syntax';
import { type Property, property, textAt } from '../syntax/tree';
import { applyEdits, type TextEdit } from '../text/edit';
import { span } from '../text/span';

/**
 * The edits that silence a finding's rule on its line, by a comment above it. Undefined where the
 * file takes no comments, or where a comment above the line would not be one (inside a text of
 * several lines).
 */
export function ignoreOnLine(
  document: ConfigDocument,
  { rule, span: { start } }: Finding,
): readonly TextEdit[] | undefined {
  if (!takesComments(document)) return undefined;
  const existing = suppressions(document).findLast(
    (each) => each.scope === 'line' && suppresses(each, start),
  );
  const edits = existing ? appended(existing, rule) : commentAbove(document, start, rule);
  if (!edits) return undefined;
  return takesEffect(document, edits, rule, 'line', start) ? edits : undefined;
}

/** The edits that silence a rule in the whole file, by a comment at its top. */
export function ignoreInFile(
  document: ConfigDocument,
  rule: string,
): readonly TextEdit[] | undefined {
  if (!takesComments(document)) return undefined;
  const existing = suppressions(document).findLast(({ scope }) => scope === 'file');
  const edits = existing ? appended(existing, rule) : commentAtTop(document, rule);
  return takesEffect(document, edits, rule, 'file', 0) ? edits : undefined;
}

/**
 * The edits of the settings file that switch a rule off; its comments stay. Undefined where the
 * file is too broken to say so. A file that is not there yet counts as empty.
 */
export function disableInWorkspace(
  settingsText: string | undefined,
  rule: string,
): readonly TextEdit[] | undefined {
  const settings = settingsText ?? '';
  const { root } = syntaxes.yaml.parse(settings);
  const section = property(root, 'rules');
  const edits = section ? intoSection(settings, section, rule) : newSection(settings, rule);
  const after = syntaxes.yaml.parse(applyEdits(settings, edits));
  const works =
    after.problems.length === 0 && textAt(property(after.root, 'rules')?.value, rule) === 'off';
  return works ? edits : undefined;
}

/** Whoever reads other people's JSON files takes no comments. */
const takesComments = ({ path, syntax, entities }: ConfigDocument) =>
  (syntax.id !== 'json' && !(syntax.id === 'hjson' && /\.jsonc?$/i.test(path))) ||
  (entities.length > 0 && entities.every(({ dialect }) => dialect.style === 'closed'));

const insertion = (offset: number, newText: string): TextEdit => ({
  span: span(offset, offset),
  newText,
});

/** Behind the last rule that the same comment names. */
function appended({ span: { end } }: Suppression, rule: string): readonly TextEdit[] {
  return [insertion(end, `, ${rule}`)];
}

function commentAbove(
  document: ConfigDocument,
  offset: number,
  rule: string,
): readonly TextEdit[] | undefined {
  const { text, syntax, parsed } = document;
  const line = syntax.commentPlace
    ? syntax.commentPlace(text, offset, parsed)
    : lineStart(text, offset);
  if (line === undefined || isInGroovyText(document, line)) return undefined;
  const comment = commentOf(document, `ims-config-ignore ${rule}`);
  return [insertion(line, indentAt(text, line) + comment + lineBreakOf(text))];
}

/** A comment as the language of the file writes it. */
function commentOf({ path, syntax }: ConfigDocument, words: string): string {
  const language = scriptLanguage(path);
  if (language === 'batch') return `rem ${words}`;
  return language === 'groovy' ? `// ${words}` : syntax.comment(words);
}

/**
 * Whether a line begins inside of a text of several lines, where a comment of Groovy would be none.
 */
const isInGroovyText = ({ path, text }: ConfigDocument, line: number): boolean =>
  scriptLanguage(path) === 'groovy' &&
  ['"""', "'''"].some((quotes) => text.slice(0, line).split(quotes).length % 2 === 0);

const BOM = '\uFEFF';

function commentAtTop(document: ConfigDocument, rule: string): readonly TextEdit[] {
  const { text, syntax } = document;
  const comment = commentOf(document, `ims-config-ignore-file ${rule}`);
  const newline = lineBreakOf(text);
  const start = text.startsWith(BOM) ? BOM.length : 0;
  const first = FIRST_LINES[syntax.id]?.exec(text)?.[0];
  if (!first) return [insertion(start, comment + newline)];
  return [insertion(first.length, newline + comment)];
}

/**
 * What has to stay at the top: a declaration of XML, the interpreter of a script, directives of a
 * Dockerfile.
 */
const FIRST_LINES: Partial<Record<SyntaxId, RegExp>> = {
  xml: /^\uFEFF?<\?xml[^>]*\?>/,
  'command-line':
    /^\uFEFF?(?:#!.*|(?:#[ \t]*(?:syntax|escape|check)[ \t]*=.*(?:\r?\n(?=#[ \t]*(?:syntax|escape|check)[ \t]*=)|))+)/i,
};

/** Whether the rule is silenced there once the edits are made, and nothing broke. */
function takesEffect(
  document: ConfigDocument,
  edits: readonly TextEdit[],
  rule: string,
  scope: Suppression['scope'],
  offset: number,
): boolean {
  const after = readAgain(document, applyEdits(document.text, edits));
  if (!after || after.problems.length > document.problems.length) return false;
  const moved = offset + edits.reduce((sum, { newText }) => sum + newText.length, 0);
  return suppressions(after).some(
    (each) => each.ruleId === rule && each.scope === scope && suppresses(each, moved),
  );
}

function intoSection(settings: string, section: Property, rule: string): readonly TextEdit[] {
  const rules = section.value;
  if (rules.type === 'object') {
    const existing = property(rules, rule);
    return syntaxes.yaml.edit(settings, [
      existing
        ? { op: 'set', node: existing.value, value: 'off' }
        : { op: 'insert', parent: rules, after: rules.properties.at(-1), key: rule, value: 'off' },
    ]);
  }
  const isEmpty = rules.type === 'scalar' && rules.value === null && rules.text === '';
  const colon = isEmpty ? settings.indexOf(':', section.keySpan.end) : -1;
  if (colon < 0) return [];
  return [insertion(colon + 1, `${lineBreakOf(settings)}  ${rule}: off`)];
}

function newSection(settings: string, rule: string): readonly TextEdit[] {
  const newline = lineBreakOf(settings);
  const gap = settings === '' || settings.endsWith('\n') ? '' : newline;
  return [insertion(settings.length, `${gap}rules:${newline}  ${rule}: off${newline}`)];
}
