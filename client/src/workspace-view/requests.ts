import * as vscode from 'vscode';
import { type BaseLanguageClient, WorkDoneProgress } from 'vscode-languageclient';
import { text } from '../texts';
import type { Migrated, Migration, Report } from './answers';

/** Asks for the report, with the progress shown in the view. Undefined where nobody answers. */
export const reportForView = (
  client: BaseLanguageClient,
  viewId: string,
  token: vscode.CancellationToken,
): Thenable<Report | undefined> =>
  vscode.window.withProgress({ location: { viewId } }, () =>
    asked<Report>(client, 'report', {}, token),
  );

/** Asks for the report, with a progress that can be cancelled. */
export const report = (client: BaseLanguageClient, markdown: boolean) =>
  withProgress<Report>(client, 'report', { markdown }, text('workspace.looking'));

/** Asks for the migration of some files, with a progress that can be cancelled. */
export const migration = (
  client: BaseLanguageClient,
  params: { readonly uris: readonly string[]; readonly preview: boolean },
) => withProgress<Migration>(client, 'migrate', params, text('migrate.working'));

/** Asks what has come of the migration that was shown last. */
export const migrated = (client: BaseLanguageClient) => asked<Migrated>(client, 'migrated', {});

let tokens = 0;

function withProgress<T>(
  client: BaseLanguageClient,
  request: string,
  params: object,
  title: string,
): Thenable<T | undefined> {
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress(
    { location, title, cancellable: true },
    async (progress, token) => {
      const workDoneToken = `imsConfig.${request}.${++tokens}`;
      let last = 0;
      const following = client.onProgress(WorkDoneProgress.type, workDoneToken, (step) => {
        if (step.kind !== 'report' || step.percentage === undefined) return;
        progress.report({ increment: step.percentage - last });
        last = step.percentage;
      });
      try {
        return await asked<T>(client, request, { ...params, workDoneToken }, token);
      } finally {
        following.dispose();
      }
    },
  );
}

/** Undefined where it was cancelled, or the server is just stopping. */
async function asked<T>(
  client: BaseLanguageClient,
  request: string,
  params: object,
  token?: vscode.CancellationToken,
): Promise<T | undefined> {
  if (!client.isRunning()) return undefined;
  const answer = client.sendRequest<T | null>(`imsConfig/${request}`, params, token);
  const found = (await answer.catch(() => undefined)) ?? undefined;
  // It may have been on its way already.
  return token?.isCancellationRequested ? undefined : found;
}
