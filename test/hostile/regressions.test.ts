import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import vm from 'node:vm';
import { filesBelow } from '../support/sample-files';
import { flawOf } from './fuzz';

/**
 * Texts that the fuzzer found, each as `{ file, text, why }`. What once went wrong must not again.
 */
describe('what the fuzzer found', () => {
  for (const { file: name, text } of filesBelow('test/hostile/regressions')) {
    const found: unknown = JSON.parse(text);
    it(`${name} is handled`, () => {
      assert.ok(isFound(found));
      // What came to no end must not keep the tests from ending.
      const flaw: unknown = vm.runInNewContext('flawOf(found)', { flawOf, found }, LIMIT);
      assert.equal(flaw, undefined);
    });
  }
});

const LIMIT = { timeout: 60_000 };

const isFound = (found: unknown): found is { readonly file: string; readonly text: string } =>
  typeof found === 'object' &&
  found !== null &&
  typeof Reflect.get(found, 'file') === 'string' &&
  typeof Reflect.get(found, 'text') === 'string';
