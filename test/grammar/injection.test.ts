import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../support/root';
import { ACCOUNT_EMAIL, ACCOUNT_ID, ORG } from '../support/samples';

interface Grammar {
  readonly scopeName: string;
  readonly patterns: readonly { readonly name: string; readonly match: string }[];
}

const read = <T>(file: string): T => JSON.parse(readFileSync(path.join(root, file), 'utf8')) as T;

describe('the colors of ids and references', () => {
  const grammar = read<Grammar>('syntaxes/ims-values.injection.tmLanguage.json');

  /** The patterns are of the part of regular expressions that editors and JavaScript share. */
  const scopesOf = (text: string): readonly string[] =>
    grammar.patterns.flatMap(({ name, match }) =>
      [...text.matchAll(new RegExp(match, 'g'))].map(
        (found) => `${name.split('.')[3]} ${found[0]}`,
      ),
    );

  it('show what has the form of an id, a technical account or a reference', () => {
    assert.deepEqual(scopesOf(`orgId: ${ORG} # x`), [`organization-id ${ORG}`]);
    assert.deepEqual(scopesOf(`"${ACCOUNT_ID}", '${ACCOUNT_EMAIL}'`), [
      `technical-account ${ACCOUNT_ID}`,
      `technical-account ${ACCOUNT_EMAIL}`,
    ]);
    const references = [
      '$[secret:NAME]',
      '$[env:NAME;default=x]',
      '${NAME}',
      '${{ secrets.NAME }}',
    ];
    for (const each of references) assert.deepEqual(scopesOf(each), [`reference ${each}`]);
  });

  it('show nothing else', () => {
    const others = [
      'someone@example.com',
      '0123456789abcdef0123456789abcdef',
      '$x',
      '$(x)',
      '@AdobeOrg',
    ];
    for (const each of others) assert.deepEqual(scopesOf(each), []);
  });

  it('are contributed to the languages of our files', () => {
    const { contributes } = read<{
      contributes: { grammars: readonly { scopeName: string; path: string; injectTo: string[] }[] };
    }>('package.json');
    const entry = contributes.grammars.find(({ scopeName }) => scopeName === grammar.scopeName);
    assert.equal(entry?.path, './syntaxes/ims-values.injection.tmLanguage.json');
    assert.deepEqual(entry?.injectTo, [
      'source.yaml',
      'source.json',
      'source.json.comments',
      'text.xml',
      'source.osgi-config',
      'source.dotenv',
      'source.ini',
    ]);
  });
});
