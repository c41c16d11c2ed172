import { githubActions } from '../facts/github-actions';
import { readDocument } from '../model/document';
import { fieldOf } from '../model/entity';
import type { Workspace } from '../model/workspace';
import { span } from '../text/span';
import { text } from '../texts';
import { type Completion, completeEmpty } from './completion';

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
];

/**
 * What can be written behind the `command` of a step in a workflow. The command alone shows that the step signs in,
 * so that before it stands there the file is none of ours.
 */
function completeCommand(path: string, source: string, offset: number): readonly Completion[] {
  const before = /^[ \t]+command:(?:[ \t]+(["']?)([\w-]*))?$/.exec(lineBefore(source, offset));
  if (!before || !githubActions.some(({ name }) => source.includes(name))) return [];
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

/** What the action calls signing in with OAuth Server-to-Server. */
const OAUTH = 'oauth_sts';

const lineBefore = (source: string, offset: number): string =>
  source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset);
