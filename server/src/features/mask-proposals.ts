import type { ConfigDocument } from '../model/document';
import { type Workspace, workspaceOf } from '../model/workspace';
import { type ProfileNames, profileNames } from '../rules/mask';
import { text } from '../texts';
import { type DocumentMask, masksOf } from './masks';
import { groupsOf } from './profile-texts';

/** The name of a product profile that may be worth trying, and where it comes from. */
export interface ProposedName {
  readonly name: string;
  readonly origin: string;
}

/**
 * Names to try a mask on: those that it expects for the groups of the workspace and of every instance, and those
 * that other masks of the workspace expect, which must not match.
 */
export function proposedNames(
  document: ConfigDocument,
  mask: DocumentMask,
  known?: Workspace,
): readonly ProposedName[] {
  const workspace = workspaceOf(document, known);
  const groups = groupsOf(workspace);
  const own = proposals(profileNames(mask.text), groups, text('mask.origin.own'));
  const others = workspace.documents
    .flatMap((each) => masksOf(each))
    .filter((other) => other.text.trim() !== mask.text.trim())
    .flatMap(({ text: other, label }) =>
      proposals(profileNames(other), groups.slice(0, 2), text('mask.origin.other', { label })),
    );
  const names = new Map<string, ProposedName>();
  for (const each of [...own, ...others]) if (!names.has(each.name)) names.set(each.name, each);
  return [...names.values()].slice(0, MOST);
}

const MOST = 50;

const proposals = (
  names: ProfileNames | undefined,
  groups: readonly string[],
  origin: string,
): readonly ProposedName[] =>
  groups.flatMap((group) => {
    const name = names?.of(group);
    return name === undefined ? [] : [{ name, origin }];
  });
