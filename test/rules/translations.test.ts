import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { rules } from '../../server/src/rules';
import { findingsOf } from '../support/check';
import { root } from '../support/root';

describe('texts', () => {
  const table = JSON.parse(readFileSync(path.join(root, 'l10n/texts.en.json'), 'utf8')) as Record<
    string,
    string
  >;

  it('stand in one table by id, and no id stands for two of them', () => {
    for (const { meta } of rules) {
      const fixes = Object.keys(meta.fixes ?? {});
      assert.deepEqual(
        fixes.filter((id) => id in meta.messages),
        [],
        meta.id,
      );
      const texts = { ...meta.messages, ...meta.fixes };
      for (const [id, text] of Object.entries(texts)) {
        assert.equal(table[`${meta.id}/${id}`], text);
      }
    }
  });

  it('can be said in another language, with the same data', () => {
    const translations = {
      'callback-not-https/insecure': '**{label}** (`{key}`) ist unverschlüsselt.',
      'callback-not-https/useHttps': '`https` verwenden',
    };
    const code = 'callbackServer: http://campaign.luma-shop.com\n';
    const finding = findingsOf('a.external-account.yaml', code, { translations }).find(
      ({ rule }) => rule === 'callback-not-https',
    );
    assert.equal(finding?.message, '**Callback server** (`callbackServer`) ist unverschlüsselt.');
    assert.equal(finding?.fixes[0]?.title, '`https` verwenden');
  });
});
