import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Mismatch } from '../../server/src/features/mask-difference';
import { type NameTrial, tryMask } from '../../server/src/features/mask-trial';
import { linearPatterns } from '../../server/src/lsp/linear-patterns';
import { marked } from '../support/marks';

const groups = ['admin', 'delivery', 'workflowSupervisor'];

const trial = (mask: string, name: string): NameTrial => {
  const [found] = tryMask(mask, [name], linearPatterns, groups).names;
  assert.ok(found);
  return found;
};

describe('a name that belongs to a mask', () => {
  /** Outcome and group; the group is marked in the name. */
  const cases: readonly (readonly [mask: string, name: string, outcome: string])[] = [
    ['Campaign - acme - (.*)', 'Campaign - acme - «delivery»', 'matched'],
    ['Campaign - acme - (.*)', 'Campaign - acme - «press & events»', 'matched'],
    ['^Campaign (.+)$', 'Campaign «delivery»', 'matched'],
    ['(.*) of acme.com', '«delivery» of acme.com', 'matched'],
    ['[Cc]ampaign (\\w+)', 'campaign «delivery»', 'matched'],
    ['Campaign (?<name>.*)', 'Campaign «delivery»', 'matched'],
    ['Campaign (?P<name>.*)', 'Campaign «delivery»', 'matched'],
    ['(?i)campaign - acme - (.*)', 'CAMPAIGN - Acme - «delivery»', 'matched'],
    ['(?:Campaign|Adobe) - (.*)', 'Adobe - «delivery»', 'matched'],
    // Only by one reading, or with a group that nobody has.
    ['Campaign - acme - ', 'Campaign - acme - «delivery»', 'doubtful'],
    ['Campaign - acme', 'Campaign - acme«delivery»', 'doubtful'],
    ['Campaign - acme -', 'Campaign - acme -« delivery»', 'doubtful'],
    ['Campaign - acme - (.*)', 'Campaign - acme - « delivery»', 'doubtful'],
    ['Campaign - acme - (.*)', 'Campaign - acme - «delivery »', 'doubtful'],
    ['Campaign - acme - (.*)', 'Campaign - acme - «»', 'doubtful'],
    ['Campaign - acme - (.*)', 'Campaign - acme - «Delivery»', 'doubtful'],
    ['Campaign - tenant_id - (.*)', 'Campaign - tenant_id - «delivery»', 'doubtful'],
    ['Campaign - (.*)', 'Campaign - «<tenant> - delivery»', 'doubtful'],
    ['Campaign - (.*)', 'Campaign - «mytenant_ids»', 'matched'],
    ['Campaign - (.*) - (.*)', 'Campaign - «acme» - delivery', 'doubtful'],
    ['Campaign - acme - .*', 'Campaign - acme - delivery', 'doubtful'],
  ];
  for (const [mask, code, outcome] of cases) {
    it(`by ${mask} is ${code}`, () => {
      const { text, spans } = marked(code);
      const found = trial(mask, text);
      assert.equal(found.outcome, outcome, found.summary);
      const [span] = spans;
      assert.deepEqual(found.groupAt, span && { from: span.start, to: span.end });
      assert.equal(found.group, span && text.slice(span.start, span.end));
      assert.equal(found.mismatch, undefined);
    });
  }
});

