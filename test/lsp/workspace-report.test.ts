import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import {
  CancellationTokenSource,
  type Range,
  WorkDoneProgress,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type ClientOptions, editor, editsOf, TestClient } from '../support/server';
import { account, jwt, oauth } from './samples';

let client: TestClient;
afterEach(() => client.end());

const START = { line: 0, character: 0 };
const FOLDER = 'file:///shop';
const A = `${FOLDER}/a.ims-integration.yaml`;
const B = `${FOLDER}/deep/b.ims-integration.yaml`;
const DONE = `${FOLDER}/done.ims-integration.yaml`;
const PROVIDER = `${FOLDER}/config/com.adobe.granite.auth.oauth.accesstoken.provider.1a2b.config`;
const RENAMED = PROVIDER.replace('provider.1a2b', 'provider-1a2b');
const provider = [
  'auth.token.provider.client.id="a"',
  'auth.token.provider.title="Tags"',
  'auth.token.provider.keypair.alias="tags"',
  'auth.access.token.request="https://ims-na1.adobelogin.com/ims/exchange/jwt"',
  'token.request.customizer.type="tags"',
  '',
].join('\n');

const start = async (files: Record<string, string>, options: ClientOptions = {}) => {
  client = await TestClient.start({ folders: [FOLDER], files, lists: true, ...options });
};

interface Report {
  readonly groups: readonly {
    readonly id: string;
    readonly label: string;
    readonly items: readonly {
      readonly label: string;
      readonly description: string;
      readonly tooltip: string;
      readonly spoken: string;
      readonly level: string | null;
      readonly uri: string;
      readonly range: Range;
    }[];
  }[];
  readonly migratable: readonly {
    readonly uri: string;
    readonly path: string;
    readonly labels: readonly string[];
    readonly renames: string | null;
  }[];
  readonly markdown: string | null;
}

interface Migration {
  readonly hasChanged: boolean;
  readonly edit: WorkspaceEdit | null;
  readonly versions: readonly { readonly uri: string; readonly version: number }[];
  readonly uris: readonly string[];
  readonly checklist: string;
}

const report = (params: object = {}) =>
  client.connection.sendRequest<Report>('imsConfig/report', params);
const migrate = (uris: readonly string[], preview = false) =>
  client.connection.sendRequest<Migration>('imsConfig/migrate', { uris, preview });

/** The texts of closed files after an edit of the workspace. */
const changed = (uri: string, text: string, edit: WorkspaceEdit | null): string =>
  TextDocument.applyEdits(TextDocument.create(uri, '', 0, text), editsOf(uri, edit ?? undefined));

