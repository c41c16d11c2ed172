import type { Migration } from '../features/workspace-migration';
import type { ConfigDocument } from '../model/document';
import { folderOf } from '../model/path';
import { pathOf } from './addresses';
import type { CheckedFile } from './open-files';
import type { Session } from './session';

/**
 * The addresses of files that get another name, except where there is a file of that name already,
 * ours or not.
 */
export async function newAddresses(
  { texts, workspace, readText }: Session,
  found: ReadonlyMap<CheckedFile, Migration>,
): Promise<ReadonlyMap<ConfigDocument, string>> {
  const addresses = new Map<ConfigDocument, string>();
  // Programs encode addresses differently.
  const known = new Map(workspace.uris().map((uri) => [pathOf(uri), uri]));
  const taken = new Set(texts.keys().map(pathOf));
  for (const [{ document, snapshot }, { renames }] of found) {
    if (renames === undefined) continue;
    const { uri } = snapshot;
    const address = uri.slice(0, uri.lastIndexOf('/') + 1) + encodeURIComponent(renames);
    const path = folderOf(pathOf(uri)) + renames;
    if (taken.has(path)) continue;
    taken.add(path);
    // The workspace hears late of a file that has just gone.
    const there = await readText(known.get(path) ?? address);
    const isFree = 'missing' in there && there.missing !== 'tooLarge';
    if (isFree) addresses.set(document, address);
  }
  return addresses;
}
