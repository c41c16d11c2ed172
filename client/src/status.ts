import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { text } from './texts';

/** What the server says of a file of ours. */
interface Description {
  readonly kind: string;
  readonly title: string;
  readonly findings: number;
}

/** Shows in the status bar of what kind the active file is, and how many findings it has. */
export function showStatus(client: BaseLanguageClient): vscode.Disposable {
  let item: vscode.LanguageStatusItem | undefined;
  let latest = 0;

  async function refresh(): Promise<void> {
    const turn = ++latest;
    const document = vscode.window.activeTextEditor?.document;
    const description = document && (await describe(client, document.uri));
    if (turn !== latest) return;
    setKind(description?.kind);
    item?.dispose();
    item = description && statusItem(document, description);
  }

  void refresh();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(refresh),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const active = vscode.window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === active)) void refresh();
    }),
    {
      dispose() {
        latest++;
        setKind(undefined);
        item?.dispose();
      },
    },
  );
}

/** So that menus offer what can be done with such a file. */
function setKind(kind: string | undefined): void {
  void vscode.commands.executeCommand('setContext', 'imsConfig.activeKind', kind);
}

async function describe(
  client: BaseLanguageClient,
  uri: vscode.Uri,
): Promise<Description | undefined> {
  if (!client.isRunning()) return undefined;
  const params = { uri: client.code2ProtocolConverter.asUri(uri) };
  const answer = client.sendRequest<Description | null>('imsConfig/describe', params);
  // A server that is just stopping has nothing to say.
  return (await answer.catch(() => undefined)) ?? undefined;
}

function statusItem(
  document: vscode.TextDocument,
  { title, findings }: Description,
): vscode.LanguageStatusItem {
  const selector = { language: document.languageId, scheme: document.uri.scheme };
  const item = vscode.languages.createLanguageStatusItem('imsConfig.status', selector);
  item.name = text('status.name');
  item.text = title;
  item.detail = findingsText(findings);
  item.accessibilityInformation = { label: `${title}, ${item.detail}` };
  item.command = { title: text('status.showProblems'), command: 'workbench.actions.view.problems' };
  return item;
}

function findingsText(count: number): string {
  if (count === 0) return text('status.noFindings');
  return count === 1 ? text('status.oneFinding') : text('status.findings', count);
}
