import * as vscode from 'vscode';
import { addressOf, finding, findings, noFinding, openFile } from './editor';
import { equal } from './expect';

describe('two packages for one instance', () => {
  const duplicate = 'experience-cloud-account-duplicate';

  it('are compared, although only one is open', async () => {
    const second = await openFile('campaign/packages/sign-in_prod.xml');
    const { range, relatedInformation } = await finding(second, duplicate);
    equal(second.getText(range), 'extAccount');
    const other = relatedInformation?.[0]?.location;
    if (!other) throw new Error('The other account is not named.');
    equal(other.uri.toString(), addressOf('campaign/packages/shop/accounts_prod.xml').toString());
    const { line, character } = other.range.start;
    equal(
      (await linesOf(other.uri))[line]?.slice(character, other.range.end.character),
      'extAccount',
    );
  });

  it('are none any more while the other one, or its folder, is deleted', async () => {
    const first = addressOf('campaign/packages/shop/accounts_prod.xml');
    const second = await openFile('campaign/packages/sign-in_prod.xml');
    await finding(second, duplicate);
    const content = await vscode.workspace.fs.readFile(first);
    for (const deleted of [first, addressOf('campaign/packages/shop')]) {
      await vscode.workspace.fs.delete(deleted, { recursive: true });
      await noFinding(second, duplicate);
      await vscode.workspace.fs.writeFile(first, content);
      await finding(second, duplicate);
    }
  });
});

describe('files that are not open', () => {
  it('have findings where the settings ask for all of them', async () => {
    const rule = 'callback-not-https';
    const closed = { uri: addressOf('campaign/closed/accounts_test.xml') };
    const open = await openFile('accounts.xml');
    const settings = vscode.workspace.getConfiguration('imsConfig');
    await finding(open, rule);
    equal(findings(closed, rule), []);
    await settings.update('workspace.diagnostics', 'all');
    await finding(closed, rule);
    // What is open is among all files, and yet nobody reads its findings twice.
    equal(findings(open, rule).length, 1);
    await settings.update('workspace.diagnostics', undefined);
    await noFinding(closed, rule);
    await finding(open, rule);
    equal(findings(open, rule).length, 1);
  });
});

/** The lines of a file, without opening it: what is open would win over what is on the disk. */
async function linesOf(uri: vscode.Uri): Promise<readonly string[]> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)).split('\n');
}
