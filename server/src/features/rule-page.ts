import { rules } from '../rules';
import type { Example, Rule } from '../rules/rule';
import { plain } from '../text/message';

/** The page that explains a rule, as Markdown; the same in `docs/rules/` and in the editor. */
export function rulePage(id: string): string | undefined {
  const rule = rules.find(({ meta }) => meta.id === id);
  return rule && `${partsOf(rule).join('\n\n')}\n`;
}

const FIX: Readonly<Record<Rule['meta']['fix'], string>> = {
  safe: 'safe: keeps the meaning; `--fix` and *Fix all* apply it',
  unsafe: 'unsafe: a person confirms it; `--unsafe-fixes` applies it',
  'editor-only': 'offered in the editor only',
  none: 'none',
};

function partsOf({ meta }: Rule): readonly string[] {
  const { id, since, fix, messages, docs } = meta;
  const links = docs.links.map((link) => `- <${link}>`);
  return [
    `# ${id}`,
    docs.summary,
    `| level | fix | since |\n|---|---|---|\n| ${levelText(meta)} | ${FIX[fix]} | ${since} |`,
    '## Why',
    docs.why,
    '## Reported',
    ...fences(docs.invalid),
    '## Right',
    ...fences(docs.valid),
    '## What it says',
    Object.values(messages)
      .map((message) => `- ${withoutData(plain(message))}`)
      .join('\n'),
    ...(links.length > 0 ? ["## Adobe's pages", links.join('\n')] : []),
    '## Another level, or none',
    `In \`ims-config.yaml\`: \`rules: { ${id}: ${meta.offByDefault ? meta.severity : 'off'} }\`. On one line, in a comment above it: \`ims-config-ignore ${id}\`. In one file: \`ims-config-ignore-file ${id}\`.`,
  ];
}

/**
 * The level of a rule's findings; of one that is asked only where the settings say so, the level to
 * give it.
 */
export const levelText = ({ severity, offByDefault }: Rule['meta']): string =>
  offByDefault ? `off by default (${severity})` : severity;

/** An example, and the other files that it takes. */
const fences = (example: Example): readonly string[] => [
  fence(example),
  ...(example.beside ?? []).flatMap(fences),
];

/** What is filled in at each finding is shown as what it is. */
const withoutData = (message: string) => message.replace(/(?<!\$)\{(\w+)\}/g, '‹$1›');

function fence({ file, text }: Example): string {
  const language = /\.(\w+)$/.exec(file)?.[1] ?? '';
  return `\`${file}\`\n\n\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}
