import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filesBelow } from '../support/sample-files';
import { flawOf } from './fuzz';

/** Texts that the fuzzer found, each as `{ file, text, why }`. What once went wrong must not again. */
describe('what the fuzzer found', () => {
  for (const { file: name, text } of filesBelow('test/hostile/regressions')) {
    const found: unknown = JSON.parse(text);
    it(`${name} is handled`, () => {
      assert.ok(isFound(found));
      assert.equal(flawOf(found), undefined);
    });
  }
});

const isFound = (found: unknown): found is { readonly file: string; readonly text: string } =>
  typeof found === 'object' &&
  found !== null &&
  typeof Reflect.get(found, 'file') === 'string' &&
  typeof Reflect.get(found, 'text') === 'string';
