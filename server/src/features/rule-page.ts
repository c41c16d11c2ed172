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
  const { id, severity, since, fix, messages, docs } = meta;
  const links = docs.links.map((link) => `- <${link}>`);
  return [
    `# ${id}`,
    docs.summary,
    `| level | fix | since |\n|---|---|---|\n| ${severity} | ${FIX[fix]} | ${since} |`,
    '## Why',
    docs.why,
    '## Reported',
    fence(docs.invalid),
    '## Right',
    fence(docs.valid),
    '## What it says',
    Object.values(messages)
      .map((message) => `- ${withoutData(plain(message))}`)
      .join('\n'),
    ...(links.length > 0 ? ["## Adobe's pages", links.join('\n')] : []),
    '## Another level, or none',
    `In \`ims-config.yaml\`: \`rules: { ${id}: off }\`. On one line, in a comment above it: \`ims-config-ignore ${id}\`. In one file: \`ims-config-ignore-file ${id}\`.`,
  ];
}

/** What is filled in at each finding is shown as what it is. */
const withoutData = (message: string) => message.replace(/(?<!\$)\{(\w+)\}/g, '‹$1›');

function fence({ file, text }: Example): string {
  const language = /\.(\w+)$/.exec(file)?.[1] ?? '';
  return `\`${file}\`\n\n\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}
