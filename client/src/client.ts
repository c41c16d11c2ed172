import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
} from 'vscode-languageclient';
import { FILES_PATTERN, LANGUAGES } from '../../server/src/model/file-names';
import type { Connection } from './activation';
import { convertPackage } from './conversion';
import { answerFileRequests } from './file-requests';
import { maskPanels } from './mask-panel/panels';
import { newFile } from './new-file/new-file';
import { showStatus } from './status';
import { traceOutput } from './trace';
import { workspaceView } from './workspace-view/view';

/** Also the section of the settings. */
export const CLIENT_ID = 'imsConfig';

/** The scheme under which the editor shows the pages that explain rules. */
const RULE_PAGES = 'ims-config-rule';

/** What the client asks of any language server, wherever it runs. */
export function clientOptions(output: vscode.LogOutputChannel): LanguageClientOptions {
  return {
    // Every scheme: local files, remote and virtual ones, and documents not saved yet.
    // Which language a file with such a name is in depends on the extensions that are there.
    documentSelector: [
      ...LANGUAGES.map((language) => ({ language })),
      { pattern: FILES_PATTERN },
      // What nobody knows the language of may be of a kind that the settings choose.
      { language: 'plaintext' },
    ],
    initializationOptions: {
      ...yamlOptions(),
      rulePages: `${RULE_PAGES}:/`,
      triesMasks: true,
      showsWorkspace: true,
    },
    // The server says itself which files are to be watched.
    synchronize: { configurationSection: CLIENT_ID },
    outputChannel: output,
    traceOutputChannel: traceOutput(output),
    revealOutputChannelOn: RevealOutputChannelOn.Never,
  };
}

/** Starts the client and everything that stands on it. */
export async function connect(
  client: BaseLanguageClient,
  context: vscode.ExtensionContext,
): Promise<Connection> {
  const masks = maskPanels(client, context);
  const workspace = workspaceView(client);
  const parts: vscode.Disposable[] = [
    masks,
    workspace,
    answerFileRequests(client),
    vscode.extensions.onDidChange(() =>
      client.sendNotification('imsConfig/yamlSyntaxErrors', yamlOptions()),
    ),
    vscode.commands.registerCommand('imsConfig.openText', openText),
    vscode.commands.registerCommand('imsConfig.convert', (uri) => convertPackage(client, uri)),
    vscode.workspace.registerTextDocumentContentProvider(RULE_PAGES, {
      provideTextDocumentContent: ({ path }) => rulePage(client, path),
    }),
  ];
  await client.start();
  parts.push(showStatus(client));
  return {
    masks,
    workspace,
    newFile: (asked) => newFile(client, asked),
    async dispose() {
      for (const part of parts) part.dispose();
      await client.dispose();
    },
  };
}

/** Red Hat's extension reports syntax errors of YAML itself; nobody wants to read them twice. */
function yamlOptions(): { readonly yamlSyntaxErrors: boolean } {
  return { yamlSyntaxErrors: !vscode.extensions.getExtension('redhat.vscode-yaml') };
}

/** The page of a rule, which the server makes of the rule itself. */
async function rulePage(client: BaseLanguageClient, path: string): Promise<string> {
  const id = path.replace(/^\/|\.md$/g, '');
  return (await client.sendRequest<string | null>('imsConfig/rulePage', { id })) ?? '';
}

/** Opens a new untitled document: what a code action does that must not touch the file at hand. */
async function openText(document: {
  readonly language: string;
  readonly content: string;
}): Promise<void> {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(document));
}
