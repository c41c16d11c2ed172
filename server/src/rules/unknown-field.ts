import type { ConfigDocument } from '../model/document';
import type { Entity } from '../model/entity';
import { linesOf } from '../text/positions';
import type { Span } from '../text/span';
import { isOrdinary } from '../text/words';
import { integrationExample } from './credential-examples';
import { entityRule } from './rule';
import { similarFields } from './suggestion';

export const unknownField = entityRule({
  meta: {
    id: 'unknown-field',
    severity: 'warning',
    since: '0.1.0',
    fix: 'unsafe',
    messages: {
      unknown:
        '`{key}` is not a field here, so nothing reads it. Remove it, or start it with `x-` to keep a note of your own.',
      noWord:
        'This is not a field here, so nothing reads it. Remove it, or start it with `x-` to keep a note of your own.',
      similar: '`{key}` is not a field here, so nothing reads it. Did you mean `{meant}`?',
      unknownRule: 'There is no rule `{key}`. `ims-config rules` lists them all.',
      noRule: 'There is no rule of that name. `ims-config rules` lists them all.',
      similarRule: 'There is no rule `{key}`. Did you mean `{meant}`?',
    },
    fixes: { rename: 'Rename to `{meant}`' },
    docs: {
      summary: 'A key that our own notation does not have.',
      why: 'A misspelled key is silently ignored, and what it was meant to set stays at its default. Keys that start with `x-` are free for notes.',
      invalid: integrationExample({ clientId: '', client_id: '0123456789abcdef0123456789abcdef' }),
      valid: integrationExample({ 'x-owner': 'web team' }),
      links: [],
    },
  },

  check(entity, report, context) {
    if (entity.dialect.style !== 'closed' || entity.others.length === 0) return;
    const isBroken = context.workspace.about(context.document, onBrokenLine);
    // Two spellings of one field cannot both become it.
    const taken = new Set<string>();
    for (const other of entity.others) {
      const { property, prefix } = other;
      if (property.key.startsWith('x-') || isBroken(property.keySpan)) continue;
      const names = similarFields(property.key, prefix, entity).filter((name) => !taken.has(name));
      if (names[0] !== undefined) taken.add(names[0]);
      report({
        at: property.keySpan,
        message: messageFor(entity, property.key, names.length > 0),
        data: { key: property.key, meant: names[0] ?? '' },
        fix: names.map((meant) => ({
          title: 'rename',
          data: { meant },
          edit: (edit) => edit.renameKey(other, meant),
        })),
      });
    }
  },
});

function messageFor({ concept }: Entity, key: string, isSimilar: boolean) {
  if (concept === 'rule-levels') {
    if (isSimilar) return 'similarRule';
    return /^[a-z_][a-z_-]{0,39}$/i.test(key) ? 'unknownRule' : 'noRule';
  }
  if (isSimilar) return 'similar';
  return isWord(key) ? 'unknown' : 'noWord';
}

/** Where the text is broken, what looks like a key may be anything, even a piece of a secret. */
function onBrokenLine({ problems, text }: ConfigDocument): (key: Span) => boolean {
  if (problems.length === 0) return () => false;
  const { positionOf } = linesOf(text);
  const linesAt = ({ start, end }: Span) => {
    const [first, last] = [start, Math.max(start, end - 1)].map((at) => positionOf(at).line);
    return Array.from({ length: last! - first! + 1 }, (_, index) => first! + index);
  };
  const broken = new Set(problems.flatMap(({ span }) => linesAt(span)));
  return (key) => linesAt(key).some((line) => broken.has(line));
}

/** Only what looks like a key is quoted, and not like a secret that stands in the place of one. */
const isWord = (key: string) => /^[A-Za-z_$][\w.-]{0,39}$/.test(key) && isOrdinary(key);
