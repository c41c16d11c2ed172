import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../server/src/rules';
import { folder } from './terminal';

const here = folder({ 'a.ims.yaml': '' });

describe('the command line', () => {
  const mistakes: readonly (readonly [argv: string, says: RegExp])[] = [
    ['', /Which command\? Use `check`, `report`, `convert`, `kinds`, `rules` or `explain`/],
    ['chek .', /There is no command `chek`\. Did you mean `check`\?/],
    ['a.ims.yaml', /There is no command `a\.ims\.yaml`\. .*`ims-config check a\.ims\.yaml`/],
    ['check --fixx', /There is no option `--fixx`\. Did you mean `--fix`\?/],
    ['check --watch', /There is no option `--watch`\. There are `--format`, .*`--version`\./],
    ['check -q', /There is no option `-q`\./],
    [
      'check --format xml',
      /`--format` is `xml`\. Use `text`, `json`, `sarif`, `github` or `markdown`\./,
    ],
    ['check --format', /`--format` needs `text`, .* or `markdown` behind it\./],
    ['check --format --fix', /`--format` needs `text`, .* or `markdown` behind it\./],
    ['check --fix=yes', /`--fix` takes no value\./],
    ['check --max-warnings few', /`--max-warnings` is `few`\. Use a whole number from 0\./],
    ['check --max-warnings=-1', /`--max-warnings` is `-1`\./],
    ['check --today 2026-02-30', /`--today` is `2026-02-30`\. Use a day as YYYY-MM-DD/],
    ['check --today tomorrow', /Use a day as YYYY-MM-DD/],
    ['check --stdin', /`--stdin` and `--stdin-path` go together/],
    ['check --stdin-path a.json', /`--stdin` and `--stdin-path` go together/],
    ['check --stdin --stdin-path a.json b.json', /`b\.json` cannot be checked/],
    ['check nowhere', /`nowhere` cannot be checked: there is no such file or folder\./],
    ['check a.ims.yaml/b', /cannot be checked: there is no such file or folder\./],
    ['check --baseline', /`--baseline` needs a file behind it\./],
    [
      'check --baseline b.json',
      /`b\.json` cannot be read: there is no such file or folder\. `--update-baseline` writes one\./,
    ],
    ['check --baseline a.ims.yaml --update-baseline', /`a\.ims\.yaml` is no baseline/],
    [
      'check --baseline a/b/ --update-baseline --baseline .',
      /The baseline `\.` cannot be read: it is a folder\./,
    ],
    ['check --update-baseline', /`--update-baseline` needs `--baseline`/],
    [
      'check --baseline b --update-baseline --stdin --stdin-path a.json',
      /`--update-baseline` is for files/,
    ],
    ['check --workspace', /`--workspace` needs a folder behind it\./],
    ['check --workspace nowhere a.ims.yaml', /`nowhere` cannot be checked: there is no such file/],
    ['check --changed --stdin --stdin-path a.json', /`--changed` is for files/],
    ['check --workspace . --stdin --stdin-path a.json', /`--workspace` is for files/],
    ['report --changed', /`--changed` is an option of `check`, not of `report`\./],
    ['report --baseline b', /`--baseline` is an option of `check`, not of `report`\./],
    ['rules --fix', /`--fix` is an option of `check`, not of `rules`\./],
    ['rules --force', /`--force` is an option of `convert`, not of `rules`\./],
    [
      'kinds --output a',
      /`--output` is an option of `check`, `report` or `convert`, not of `kinds`\./,
    ],
    ['check --output .', /The report cannot be written to `\.`: it is a folder\./],
    ['report --output .', /The report cannot be written to `\.`: it is a folder\./],
    [
      'check --output a.ims.yaml/b',
      /cannot be written to `a\.ims\.yaml\/b`: there is no such file or folder\./,
    ],
    ['convert', /`convert` needs a package, such as `ims-config convert extaccount\.xml`\./],
    ['convert a.xml b.xml', /one package at a time, but here is also `b\.xml`\./],
    ['convert a.xml --fix', /`--fix` is an option of `check`, not of `convert`\./],
    ['convert a.xml --output', /`--output` needs a file or a folder behind it\./],
    [
      'convert nowhere.xml',
      /`nowhere\.xml` cannot be converted: there is no such file or folder\./,
    ],
    ['convert a.ims.yaml', /`a\.ims\.yaml` cannot be converted\. Only a package of Adobe Campaign/],
    ['convert .', /`\.` cannot be converted: it is a folder\./],
    ['kinds all', /`kinds` takes no arguments, but here is `all`\./],
    ['explain', /`explain` needs the id of a rule/],
    ['explain jwt-credential org-id', /one rule at a time/],
    [
      'explain jwt-credentials',
      /There is no rule `jwt-credentials`\. Did you mean `jwt-credential`/,
    ],
    ['explain jwt', /There is no rule `jwt`\. Did you mean `jwt-credential` or `jwt-endpoint`\?/],
    ['explain SCOPE', /These have it in their names: (`[a-z-]*scope[a-z-]*`, ){2,}/],
    ['explain openid', /Did you mean `scope-missing-openid`\?/],
    ['check --changed=', /`--changed` is empty.*variable/],
    ['explain zzzzzzzzzzzz', /`ims-config rules` lists them all/],
  ];

  for (const [argv, says] of mistakes) {
    it(`refuses \`${argv}\``, async () => {
      const { status, out, err } = await here.run(argv.split(' ').filter(Boolean));
      assert.equal(status, 2);
      assert.equal(out, '');
      assert.match(err, /^ims-config: /);
      assert.match(err, says);
    });
  }

  it('says what it can do', async () => {
    for (const argv of [['--help'], ['-h'], ['check', '--help']]) {
      const { status, out } = await here.run(argv);
      assert.equal(status, 0);
      assert.match(out, /ims-config check \[paths…\]/);
    }
    assert.match((await here.run(['--version'])).out, /^\d+\.\d+\.\d+\n$/);
  });

  it('lists kinds and rules', async () => {
    assert.match((await here.run(['kinds'])).out, /^external-account +.*\*\.external-account\./);
    const { out } = await here.run(['rules']);
    assert.equal(out.trim().split('\n').length, rules.length);
    assert.match(out, /^callback-not-https +error +fixed by --fix /m);
  });

  it('explains every rule', async () => {
    for (const { meta } of rules) {
      const { status, out } = await here.run(['explain', meta.id]);
      assert.equal(status, 0);
      const level = meta.offByDefault ? `off by default (${meta.severity})` : meta.severity;
      assert.ok(out.startsWith(`${meta.id}\n${level}; `));
      assert.match(out, /\nWrong \(.*\):\n {4}[\s\S]*\nRight \(.*\):\n {4}/);
      for (const link of meta.docs.links) assert.ok(out.includes(link));
      assert.ok(!out.includes('**'));
    }
  });
});
