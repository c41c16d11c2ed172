import type * as vscode from 'vscode';
import { type Api, activateWhenNeeded } from './activation';

/** Entry in the browser editor. */
export function activate(context: vscode.ExtensionContext): Api {
  return activateWhenNeeded(context, () => import('./client.web'));
}