describe('the report of a workspace', () => {
  it('tells of files that are not open, once they are known, in groups', async () => {
    await start({
      [A]: jwt,
      [DONE]: oauth,
      [`${FOLDER}/x.external-account.yaml`]: account,
      [`${FOLDER}/foreign.yaml`]: 'a: b\n',
    });
    const { groups, migratable, markdown } = await report();
    assert.deepEqual(
      groups.map(({ id, items }) => [id, items.map(({ label, uri }) => [label, uri])]),
      [
        ['migratable', [['Target', A]]],
        ['current', [['Target', DONE]]],
        ['environments', [['Adobe Experience Cloud', `${FOLDER}/x.external-account.yaml`]]],
      ],
    );
    const [item] = groups[0]?.items ?? [];
    assert.deepEqual([item?.description, item?.level], ['a.ims-integration.yaml', 'error']);
    assert.equal(item?.range.start.line, 1);
    // The finding says it, and nothing else once more.
    assert.equal(item?.tooltip.split('1 March 2026').length, 2);
    assert.match(item?.spoken ?? '', /^Target\. IMS integration\. Can be migrated\./);
    assert.deepEqual(migratable, [
      { uri: A, path: 'a.ims-integration.yaml', labels: ['Target'], renames: null },
    ]);
    assert.equal(markdown, null);
  });

  it('is Markdown with links, where that is asked for', async () => {
    await start({ [A]: jwt });
    const { markdown } = await report({ markdown: true });
    assert.match(
      markdown ?? '',
      /^\[a\.ims-integration\.yaml:2\]: <file:\/\/\/shop\/a\.ims-integration\.yaml#L2>$/m,
    );
  });

  it('is about texts as they are open', async () => {
    await start({ [A]: jwt });
    await client.open(A, oauth);
    assert.deepEqual(
      (await report()).groups.map(({ id }) => id),
      ['current'],
    );
    await client.close(A);
    assert.deepEqual(
      (await report()).groups.map(({ id }) => id),
      ['migratable'],
    );
  });

  it('names the folder where there are several', async () => {
    const other = 'file:///agency/one';
    await start(
      { [A]: jwt, [`${other}/a.ims-integration.yaml`]: jwt },
      { folders: [FOLDER, other] },
    );
    assert.deepEqual((await report()).migratable.map(({ path }) => path).sort(), [
      'one/a.ims-integration.yaml',
      'shop/a.ims-integration.yaml',
    ]);
  });

  it('can be cancelled, and shows how far it is', async () => {
    await start({ [A]: jwt, [B]: jwt });
    await client.indexed();
    const source = new CancellationTokenSource();
    source.cancel();
    const cancelled = client.connection.sendRequest('imsConfig/report', {}, source.token);
    assert.equal(await cancelled.catch(() => null), null);
    const steps: string[] = [];
    client.connection.onProgress(WorkDoneProgress.type, 'mine', ({ kind }) => {
      steps.push(kind);
    });
    await report({ workDoneToken: 'mine' });
    assert.deepEqual([steps[0], steps.at(-1)], ['begin', 'end']);
  });

  it('is announced to clients that show it, with the number of files', async () => {
    const told: number[] = [];
    await start({ [A]: jwt }, { initializationOptions: { showsWorkspace: true } });
    const heard = new Promise<void>((resolve) => {
      client.connection.onNotification(
        'imsConfig/workspaceChanged',
        ({ files }: { files: number }) => {
          told.push(files);
          if (files === 2) resolve();
        },
      );
    });
    await client.indexed();
    await client.write(B, jwt);
    await heard;
    assert.deepEqual(told, [1, 2]);
  });

  it('is not announced to others', async () => {
    await start({ [A]: jwt });
    await report();
    assert.ok(!client.sent.includes('workspaceChanged'));
  });
});