describe('the place from which a name is another one', () => {
  /** What differs is marked in the mask and in the name. */
  const cases: readonly (readonly [what: Mismatch['what'], mask: string, name: string])[] = [
    ['placeholder', 'Campaign - «tenant_id» - (.*)', 'Campaign - «acme» - delivery'],
    ['placeholder', 'Campaign - «tenant_id» - (.*)', 'Campaign - «tenon» - delivery'],
    ['placeholder', 'Campaign - «<tenant>» - (.*)', 'Campaign - «acme» - delivery'],
    ['placeholder-in-name', 'Campaign - «a»cme - (.*)', 'Campaign - «tenant_id» - delivery'],
    ['leading-blank', '«C»ampaign - acme - (.*)', '« »Campaign - acme - delivery'],
    ['mask-leading-blank', '« »Campaign - acme - (.*)', '«C»ampaign - acme - delivery'],
    ['dash', 'Campaign «-» acme - (.*)', 'Campaign «–» acme - delivery'],
    ['dash', 'Campaign «–» acme - (.*)', 'Campaign «-» acme - delivery'],
    ['blank-kind', 'Campaign« »- acme - (.*)', 'Campaign«\u00a0»- acme - delivery'],
    ['blank-kind', 'Campaign« »- acme - (.*)', 'Campaign«\t»- acme - delivery'],
    ['capitals', '«Campaign» - acme - (.*)', '«campaign» - acme - delivery'],
    ['capitals', 'Campaign - «acme» - (.*)', 'Campaign - «ACME» - delivery'],
    ['capitals', 'Campaign - «acme» - (.*)', 'Campaign - «aCMe» - delivery'],
    ['extra-blank', 'Campaign-acme«-»(.*)', 'Campaign-acme« »-delivery'],
    ['extra-blank', 'Campaign - «a»cme - (.*)', 'Campaign - « »acme - delivery'],
    ['missing-blank', 'Campaign« »- acme - (.*)', 'Campaign«»- acme - delivery'],
    ['missing-blank', 'Campaign -« »acme - (.*)', 'Campaign -«»acme - delivery'],
    ['missing-blank', 'Campaign - acme -« »(.*)', 'Campaign - acme -«»delivery'],
    ['ends', 'Campaign - acme« - »(.*)', 'Campaign - acme«»'],
    ['ends-before-blank', 'Campaign - acme -« »(.*)', 'Campaign - acme -«»'],
    ['one-too-many', 'Campaign - acme« »- (.*)', 'Campaign - acme«s» - delivery'],
    ['one-missing', 'Campaign - ac«m»e - (.*)', 'Campaign - ac«»e - delivery'],
    ['one-other', 'Camp«a»ign - acme - (.*)', 'Camp«e»ign - acme - delivery'],
    ['swapped', 'Campai«gn» - acme - (.*)', 'Campai«ng» - acme - delivery'],
    ['missing-blank', 'Campaign - acme« »- (.*)', 'Campaign - acme«»-delivery'],
    ['missing-blank', 'Campaign« »- acme - (.*)', 'Campaign«»-acme - delivery'],
    ['missing-part', 'Campaign - «acme - »(.*)', 'Campaign - «»delivery'],
    ['missing-part', '«Campaign - »acme - (.*)', '«»acme - delivery'],
    ['other-instance', 'Campaign - «acme» - (.*)', 'Campaign - «luma» - delivery'],
    ['other-instance', 'Campaign - «acme» - (.*)', 'Campaign - «acme-stage» - delivery'],
    ['other-beginning', '«Campaign» - acme - (.*)', '«AEM» - acme - delivery'],
    ['trailing-blank', '(.*) of acm«e»', 'delivery of acme« »'],
    ['capitals', '(.*) of «acme»', 'delivery of «ACME»'],
    ['other-end', '(.*)« of acme»', 'delivery« of luma»'],
    ['other-end', '(.*)« of acme»', '«acme»'],
    // A dot takes any character.
    ['other-end', '(.*)« of acme.com»', 'delivery« of acme_org»'],
    // Where the mask is no plain text it is followed part by part.
    ['unexpected', '[Cc]ampaign«\\s»(.*)', 'campaign«-»delivery'],
    ['unexpected', 'Campaign - «(\\d+)»', 'Campaign - «d»elivery'],
    ['ends-in-pattern', 'Campaign - «(.+)»', 'Campaign - «»'],
    ['too-long', 'Campaign - (\\w+)«»', 'Campaign - press« & events»'],
  ];
  for (const [what, markedMask, markedName] of cases) {
    it(`of ${markedName} by ${markedMask} is said: ${what}`, () => {
      const mask = marked(markedMask);
      const name = marked(markedName);
      const { outcome, mismatch, summary } = trial(mask.text, name.text);
      assert.equal(outcome, 'unmatched');
      assert.equal(mismatch?.what, what, summary);
      assert.equal(mismatch.message, summary);
      const placesOf = ({ from, to }: { from: number; to: number }) => [{ start: from, end: to }];
      assert.deepEqual(placesOf(mismatch.inMask), mask.spans, 'in the mask');
      assert.deepEqual(placesOf(mismatch.inName), name.spans, 'in the name');
    });
  }

  it('is not known where the mask has alternatives', () => {
    const { outcome, mismatch } = trial('Campaign (.*)|Adobe (.*)', 'AEM delivery');
    assert.deepEqual([outcome, mismatch], ['unmatched', undefined]);
  });

  it('is named in words', () => {
    const said = trial('Campaign - acme - (.*)', 'Campaign – acme - delivery').summary;
    assert.equal(said, 'The name has an en dash (`–`) where the mask has a hyphen (`-`).');
  });
});

describe('both readings', () => {
  it('are said for each name', () => {
    const { asPattern, asPrefix } = trial('Campaign - acme - (.*)', 'Campaign - acme - delivery');
    assert.equal(asPattern, 'It matches, and its group is `delivery`.');
    assert.equal(asPrefix, 'The name begins with `Campaign - acme - `, and `delivery` is left.');
  });

  it('differ where the mask has no group', () => {
    const { asPattern, asPrefix } = trial('Campaign - acme - ', 'Campaign - acme - delivery');
    assert.equal(asPattern, 'It does not match the whole name.');
    assert.equal(asPrefix, 'The name begins with `Campaign - acme - `, and `delivery` is left.');
  });
});

