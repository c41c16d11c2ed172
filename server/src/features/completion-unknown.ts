import { githubActions } from '../facts/github-actions';
import { readDocument } from '../model/document';
import { fieldOf } from '../model/entity';
import type { Workspace } from '../model/workspace';
import { fieldSchema } from '../schema/catalog';
import { type Span, span } from '../text/span';
import { text } from '../texts';
import { type Completion, complete, completeBegun, completeEmpty } from './completion';
import { tellingKeys } from './completion-begun';

/** What can be written in a file in which nothing shows yet that it is one of ours. */
export const completeUnknown = (
  path: string,
  source: string,
  offset: number,
  known?: Workspace,
  isAsked?: boolean,
): readonly Completion[] => [
  ...completeEmpty(path, source, offset, known, isAsked),
  ...completeCommand(path, source, offset),
  ...completeInput(path, source, offset, known),
  ...completeBegun(path, source, offset, tellingKeys(path, source), known),
];

/**
 * What can be written behind the `command` of a step in a workflow. The command alone shows that
 * the step signs in, so that before it stands there the file is none of ours.
 */
function completeCommand(path: string, source: string, offset: number): readonly Completion[] {
  const before = /^[ \t]+command:(?:[ \t]+(["']?)([\w-]*))?$/.exec(lineBefore(source, offset));
  if (!before || !namesAction(source)) return [];
  const [, quote = '', typed] = before;
  const [, rest = '', closed = ''] = /^([\w-]*)(["']?)/.exec(source.slice(offset)) ?? [];
  if (closed !== quote && closed !== '') return [];
  const replaced = span(offset - (typed?.length ?? 0), offset + rest.length);
  const lead = typed === undefined ? ' ' : '';
  const newText = lead + OAUTH + (closed === quote ? '' : quote);
  const written = source.slice(0, replaced.start) + newText + source.slice(replaced.end);
  const at = replaced.start + lead.length;
  const isCommand = readDocument(path, written)?.entities.some((entity) => {
    const value = fieldOf(entity, 'command')?.value;
    return value !== undefined && value.span.start <= at && at <= value.span.end;
  });
  if (!isCommand) return [];
  const documentation = text('flow.oauth-server-to-server');
  const said = {
    label: OAUTH,
    kind: 'value',
    detail: undefined,
    documentation,
    filter: OAUTH,
  } as const;
  return [{ ...said, replaced, inserted: replaced, newText, snippet: undefined, also: [] }];
}

/**
 * What can be written as an input of an action in a workflow, before anything shows that the step
 * signs in: what could be if it did, and the command that says so.
 */
function completeInput(
  path: string,
  source: string,
  offset: number,
  known?: Workspace,
): readonly Completion[] {
  const line = lineBefore(source, offset);
  const [, indent] = /^([ \t]+)[\w-]*$/.exec(line) ?? [];
  if (indent === undefined || !namesAction(source)) return [];
  const start = offset - line.length;
  for (const sign of SIGNS) {
    const added = `${indent}${sign}\n`;
    const document = readDocument(path, source.slice(0, start) + added + source.slice(start));
    const keys = document ? complete(document, offset + added.length, known) : [];
    const [first] = keys;
    if (!document || !first) continue;
    const commands = document.entities.map(({ fields }) => fields.get('command')?.length ?? 0);
    if (commands.some((count) => count > 1)) return [];
    const all = sign === COMMAND ? [withCommand(first), ...keys] : keys;
    return all.map((each) => movedBack(each, added.length));
  }
  return [];
}

/** The command that signs in, as it is written in place of another input. */
const withCommand = (other: Completion): Completion => ({
  ...other,
  label: 'command',
  filter: 'command',
  detail: text('flow.oauth-server-to-server'),
  documentation: fieldSchema('ims-credential', 'command')?.description,
  newText: COMMAND,
  snippet: undefined,
});

const movedBack = (completion: Completion, by: number): Completion => {
  const moved = ({ start, end }: Span): Span => span(start - by, end - by);
  const { replaced, inserted, also } = completion;
  return {
    ...completion,
    replaced: moved(replaced),
    inserted: moved(inserted),
    also: also.map((each) => ({ ...each, span: moved(each.span) })),
  };
};

/** What the action calls signing in with OAuth Server-to-Server. */
const OAUTH = 'oauth_sts';

const COMMAND = `command: ${OAUTH}`;

/**
 * Inputs that show that a step signs in: with which one depends on the action. The key is never
 * offered itself.
 */
const SIGNS = [COMMAND, 'KEY: x'];

const namesAction = (source: string): boolean =>
  githubActions.some(({ name, oauthSince }) => oauthSince && source.includes(name));

const lineBefore = (source: string, offset: number): string =>
  source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset);
