import * as vscode from 'vscode';

/** What is excluded from searches, besides what is excluded everywhere, as one glob. */
export function excludedFiles(): string {
  const { exclude = {} } = vscode.workspace.getConfiguration('search');
  const globs = Object.entries<unknown>(exclude)
    // Braces cannot stand in braces.
    .filter(([glob, value]) => value === true && !/[{}]/.test(glob))
    .flatMap(([glob]) => [glob, `${glob}/**`]);
  return `{${['**/node_modules/**', '**/.git/**', ...globs].join(',')}}`;
}
