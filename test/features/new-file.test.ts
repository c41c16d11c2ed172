import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nameProblem } from '../../client/src/new-file/names';
import { type NewFileKind, newFile, newFileKinds } from '../../server/src/features/new-file';
import { newWorkspace } from '../../server/src/model/workspace';
import { documentOf, findingsOf } from '../support/check';
import { ACCOUNT_EMAIL, ACCOUNT_ID, CLIENT, ORG, oauth, SECRET } from '../support/samples';

/** Every kind under each of its names, for each solution. */
const all = newFileKinds().flatMap((kind) =>
  kind.endings.flatMap((ending) =>
    (kind.solutions.length > 0 ? kind.solutions : [undefined]).map((solution) => ({
      kind,
      solution: solution?.id,
      path: pathOf(kind, ending, solution?.id),
    })),
  ),
);

function pathOf({ folder, beginning, stem }: NewFileKind, ending: string, solution = ''): string {
  const name = beginning + stem.replace('{solution}', solution) + ending;
  return folder === '' ? name : `${folder}/${name}`;
}

describe('a new file', () => {
  for (const { kind, solution, path } of all) {
    const what = [path, ...(solution === undefined ? [] : [solution])].join(', ');

    it(`${what} is known, and only has blanks to find`, () => {
      const file = newFile(kind.id, path, solution);
      assert.ok(file);
      assert.equal(documentOf(path, file.text).problems.length, 0);
      const rules = findingsOf(path, file.text).map(({ rule }) => rule);
      assert.deepEqual(
        rules.filter((rule) => !BLANKS.has(rule)),
        [],
        file.text,
      );
    });

    it(`${what} is healthy once it is filled in`, () => {
      const snippet = newFile(kind.id, path, solution)?.snippet ?? '';
      const text = filledIn(snippet);
      const found = findingsOf(path, text).map(({ rule, message }) => `${rule}: ${message}`);
      assert.deepEqual(found, [], text);
      assert.doesNotMatch(text, /jwt|private|metascope|passphrase/i);
    });
  }

  it('writes the scopes of the solution', () => {
    const target = newFile('ims-integration', 'a.ims-integration.yaml', 'target');
    assert.match(target?.text ?? '', /^title: Adobe Target\nsolution: target\n/);
    assert.match(target?.text ?? '', /target_sdk/);
    assert.match(newFile('dotenv', '.env', 'user-management')?.text ?? '', /user_management_sdk/);
    assert.match(newFile('aio-config', '.aio', 'app-builder')?.text ?? '', /adobeio_api/);
  });

  it('fills in the only organization of the workspace, and no secret', () => {
    const other = documentOf('a.ims-integration.yaml', oauth().replace('${SECRET}', SECRET));
    const workspace = newWorkspace([other], []);
    const { text = '' } = newFile('aio-config', '.aio', undefined, workspace) ?? {};
    assert.ok(text.includes(`ims_org_id: ${ORG}`));
    assert.ok(!text.includes(SECRET));
  });

  it('leaves blanks in place of ids that may not belong together, and offers those of the workspace', () => {
    const account = `technicalAccountEmail: ${ACCOUNT_EMAIL}`;
    const one = documentOf('a.ims-integration.yaml', oauth(account));
    const other = documentOf('b.ims-integration.yaml', `orgId: ${OTHER}\n`);
    const workspace = newWorkspace([one, other], []);
    const made = newFile('ims-integration', 'c.ims-integration.yaml', 'target', workspace);
    for (const line of [
      'orgId: <organization-id>',
      'clientId: <client-id>',
      'technicalAccountEmail: <technical-account-email>',
    ]) {
      assert.ok(made?.text.includes(`${line}\n`), line);
    }
    assert.match(made?.snippet ?? '', new RegExp(`\\|<organization-id>,${ORG},${OTHER}\\|`));
    assert.match(made?.snippet ?? '', new RegExp(`\\|<client-id>,${CLIENT}\\|`));
  });

  it('is not made of what there is not, or under a name that is of another kind', () => {
    assert.equal(newFile('none', 'a.yaml'), undefined);
    assert.equal(newFile('ims-integration', 'a.ims-integration.yaml', 'none'), undefined);
    for (const path of ['a.yaml', '.external-account.yaml', 'a.external-account.yaml.bak']) {
      assert.equal(newFile('external-account', path), undefined, path);
    }
    assert.equal(newFile('dotenv', '.envrc'), undefined);
    assert.equal(newFile('user-sync-connector', 'connector-ldap.yml'), undefined);
  });

  it('can be made under each name with an ending that people may choose, and under no other', () => {
    const kinds = newFileKinds();
    const own = kinds.flatMap(({ folder, beginning, stem, endings }) =>
      ['', stem, 'a', '-a', '.a', '_a'].flatMap((middle) =>
        ['', '.bak', '.json', '.yaml', ...endings].map((ending) =>
          [folder, beginning + middle + ending].filter((part) => part !== '').join('/'),
        ),
      ),
    );
    for (const kind of kinds) {
      for (const path of own.filter((each) => !/(^|\/)$/.test(each))) {
        const isChoosable = nameProblem(path, kind) === undefined;
        const made = newFile(kind.id, path);
        assert.equal(made !== undefined, isChoosable, `${kind.id}: ${path}`);
        // Where no ending tells, the rest of the name may.
        const isOpen = made !== undefined && kind.endings.includes('');
        if (isOpen) assert.equal(documentOf(path, made.text).kind.id, kind.id, path);
      }
    }
  });

  it('says how many scopes a solution has, and which are its own', () => {
    const kind = newFileKinds().find(({ id }) => id === 'ims-integration');
    const target = kind?.solutions.find(({ id }) => id === 'target');
    assert.equal(target?.description, '6 scopes: target_sdk, additional_info.roles, …');
    for (const { id, description } of kind?.solutions ?? []) {
      assert.ok(description.length <= 80, `${id}: ${description}`);
    }
  });

  it('has the likeliest solution first', () => {
    const first = newFileKinds().map(({ id, solutions }) => [id, solutions[0]?.id]);
    assert.deepEqual(Object.fromEntries(first.filter(([, solution]) => solution !== undefined)), {
      'ims-integration': 'campaign',
      'ims-project': 'campaign',
      dotenv: 'app-builder',
      'aio-config': 'app-builder',
    });
  });
});

