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
  const groups = workspace.once(groupsOf);
  const names = new Map<string, ProposedName>();
  const propose = (expected: ProfileNames | undefined, some: readonly string[], origin: string) => {
    for (const group of some) {
      const name = expected?.of(group);
      if (name !== undefined && !names.has(name)) names.set(name, { name, origin });
    }
  };
  propose(profileNames(mask.text), groups, text('mask.origin.own'));
  for (const { text: other, label, expected } of workspace.once(masksAround)) {
    if (names.size >= MOST) break;
    if (other === mask.text.trim()) continue;
    propose(expected, groups.slice(0, 2), text('mask.origin.other', { label }));
  }
  return [...names.values()].slice(0, MOST);
}

const MOST = 50;

/** Files are taken apart once, however many masks are tried. */
const masksAround = (workspace: Workspace): readonly MaskAround[] =>
  workspace.documents.flatMap((document) => workspace.about(document, masksAroundIn));

interface MaskAround {
  readonly text: string;
  readonly label: string;
  readonly expected: ProfileNames | undefined;
}

const masksAroundIn = (document: ConfigDocument): readonly MaskAround[] =>
  masksOf(document).map(({ text: whole, label }) => ({
    text: whole.trim(),
    label,
    expected: profileNames(whole),
  }));
