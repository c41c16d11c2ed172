import { links } from '../facts/links';
import type { ConfigDocument } from '../model/document';
import { type Entity, fieldOf, isEmpty, type OtherProperty, textOf } from '../model/entity';
import { fieldSchema, requiredFields } from '../schema/catalog';
import { enumerate } from '../text/message';
import type { Span } from '../text/span';
import { erasure } from './erasure';
import { type Data, type Example, entityRule, type Report } from './rule';
import { similarFields } from './suggestion';

type Message = 'comment' | 'comma' | 'missing' | 'empty' | 'similar' | 'unknown' | 'noWord';

type Title = 'removeComment' | 'removeComma' | 'rename';

const example = (...triggers: readonly string[]): Example => ({
  file: 'NmsPipeline_Config.json',
  text: `{
  "topics": [
    {
      "name": "triggers",
      "consumer": "luma_prod",
      "triggers": [
${triggers.map((each) => `        ${each}\n`).join('')}      ]
    }
  ]
}
`,
});

export const pipelineOptionSyntax = entityRule({
  meta: {
    id: 'pipeline-option-syntax',
    severity: 'error',
    since: '0.1.0',
    fix: 'safe',
    messages: {
      comment:
        'This is a comment, and the option `NmsPipeline_Config` is JSON, which has none: Adobe asks to remove the comments of its example. A text that is no JSON may end in a parse error such as `iRc=16384`. Remove the comment before you paste the text into the option.',
      comma:
        'This comma has nothing behind it, and the option `NmsPipeline_Config` is JSON, which does not allow that. A text that is no JSON may end in a parse error such as `iRc=16384`. Remove the comma.',
      missing: '**{label}** (`{key}`) is missing. {why} Add it.',
      empty: '**{label}** (`{key}`) is empty. {why} Fill it in.',
      similar:
        '`{key}` is not a key here, so Campaign finds no **{label}**. Did you mean `{meant}`?',
      unknown: '`{key}` is not a key that Adobe documents here; there are {known}. Remove it.',
      noWord: 'This is not a key that Adobe documents here; there are {known}. Remove it.',
    },
    fixes: {
      removeComment: 'Remove the comment',
      removeComma: 'Remove the comma',
      rename: 'Rename to `{meant}`',
    },
    docs: {
      summary: 'An option `NmsPipeline_Config` that is not the JSON which Adobe documents.',
      why: "The option is JSON. Adobe's own example has comments and a comma too many, and says that the comments must go. The parse error `iRc=16384` is documented for an option that is not set; that comments and commas lead to it as well is inferred, and so is that a key which is misspelled does what a missing one does. Other mistakes of the notation are reported as `syntax-error`.",
      invalid: example('// all of them', '{ "name": "*", "jsConnector": "cus:triggers.js" },'),
      valid: example('{ "name": "*", "jsConnector": "cus:triggers.js" }'),
      links: [links.configuringPipeline],
    },
  },

  concepts: ['pipeline-option', 'pipeline-topic', 'pipeline-trigger'],

  check(entity, report, { document, template }) {
    if (entity.concept === 'pipeline-option') reportLiberties(document, report);
    // Where the text is broken, what looks like a key may be anything, and what looks missing may
    // be there.
    if (!entity.home || document.problems.length > 0 || !isDocumented(entity)) return;
    const meant = reportKeys(entity, report);
    if (!template) reportMissing(entity, meant, report);
  },
});

/** What lenient readers of JSON let pass. */
function reportLiberties(document: ConfigDocument, report: Report<Message, Title>): void {
  const { text, comments, problems } = document;
  const isUnclosed = ({ start }: Span) =>
    problems.some(({ code, span }) => code === 'unclosed-comment' && span.start === start);
  const unwelcome = [
    ...comments.map(({ span }) => ({ span, message: 'comment', title: 'removeComment' }) as const),
    ...(document.parsed.trailingCommas ?? []).map(
      (span) => ({ span, message: 'comma', title: 'removeComma' }) as const,
    ),
  ];
  for (const { span, message, title } of unwelcome) {
    if (isUnclosed(span)) continue;
    const erased = erasure(text, span);
    const fix = erased && { title, erases: [erased] };
    report({ at: span, message, fix });
  }
}

/**
 * Only the topic of Experience Cloud Triggers is documented; what others hold is not ours to judge.
 */
function isDocumented(entity: Entity): boolean {
  if (entity.concept !== 'pipeline-topic') return true;
  const name = textOf(entity, 'name');
  return name?.kind !== 'literal' || name.text === 'triggers';
}

/** Reports the keys that nothing reads, and gives the names that were likely meant by them. */
function reportKeys(entity: Entity, report: Report<Message, Title>): ReadonlySet<string> {
  const meant = new Set<string>();
  for (const other of entity.others) {
    const { key, keySpan } = other.property;
    const names = similarFields(key, '', entity).filter((name) => !meant.has(name));
    const [name] = names;
    if (name === undefined) {
      if (!isNote(key)) report({ at: keySpan, ...unknown(key, entity) });
      continue;
    }
    meant.add(name);
    report({
      at: keySpan,
      message: 'similar',
      data: { key, meant: name, label: labelOf(name, entity) },
      fix: names.map((each) => renaming(other, each)),
    });
  }
  return meant;
}

function renaming(other: OtherProperty, meant: string) {
  return {
    title: 'rename' as const,
    data: { meant },
    safety: 'unsafe' as const,
    edit: (edit: { renameKey(other: OtherProperty, key: string): void }) =>
      edit.renameKey(other, meant),
  };
}

/** How people keep a remark where comments are not allowed. */
const isNote = (key: string) => /^([_$#]|\/\/|x-)|^(comments?|description|notes?)$/i.test(key);

function unknown(key: string, { dialect }: Entity) {
  const known = enumerate(Object.keys(dialect.names));
  // Only what looks like a key is quoted.
  const isWord = /^[A-Za-z][\w.-]{0,39}$/.test(key);
  return { message: isWord ? 'unknown' : 'noWord', data: { key, known } } as const;
}

function reportMissing(
  entity: Entity,
  meant: ReadonlySet<string>,
  report: Report<Message, Title>,
): void {
  // Of an option without anything, the rule about missing fields speaks.
  if (entity.fields.size === 0 && entity.others.length === 0 && entity.container) return;
  for (const name of requiredFields(entity.concept)) {
    const field = fieldOf(entity, name);
    if (meant.has(name) || (field && !isEmpty(field))) continue;
    report({
      at: field?.span ?? entity.head,
      lacks: [name],
      message: field ? 'empty' : 'missing',
      data: { key: name, label: labelOf(name, entity), why: whyOf(name, entity) } satisfies Data,
    });
  }
}

const labelOf = (name: string, { concept }: Entity) => fieldSchema(concept, name)?.title ?? name;

const whyOf = (name: string, { concept }: Entity) =>
  /^.*?[.](?=\s|$)/s.exec(fieldSchema(concept, name)?.description ?? '')?.[0] ?? '';
