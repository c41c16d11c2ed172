import { type BrokenLine, brokenLines } from './broken-lines';
import { erasure } from './erasure';
import { documentRule, type FixPlan } from './rule';
import { contextExample } from './variable-examples';

export const brokenLine = documentRule({
  meta: {
    id: 'broken-line',
    severity: 'error',
    since: '0.1.0',
    fix: 'safe',
    messages: {
      key: '`{key}` is broken in two here. Readers skip the first part, and the second is a name that nobody knows, so that the value is lost. Join the lines.',
      list: 'The list of `{key}` goes on here, and readers take each line for itself: the rest of the list is lost. Join the lines.',
      suffix:
        'This is the end of `{key}`, and readers take each line for itself: what is left of the id names nothing. Join the lines.',
      lines:
        '`{key}` has several lines, and without quotes readers take the first one only. Put the whole text in double quotes.',
      separator:
        '`{key}` has no `=` before its value, and readers skip the line. Write `{key}=` and the value behind it.',
      nothing:
        'This line is no assignment, and readers skip it. If it is the end of the line above, join them; if it is a note, begin it with `#`.',
    },
    fixes: { join: 'Join the lines', remove: 'Remove the line' },
    docs: {
      summary: 'A line that was broken in two, or a value that stands alone.',
      why: 'Long lines break when they are copied from mail or chat. What reads `.env` files takes each line for itself and skips what is no assignment, without a word: scopes or half of an id are missing then.',
      invalid: {
        ...contextExample(),
        text: contextExample().text.replace('shop_scopes', 'shop\n_scopes'),
      },
      valid: contextExample(),
      links: [],
    },
  },

  check(document, report) {
    let lines = 0;
    for (const line of brokenLines(document)) {
      const { problem, was, key = '' } = line;
      // Each line of a text without quotes is the same mistake.
      if (was === 'shell' || (was === 'several-lines' && lines++ > 0)) continue;
      report({
        at: problem.span,
        message: was === 'several-lines' ? 'lines' : was,
        severity: was === 'nothing' ? 'warning' : undefined,
        data: { key },
        fix: fixOf(line, document.text),
      });
    }
  },
});

function fixOf(
  { was, joins, problem }: BrokenLine,
  text: string,
): FixPlan<'join' | 'remove'> | undefined {
  if (joins) return { title: 'join', erases: joins };
  const erased = was === 'nothing' ? erasure(text, problem.span) : undefined;
  return erased && { title: 'remove', safety: 'editor-only', erases: [erased] };
}
