import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { profileNames } from '../../server/src/rules/mask';

/** What a mask makes of the group `delivery`, and how it is read. */
const masks: Readonly<Record<string, readonly [string, string] | undefined>> = {
  'Campaign - acme - (.*)': ['pattern', 'Campaign - acme - delivery'],
  '(.*)': ['pattern', 'delivery'],
  '^Campaign (.+)$': ['pattern', 'Campaign delivery'],
  '(.+?) of acme.com': ['pattern', 'delivery of acme.com'],
  'acme\\.com \\- (\\w+)': ['pattern', 'acme.com - delivery'],
  'Campaign (?<group>\\S*)': ['pattern', 'Campaign delivery'],
  'Campaign - acme': ['prefix', 'Campaign - acmedelivery'],
  'Campaign - acme - ': ['prefix', 'Campaign - acme - delivery'],

  '': undefined,
  'Campaign (.*) (.*)': undefined,
  'Campaign ((.*))': undefined,
  'Campaign - .*': undefined,
  'Campaign.+(.*)': undefined,
  'Campaign ?(.*)': undefined,
  'Campaign|Adobe (.*)': undefined,
  'Campaign - \\d (.*)': undefined,
  '[Cc]ampaign (.*)': undefined,
  'Campaign ([a-z]*)': undefined,
  'Campaign (.*)?': undefined,
  'Campaign (.*': undefined,
  'Campaign .*)': undefined,
  'Campaign (constructor)': undefined,
  'Campaign $ (.*)': undefined,
  '(?i)campaign (.*)': undefined,
  'Campaign \\': undefined,
};

describe('the product profile of a group', () => {
  for (const [mask, expected] of Object.entries(masks)) {
    it(`by "${mask}" is ${expected?.[1] ?? 'not known'}`, () => {
      const names = profileNames(mask);
      assert.deepEqual(names && [names.reads, names.of('delivery')], expected);
    });
  }

  it('is not known where the mask does not take the name', () => {
    assert.equal(profileNames('Campaign (\\w+)')?.of('press & events'), undefined);
    assert.equal(profileNames('Campaign (\\S+)')?.of('press & events'), undefined);
    assert.equal(profileNames('Campaign (.*)')?.of('press & events'), 'Campaign press & events');
  });
});
