import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { brokenLine } from '../../server/src/rules/broken-line';
import { findingsOf } from '../support/check';
import { ORG } from '../support/samples';
import { testRule } from '../support/testRule';
import { context } from '../support/variables';

const file = '.env';
const secret = 'client__secrets=["${A}"]';
const healthy = context(secret, 'scopes=["openid","AdobeID"]');

testRule(brokenLine, {
  valid: [
    { name: 'whole lines', file, code: healthy },
    { name: 'what shells run', file, code: `set -a\nsource other.env\nexport A\n${healthy}` },
    { name: 'what stands for something left out', file, code: `...\n${healthy}` },
    { name: 'a file without credentials', file, code: 'A=b\n@AdobeOrg\n' },
  ],

  invalid: [
    {
      name: 'a key in two lines',
      file,
      code: healthy.replace('AIO_ims_contexts_shop_scopes', '«AIO_ims_contexts_shop»\n_scopes'),
      severity: 'error',
      messages: ['`AIO_ims_contexts_shop_scopes` is broken in two here'],
      fixed: healthy,
    },
    {
      name: 'a key in two lines with blanks and Windows line breaks',
      file,
      code: healthy
        .replaceAll('\n', '\r\n')
        .replace('_account__id', '__id')
        .replace('AIO_ims_contexts_shop_scopes', '«AIO_ims_contexts_shop_sco» \r\npes'),
      fixed: healthy.replaceAll('\n', '\r\n').replace('_account__id', '__id'),
    },
    {
      name: 'a key with a blank in the place of the sign',
      file,
      code: context(secret, '«scopes ["openid","AdobeID"]»').replace(
        'AIO_ims_contexts_shop_«',
        '«AIO_ims_contexts_shop_',
      ),
      severity: 'error',
      messages: ['has no `=` before its value'],
      fixed: null,
    },
    {
      name: 'a list in two lines',
      file,
      code: healthy.replace('["openid","AdobeID"]', '["openid",\n«"AdobeID"]»'),
      messages: ['The list of `AIO_ims_contexts_shop_scopes` goes on here'],
      fixed: healthy,
    },
    {
      name: 'the end of an organization alone',
      file,
      code: healthy.replace('@AdobeOrg', '\n«@AdobeOrg»'),
      messages: ['the end of `AIO_ims_contexts_shop_ims__org__id`'],
      fixed: healthy,
    },
    {
      name: 'the end of an organization below a whole one',
      file,
      code: healthy.replace('@AdobeOrg', '@AdobeOrg\n«@AdobeOrg»'),
      severity: 'warning',
      messages: ['no assignment'],
      titles: ['Remove the line'],
      fixed: healthy,
    },
    {
      name: 'a key without quotes once',
      file,
      code: `${healthy}K=-----BEGIN PRIVATE KEY-----\n«abc\ndef»\ng==\nhij\n-----END PRIVATE KEY-----\n`,
      messages: ['in double quotes'],
      fixed: null,
    },
  ],
});

describe('a broken line', () => {
  const broken = [
    healthy.replace('AIO_ims_contexts_shop_scopes', 'AIO_ims_contexts_shop\n_scopes'),
    healthy.replace('["openid","AdobeID"]', '["openid",\n"AdobeID"]'),
    healthy.replace(ORG, ORG.replace('@', '\n@')),
  ];
  for (const text of broken) {
    it('is one mistake', () =>
      assert.deepEqual(
        findingsOf(file, text).map(({ rule }) => rule),
        ['broken-line'],
      ));
  }
});

it('nothing is moved or removed while a line is broken', () => {
  const text = context(
    'meta__scopes=["ent_user_sdk"]',
    'private__key=-----BEGIN PRIVATE KEY-----\nMIIabc\n-----END PRIVATE KEY-----',
  );
  const fixes = findingsOf(file, text).map(({ rule, fixes }) => [rule, fixes.length]);
  assert.deepEqual(fixes, [
    ['jwt-credential', 0],
    ['broken-line', 0],
  ]);
});
