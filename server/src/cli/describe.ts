import { levelText } from '../features/rule-page';
import { kinds } from '../model/kinds';
import { rules } from '../rules';
import type { Example, Rule } from '../rules/rule';
import { similar } from '../rules/suggestion';
import { enumerate, plain } from '../text/message';
import { UsageError } from './host';

/** Every kind of file, and how it is known. */
export function kindsText(): string {
  return table(kinds.map(({ id, title, files }) => [id, title, files.join(', ')]));
}

/** Every rule in one line. */
export function rulesText(): string {
  return table(
    rules.map(({ meta }) => [
      meta.id,
      levelText(meta),
      FIXES[meta.fix] ?? '',
      plain(meta.docs.summary),
    ]),
  );
}

/** All there is to say about a rule. Throws a UsageError where there is no such rule. */
export function explainText(id: string): string {
  const rule = rules.find(({ meta }) => meta.id === id);
  if (!rule) throw new UsageError(unknownRule(id));
  const { since, fix, docs } = rule.meta;
  const paragraphs = [
    `${id}\n${levelText(rule.meta)}; ${FIXES[fix] || 'no fix'}; since ${since}`,
    plain(docs.summary),
    plain(docs.why),
    ...examplesOf('Wrong', docs.invalid),
    ...examplesOf('Right', docs.valid),
    ...(docs.links.length > 0 ? [docs.links.join('\n')] : []),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

const FIXES: Readonly<Record<Rule['meta']['fix'], string>> = {
  safe: 'fixed by --fix',
  unsafe: 'fixed by --unsafe-fixes',
  'editor-only': 'fix in the editor',
  none: '',
};

function unknownRule(id: string): string {
  const ids = rules.map(({ meta }) => meta.id);
  const near = similar(id, ids);
  const holding = ids.filter((each) => each.includes(id.toLowerCase()));
  const meant = near.length > 0 ? near : holding;
  const advice =
    meant.length === 0 || id === ''
      ? '`ims-config rules` lists them all.'
      : meant.length > FEW
        ? `These have it in their names: ${enumerate(meant)}.`
        : `Did you mean ${enumerate(meant, 'or')}?`;
  return `There is no rule \`${id}\`. ${advice}`;
}

/** As many as a question can ask about. */
const FEW = 3;

/** An example, and the other files that it takes. */
const examplesOf = (heading: string, example: Example): readonly string[] => [
  exampleOf(heading, example),
  ...(example.beside ?? []).flatMap((each) => examplesOf('Beside it', each)),
];

function exampleOf(heading: string, { file, text }: Example): string {
  const lines = text.trimEnd().split('\n');
  return [`${heading} (${file}):`, ...lines.map((line) => `    ${line}`)].join('\n');
}

/** Columns as wide as their longest text. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines = rows.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}
