import assert from 'node:assert/strict';
import { it } from 'node:test';
import { stagingBehindProduction } from '../../server/src/rules/staging-behind-production';
import { findingsOf } from '../support/check';
import { testRule } from '../support/testRule';

const file = 'shop.ims.yaml';
const pair = (staging: string, production: string) =>
  `environments:\n  - { stage: staging, ${staging} }\n  - { stage: production, ${production} }\n`;

testRule(stagingBehindProduction, {
  valid: [
    { name: 'the same release', file, code: pair('version: 7.4.1', 'version: 7.4.1') },
    { name: 'staging ahead', file, code: pair('version: 8.10', 'version: 8.9') },
    { name: 'a release in short', file, code: pair('version: "7.4"', 'version: 7.4.1') },
    {
      name: 'staging ahead in its move',
      file,
      code: pair('version: 7.4.1, endUsers: ims', 'version: 7.4.1, endUsers: native'),
    },
    { name: 'another product', file, code: pair('version: 7.4.1', 'version: 8.6') },
    {
      name: 'a product that is not known',
      file,
      code: pair('endUsers: native', 'endUsers: ims'),
    },
    { name: 'a reference', file, code: pair('version: "${V}"', 'version: 7.4.1') },
    {
      name: 'development, which may be as it likes',
      file,
      code: pair('version: 7.3.5', 'version: 7.4.1').replace('staging', 'development'),
    },
    {
      name: 'people who cannot move before the release does',
      file,
      code: pair('version: 7.3.4, endUsers: native', 'version: 7.3.4, endUsers: ims'),
    },
    {
      name: 'what is not allowed anyway',
      file,
      code: pair('version: 8.6, endUsers: native', 'version: 8.6, endUsers: ims'),
    },
  ],
  invalid: [
    {
      name: 'an older release',
      file,
      code: pair('version: «7.3.5»', 'version: 7.4.1'),
      severity: 'warning',
      messages: ['7.3.5 here, 7.4.1 there. '],
      fixed: null,
    },
    {
      name: 'an older release that is the larger number',
      file,
      code: pair('version: «8.9»', 'version: 8.10'),
    },
    {
      name: 'an older build of the same release',
      file,
      code: pair('version: 7.4.3, build: «9394»', 'version: 7.4.3, build: 9399'),
    },
    {
      name: 'people and programs that have moved in production only',
      file,
      code: pair(
        'product: campaign-classic, endUsers: «native», technicalOperators: «ldap»',
        'product: campaign-classic, endUsers: ims, technicalOperators: ims',
      ),
      messages: ['End users of production', 'Technical operators of production'],
    },
    {
      name: 'hosted environments',
      file: 'shop.ims.json',
      code: '{ "environments": { "s": { "hosting": "hosted", "stage": "staging", "version": "«8.5.2»", "endUsers": "«native»" }, "p": { "stage": "production", "version": "8.6", "endUsers": "ims" } } }',
      messages: ['Adobe brings hosted environments', 'Adobe configures IMS'],
    },
    {
      name: 'it once, however many production environments are ahead',
      file,
      code: `${pair('version: «7.3.5»', 'version: 7.4.1')}  - { stage: production, version: 7.4.2 }\n`,
    },
  ],
});

it('shows where production is ahead', () => {
  const code = pair('version: 7.3.5', 'version: 7.4.1');
  const found = findingsOf(file, code).find(({ rule }) => rule === 'staging-behind-production');
  const [related] = found?.related ?? [];
  assert.equal(related && code.slice(related.span.start, related.span.end), '7.4.1');
});
