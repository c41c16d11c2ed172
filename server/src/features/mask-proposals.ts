import type { ConfigDocument } from '../model/document';
import { placeIn, type Workspace, workspaceOf } from '../model/workspace';
import { type ProfileNames, profileNames, readMask, withGroup } from '../rules/mask';
import { text } from '../texts';
import { placeholderIn } from './mask-explain';
import { type DocumentMask, masksOf } from './masks';
import { groupsOf } from './profile-texts';

/** The name of a product profile that may be worth trying, and where it comes from. */
export interface ProposedName {
  readonly name: string;
  readonly origin: string;
}

/**
 * Names to try a mask on: those that it expects for the groups of the workspace and of every
 * instance, and those that other masks of the workspace expect, which must not match. A mask in
 * which a part of a sample is left expects names that nobody has.
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
  propose(expectedNames(mask.text), groups, text('mask.origin.own'));
  for (const { text: other, label, document: its, expected } of workspace.once(masksAround)) {
    if (names.size >= MOST) break;
    if (other === mask.text.trim()) continue;
    const origin = text('mask.origin.other', { label, file: placeIn(its, workspace) });
    propose(expected, groups.slice(0, 2), origin);
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
  readonly document: ConfigDocument;
  readonly expected: ProfileNames | undefined;
}

const masksAroundIn = (document: ConfigDocument): readonly MaskAround[] =>
  masksOf(document).map(({ text: whole, label }) => ({
    text: whole.trim(),
    label,
    document,
    expected: expectedNames(whole),
  }));

/** A mask whose group was forgotten expects the same names as with it. */
function expectedNames(mask: string): ProfileNames | undefined {
  if (placeholderIn(mask) !== undefined) return undefined;
  return profileNames(mask) ?? profileNames(withGroup(mask, readMask(mask)) ?? '');
}
