import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { check } from '../../server/src/check';
import { migrate } from '../../server/src/features/workspace-migration';
import { workspaceReport } from '../../server/src/features/workspace-report';
import {
  checklistMarkdown,
  reportMarkdown,
} from '../../server/src/features/workspace-report-markdown';
import { workspaceTree } from '../../server/src/features/workspace-tree';
import { type ConfigDocument, readDocument } from '../../server/src/model/document';
import { newWorkspace } from '../../server/src/model/workspace';
import { secretsOf } from '../../server/src/rules/redaction';
import { noSettings } from '../../server/src/rules/settings';
import { applyEdits } from '../../server/src/text/edit';
import { documentOf, TODAY } from '../support/check';
import { lines } from '../support/marks';
import { randomEdits } from '../support/random';
import { root } from '../support/root';

const context = { settings: noSettings, today: TODAY, tracked: true };
const migrated = (document: ConfigDocument) => migrate(document, context);

/** The examples and the golden files as they are before. */
const samples = [...filesBelow('examples'), ...filesBelow('test/golden')].filter(
  ({ file, text }) => !file.includes('.after.') && readDocument(file, text) !== undefined,
);

function filesBelow(folder: string): readonly { readonly file: string; readonly text: string }[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({
      file: path.relative(root, file).replaceAll(path.sep, '/'),
      text: readFileSync(file, 'utf8'),
    }));
}

describe('the migration of a file', () => {
  it('is that of every credential in it, and of nothing else', () => {
    const text = lines`
      # Two of them.
      integrations:
        - title: first
          authType: jwt
          orgId: 5B7C0DE15A1E0F2A0A495C11@AdobeOrg
          clientId: 0123456789abcdef0123456789abcdef
          clientSecret: \${A}
          metascopes: [ent_user_sdk]
          privateKey: \${KEY}
        - title: second
          authType: jwt
          orgId: 5B7C0DE15A1E0F2A0A495C11
          clientId: 0123456789abcdef0123456789abcdee
          clientSecret: \${B}
          metascopes: [ent_user_sdk]
          privateKey: \${KEY}
    `;
    const after = migrated(documentOf('a.ims.yaml', text))?.document.text ?? '';
    assert.ok(!after.includes('jwt') && !after.includes('privateKey'));
    assert.equal(after.match(/user_management_sdk/g)?.length, 2);
    assert.ok(after.startsWith('# Two of them.'));
    // A safe fix of something else is not asked for.
    assert.ok(after.includes('5B7C0DE15A1E0F2A0A495C11\n'));
  });

  it('is not made of the file of a Campaign server, whose command comes first', () => {
    const file = 'config-shop.xml';
    const text = '<serverconf><shared><ims authIMSTAPrivateKey="@a2V5"/></shared></serverconf>\n';
    assert.equal(migrated(documentOf(file, text)), undefined);
  });

  for (const { file, text } of samples) {
    it(`${file}: is sound, is what its edits make, and is made once`, () => {
      const document = documentOf(file, text);
      const found = migrated(document);
      if (!found) return;
      assert.equal(applyEdits(text, found.edits), found.document.text);
      assert.ok(found.document.problems.length <= document.problems.length);
      assert.equal(migrated(found.document), undefined);
    });
  }
});

describe('the report of every sample', () => {
  for (const { file, text } of samples) {
    it(`${file}: holds no secret, and never throws for damaged texts`, () => {
      for (const each of [text, ...randomEdits(text, 8)]) {
        const document = readDocument(file, each);
        if (!document) continue;
        const findings = check(document, context);
        const workspace = newWorkspace([document], ['']);
        const report = workspaceReport([{ path: file, document, findings }], workspace, TODAY);
        const place = () => 'here';
        const words = [reportMarkdown(report, place), checklistMarkdown(report, place)];
        const items = workspaceTree(report).flatMap(({ items: all }) => all);
        words.push(...items.flatMap((item) => [item.label, item.description, item.tooltip]));
        words.push(...items.map(({ spoken }) => spoken));
        migrated(document);
        for (const secret of secretsOf(document).filter((one) => one.length >= 12)) {
          assert.deepEqual(
            words.filter((word) => word.includes(secret)),
            [],
            secret,
          );
        }
      }
    });
  }
});
