import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { folder } from '../cli/terminal';
import { root } from '../support/root';

/** Comes to no end with the first text, fills the memory with the second, then throws. */
const PROBE = `import assert from 'node:assert/strict';
import fs from 'node:fs';
export function probe({ text }) {
  const all = [];
  fs.appendFileSync(process.env.TURNS, 'x');
  const turn = fs.statSync(process.env.TURNS).size;
  if (turn === 1) for (;;);
  if (turn === 2) for (;;) all.push(Array.from({ length: 100_000 }, () => text));
  assert.fail('neither');
}
`;

describe('the fuzzer', () => {
  it('keeps what comes to no end, what fills the memory and what throws', () => {
    const here = folder({ 'probe.mjs': PROBE });
    const at = (name: string) => path.join(here.path, name);
    const into = at('found');
    const limits = ['--texts', '3', '--seed', '3', '--patience', '6', '--memory', '100'];
    const { status, stdout } = spawnSync(
      process.execPath,
      ['scripts/fuzz.mjs', ...limits, '--into', into, '--probe', at('probe.mjs')],
      { cwd: root, encoding: 'utf8', env: { ...process.env, TURNS: at('turns') } },
    );
    assert.equal(status, 1, stdout);
    const found = fs.readdirSync(into).map((name) => {
      const { why, text } = JSON.parse(fs.readFileSync(path.join(into, name), 'utf8'));
      assert.equal(typeof text, 'string');
      return why;
    });
    assert.deepEqual(found.sort(), ['comes to no end', 'neither', 'out of memory']);
    for (const name of fs.readdirSync(into)) assert.ok(stdout.includes(name));
  });
});
