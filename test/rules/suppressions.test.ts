import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { suppressionFinder, suppressions } from '../../server/src/rules/suppressions';
import { documentOf } from '../support/check';

/** What is silenced where `x` stands in the text, by the numbers of the comments' lines. */
function silencedAt(file: string, text: string, rule = 'jwt-credential'): readonly number[] {
  const document = documentOf(file, text);
  const find = suppressionFinder(suppressions(document));
  return find(rule, text.indexOf('setimsauth')).map(
    ({ span }) => text.slice(0, span.start).split('\n').length,
  );
}

describe('suppressions', () => {
  const comment = '# ims-config-ignore jwt-credential\n';
  const command = 'nlserver config -setimsauth:x\n';

  it('are about the line below, and comments stand above each other', () => {
    assert.deepEqual(silencedAt('a.sh', comment + command), [1]);
    assert.deepEqual(silencedAt('a.sh', comment + comment + command), [1, 2]);
    assert.deepEqual(silencedAt('a.sh', `${comment}ls ${comment}${command}`), [2]);
    assert.deepEqual(silencedAt('a.sh', `${comment}\n${command}`), []);
    assert.deepEqual(silencedAt('a.sh', comment + command, 'secret-in-plain-text'), []);
  });

  it('are about a command to its end, also one with comments in it', () => {
    const text = `${comment}RUN nlserver config \\\n${comment}  -instance:a \\\n  -setimsauth:x\n`;
    assert.deepEqual(silencedAt('Dockerfile', `FROM x\n${text}`), [2]);
  });

  it('are about a file wherever they stand in it', () => {
    const file = '# ims-config-ignore-file jwt-credential\n';
    assert.deepEqual(silencedAt('a.sh', comment + command + file), [3, 1]);
  });

  it('take time in proportion to the text', () => {
    for (const text of [(comment + command).repeat(20_000), comment.repeat(20_000) + command]) {
      const document = documentOf('a.sh', text);
      const before = performance.now();
      const find = suppressionFinder(suppressions(document));
      for (const { span } of document.entities) {
        assert.ok(find('jwt-credential', span.start).length > 0);
        assert.equal(find('secret-in-plain-text', span.start).length, 0);
      }
      const took = performance.now() - before;
      assert.ok(took < 1500, `took ${took} ms`);
    }
  });
});
