import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { describedExamples, examplesIn } from '../../client/src/example-files';
import { check } from '../../server/src/check';
import { readDocument } from '../../server/src/model/document';
import { newWorkspace } from '../../server/src/model/workspace';
import { noSettings } from '../../server/src/rules/settings';
import { TODAY } from '../support/check';
import { root } from '../support/root';

let examples: ReadonlyMap<string, string>;
before(async () => {
  const { packExamples } = await import(path.join(root, 'scripts/examples.mjs'));
  examples = examplesIn(packExamples(path.join(root, 'examples')));
});

describe('the packaged examples', () => {
  it('are those of the project, character by character', () => {
    assert.ok(examples.size > 30);
    for (const name of ['.env', '.aio', '.github/workflows/deploy.yml']) {
      assert.ok(examples.has(`app-builder/${name}`), name);
    }
    for (const [name, content] of examples) {
      const bytes = readFileSync(path.join(root, 'examples', name));
      assert.ok(bytes.equals(Buffer.from(new TextEncoder().encode(content))), name);
    }
  });

  it('have as many problems as the walkthrough shows', () => {
    const picture = readFileSync(path.join(root, 'media/walkthrough/examples.svg'), 'utf8');
    const texts = [...picture.matchAll(/<text x="(\d+)" y="(\d+)"[^>]*>([^<]*)</g)];
    const shown = texts
      .filter(([, x]) => x === '50')
      .map(([, , y, name = '']) => [
        name,
        texts.find(([, x, line]) => x === '530' && line === y)?.[3] ?? '',
      ]);
    const documents = [...examples].flatMap(([name, text]) => readDocument(name, text) ?? []);
    const workspace = newWorkspace(documents);
    const counted = shown.map(([name = '']) => {
      const document = documents.find(({ path: file }) => file.endsWith(`/${name}`));
      assert.ok(document, name);
      const findings = check(document, { settings: noSettings, today: TODAY, workspace });
      // The list of files counts no others, and no further than that.
      const problems = findings.filter(({ severity }) => /^(error|warning)$/.test(severity)).length;
      return [name, problems > 9 ? '9+' : problems === 0 ? '' : String(problems)];
    });
    assert.ok(shown.length >= 6);
    assert.deepEqual(shown, counted);
  });

  it('are described in the order of their README', () => {
    const all = describedExamples(examples);
    assert.equal(all.length, examples.size);
    assert.equal(all[0]?.path, 'campaign/production.external-account.yaml');
    assert.match(all[0]?.what ?? '', /^five mistakes/);
    const named = [...(examples.get('README.md') ?? '').matchAll(/^\| `([^`]+)` \|/gm)];
    for (const [, name = ''] of named)
      assert.ok(existsSync(path.join(root, 'examples', name)), name);
    assert.ok(all.every(({ what }) => !/[`*]/.test(what)));
  });

  it('are in the package, as is what shows them', () => {
    const kept = readFileSync(path.join(root, '.vscodeignore'), 'utf8').split('\n');
    for (const name of ['!dist/examples.json', '!media/walkthrough/*.svg']) {
      assert.ok(kept.includes(name), name);
    }
  });

  it('lie in their folder, whatever was packaged', () => {
    const odd = ['', '/a', '../a', 'a/../../b', 'a//b', './a', 'c:/a', 'a\\..\\b'];
    const content = JSON.stringify({
      ...Object.fromEntries(odd.map((name) => [name, 'x'])),
      ...{ 'a/.b': 'x', 'a.json': 1 },
    });
    assert.deepEqual([...examplesIn(content).keys()], ['a/.b']);
    for (const nothing of ['null', '1', '"a"']) assert.equal(examplesIn(nothing).size, 0);
  });
});
