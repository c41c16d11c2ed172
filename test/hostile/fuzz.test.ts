import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { folder } from '../cli/terminal';
import { root } from '../support/root';

/** Comes to no end for YAML, fills the memory for XML, and throws for the rest. */
const PROBE = `import assert from 'node:assert/strict';
export function probe({ file, text }) {
  const all = [];
  if (/\\.ya?ml$/.test(file)) for (;;);
  if (file.endsWith('.xml')) for (;;) all.push(Array.from({ length: 100_000 }, () => text));
  assert.fail('neither');
}
`;

describe('the fuzzer', () => {
  it('keeps what comes to no end, what fills the memory and what throws, and ends in time', () => {
    const here = folder({ 'probe.mjs': PROBE });
    const into = path.join(here.path, 'found');
    const start = performance.now();
    const limits = ['--seconds', '14', '--seed', '3', '--patience', '4', '--memory', '150'];
    const { status, stdout } = spawnSync(
      process.execPath,
      ['scripts/fuzz.mjs', ...limits, '--into', into, '--probe', path.join(here.path, 'probe.mjs')],
      { cwd: root, encoding: 'utf8' },
    );
    assert.equal(status, 1, stdout);
    assert.ok(performance.now() - start < 60_000);
    const found = fs
      .readdirSync(into)
      .map((name) => JSON.parse(fs.readFileSync(path.join(into, name), 'utf8')))
      .map(({ why, file, text }) => {
        assert.equal(typeof text, 'string');
        return `${path.extname(file)} ${why}`;
      });
    for (const each of [/ya?ml comes to no end/, /xml out of memory/, /neither/]) {
      assert.ok(
        found.some((one) => each.test(one)),
        `${each}: ${found}`,
      );
    }
    for (const name of fs.readdirSync(into)) assert.ok(stdout.includes(name));
  });
});
