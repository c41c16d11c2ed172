import type * as vscode from 'vscode';
import { type Api, activateWhenNeeded } from './activation';

/** Entry in the browser editor. */
export function activate(context: vscode.ExtensionContext): Api {
  return activateWhenNeeded(context, () => import('./client.web'));
}

/**
 * The client of the desktop editor. It is in this bundle, because nearly all of both clients is the
 * same library, and the browser's extension host loads one file only.
 */
export const nodeClient = () => import('./client.node');