describe('the migration of a workspace', () => {
  it('is one edit of the files that are chosen, open and closed', async () => {
    await start({ [A]: jwt, [B]: jwt, [DONE]: oauth });
    const typed = jwt.replace('# since 2021', '# for long');
    await client.open(A, typed);
    const { edit, uris, checklist } = await migrate([A, B, DONE, 'file:///other/c.yaml']);
    assert.deepEqual(uris, [A, B]);
    assert.equal(client.applied(A, edit ?? undefined), oauth.replace('# since 2021', '# for long'));
    assert.equal(changed(B, jwt, edit), oauth);
    const versions = (edit?.documentChanges ?? []).map((change) =>
      'edits' in change ? change.textDocument.version : undefined,
    );
    assert.deepEqual(versions, [1, null]);
    assert.match(checklist, /^# What remains to be done by hand/);
    assert.ok(!checklist.includes('not migrated yet'));
  });

  it('leaves the others, and says so in the list', async () => {
    await start({ [A]: jwt, [B]: jwt });
    const { edit, checklist } = await migrate([B]);
    assert.deepEqual(editsOf(A, edit ?? undefined), []);
    assert.match(checklist, /## Files that are not migrated yet\n\n.*\n {2}- Target: \[a\.ims/);
  });

  it('names files in its list as people read them, with their addresses behind it', async () => {
    await start({ [A]: jwt, [B]: jwt });
    const { checklist } = await migrate([A, B]);
    const [text = '', addresses = ''] = checklist.split(/\n\n(?=\[)/);
    assert.ok(!text.includes('file:'));
    for (const uri of [A, B]) {
      const name = uri.slice(FOLDER.length + 1);
      assert.ok(text.includes(`[${name}]`));
      assert.ok(addresses.split('\n').includes(`[${name}]: <${uri}>`), addresses);
    }
  });

  it('says what a person compares, and leaves no change to be ticked in a preview', async () => {
    await start({ [A]: jwt, [B]: jwt });
    for (const preview of [false, true]) {
      const { edit } = await migrate([A, B], preview);
      const confirmed = Object.entries(edit?.changeAnnotations ?? {}).flatMap(
        ([id, { needsConfirmation }]) => (needsConfirmation ? [id] : []),
      );
      const openers = (edit?.documentChanges ?? []).filter((change) => 'kind' in change);
      // The file is there, so that this makes none.
      const opener = {
        kind: 'create',
        uri: A,
        options: { ignoreIfExists: true },
        annotationId: confirmed[0],
      };
      assert.deepEqual([confirmed.length, openers], preview ? [1, [opener]] : [0, []]);
      for (const uri of [A, B]) {
        const edits = editsOf(uri, edit ?? undefined);
        const notes = edits.flatMap((each) => ('annotationId' in each ? [each.annotationId] : []));
        assert.ok(notes.length > 0 && notes.every((id) => !confirmed.includes(String(id))));
      }
    }
  });

  it('opens a preview by a change of nothing where the client makes no files', async () => {
    const workspaceEdit = { ...editor.workspace?.workspaceEdit, resourceOperations: [] };
    const capabilities = { ...editor, workspace: { ...editor.workspace, workspaceEdit } };
    await start({ [A]: jwt, [B]: jwt }, { capabilities });
    const { edit } = await migrate([A, B], true);
    const confirmed = [A, B].map((uri) =>
      editsOf(uri, edit ?? undefined).filter(
        (each) =>
          'annotationId' in each &&
          edit?.changeAnnotations?.[String(each.annotationId)]?.needsConfirmation,
      ),
    );
    assert.deepEqual(
      confirmed.map((edits) => edits.map(({ newText, range }) => [newText, range])),
      [[['', { start: START, end: START }]], []],
    );
    assert.equal(changed(A, jwt, edit), oauth);
  });

  const previewed: readonly (readonly [name: string, left: string, migrated: readonly string[]])[] =
    [
      ['a file as it was', jwt, [A]],
      ['a file in part', jwt.replace('authType: jwt', 'authType: oauth-server-to-server'), [A]],
      ['nothing, with other ends of lines', oauth.replaceAll('\n', '\r\n'), [A, B]],
    ];
  for (const [name, left, migrated] of previewed) {
    it(`tells which files are migrated behind a preview that left ${name}`, async () => {
      await start({ [A]: jwt, [B]: jwt });
      assert.deepEqual((await migrate([A, B], true)).uris, [A, B]);
      await client.open(A, oauth);
      await client.open(B, left);
      const outcome =
        await client.connection.sendRequest<Pick<Migration, 'uris' | 'checklist'>>(
          'imsConfig/migrated',
        );
      assert.deepEqual(outcome.uris, migrated);
      const waits = /## Files that are not migrated yet\n\n.*\n {2}- Target: \[deep\/b\.ims/;
      assert.equal(waits.test(outcome.checklist), !migrated.includes(B));
      assert.ok(outcome.checklist.includes(`: <${A}>`));
      assert.equal(await client.connection.sendRequest('imsConfig/migrated'), null);
    });
  }

  it('renames files first where the client can', async () => {
    await start({ [PROVIDER]: provider });
    const { edit, checklist } = await migrate([PROVIDER]);
    const [rename, change] = edit?.documentChanges ?? [];
    assert.deepEqual(rename, { kind: 'rename', oldUri: PROVIDER, newUri: RENAMED });
    assert.ok(change && 'edits' in change && change.textDocument.uri === RENAMED);
    assert.ok(!checklist.includes('Files to be renamed'));
    // Links lead to where the file is then.
    assert.ok(checklist.includes(`]: <${RENAMED}>`) && !checklist.includes(PROVIDER));
  });

  it('leaves names to a person where the client cannot, or the name is taken', async () => {
    await start({ [PROVIDER]: provider, [RENAMED]: provider });
    const taken = await migrate([PROVIDER]);
    assert.ok(!taken.edit?.documentChanges?.some((change) => 'kind' in change));
    assert.match(taken.checklist, /Files to be renamed/);
    client.end();
    const workspace = { ...editor.workspace, workspaceEdit: {} };
    await start({ [PROVIDER]: provider }, { capabilities: { ...editor, workspace } });
    const { edit, checklist } = await migrate([PROVIDER]);
    assert.equal(edit?.documentChanges, undefined);
    assert.ok(changed(PROVIDER, provider, edit).includes('client_credentials'));
    assert.match(
      checklist,
      /Rename this file to `com\.adobe\.granite\.auth\.oauth\.accesstoken\.provider-1a2b\.config`/,
    );
  });

  it('renames the file of the secret beside it, too', async () => {
    const SECRET = `${FOLDER}/config/com.adobe.granite.auth.ims.impl.IMSAccessTokenRequestCustomizerImpl.1a2b.config`;
    await start({
      [PROVIDER]: provider,
      [SECRET]: 'auth.ims.client.secret="x"\ncustomizer.type="tags"\n',
    });
    const { edit } = await migrate([PROVIDER]);
    const renamed = (edit?.documentChanges ?? []).flatMap((change) =>
      'kind' in change && change.kind === 'rename' ? [change.newUri] : [],
    );
    assert.deepEqual(renamed, [RENAMED, SECRET.replace('Impl.1a2b', 'Impl-1a2b')]);
  });

  it('says so where a person has left out the new name of that file', async () => {
    const SECRET = `${FOLDER}/config/com.adobe.granite.auth.ims.impl.IMSAccessTokenRequestCustomizerImpl.1a2b.config`;
    await start({
      [PROVIDER]: provider,
      [SECRET]: 'auth.ims.client.secret="x"\ncustomizer.type="tags"\n',
    });
    const { edit, uris } = await migrate([PROVIDER], true);
    assert.deepEqual(uris, [PROVIDER, SECRET]);
    await client.open(RENAMED, changed(RENAMED, provider, edit));
    const outcome =
      await client.connection.sendRequest<Pick<Migration, 'uris' | 'checklist'>>(
        'imsConfig/migrated',
      );
    assert.deepEqual(outcome.uris, [PROVIDER]);
    const named = [...outcome.checklist.matchAll(/Rename this file to `([^`]+)`/g)];
    assert.deepEqual(
      named.map(([, name]) => name),
      [SECRET.replace('Impl.1a2b', 'Impl-1a2b').split('/').at(-1)],
    );
  });

  it('leaves another credential in the same folder alone', async () => {
    const other = PROVIDER.replace('1a2b', 'other');
    await start({ [PROVIDER]: provider, [other]: provider.replaceAll('tags', 'target') });
    const { edit, uris } = await migrate([PROVIDER]);
    assert.deepEqual(uris, [PROVIDER]);
    assert.ok(!JSON.stringify(edit).includes('provider.other'));
  });

  it('leaves what a provider asks for that was migrated before', async () => {
    const done = RENAMED.replace('1a2b', 'done');
    const secret = `${FOLDER}/config/com.adobe.granite.auth.ims.impl.IMSAccessTokenRequestCustomizerImpl.done.config`;
    const { edit: made } = await start({ [PROVIDER]: provider }).then(() => migrate([PROVIDER]));
    const oauthProvider = TextDocument.applyEdits(
      TextDocument.create(PROVIDER, '', 0, provider),
      editsOf(RENAMED, made ?? undefined),
    );
    client.end();
    await start({
      [PROVIDER]: provider,
      [done]: oauthProvider.replaceAll('tags', 'target'),
      [secret]: 'auth.ims.client.secret="x"\ncustomizer.type="target"\n',
    });
    assert.deepEqual((await migrate([secret])).uris, [secret]);
    assert.deepEqual((await migrate([PROVIDER])).uris, [PROVIDER]);
  });

  it('is not made where a text has become another one meanwhile', async () => {
    const others = Array.from(
      { length: 60 },
      (_, index) => `${FOLDER}/${index}.ims-integration.yaml`,
    );
    await start(Object.fromEntries([A, ...others].map((uri) => [uri, jwt])));
    await client.open(A, jwt);
    await client.indexed();
    // Known by now; the other files are looked at behind it.
    await report();
    let isTold = false;
    client.connection.onProgress(WorkDoneProgress.type, 'mine', (step) => {
      if (step.kind !== 'begin' || isTold) return;
      isTold = true;
      setTimeout(() => client.type(A, '# since 2021', '# one\n# two\n# since 2021'), 5);
    });
    const params = { uris: [A, ...others], preview: false, workDoneToken: 'mine' };
    const answer = await client.connection.sendRequest<Migration>('imsConfig/migrate', params);
    assert.equal(client.document(A).version, 2);
    assert.deepEqual([answer.hasChanged, answer.edit], [true, null]);
  });

  it('says which versions of open texts it was made for, by the names that they have', async () => {
    await start({ [PROVIDER]: provider, [B]: jwt });
    await client.open(PROVIDER, provider);
    await client.type(PROVIDER, 'Tags', 'Labels');
    const { versions } = await migrate([PROVIDER, B]);
    assert.deepEqual(versions, [{ uri: PROVIDER, version: 2 }]);
  });

  for (const [what, taken, content] of [
    ['is none of ours', RENAMED, ''],
    [
      'is written with other characters',
      RENAMED.replace('provider-1a2b', 'provider%2D1a2b'),
      provider,
    ],
  ] as const) {
    it(`gives no name to a file that another one has, which ${what}`, async () => {
      await start({ [PROVIDER]: provider, [taken]: content });
      const { edit, checklist } = await migrate([PROVIDER]);
      assert.ok(!edit?.documentChanges?.some((change) => 'kind' in change));
      assert.match(checklist, /Files to be renamed/);
    });
  }

  it('changes nothing where nothing can be migrated', async () => {
    await start({ [DONE]: oauth });
    assert.equal((await migrate([DONE])).edit, null);
    assert.equal((await migrate([])).edit, null);
  });

  it('shows no secret', async () => {
    const secret = 'p8e-0123456789abcdefghijklmnopqrstuv';
    await start({
      [A]: jwt.replace('${TARGET_SECRET}', secret).replace('title: Target', `title: ${secret}`),
    });
    const { checklist } = await migrate([A]);
    const all = JSON.stringify([checklist, await report({ markdown: true })]);
    assert.ok(!all.includes(secret));
  });
});

describe('the lightbulb at a credential that can be migrated', () => {
  const titles = async (files: Record<string, string>, showsWorkspace = true) => {
    await start(files, { initializationOptions: { showsWorkspace } });
    await client.indexed();
    await client.open(A, files[A] ?? '');
    const actions = await client.actions(A, 'authType');
    const all = [...actions, ...(await client.actions(A, 'jwt'))];
    return all.filter(({ command }) => command?.command === 'imsConfig.migrateWorkspace').length;
  };

  it('leads to all of them, where other files have such', async () => {
    assert.equal(await titles({ [A]: jwt, [B]: jwt }), 1);
  });

  for (const [what, files, shows] of [
    ['others have none', { [A]: jwt, [B]: oauth }, true],
    ['it is the only file', { [A]: jwt }, true],
    ['the client has no such command', { [A]: jwt, [B]: jwt }, false],
  ] as const) {
    it(`does not where ${what}`, async () => {
      assert.equal(await titles(files, shows), 0);
    });
  }
});
