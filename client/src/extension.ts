import type * as vscode from 'vscode';
import { type Api, activateWhenNeeded } from './activation';

/** Entry in the desktop editor and in remote ones. */
export function activate(context: vscode.ExtensionContext): Api {
  return activateWhenNeeded(context, async () => (await import('./extension-web')).nodeClient());
}
