import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { CheckContext } from '../../server/src/check';
import { fixText } from '../../server/src/features/fix-all';
import { migrate } from '../../server/src/features/workspace-migration';
import { readDocument } from '../../server/src/model/document';
import { rules } from '../../server/src/rules';
import type { Safety } from '../../server/src/rules/rule';
import { noSettings } from '../../server/src/rules/settings';
import { damagedFile } from '../hostile/mutations';
import { findingsOf, TODAY } from '../support/check';
import { keepsComments } from '../support/comments';
import { type SampleFile, sampleFiles } from '../support/sample-files';

/** Promises that hold for every text: of the project's files, as they are and damaged. */
const context: CheckContext = { settings: noSettings, today: TODAY, tracked: true };
const SAFE: readonly Safety[] = ['safe'];
const ALL: readonly Safety[] = ['safe', 'unsafe'];

/** The same texts at each run. */
const run = { seed: 20261121, numRuns: 250 };

const always = (promise: (file: SampleFile) => void, numRuns = run.numRuns): void =>
  fc.assert(fc.property(damagedFile(), promise), { ...run, numRuns });

const fixed = ({ file, text }: SampleFile, safeties: readonly Safety[]): string =>
  fixText(file, text, context, safeties).text;

const rulesIn = ({ file, text }: SampleFile, severities: readonly string[]): readonly string[] =>
  findingsOf(file, text, context)
    .filter(({ severity }) => severities.includes(severity))
    .map(({ rule }) => rule);

/** The rules that report only after a fix. */
function newRules(sample: SampleFile, after: string, severities: readonly string[]) {
  const known = new Set(rulesIn(sample, ['error', 'warning', 'info', 'hint']));
  const found = rulesIn({ ...sample, text: after }, severities);
  return [...new Set(found.filter((rule) => !known.has(rule)))];
}

describe('fixing', () => {
  for (const safeties of [SAFE, ALL]) {
    it(`twice is fixing once (${safeties})`, () => {
      always((sample) => {
        const once = fixed(sample, safeties);
        assert.equal(fixed({ ...sample, text: once }, safeties), once);
      });
    });
  }

  it('a sound text safely brings no error of a rule that was silent', () => {
    always((sample) => {
      // In a broken one a fix may uncover what stands behind.
      if (readDocument(sample.file, sample.text)?.problems.length !== 0) return;
      assert.deepEqual(newRules(sample, fixed(sample, SAFE), ['error']), []);
    });
  });

  it('safely keeps the comments, but for suppressions that suppress nothing', () => {
    always((sample) => {
      const after = fixed(sample, SAFE);
      if (after === sample.text || !readDocument(sample.file, after)) return;
      const takes = findingsOf(sample.file, sample.text, context).some(({ rule }) =>
        ['unused-suppression', 'pipeline-option-syntax'].includes(rule),
      );
      if (!takes) keepsComments(sample.file, sample.text, after);
    });
  });
});

describe('all fixes of a sound file', () => {
  /** What a person has to fill in, and what is left to be done by hand. */
  const LEFT = ['placeholder-left', 'half-migrated'];
  for (const sample of sampleFiles) {
    it(`${sample.file}: leave no new findings but what a person has to do`, () => {
      const once = fixed(sample, ALL);
      const news = newRules(sample, once, ['error', 'warning', 'info', 'hint']);
      assert.deepEqual(
        news.filter((rule) => !LEFT.includes(rule)),
        [],
      );
      assert.equal(fixed({ ...sample, text: once }, ALL), once);
    });
  }
});

describe('an edit', () => {
  it('leaves every character outside of it as it was, and meets no other one', () => {
    always(({ file, text }) => {
      for (const { rule, fixes } of findingsOf(file, text, context)) {
        for (const fix of fixes) {
          let at = 0;
          for (const { span } of fix.edits()) {
            assert.ok(at <= span.start && span.start <= span.end, `${rule}: not in order`);
            at = span.end;
          }
          assert.ok(at <= text.length, `${rule}: behind the end`);
        }
      }
    });
  });

  it('keeps line breaks and byte order marks', () => {
    always(({ file, text }) => {
      const windows = `\uFEFF${text.replaceAll('\uFEFF', '').replace(/\r\n|\r|\n/g, '\r\n')}`;
      for (const safeties of [SAFE, ALL]) {
        const after = fixed({ file, text: windows }, safeties);
        assert.ok(!/[^\r]\n|\r[^\n]/.test(after), 'mixes line breaks');
        assert.ok(
          after.startsWith('\uFEFF') && after.lastIndexOf('\uFEFF') === 0,
          'loses the mark',
        );
      }
    });
  });
});

describe('a migration', () => {
  it('leaves nothing to migrate', () => {
    always(({ file, text }) => {
      const document = readDocument(file, text);
      const once = document && migrate(document, context);
      if (!once) return;
      const again = migrate(once.document, context);
      assert.deepEqual(again?.edits ?? [], []);
    });
  });
});

describe('a suppression', () => {
  const directive = fc
    .tuple(
      fc.constantFrom('ims-config-ignore', 'ims-config-ignore-file', 'ims-config-ignore-line'),
      fc.array(
        fc.oneof(fc.constantFrom(...rules.map(({ meta }) => meta.id)), fc.string({ maxLength: 8 })),
        { maxLength: 4 },
      ),
      fc.constantFrom(', ', ',', ' ', ' -- because ', '\t'),
    )
    .map(([word, ids, between]) => `${word} ${ids.join(between)}`);

  it('never throws, wherever and however it is written', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sampleFiles), directive, fc.nat(), (sample, words, at) => {
        const document = readDocument(sample.file, sample.text);
        const comment = document?.syntax.comment(words) ?? '';
        const line = sample.text.lastIndexOf('\n', at % (sample.text.length + 1)) + 1;
        const text = `${sample.text.slice(0, line)}${comment}\n${sample.text.slice(line)}`;
        const before = findingsOf(sample.file, text, context);
        for (const { span } of before) assert.ok(span.end <= text.length);
        fixed({ file: sample.file, text }, SAFE);
      }),
      run,
    );
  });
});
