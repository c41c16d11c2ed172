import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type OutlineSymbol, outline } from '../../server/src/features/outline';
import { encloses } from '../../server/src/text/span';
import { documentOf } from '../support/check';
import { lines } from '../support/marks';

/** One line for each symbol, as an editor shows it. */
function shown(symbols: readonly OutlineSymbol[], indent = ''): readonly string[] {
  return symbols.flatMap(({ name, detail, children }) => [
    indent + (detail ? `${name}: ${detail}` : name),
    ...shown(children, `${indent}  `),
  ]);
}

const outlineOf = (file: string, text: string) => outline(documentOf(file, text));

describe('outline', () => {
  it('lists the sections of a project, what stands in them, and its fields', () => {
    const text = lines`
      environments:
        - name: production
          version: 8.10
      externalAccounts:
        Adobe_Experience_Cloud:
          label: Adobe Experience Cloud
      integrations:
        - title: Target
          authType: oauth-server-to-server
          clientSecret: not-for-your-eyes
          scopes: [openid, AdobeID]
    `;
    assert.deepEqual(shown(outlineOf('shop.ims.yaml', text)), [
      'environments',
      '  production: Campaign environment',
      '    name: production',
      '    version: 8.10',
      'externalAccounts',
      '  Adobe Experience Cloud: Adobe Experience Cloud external account',
      '    label: Adobe Experience Cloud',
      'integrations',
      '  Target: OAuth Server-to-Server',
      '    title: Target',
      '    authType: oauth-server-to-server',
      '    clientSecret',
      '    scopes: openid, AdobeID',
    ]);
  });

  it('lists triggers below their topic', () => {
    const text = lines`
      {
        "topics": [
          {
            "name": "triggers",
            "consumer": "luma_prod",
            "triggers": [
              { "name": "*", "jsConnector": "cus:triggers.js" }
            ]
          }
        ]
      }
    `;
    assert.deepEqual(shown(outlineOf('NmsPipeline_Config.json', text)), [
      'topics',
      '  luma_prod: Pipeline topic',
      '    name: triggers',
      '    consumer: luma_prod',
      '    triggers',
      '      *: Trigger',
      '        name: *',
      '        jsConnector: cus:triggers.js',
    ]);
  });

  it('lists the accounts of a package', () => {
    const text = lines`
      <package>
        <entities schema="nms:extAccount">
          <extAccount name="MAC" imsServer="ims-na1.adobelogin.com"/>
          <extAccount name="ftp" label="Files" password="geheim1234"/>
        </entities>
      </package>
    `;
    assert.deepEqual(shown(outlineOf('accounts.xml', text)), [
      'MAC: Adobe Experience Cloud external account',
      '  name: MAC',
      '  imsServer: ims-na1.adobelogin.com',
      'Files: Campaign external account',
      '  name: ftp',
      '  label: Files',
      '  password',
    ]);
  });

  it('names a download of the Developer Console', () => {
    const text =
      '{ "ORG_ID": "a@AdobeOrg", "TECHNICAL_ACCOUNT_ID": "b", "PUBLIC_KEYS_WITH_EXPIRY": {} }';
    assert.deepEqual(shown(outlineOf('download.json', text)).slice(0, 2), [
      'Developer Console credential: Service Account (JWT)',
      '  ORG_ID: a@AdobeOrg',
    ]);
  });

  it('is calm about an empty file', () => {
    assert.deepEqual(shown(outlineOf('a.external-account.yaml', '')), [
      'Adobe Experience Cloud external account: Adobe Experience Cloud external account',
    ]);
    assert.deepEqual(outlineOf('a.ims.yaml', ''), []);
  });

  it('shortens long values, and hides a secret wherever it stands', () => {
    const text = `title: hidden-secret-1 ${'x'.repeat(100)}\nclientSecret: hidden-secret-1\n`;
    const all = shown(outlineOf('a.ims-integration.yaml', text)).join('\n');
    assert.ok(!all.includes('hidden-secret'));
    assert.ok(all.includes('…'));
  });

  it('selects a part of what it covers', () => {
    const text = 'externalAccounts:\n  a:\n    name: b\n  c:\n    label: d\n';
    const check = (symbols: readonly OutlineSymbol[]) => {
      for (const { span, selection, children } of symbols) {
        assert.ok(encloses(span, selection));
        check(children);
      }
    };
    check(outlineOf('a.ims.yaml', text));
    check(outlineOf('a.ims.yaml', 'externalAccounts:\n  a:\n  c: x\n'));
  });
});
