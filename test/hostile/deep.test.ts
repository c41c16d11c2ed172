import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { notationsOf } from '../../server/src/model/notation';
import { syntaxes } from '../../server/src/syntax';
import { root } from '../support/root';
import { assertSound } from '../syntax/contract';
import { askAll } from './ask-all';

/** So many that no recursion gets to their end. */
const LEVELS = 100_000;

const deep = (opening: string, closing = ''): string =>
  opening.repeat(LEVELS) + closing.repeat(LEVELS);

/**
 * An example with the nested text at its end, or, where that has to stand inside, behind its first
 * bracket.
 */
const amid = (file: string, write: (example: string) => string) => ({
  file: `examples/${file}`,
  text: write(readFileSync(path.join(root, 'examples', file), 'utf8')),
});

const YAML = 'campaign/staging.external-account.yaml';
const JSON_FILE = 'tools/pdfservices-api-credentials.json';
const XML = 'campaign/extaccount_prod.xml';
const OSGI = `aem/6.5/config/com.adobe.granite.auth.oauth.accesstoken.provider.1700000000000.config`;

const rows: readonly (readonly [what: string, sample: ReturnType<typeof amid>])[] = [
  ['groups in braces', amid(YAML, (text) => `${text}x: ${deep('{a: ', '}')}`)],
  ['open lists', amid(YAML, (text) => `${text}x: ${deep('[')}`)],
  ['items in items', amid(YAML, (text) => `${text}x:\n  ${deep('- ')}`)],
  ['keys that are groups', amid(YAML, (text) => `${text}x:\n  ${deep('? ')}`)],
  ['objects', amid(JSON_FILE, (text) => text.replace('{', `{"x":${deep('{"a":', '}')},`))],
  ['open lists', amid(JSON_FILE, (text) => text.replace(/\}\s*$/, `,"x":${deep('[')}`))],
  ['objects', amid('app-builder/.aio', (text) => text.replace(/\}\s*$/, `x:${deep('{a:', '}')}}`))],
  ['open lists', amid('app-builder/.aio', (text) => text.replace(/\}\s*$/, `x:${deep('[\n')}`))],
  ['elements', amid(XML, (text) => text.replace('</entities>', `${deep('<a>', '</a>')}$&`))],
  ['open elements', amid(XML, (text) => text.replace('</entities>', deep('<a>')))],
  ['lists in a value', amid('app-builder/.env', (text) => `${text}X=${deep('["')}`)],
  ['references', amid('tools/analytics.properties', (text) => `${text}x=${deep('${')}`)],
  ['sections', amid('tools/usermanagement.config', (text) => `${text}x=1\n${deep('[')}`)],
  ['lists', amid(OSGI, (text) => `${text}x=${deep('["')}`)],
  ['substitutions', script(deep('$(', ')'))],
  ['quoted substitutions', script(deep('"$('))],
  ['subshells', script(deep('(', ')'))],
];

function script(nested: string) {
  return amid('campaign/set-technical-account.sh', (text) => `${text}echo ${nested}`);
}

describe(`${LEVELS} levels`, () => {
  for (const [what, { file, text }] of rows) {
    it(`of ${what} are read in ${file}`, () => {
      for (const id of notationsOf(file, text)) assertSound(syntaxes[id], text);
      assert.notEqual(askAll(file, text), undefined);
    });
  }

  it('of indented groups are too many characters to be written; 2,000 are read', () => {
    const lines = Array.from({ length: 2000 }, (_, level) => `${' '.repeat(level)}a:\n`);
    assert.notEqual(askAll('a.external-account.yaml', lines.join('')), undefined);
  });
});
