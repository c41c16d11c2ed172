import assert from 'node:assert/strict';
import { it } from 'node:test';
import { findingsOf } from '../support/check';

const table: Readonly<Record<string, 'safe' | 'unsafe'>> = {
  'http://campaign.luma-shop.com': 'safe',
  'http://campaign.luma-shop.com/nl?x=1': 'safe',
  'campaign.luma-shop.com': 'safe',
  'http://campaign.luma-shop.com:8080': 'unsafe',
  'campaign.luma-shop.com:443': 'unsafe',
  'http://192.0.2.7': 'unsafe',
  '192.0.2.7': 'unsafe',
  'http://[2001:db8::1]/': 'unsafe',
  'http://localhost/': 'unsafe',
  'http://app.localhost/': 'unsafe',
  'http://campaign/': 'unsafe',
};

for (const [address, safety] of Object.entries(table)) {
  it(`counts the fix of ${address} as ${safety}`, () => {
    const findings = findingsOf('a.external-account.json', `{"callbackServer": "${address}"}`);
    const found = findings.find(({ rule }) => rule === 'callback-not-https');
    assert.equal(found?.fixes[0]?.safety, safety);
  });
}
