import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check } from '../../server/src/check';
import { type CodeAction, codeActions } from '../../server/src/features/code-actions';
import { disableInWorkspace } from '../../server/src/features/suppress';
import { noSettings } from '../../server/src/rules/settings';
import { applyEdits } from '../../server/src/text/edit';
import { documentOf, findingsOf, TODAY } from '../support/check';
import { marked } from '../support/marks';

const ACCOUNT = 'shop.external-account.yaml';

/** The actions at the cursor of a text, or for all of it. */
function actionsAt(file: string, code: string): { text: string; actions: readonly CodeAction[] } {
  const { text, cursor } = marked(code);
  const span = { start: cursor ?? 0, end: cursor ?? text.length };
  const document = documentOf(file, text);
  const findings = check(document, { settings: noSettings, today: TODAY });
  return { text, actions: codeActions(document, findings, span) };
}

function titled(actions: readonly CodeAction[], title: string): CodeAction {
  const found = actions.find((action) => action.title === title);
  assert.ok(found, `"${title}" is not among "${actions.map((each) => each.title).join('", "')}"`);
  return found;
}

describe('code actions', () => {
  it('offer a safe fix first and prefer it, then the ways to ignore', () => {
    const { text, actions } = actionsAt(ACCOUNT, 'name: a\ncallbackServer: ht‸tp://shop.org\n');
    assert.deepEqual(
      actions.map(({ title, isPreferred }) => [title, isPreferred]),
      [
        ['Use `https`', true],
        ['Ignore `callback-not-https` on this line', false],
        ['Ignore `callback-not-https` in this file', false],
        ['Ignore `callback-not-https` in this workspace', false],
      ],
    );
    assert.equal(
      applyEdits(text, actions[0]?.edits ?? []),
      'name: a\ncallbackServer: https://shop.org\n',
    );
  });

  it('offer nothing where nothing is found', () => {
    assert.deepEqual(actionsAt(ACCOUNT, '# not‸hing\nname: a\n').actions, []);
  });

  it('do not prefer what a person has to confirm, and offer a migration twice', () => {
    const { actions } = actionsAt(
      'a.ims-integration.yaml',
      'authType: j‸wt\norgId: a\nclientId: b\nclientSecret: ${S}\nmetascopes: [ent_user_sdk]\n',
    );
    const plain = titled(actions, 'Migrate to OAuth Server-to-Server');
    const preview = titled(actions, 'Migrate to OAuth Server-to-Server with preview');
    assert.deepEqual(preview.edits, plain.edits);
    assert.deepEqual([plain.preview, preview.preview], [false, true]);
    assert.deepEqual([plain.isPreferred, preview.isPreferred], [false, false]);
    assert.ok(plain.edits.some(({ note }) => note));
  });

  it('offer the migration at every field that only JWT has', () => {
    const { actions } = actionsAt(
      'a.ims.yaml',
      'integrations:\n  - authType: jwt\n    meta‸scopes: [ent_user_sdk]\n  - authType: jwt\n',
    );
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Migrate to OAuth Server-to-Server', 'Migrate to OAuth Server-to-Server with preview'],
    );
  });

  it('leave the ways to ignore out where a whole file is selected', () => {
    const text = 'callbackServer: http://crm.shop.org\n'.repeat(3);
    const { actions } = actionsAt(ACCOUNT, `imsServr: x\norgID: y\nassociation: z\n${text}`);
    assert.ok(actions.length > 0);
    assert.ok(!actions.some(({ title }) => title.startsWith('Ignore')));
  });

  it('open a new file where a credential cannot be kept', () => {
    const { actions } = actionsAt(
      'credentials.json',
      '{ "integration": { "imsEndpoint": "ims-na1.adobelogin.com", "metascopes": "ent_aem_cloud_api", "privateKey": "", "technicalAccount": { "clientId": "cm-p1-e2-integration-1", "clientSecret": "" } } }',
    );
    const { opens, edits } = titled(actions, 'Open an OAuth Server-to-Server template');
    assert.deepEqual([opens?.language, edits], ['json', []]);
  });
});

interface Ignore {
  readonly name: string;
  readonly file: string;
  /** With `‸` on the finding. */
  readonly code: string;
  readonly title: string;
  /** Undefined where it is not offered. */
  readonly result: string | undefined;
}

const LINE = 'Ignore `callback-not-https` on this line';
const FILE = 'Ignore `callback-not-https` in this file';
const PACKAGE = 'accounts.xml';

