import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ClosedFiles } from '../../server/src/lsp/closed-files';
import { pauses } from '../../server/src/lsp/patience';
import { newWorkspace } from '../../server/src/model/workspace';
import { noSettings } from '../../server/src/rules/settings';
import { documentOf, TODAY } from '../support/check';
import { HandClock } from '../support/clock';
import { jwt, oauth } from './samples';

const A = 'file:///a.ims-integration.yaml';

describe('a closed file', () => {
  it('is checked anew only when it, its settings or another file has changed', async () => {
    const document = (text: string) => documentOf('/a.ims-integration.yaml', text);
    let stored = document(jwt);
    let settings = noSettings;
    let revision = 1;
    const files = new ClosedFiles(
      () => stored,
      async () => ({
        revision,
        context: { settings, today: TODAY, workspace: newWorkspace([stored]) },
      }),
    );
    const first = await files.check(A);
    assert.ok((first?.findings.length ?? 0) > 0);
    assert.equal((await files.check(A))?.findings, first?.findings);
    revision++;
    const second = await files.check(A);
    assert.notEqual(second?.findings, first?.findings);
    assert.deepEqual(second?.findings.length, first?.findings.length);
    settings = { ...noSettings, rules: { 'jwt-credential': 'off' } };
    const third = await files.check(A);
    assert.ok(!third?.findings.some(({ rule }) => rule === 'jwt-credential'));
    stored = document(oauth);
    assert.equal((await files.check(A))?.document, stored);
  });

  it('lets others have their turn while it is checked, and is given up when it is another one', async () => {
    const document = (accounts: number) =>
      documentOf('/a.ims.yaml', `externalAccounts:\n${'  - label: one\n'.repeat(accounts)}`);
    let stored = document(50);
    const clock = new HandClock();
    const situation = { revision: 1, context: { settings: noSettings, today: TODAY } };
    const files = new ClosedFiles(
      () => stored,
      async () => situation,
      clock,
    );
    const whole = await files.check(A);
    assert.equal(whole?.document, stored);
    const pauses = clock.pauses;
    assert.ok(pauses > 3);

    stored = document(50);
    clock.hold();
    const asker = { isCancellationRequested: false };
    const [canceled, checked] = [files.check(A, asker), files.check(A)];
    await clock.turns(2);
    stored = document(2);
    asker.isCancellationRequested = true;
    clock.release();
    assert.equal(await canceled, undefined);
    assert.equal((await checked)?.document, stored);
    assert.ok(clock.pauses < 2 * pauses);
  });
});

describe('long work', () => {
  it('pauses by time, and not after each step', async () => {
    const breathe = pauses();
    const quick: boolean[] = [];
    for (let step = 0; step < 50; step++) quick.push(await breathe());
    assert.ok(!quick.every((each) => each));
    const start = performance.now();
    while (performance.now() - start < 40);
    assert.equal(await breathe(), true);
  });
});
