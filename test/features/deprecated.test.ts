import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deprecated } from '../../server/src/features/deprecated';
import { documentOf } from '../support/check';
import { marked } from '../support/marks';

const cases: readonly { readonly name: string; readonly file?: string; readonly code: string }[] = [
  {
    name: 'marks the keys that only JWT has',
    code: 'authType: jwt\n«metascopes»: [ent_user_sdk]\n«privateKey»: ${KEY}\nclientId: abc\n',
  },
  {
    name: 'marks them in a credential between both',
    code: 'authType: oauth-server-to-server\nscopes: [openid]\n«privateKey»: ${KEY}\n',
  },
  { name: 'marks nothing in an OAuth credential', code: 'authType: oauth-server-to-server\n' },
  {
    name: 'marks nothing that Adobe migrates itself',
    code: 'authType: jwt\nautoProvisioned: true\nprivateKey: ${KEY}\n',
  },
  {
    name: 'marks nothing where the file says so',
    code: '# ims-config-ignore-file jwt-credential\nauthType: jwt\nprivateKey: ${KEY}\n',
  },
  {
    name: 'marks what only JWT has in the eyes of the program that reads it',
    file: 'workspace.properties',
    code: 'aio_ims_org_id=a\naio_api_key=b\n«aio_technical_account_id»=c\n«aio_meta_scopes»=d\n',
  },
  {
    name: 'marks the table of certificates of a console download',
    file: 'download.json',
    code: '{ "ORG_ID": "x", "TECHNICAL_ACCOUNT_ID": "y", «"PUBLIC_KEYS_WITH_EXPIRY"»: {} }',
  },
];

describe('deprecated', () => {
  for (const { name, file = 'a.ims-integration.yaml', code } of cases) {
    it(name, () => {
      const { text, spans } = marked(code);
      const found = deprecated(documentOf(file, text)).map(({ span }) => span);
      const inner = (span: { start: number; end: number }) =>
        text.slice(span.start, span.end).replaceAll('"', '');
      assert.deepEqual(found.map(inner), spans.map(inner));
    });
  }
});
