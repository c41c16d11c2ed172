import { builtInGroups, messageCenterGroup } from '../facts/campaign-accounts';
import { type TextValue, textOf } from '../model/entity';
import type { Workspace } from '../model/workspace';
import { type ProfileNames, profileNames } from '../rules/mask';
import { text } from '../texts';

/**
 * Which product profile each operator group has by an association mask: the groups of the
 * workspace, then those of every instance. Nothing where the mask does not tell their names.
 */
export function profileTexts(mask: TextValue, workspace: Workspace): readonly string[] {
  if (mask.kind !== 'literal' && mask.kind !== 'test') return [];
  const names = profileNames(mask.text);
  if (!names || breaksCode(mask.text)) return [];
  const profiles = names.reads === 'prefix' ? (behind(mask) ?? names) : names;
  const lines = groupsOf(workspace).flatMap((group) => line(group, profiles));
  // A last one takes the line that would say so.
  const count = lines.length > SHOWN + 1 ? SHOWN : lines.length;
  const shown = lines.slice(0, count).map((each) => `- ${each}`);
  const rest = lines.length - shown.length;
  if (rest > 0) shown.push(`- ${text('hover.profilesMore', { count: rest })}`);
  const title = names.reads === 'prefix' ? 'hover.profilesOfPrefix' : 'hover.profiles';
  return [[text(title), '', ...shown].join('\n'), text('hover.profilesAdmin')];
}

const SHOWN = 12;

/** A blank at the end of a prefix stands before the name of the group. */
const behind = ({ node, textFrom, to }: TextValue) => profileNames(node.text.slice(textFrom, to));

function line(group: string, profiles: ProfileNames): readonly string[] {
  const profile = profiles.of(group);
  if (profile === undefined) return [];
  const id = group === messageCenterGroup ? 'hover.profileMessageCenter' : 'hover.profile';
  return [text(id, { group, profile })];
}

/** The operator groups of a workspace, then those that every instance has. */
export function groupsOf({ documents }: Workspace): readonly string[] {
  const own = documents
    .flatMap(({ entities }) => entities)
    .filter(({ concept }) => concept === 'operator-group')
    .flatMap((group) => textOf(group, 'name') ?? [])
    .filter(({ kind, text: name }) => (kind === 'literal' || kind === 'test') && !breaksCode(name))
    .map(({ text: name }) => name);
  return [...new Set([...own, ...builtInGroups, messageCenterGroup])];
}

/** Markdown would show something else. */
const breaksCode = (name: string) => /[`\r\n]/.test(name);