describe('a mask that cannot be tried', () => {
  const cases: readonly (readonly [mask: string, problem: RegExp])[] = [
    ['', /is empty/],
    ['  ', /is empty/],
    ['${CAMPAIGN_MASK}', /only refers to/],
    [`${'Campaign '.repeat(200)}(.*)`, /too long/],
    ['Campaign (?=x)(.*)', /cannot be tried here/],
    ['(?<!x)Campaign (.*)', /cannot be tried here/],
    ['(Campaign) \\1', /cannot be tried here/],
    ['Campaign (?>.*)', /cannot be tried here/],
    ['Campaign (.*+)', /cannot be tried here/],
    ['((a{100}){100}){100}', /cannot be tried here/],
    ['Campaign - (*)', /nothing that could be repeated/],
    ['Campaign - (.*', /never closed/],
  ];
  for (const [mask, problem] of cases) {
    it(`says why: ${mask.slice(0, 40)}`, () => {
      const found = tryMask(mask, ['Campaign - delivery', ''], linearPatterns);
      assert.match(found.problem?.message ?? '', problem);
      assert.deepEqual(
        found.names.map(({ outcome }) => outcome),
        ['untested', 'untested'],
      );
    });
  }
});

describe('a hostile mask', () => {
  const long = 'a'.repeat(10_000);
  const masks = [
    '(a+)+$',
    '(a*)*b',
    '(a|aa)+$',
    '(.*)(.*)(.*)(.*)(.*)x',
    '(a?){500}a{500}',
    '(\\pL?\\pL?\\pL?){300}!',
    '(?:a{30}){30}',
    '('.repeat(400) + ')'.repeat(400),
    '(a|'.repeat(200) + ')'.repeat(200),
    '['.repeat(999),
    '(?<'.repeat(300),
    '\\'.repeat(999),
    '<'.repeat(999),
    `${'a'.repeat(990)}(.*)`,
    `${' '.repeat(500)}-${' '.repeat(400)}(.*)`,
  ];
  const names = [
    long,
    `${long}!`,
    ' '.repeat(10_000),
    '<'.repeat(10_000),
    '- '.repeat(5_000),
    'a '.repeat(5_000),
    'x'.repeat(1_000_000),
  ];
  for (const mask of masks) {
    it(`keeps nobody waiting: ${mask.slice(0, 30)}`, () => {
      const start = performance.now();
      assert.equal(tryMask(mask, names, linearPatterns, groups).names.length, names.length);
      assert.ok(performance.now() - start < 3_000);
    });
  }

  it('with as many names keeps nobody waiting', () => {
    for (const mask of [
      '(\\pL?\\pL?\\pL?){300}!',
      `${'a?'.repeat(450)}!`,
      `${'[ab]'.repeat(90)}(.*)`,
    ]) {
      const start = performance.now();
      const many = Array.from({ length: 200 }, (_, index) => 'a'.repeat(index * 50));
      tryMask(mask, many, linearPatterns);
      assert.ok(performance.now() - start < 3_000, `${performance.now() - start} ms`);
    }
  });

  it('and many names do not either', () => {
    const start = performance.now();
    const many = Array.from({ length: 1_000 }, (_, index) => `Campaign - acme - group${index}`);
    assert.equal(tryMask('Campaign - acme - (.*)', many, linearPatterns).names.length, 200);
    assert.ok(performance.now() - start < 3_000);
  });
});

describe('any mask with any name', () => {
  it('throws nothing, and all places lie within', () => {
    const alphabet = ['(', ')', '.', '*', '+', '?', '[', ']', '{', '}', '\\', '|', '^', '$', '-'];
    const letters = [
      ...alphabet,
      ' ',
      'a',
      'A',
      '2',
      ',',
      '<',
      '>',
      '–',
      '\u00a0',
      '\ud83d',
      '\ude00',
    ];
    let seed = 7;
    const next = (below: number) => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      return (seed >>> 8) % below;
    };
    const word = () =>
      Array.from({ length: next(12) }, () => letters[next(letters.length)]).join('');
    const isWithin = (place: { from: number; to: number } | undefined, text: string) =>
      !place || (place.from >= 0 && place.from <= place.to && place.to <= text.length);
    for (let round = 0; round < 1_000; round++) {
      const [mask, name] = [word(), word()];
      const { names, group, problem } = tryMask(mask, [name], linearPatterns, groups);
      const hint = JSON.stringify([mask, name, names[0]]);
      assert.ok(isWithin(group, mask) && isWithin(problem?.at, mask), hint);
      assert.ok(
        isWithin(names[0]?.groupAt, name) && isWithin(names[0]?.mismatch?.inName, name),
        hint,
      );
      assert.ok(isWithin(names[0]?.mismatch?.inMask, mask), hint);
    }
  });
});
