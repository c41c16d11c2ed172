import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tryMask } from '../../server/src/features/mask-trial';
import { linearPatterns } from '../../server/src/lsp/linear-patterns';
import { marked } from '../support/marks';

describe('what is said of a name that does not match', () => {
  /** What differs is marked in the mask and in the name. */
  const cases: readonly (readonly [mask: string, name: string, sentence: string])[] = [
    [
      'Campaign -« »closed - (.*)',
      'Campaign -«»acme - partners',
      'The name lacks a space before `acme` that the mask has.',
    ],
    [
      'Campaign -« »acme - (.*)',
      'Campaign -«»acme - partners',
      'The name lacks a space before `acme` that the mask has.',
    ],
    [
      'Campaign - «acme-dev» - (.*)',
      'Campaign - «acme» - press',
      'The name has `acme` where the mask has `acme-dev`: it seems to belong to another tenant or instance.',
    ],
    [
      'Campaign - acme«-»dev - (.*)',
      'Campaign - acme« »-dev - press',
      'The name has a space before `-` that the mask does not have.',
    ],
    [
      'Campaign - «acme-dev» - (.*)',
      'Campaign - «acme» - delivery',
      'The name has `acme` where the mask has `acme-dev`: it seems to belong to another tenant or instance.',
    ],
    [
      'Campaign - «acme-dev» - (.*)',
      'Campaign - «acme-prod» - press',
      'The name has `acme-prod` where the mask has `acme-dev`: it seems to belong to another tenant or instance.',
    ],
    [
      'Campaign - «acme» - (.*)',
      'Campaign - «acme-dev» - press',
      'The name has `acme-dev` where the mask has `acme`: it seems to belong to another tenant or instance.',
    ],
    [
      'Campaign - «acme» - dev - (.*)',
      'Campaign - «acme-delivery» - press',
      'The name has `acme-delivery` where the mask has `acme`: it seems to belong to another tenant or instance.',
    ],
    [
      'Campaign - acme« »- dev - (.*)',
      'Campaign - acme«»-dev - press',
      'The name lacks a space before `-` that the mask has.',
    ],
    [
      'Campaign - «acme» - dev - (.*)',
      'Campaign - «luma» - press',
      'The name has `luma` where the mask has `acme`: it seems to belong to another tenant or instance.',
    ],
    [
      'Campaign - acme - «dev - »(.*)',
      'Campaign - acme - «»press',
      'The part `dev` of the mask is missing in the name.',
    ],
    [
      'Campaign - «acme» - .*x',
      'Campaign - «acme-dev» - partners',
      'The name has `acme-dev` where the mask has `acme`: it seems to belong to another tenant or instance.',
    ],
    [
      'Campaign -« »acme - .*x',
      'Campaign -«»acme - partners',
      'The name lacks a space before `acme` that the mask has.',
    ],
    [
      'Campaign - acme - .*«x»',
      'Campaign - acme - partners«»',
      'The name ends where the mask still wants `x`.',
    ],
    [
      '.*«Campaign - acme»',
      'AEM - acme«»',
      'The name ends where the mask still wants `Campaign - acme`.',
    ],
    [
      '.*Campaign - «acme»',
      'Campaign - «luma»',
      'The name does not go on as the mask wants it, with `acme`.',
    ],
    [
      '«[Cc]ampaign» - acme - (.*)',
      '«Adobe» - acme - press',
      'The name does not begin as the mask wants it, with `[Cc]ampaign`.',
    ],
    [
      '[Cc]ampaign - «acme» - (.*)',
      'campaign - «luma» - press',
      'The name does not go on as the mask wants it, with `acme`.',
    ],
    [
      '[Cc]ampaign -« »acme - (.*)',
      'campaign -«a»cme - press',
      'The name does not go on as the mask wants it, with a space.',
    ],
    [
      '(?i)campaign - «acme» - (.*)',
      'CAMPAIGN - «luma» - press',
      'The name does not go on as the mask wants it, with `acme`.',
    ],
    [
      'Campaign - acme.«p»rod - (.*)',
      'Campaign - acmep«»rod - press',
      'A character is missing in the name, `p`: `acmeprod` instead of `acme.prod`.',
    ],
    [
      'Campaign - acme«\\.»prod - (.*)',
      'Campaign - acme«-»prod - press',
      'The name has `acme-prod` where the mask has `acme.prod`: one character is another one.',
    ],
    [
      'Campaign - «Acme» - (.*)',
      'Campaign - «acme» - press',
      'The name has `acme` and the mask `Acme`: capital letters count in a pattern.',
    ],
    [
      'Campaign «-» acme - (.*)',
      'Campaign « »- acme - press',
      'The name has a space before `-` that the mask does not have.',
    ],
    [
      'Campaign - «a»cme - (.*)',
      'Campaign - « »luma - press',
      'The name has a space before `luma` that the mask does not have.',
    ],
    [
      'Campaign - « »acme - (.*)',
      'Campaign - «»acme - press',
      'The name lacks a space before `acme` that the mask has.',
    ],
    [
      'Campaign« »- acme - (.*)',
      'Campaign«\t»- acme - press',
      'The name has a tab where the mask has a space.',
    ],
    [
      'Campaign - acme« »- (.*)',
      'Campaign - acme«\u00a0»- press',
      'The name has a no-break space where the mask has a space.',
    ],
    [
      'Campaign - acme «-» (.*)',
      'Campaign - acme «–» press',
      'The name has an en dash (`–`) where the mask has a hyphen (`-`).',
    ],
    [
      'Campaign «–» acme – (.*)',
      'Campaign «-» acme - press',
      'The name has a hyphen (`-`) where the mask has an en dash (`–`).',
    ],
    [
      'Campaign - k«ö»ln - (.*)',
      'Campaign - k«o\u0308»ln - press',
      'The name and the mask have `o\u0308`, but made of other characters: in one of them the accent is a character of its own. Type it anew.',
    ],
    [
      'Campaign - k«ö»ln - (.*)',
      'Campaign - k«o»ln - press',
      'The name has `koln` where the mask has `köln`: one character is another one.',
    ],
    [
      'Campaign - «köln» - (.*)',
      'Campaign - «KÖLN» - press',
      'The name has `KÖLN` and the mask `köln`: capital letters count in a pattern.',
    ],
    [
      'Campaign «-» acme - (.*)',
      'Campaign «»acme - press',
      'The name lacks a hyphen (`-`) before `acme` that the mask has.',
    ],
    [
      'Campaign «-» acme - (.*)',
      'Campaign «_» acme - press',
      'The name has `_` where the mask has `-`: one character is another one.',
    ],
    [
      'Campaign -« »acme - (.*)',
      'Campaign -«-» acme - press',
      'The name has one character too many, `-`: `--` instead of `-`.',
    ],
    [
      'Campaign« »- acme - (.*)',
      'Campaign«»- acme - press',
      'The name lacks a space before `-` that the mask has.',
    ],
    [
      'Campaign« »- acme - (.*)',
      'Campaign«»-acme-press',
      'The name lacks a space before `-` that the mask has.',
    ],
    [
      'Campaign - «acme dev» - (.*)',
      'Campaign - «acme» - press',
      'The name has `acme` where the mask has `acme dev`: it seems to belong to another tenant or instance.',
    ],
    [
      'Campaign - «acme north» - (.*)',
      'Campaign - «acme south» - press',
      'The name has `acme south` where the mask has `acme north`: it seems to belong to another tenant or instance.',
    ],
    [
      'Campaign -« »acme - ',
      'Campaign -«»acme - press',
      'The name lacks a space before `acme` that the mask has.',
    ],
    [
      'Campaign - acme« - »',
      'Campaign - acme«»',
      'The name ends where the mask goes on with ` - `.',
    ],
    [
      'AEM «acme» (.*)',
      'AEM «luma» press',
      'The name has `luma` where the mask has `acme`: it seems to belong to another tenant or instance.',
    ],
    [
      'AEM« »acme (.*)',
      'AEM«»acme press',
      'The name lacks a space before `acme` that the mask has.',
    ],
    ['(.*) -« »acme', 'press -«»acme', 'The name lacks a space before `acme` that the mask has.'],
    ['(.*) - acme«»', 'press - acme« 2»', 'The name goes on where the mask ends.'],
    ['(.*)« - acme»', 'press« - luma»', 'The name does not end with ` - acme`, as the mask does.'],
    ['(.*)« »acme', 'press-«»acme', 'The name lacks a space before `acme` that the mask has.'],
    [
      '(.*) «-» acme',
      'press «–» acme',
      'The name has an en dash (`–`) where the mask has a hyphen (`-`).',
    ],
    [
      'Campaign - (.*)« - »(.*)',
      'Campaign - acme«»',
      'The name ends where the mask still wants ` - `.',
    ],
    [
      'Campa«i»gn - (.*) - (.*)',
      'Campa«»gn - acme - press',
      'A character is missing in the name, `i`: `Campagn` instead of `Campaign`.',
    ],
    [
      'Campaign - «((acme|luma) - .*)»',
      'Campaign - «s»hop - press',
      'The name does not go on as the mask wants it, with `((acme|luma) - .*)`.',
    ],
    [
      'Campaign «\\+» acme (.*)',
      'Campaign «-» acme press',
      'The name has `-` where the mask has `+`: one character is another one.',
    ],
    [
      'Campaign «(acme)» - (.*)',
      'Campaign «(»acme) - press',
      'The name does not go on as the mask wants it, with `(acme)`.',
    ],
    [
      'Campaign «\\(acme\\)» - (.*)',
      'Campaign «acme» - press',
      'The name has `acme` where the mask has `(acme)`: it seems to belong to another tenant or instance.',
    ],
    [
      '^«Campaign» - acme - (.*)$',
      '«Adobe» Campaign - acme - press',
      'The name begins with `Adobe`, the mask with `Campaign`.',
    ],
    [
      '^«[Cc]ampaign» - acme - (.*)$',
      '«AEM» - acme - press',
      'The name does not begin as the mask wants it, with `[Cc]ampaign`.',
    ],
    [
      'Campaign - acme - (\\w+)«»',
      'Campaign - acme - press« office»',
      'The name goes on where the mask ends.',
    ],
    [
      'Campaign - acme - (\\w+)« group»',
      'Campaign - acme - press« team»',
      'The name does not end with ` group`, as the mask does.',
    ],
    [
      'Campaign - acme - (.*)« group»',
      'Campaign - acme -« press»',
      'The name does not end with ` group`, as the mask does.',
    ],
    [
      'Campaign - «acme» - (.*)',
      'Campaign - «emea» - acme - press',
      'The name has `emea` where the mask has `acme`: it seems to belong to another tenant or instance.',
    ],
    [
      '«Campaign» - acme - (.*)',
      '«AEM» - acme - press',
      'The name begins with `AEM`, the mask with `Campaign`.',
    ],
    [
      '«Campaign» - acme - (.*)',
      '«Adobe» Campaign - acme - press',
      'The name begins with `Adobe`, the mask with `Campaign`.',
    ],
    [
      'Campaign« - acme - »(.*)',
      'Campaign«»',
      'The name ends where the mask goes on with ` - acme - `.',
    ],
    [
      'Campaign - acme -« »(.*)',
      'Campaign - acme -«»',
      'The name ends where the mask still has a space.',
    ],
    [
      'Campaign - acme «-» (.*)',
      'Campaign - acme «»press',
      'The name lacks a hyphen (`-`) before `press` that the mask has.',
    ],
    [
      'Campaign - ac«m»e - (.*)',
      'Campaign - ac« »me - press',
      'The name has a space before `me` that the mask does not have.',
    ],
    [
      'Campaign - «acme» - (.*)',
      'Campaign - «ac delivery» - press',
      'The name has `ac delivery` where the mask has `acme`: it seems to belong to another tenant or instance.',
    ],
    [
      'Campaign -« »(acme|luma) - (.*)',
      'Campaign -«»acme - press',
      'The name lacks a space before `acme` that the mask has.',
    ],
    [
      'Campaign - «acmedev» - (.*)',
      'Campaign - «acme» - press',
      'The name has `acme` where the mask has `acmedev`: it seems to belong to another tenant or instance.',
    ],
    [
      'Campaign«:» acme (.*)',
      'Campaign«» - acme press',
      'A character is missing in the name, `:`: `Campaign` instead of `Campaign:`.',
    ],
    [
      '«Campaign_acme_»(.*)',
      '«Campaign_luma_press»',
      'The name begins with `Campaign_luma_press`, the mask with `Campaign_acme_`.',
    ],
    [
      '«Campaign-acme-»(.*)',
      '«Campaign-luma-press»',
      'The name begins with `Campaign-luma-press`, the mask with `Campaign-acme-`.',
    ],
    [
      'Campaign - «acme.com» - (.*)',
      'Campaign - «acme.org» - press',
      'The name has `acme.org` where the mask has `acme.com`: it seems to belong to another tenant or instance.',
    ],
    [
      'Campaign «-» acme - (.*)',
      'Campaign «:» acme - press',
      'The name has `:` where the mask has `-`: one character is another one.',
    ],
    [
      'Campaign - «acme - »(.*)',
      'Campaign - «» - press',
      'The part `acme` of the mask is missing in the name.',
    ],
    [
      'Campaign - «acme - »dev - (.*)',
      'Campaign - «» - dev - press',
      'The part `acme` of the mask is missing in the name.',
    ],
    [
      'Campaign - «acme» - (.*)',
      'Campaign - «acmepress»',
      'The name has `acmepress` where the mask has `acme`: it seems to belong to another tenant or instance.',
    ],
  ];
  for (const [markedMask, markedName, sentence] of cases) {
    it(`is true and at the smallest place: ${markedName} by ${markedMask}`, () => {
      const mask = marked(markedMask);
      const name = marked(markedName);
      const [found] = tryMask(mask.text, [name.text], linearPatterns).names;
      assert.equal(found?.summary, sentence);
      assert.equal(found.outcome, 'unmatched');
      const { inMask, inName } = found.mismatch ?? {};
      assert.deepEqual([{ start: inMask?.from, end: inMask?.to }], mask.spans, 'in the mask');
      assert.deepEqual([{ start: inName?.from, end: inName?.to }], name.spans, 'in the name');
    });
  }
});
