import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { CheckContext } from '../../server/src/check';
import { fixText } from '../../server/src/features/fix-all';
import { migrate } from '../../server/src/features/workspace-migration';
import { readDocument } from '../../server/src/model/document';
import { rules } from '../../server/src/rules';
import type { Finding, Fix } from '../../server/src/rules/finding';
import type { Safety } from '../../server/src/rules/rule';
import { noSettings } from '../../server/src/rules/settings';
import { folder } from '../cli/terminal';
import { damagedFile } from '../hostile/mutations';
import { applyFix, findingsOf, TODAY } from '../support/check';
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

/** What is found in a text, in words that tell findings apart. */
type Words = (finding: Finding) => string;

const byMessage: Words = ({ rule, severity, message }) => `${rule} ${severity} ${message}`;

/** A migration renames the fields that messages name. */
const byRule: Words = ({ rule, severity }) => `${rule} ${severity}`;

/** What is found more often in a text after it was fixed. */
function newFindings({ file, text }: SampleFile, after: string, words: Words): readonly string[] {
  const known = findingsOf(file, text, context).map(words);
  return findingsOf(file, after, context)
    .map(words)
    .filter((each) => {
      const at = known.indexOf(each);
      if (at >= 0) known.splice(at, 1);
      return at < 0;
    });
}

/** What a person has to fill in, and what is left to be done by hand. */
const isLeft = (words: string) => /^(placeholder-left|half-migrated) /.test(words);

/** In a broken text a fix may uncover what stands behind. */
const isSound = ({ file, text }: SampleFile) => readDocument(file, text)?.problems.length === 0;

/** A field that gets its right name is looked at for the first time. */
const hasUnknownField = ({ file, text }: SampleFile) =>
  findingsOf(file, text, context).some(({ rule }) => rule === 'unknown-field');

describe('fixing', () => {
  for (const safeties of [SAFE, ALL]) {
    it(`twice is fixing once (${safeties})`, () => {
      always((sample) => {
        const once = fixed(sample, safeties);
        assert.equal(fixed({ ...sample, text: once }, safeties), once);
      });
    });
  }

  it('a sound text safely leaves nothing new to be found', () => {
    always((sample) => {
      if (!isSound(sample)) return;
      assert.deepEqual(newFindings(sample, fixed(sample, SAFE), byMessage), []);
    });
  });

  it('all of a sound text leaves nothing new but what a person has to do', () => {
    always((sample) => {
      if (!isSound(sample) || hasUnknownField(sample)) return;
      const news = newFindings(sample, fixed(sample, ALL), byRule);
      assert.deepEqual(
        news.filter((each) => !isLeft(each)),
        [],
      );
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
  for (const sample of sampleFiles) {
    it(`${sample.file}: leave no new findings but what a person has to do`, () => {
      const once = fixed(sample, ALL);
      const news = newFindings(sample, once, byRule);
      assert.deepEqual(
        news.filter((each) => !isLeft(each)),
        [],
      );
      assert.equal(fixed({ ...sample, text: once }, ALL), once);
    });
  }
});

/** What stands between the edits stands as it was between what they bring. */
function keepsTheRest(text: string, fix: Fix, rule: string): void {
  const after = applyFix(text, fix);
  let [from, to] = [0, 0];
  for (const { span, newText } of fix.edits()) {
    assert.ok(from <= span.start && span.start <= span.end, `${rule}: not in order`);
    const expected = text.slice(from, span.start) + newText;
    assert.equal(after.slice(to, to + expected.length), expected, rule);
    from = span.end;
    to += expected.length;
  }
  assert.equal(after.slice(to), text.slice(from), rule);
}

describe('an edit', () => {
  it('leaves every character outside of it as it was, and meets no other one', () => {
    always(({ file, text }) => {
      for (const { rule, fixes } of findingsOf(file, text, context)) {
        for (const fix of fixes) {
          keepsTheRest(text, fix, rule);
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

describe('a file', () => {
  const utf16 = (text: string) => Buffer.from(`\uFEFF${text.replace(/^\uFEFF/, '')}`, 'utf16le');
  const encodings: readonly (readonly [string, (text: string) => Buffer])[] = [
    ['UTF-16', utf16],
    ['UTF-16, big end first', (text) => utf16(text).swap16()],
    ['ISO-8859-1', (text) => Buffer.from(text, 'latin1')],
  ];

  /**
   * Every third one in a folder of its own, with a letter in a comment by which encodings differ.
   */
  const texts = sampleFiles.flatMap(({ file, text }, index): (readonly [string, string])[] => {
    const comment = readDocument(file, text)?.syntax.comment('Köln');
    const commented = `${text}\n${comment}\n`;
    const isPlain = /^[\0-\xff]*$/.test(commented) && !/iso-8859/i.test(text);
    return index % 3 === 0 && comment && isPlain ? [[`${index}/${file}`, commented]] : [];
  });

  const fixedFiles = async (encode: (text: string) => Buffer) => {
    const here = folder(Object.fromEntries(texts.map(([name, text]) => [name, encode(text)])));
    assert.notEqual((await here.run(['check', '--fix', '--today', TODAY])).status, 2);
    return new Map(texts.map(([name]) => [name, here.bytes(name)]));
  };
  const plainly = fixedFiles((text) => Buffer.from(text));

  for (const [name, encode] of encodings) {
    it(`is fixed byte by byte as in UTF-8: ${name}`, async () => {
      let fixes = 0;
      const [expected, found] = [await plainly, await fixedFiles(encode)];
      for (const [file, text] of texts) {
        const after = expected.get(file)!.toString();
        if (after !== text) fixes++;
        assert.ok(encode(after).equals(found.get(file)!), file);
      }
      assert.ok(texts.length > 50 && fixes > 10, `${fixes} of ${texts.length}`);
    });
  }
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
