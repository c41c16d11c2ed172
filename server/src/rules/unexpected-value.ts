import { NO_KIND } from '../model/kind';
import { enumerate } from '../text/message';
import { keywordRule } from './rule';
import { similar } from './suggestion';

export const unexpectedValue = keywordRule({
  meta: {
    id: 'unexpected-value',
    severity: 'error',
    since: '0.1.0',
    fix: 'unsafe',
    messages: {
      unexpected: '**{label}** (`{key}`) is `{value}`, which nothing understands. Use {allowed}.',
      similar:
        '**{label}** (`{key}`) is `{value}`, which nothing understands. Did you mean {meant}?',
      unknownKind:
        '**{label}** (`{key}`) is `{value}`, which nothing understands. Use one of those that `ims-config kinds` lists, or `none`.',
    },
    fixes: { use: 'Use `{meant}`' },
    docs: {
      summary: 'A value that is not one of those the field can have.',
      why: 'The value decides how the rest is read, so a value that nobody knows makes the rest meaningless.',
      invalid: {
        file: 'example.ims.yaml',
        text: 'environments:\n  - name: production\n    stage: live\n',
      },
      valid: {
        file: 'example.ims.yaml',
        text: 'environments:\n  - name: production\n    stage: production\n',
      },
      links: [],
    },
  },

  keywords: ['enum', 'type'],

  check({ violation, field, name, schema, entity }, report) {
    const item = field.items[0];
    const old = schema?.['x-deprecatedValues'] ?? [];
    const meant = (schema?.enum ?? []).filter((value) => !old.includes(value));
    const { tag } = entity.dialect.credential ?? {};
    // Other files name the flows their own way.
    const allowed =
      tag?.field === field.name
        ? Object.keys(tag.values).filter((key) => meant.includes(tag.values[key] ?? ''))
        : meant;
    const isText = schema?.enum !== undefined && field.value.type === 'scalar';
    if (violation.keyword === 'type' && !isText) return;
    if (!item || item.kind === 'reference' || item.kind === 'blank') return;
    const likely = allowed.length === 1 ? allowed : likelyValues(item.text, allowed);
    const isKind = entity.concept === 'file-kind';
    // Where several fit, only a person knows which.
    const safety = likely.length > 1 ? 'editor-only' : 'unsafe';
    report({
      at: item.span,
      message: !isKind ? 'unexpected' : likely.length > 0 ? 'similar' : 'unknownKind',
      data: {
        ...name,
        value: item.text,
        allowed: enumerate(allowed, 'or'),
        meant: enumerate(likely, 'or'),
      },
      fix: likely.map((meant) => ({
        title: 'use',
        data: { meant },
        safety,
        edit: (edit) => edit.set(field, meant),
      })),
    });
  },
});

/**
 * The values that begin or end like the text, or are spelled nearly so. What switches checking off
 * nobody is led to by a misspelling.
 */
function likelyValues(text: string, all: readonly string[]): readonly string[] {
  const allowed = all.filter((value) => value !== NO_KIND);
  const word = text.toLowerCase();
  const parts = allowed.filter((value) => value.startsWith(word) || value.endsWith(word));
  return parts.length > 0 && word.length > 1 ? parts : similar(text, allowed);
}
