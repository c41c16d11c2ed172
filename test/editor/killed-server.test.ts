import fs from 'node:fs';
import * as vscode from 'vscode';
import { finding, noFinding, openFile, revert } from './editor';
import { equal, eventually } from './expect';

const COMMENTED = '# one line\n# and another\ncallbackServer: https:';

/** The process of our server, which is a child of the extension host that runs this. */
function serverProcess(): number | undefined {
  const processes = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return processes.map(Number).find((id) => id !== process.pid && isServer(id));
}

function isServer(id: number): boolean {
  try {
    const [, parent] = /^PPid:\t(\d+)$/m.exec(fs.readFileSync(`/proc/${id}/status`, 'utf8')) ?? [];
    const command = fs.readFileSync(`/proc/${id}/cmdline`, 'utf8');
    return Number(parent) === process.pid && /ims-config.*server\.js/.test(command);
  } catch {
    // It ended meanwhile.
    return false;
  }
}

/** Writes another text for the first of that one, without saving. */
async function write(document: vscode.TextDocument, old: string, text: string): Promise<void> {
  const start = document.getText().indexOf(old);
  const end = document.positionAt(start + old.length);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(document.positionAt(start), end), text);
  equal(await vscode.workspace.applyEdit(edit), true);
}

describe('a server that is killed', () => {
  let account: vscode.TextDocument;

  before(async () => {
    account = await openFile('shop.external-account.yaml');
  });
  afterEach(() => revert(account));

  it('starts again, and knows what is not saved', async () => {
    await finding(account, 'callback-not-https');
    await write(account, 'callbackServer: http:', COMMENTED);
    await noFinding(account, 'callback-not-https');
    const text = account.getText();

    const killed = await eventually('the server', serverProcess);
    process.kill(killed, 'SIGKILL');
    await eventually('another server', () => {
      const id = serverProcess();
      return id === killed ? undefined : id;
    });

    equal(account.getText(), text);
    await write(account, 'callbackServer: https:', 'callbackServer: http:');
    const { range } = await finding(account, 'callback-not-https');
    equal(account.getText(range), 'http');
    equal(account.lineAt(range.start.line - 1).text, '# and another');
  });
});
