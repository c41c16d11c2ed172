import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kinds } from '../../server/src/model/kinds';
import { rules } from '../../server/src/rules';
import { labelsAt, testCompletions } from '../support/completion';
import { hoverAt } from '../support/hover';

const FILE = 'ims-config.yaml';

describe('completion in the settings', () => {
  testCompletions(FILE, [
    ['a section', 'rules: {}\nig‸', 'ignore', 'rules: {}\nignore: [‸]'],
    [
      'a rule',
      'rules:\n  jwt-c‸',
      'jwt-credential',
      'rules:\n  jwt-credential: ‸"off",hint,info,warning,error‸',
    ],
    ['a level', 'rules:\n  jwt-credential: w‸', 'warning', 'rules:\n  jwt-credential: warning'],
    [
      'a level for some files',
      'overrides:\n  - files: [a]\n    rules:\n      jwt-credential: ‸',
      'hint',
      'overrides:\n  - files: [a]\n    rules:\n      jwt-credential: hint',
    ],
    ['a kind', "kinds:\n  'a/*.conf': dot‸", 'dotenv', "kinds:\n  'a/*.conf': dotenv"],
  ]);

  it('knows every rule that is not there yet, every kind, and that there may be none', () => {
    const ids = rules.map(({ meta }) => meta.id);
    const written = labelsAt(FILE, `rules:\n  ${ids[0]}: off\n  ‸`);
    assert.deepEqual([...written].sort(), ids.slice(1).sort());
    const choices = labelsAt(FILE, 'kinds:\n  a: ‸');
    const own = kinds.filter(({ isSettings }) => !isSettings).map(({ id }) => id);
    assert.deepEqual([...choices].sort(), ['none', ...own].sort());
  });
});

describe('hover in the settings', () => {
  const cases: readonly (readonly [code: string, says: RegExp])[] = [
    ['«ru‸les»:\n  jwt-credential: off\n', /^\*\*Rules\*\* `rules`/],
    ['rules:\n  «jwt-cre‸dential»: off\n', /A credential that signs in with a Service Account/],
    ['rules:\n  jwt-credential: «o‸ff»\n', /`off`: The rule is not asked\./],
    ['overrides:\n  - «fi‸les»: [a]\n', /Patterns of the files/],
    ["kinds:\n  'a/*.conf': «dot‸env»\n", /The kind that the files are read as/],
    ['«ext‸ends»: a\n', /What this file says comes later and wins/],
  ];
  for (const [code, says] of cases) {
    it(`explains ${JSON.stringify(code)}`, () => {
      assert.match(hoverAt(FILE, code)?.markdown ?? '', says);
    });
  }
});
