import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { codeActions } from '../../server/src/features/code-actions';
import { deprecated } from '../../server/src/features/deprecated';
import { hover } from '../../server/src/features/hover';
import { outline } from '../../server/src/features/outline';
import { rangeOf } from '../../server/src/lsp/diagnostics';
import { readDocument } from '../../server/src/model/document';
import { applyEdits, compatible } from '../../server/src/text/edit';
import { findingsOf } from '../support/check';
import { lines } from '../support/marks';

const texts: Readonly<Record<string, string>> = {
  'shop.ims.yaml': lines`
    environments:
      - name: production
        version: 7.3.4
        clientConsole: { version: 8.1, browserEngine: ie }
    externalAccounts:
      Adobe_Experience_Cloud: # ours
        callbackServer: "http://campaign.shop.org"
        associationMask: Campaign - .*
    integrations:
      - title: Target
        authType: jwt
        orgId: 5b7c0de15a1e0f2a0a495c11
        clientSecret: p8e-Zq3xT1vB7nM5kL9wR2yU4iO6aS8dF0gH
        metascopes: [ent_user_sdk, ent_campaign_sdk]
        privateKey: |
          -----BEGIN PRIVATE KEY-----
          MIIEvQIBADANBgkqhkiG9w0BAQEFAASC
          -----END PRIVATE KEY-----
  `,
  'download.json': lines`
    {
      "CLIENT_SECRET": "p8e-Zq3xT1vB7nM5kL9wR2yU4iO6aS8dF0gH",
      "ORG_ID": "5B7C0DE15A1E0F2A0A495C11@AdobeOrg",
      "API_KEY": "3f6b21c9a0d84e57b1c2d3e4f5061728",
      "TECHNICAL_ACCOUNT_ID": "7C0D5B1E5A1E0F2A0A495C22@techacct.adobe.com",
      "PUBLIC_KEYS_WITH_EXPIRY": { "a": "06/30/2026" }
    }
  `,
  'account.sh': lines`
    #!/bin/sh
    # each container
    su - neolane -c "nlserver config -setimsjwtauth:5B7C0DE15A1E0F2A0A495C11/abc/x@techacct.adobe.com/p8e-Zq3xT1vB7nM5kL9wR2yU4iO6aS8dF0gH/MIIEvQIBADANBgkq" && ls
    nlserver config \\
      -instance:prod \\
      -setimsoauth:'5B7C0DE15A1E0F2A0A495C11@AdobeOrg/3f6b21c9a0d84e57b1c2d3e4f5061728/geheim-1234/geheim-12345/x'
    nlserver config -instance:a -setimsauth:a/b/geheim-123456
  `,
  'accounts.xml': lines`
    <?xml version="1.0" encoding="UTF-8"?>
    <package>
      <entities schema="nms:extAccount">
        <extAccount name="MAC" label="A &amp; B" active="0"
                    callbackServer="http://campaign.shop.org" clientSecret="geheim-1234"
                    imsRightsMask=" (.*)"/>
      </entities>
    </package>
  `,
};

/** Everything that a user may ask at a place. */
function askAll(file: string, text: string, offset: number): void {
  const document = readDocument(file, text);
  if (!document) return;
  hover(document, offset);
  outline(document);
  deprecated(document);
  codeActions(document, findingsOf(file, text), { start: offset, end: offset });
}

describe('features', () => {
  for (const [file, text] of Object.entries(texts)) {
    it(`answer at every step of typing ${file}`, () => {
      for (let end = 0; end <= text.length; end++) askAll(file, text.slice(0, end), end);
    });

    it(`explain every place of ${file} without a secret`, () => {
      const document = readDocument(file, text);
      assert.ok(document);
      for (let offset = 0; offset <= text.length; offset++) {
        const { markdown = '', span } = hover(document, offset) ?? {};
        assert.ok(!/Zq3xT1vB7nM5|geheim|MIIEvQ/.test(markdown));
        if (span) assert.ok(span.start <= offset && offset <= span.end);
      }
    });

    for (const [name, variant] of [
      ['', text],
      [' with CRLF and BOM', `\uFEFF${text.replaceAll('\n', '\r\n')}`],
    ] as const) {
      it(`offer edits of ${file}${name} that lines and columns can say`, () => {
        const document = readDocument(file, variant);
        assert.ok(document);
        const snapshot = TextDocument.create('file:///a', '', 0, variant);
        const findings = findingsOf(file, variant);
        const actions = findings.flatMap(({ span }) => codeActions(document, findings, span));
        assert.ok(actions.length > 3);
        for (const { edits, title } of actions) {
          assert.ok(compatible(edits));
          const changes = edits.map((edit) => ({
            range: rangeOf(edit.span, snapshot),
            newText: edit.newText,
          }));
          const after = applyEdits(variant, edits);
          assert.equal(TextDocument.applyEdits(snapshot, changes), after, title);
          if (name) assert.ok(!/[^\r]\n/.test(after), `"${title}" mixes line endings`);
        }
      });
    }
  }
});