const ignores: readonly Ignore[] = [
  {
    name: 'above the line, as far indented',
    file: 'a.ims.yaml',
    code: 'externalAccounts:\n  - name: a\n    callbackServer: ht‸tp://crm.shop.org\n',
    title: LINE,
    result:
      'externalAccounts:\n  - name: a\n    # ims-config-ignore callback-not-https\n    callbackServer: http://crm.shop.org\n',
  },
  {
    name: 'above the line of a list item',
    file: 'a.ims.yaml',
    code: 'externalAccounts:\r\n  - callbackServer: ht‸tp://crm.shop.org\r\n',
    title: LINE,
    result:
      'externalAccounts:\r\n  # ims-config-ignore callback-not-https\r\n  - callbackServer: http://crm.shop.org\r\n',
  },
  {
    name: 'with a rule that is ignored there already',
    file: ACCOUNT,
    code: '# ims-config-ignore missing-field -- on purpose\ncallbackServer: ht‸tp://crm.shop.org\n',
    title: LINE,
    result:
      '# ims-config-ignore missing-field, callback-not-https -- on purpose\ncallbackServer: http://crm.shop.org\n',
  },
  {
    name: 'at the top of a file, behind its BOM',
    file: ACCOUNT,
    code: '\uFEFFcallbackServer: ht‸tp://crm.shop.org\n',
    title: FILE,
    result:
      '\uFEFF# ims-config-ignore-file callback-not-https\ncallbackServer: http://crm.shop.org\n',
  },
  {
    name: 'with a rule that the file ignores already',
    file: ACCOUNT,
    code: '# ims-config-ignore-file missing-field\ncallbackServer: ht‸tp://crm.shop.org\n',
    title: FILE,
    result:
      '# ims-config-ignore-file missing-field, callback-not-https\ncallbackServer: http://crm.shop.org\n',
  },
  {
    name: 'in our own JSON',
    file: 'a.external-account.json',
    code: '{\n  "callbackServer": "ht‸tp://crm.shop.org"\n}\n',
    title: LINE,
    result:
      '{\n  // ims-config-ignore callback-not-https\n  "callbackServer": "http://crm.shop.org"\n}\n',
  },
  {
    name: 'above the tag that an attribute stands in',
    file: PACKAGE,
    code: '<package>\n  <entities schema="nms:extAccount">\n    <extAccount name="MAC"\n                callbackServer="ht‸tp://crm.shop.org"/>\n  </entities>\n</package>\n',
    title: LINE,
    result:
      '<package>\n  <entities schema="nms:extAccount">\n    <!-- ims-config-ignore callback-not-https -->\n    <extAccount name="MAC"\n                callbackServer="http://crm.shop.org"/>\n  </entities>\n</package>\n',
  },
  {
    name: 'behind the declaration of an XML file',
    file: PACKAGE,
    code: '<?xml version="1.0"?>\n<package><entities schema="nms:extAccount"><extAccount name="MAC" callbackServer="ht‸tp://crm.shop.org"/></entities></package>\n',
    title: FILE,
    result:
      '<?xml version="1.0"?>\n<!-- ims-config-ignore-file callback-not-https -->\n<package><entities schema="nms:extAccount"><extAccount name="MAC" callbackServer="http://crm.shop.org"/></entities></package>\n',
  },
  {
    name: 'where a comment above the tag would not reach it',
    file: PACKAGE,
    code: '<package><entities schema="nms:extAccount"><extAccount name="MAC"\n callbackServer="ht‸tp://crm.shop.org"/></entities></package>\n',
    title: LINE,
    result: undefined,
  },
  {
    name: 'in a file whose reader takes no comments',
    file: 'download.json',
    code: '{ "ORG_ID": "x", "API‸_KEY": "y", "CLIENT_SECRET": "z", "TECHNICAL_ACCOUNT_ID": "t" }',
    title: 'Ignore `jwt-credential` on this line',
    result: undefined,
  },
];

describe('ignoring a rule', () => {
  for (const { name, file, code, title, result } of ignores) {
    it(result === undefined ? `is not offered ${name}` : `writes a comment ${name}`, () => {
      const { text, actions } = actionsAt(file, code);
      assert.ok(actions.length > 0, 'nothing is found');
      if (result === undefined) {
        assert.ok(!actions.some((action) => action.title === title));
        return;
      }
      const action = titled(actions, title);
      const after = applyEdits(text, action.edits);
      assert.equal(after, result);
      const rules = findingsOf(file, after).map(({ rule }) => rule);
      assert.ok(!rules.includes(action.finding.rule), 'the finding is still there');
      assert.ok(!rules.includes('unused-suppression'));
    });
  }
});

describe('disabling a rule in the workspace', () => {
  const cases: readonly (readonly [name: string, before: string | undefined, after: string])[] = [
    ['makes a file', undefined, 'rules:\n  jwt-endpoint: off\n'],
    ['adds a section', '# ours\nignore: [x]', '# ours\nignore: [x]\nrules:\n  jwt-endpoint: off\n'],
    [
      'adds to a section and keeps comments',
      'rules:\n  # calm\n  missing-field: info # for now\nignore: [x]\n',
      'rules:\n  # calm\n  missing-field: info # for now\n  jwt-endpoint: "off"\nignore: [x]\n',
    ],
    [
      'changes a level',
      'rules:\n  jwt-endpoint: warning # why\n',
      'rules:\n  jwt-endpoint: "off" # why\n',
    ],
    [
      'fills an empty section',
      'rules:\nignore: [x]\n',
      'rules:\n  jwt-endpoint: off\nignore: [x]\n',
    ],
    ['keeps line endings', 'ignore: [x]\r\n', 'ignore: [x]\r\nrules:\r\n  jwt-endpoint: off\r\n'],
  ];
  for (const [name, before, after] of cases) {
    it(name, () => {
      const edits = disableInWorkspace(before, 'jwt-endpoint');
      assert.ok(edits);
      assert.equal(applyEdits(before ?? '', edits), after);
    });
  }

  it('gives up on a file that it cannot read', () => {
    assert.equal(disableInWorkspace('- a\n- b\n', 'jwt-endpoint'), undefined);
    assert.equal(disableInWorkspace('rules: "all', 'jwt-endpoint'), undefined);
  });
});
