import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../server/src/rules';
import { TestClient } from '../support/server';

describe('the pages of rules', () => {
  it('are made of the rules for clients that show them', async () => {
    const client = await TestClient.start();
    for (const { meta } of rules) {
      const page = await client.connection.sendRequest<string>('imsConfig/rulePage', {
        id: meta.id,
      });
      assert.ok(page.startsWith(`# ${meta.id}\n`));
      assert.ok(page.includes(meta.docs.why));
    }
    assert.equal(
      await client.connection.sendRequest('imsConfig/rulePage', { id: 'no-such' }),
      null,
    );
    client.end();
  });

  it('are linked below the address that the client names', async () => {
    const client = await TestClient.start({
      initializationOptions: { rulePages: 'ims-config-rule:/' },
    });
    const uri = 'file:///w/a.external-account.yaml';
    await client.open(uri, 'callbackServer: http://a.b.com\n');
    const items = await client.diagnostics(uri);
    const links = items.map(({ codeDescription }) => codeDescription?.href);
    assert.ok(links.includes('ims-config-rule:/callback-not-https.md'));
    client.end();
  });
});