const OTHER = '0A1B2C3D4E5F60718293A4B5@AdobeOrg';

/** What is said of a place that is to be filled in. */
const BLANKS: ReadonlySet<string> = new Set(['placeholder-left']);

/** A snippet with something valid at each of its tab stops, by the key before it. */
const filledIn = (snippet: string): string =>
  snippet
    .replace(/\$\{\d+(?::((?:\\.|[^\\}])*)|\|((?:\\.|[^\\|,])*)[^}]*)?\}/g, valueAt)
    .replace(/\\([\\$}|,])/g, '$1');

function valueAt(_: string, given = '', choice = '', at: number, snippet: string): string {
  const written = given || choice;
  const line = snippet.slice(snippet.lastIndexOf('\n', at) + 1, at);
  const [, value] = VALUES.find(([key]) => key.test(line)) ?? [];
  if (value !== undefined && /^<[a-z-]+>$|^&lt;[a-z-]+>$/.test(written)) return value;
  return written;
}

const VALUES: readonly (readonly [key: RegExp, value: string])[] = [
  [/(?:project|consumer\.org|workspace)\.id/, '4566206088344615922'],
  [/callbackServer/, 'campaign.acme.example'],
  [/associationMask/, 'acme'],
  [/imsRightsMask/, 'acme'],
  [/tenant/, 'acme'],
  [/account_+email/i, ACCOUNT_EMAIL],
  [/account_+id/i, ACCOUNT_ID],
  [/technicalAccountEmail/i, ACCOUNT_EMAIL],
  [/technicalAccountId/i, ACCOUNT_ID],
  [/secret/i, SECRET],
  [/client.?_?id|api\.key/i, CLIENT],
  [/org|\biss\b/i, ORG],
  [/- name/, 'prod'],
  [/version/, '7.4'],
  [/build/, '9383'],
];
