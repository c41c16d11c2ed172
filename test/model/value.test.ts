import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commandValueKind, type ValueKind, valueKind } from '../../server/src/model/value';

/** A text, what it is anywhere, and what it is as a part of a command. */
const TEXTS: readonly (readonly [text: string, anywhere: ValueKind, inCommand: ValueKind])[] = [
  ['$IMS_SECRET', 'reference', 'reference'],
  ['$(cat /run/secrets/ims)', 'reference', 'reference'],
  ['$(IMS_SECRET)', 'reference', 'reference'],
  ['`cat secret`', 'reference', 'reference'],
  ['$1', 'reference', 'reference'],
  ['$1@AdobeOrg', 'reference', 'reference'],
  ['%1', 'reference', 'reference'],
  ['%ims_secret%', 'reference', 'reference'],
  ['%IMS_ORG%@AdobeOrg', 'reference', 'reference'],
  ['$env:IMS_SECRET', 'reference', 'reference'],
  ['prefix-$env:IMS_SECRET', 'reference', 'reference'],
  ['prefix-$IMS_SECRET', 'literal', 'reference'],
  ['prefix-%IMS_SECRET%', 'literal', 'reference'],
  ['((ims-secret))', 'literal', 'reference'],
  ['$$IMS_SECRET', 'literal', 'reference'],
  ['<client-secret>', 'blank', 'blank'],
  ['', 'empty', 'empty'],
  ['p8e-AbCdEfGhIjKlMnOpQrStUvWxYz012345', 'literal', 'literal'],
  ['5d4c3b2a-1f0e-4d3c-8b2a-1f0e5d4c3b2a', 'literal', 'literal'],
  // Masks and passwords of other files.
  ['^(.*)$', 'literal', 'literal'],
  ['^Campaign - (.*)$', 'literal', 'literal'],
  ['^(Campaign|Test) - (.*)$', 'literal', 'literal'],
  ['(^Campaign$|^Test$)', 'literal', 'literal'],
  ['100% sure', 'literal', 'literal'],
  ['pa$$word', 'literal', 'reference'],
  ['a`b', 'literal', 'literal'],
  // Marks that a build replaces.
  ['__IMS_SECRET__', 'reference', 'reference'],
  ['https://__HOST__/', 'reference', 'reference'],
  ['@IMS_SECRET@', 'reference', 'reference'],
  ['@@IMS_SECRET@@', 'reference', 'reference'],
  ['https://@HOST@', 'reference', 'reference'],
  ['[[IMS_SECRET]]', 'reference', 'reference'],
  ['%%IMS_SECRET%%', 'reference', 'reference'],
  ['&callback;', 'reference', 'reference'],
  ['snake__case', 'literal', 'literal'],
  ['3F2504E04F8941D39A0C0305@AdobeOrg', 'literal', 'literal'],
  // What a variable falls back to may be the secret itself.
  ['eyJhbGciOiJSUzI1NiJ9.eyJpZCI6IjEwMDAwMDAwIn0.xxxxAAAABBBBCCCC', 'literal', 'literal'],
  ['${SECRET:-p8e-AbCdEfGhIjKlMnOpQrStUvWxYz012345}', 'literal', 'literal'],
  ['${SECRET:-none}', 'reference', 'reference'],
  // A secret that was written into a blank.
  ['<p8e-AbCdEfGhIjKlMnOp>', 'literal', 'literal'],
  ['{p8e-AbCdEfGhIjKlMnOp}', 'literal', 'literal'],
  ['@p8e-AbCdEfGhIjKlMnOp@', 'literal', 'literal'],
  ['__p8e-AbCdEfGhIjKlMnOp__', 'literal', 'literal'],
  ['https://your-server.example.com', 'blank', 'blank'],
  ['https://REPLACE_ME', 'blank', 'blank'],
];

describe('what a text is', () => {
  for (const [text, anywhere, inCommand] of TEXTS) {
    it(JSON.stringify(text), () => {
      assert.equal(valueKind(text), anywhere);
      assert.equal(commandValueKind(text), inCommand);
    });
  }
});
