import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { cloned, filesIn, program } from './project';

/** As another person has them: cloned at another time, with files that a group may write. */
function touched(folder: string): string {
  const named = `${folder}-of-somebody-else`;
  fs.renameSync(folder, named);
  for (const name of fs.readdirSync(named, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(named, name);
    if (name.startsWith('node_modules') || !fs.statSync(file).isFile()) continue;
    fs.chmodSync(file, 0o664);
    fs.utimesSync(file, new Date('2001-02-03'), new Date('2001-02-03'));
  }
  return named;
}

describe('two builds in two folders', () => {
  const first = cloned();
  const folders = [first, touched(cloned(first))] as const;
  const compare = () =>
    program(folders[0], process.execPath, ['scripts/compare-builds.mjs', ...folders]);

  it('give the same packages', async () => {
    const said = await compare();
    assert.match(said, /^ims-config\.vsix: the same, [\da-f]{64}\nims-config-.*\.tgz: the same, /);
  });

  it('have no places of the machine in them', () => {
    for (const [name, content] of filesIn(path.join(folders[0], 'dist'))) {
      assert.ok(!content.includes(path.dirname(folders[0])), name);
    }
  });
});
