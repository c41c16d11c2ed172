import type {
  ClientCapabilities,
  CompletionContext,
  CompletionItem,
  CompletionList,
  Position,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Completion, complete } from '../features/completion';
import { completeUnknown } from '../features/completion-unknown';
import { documentPath } from './addresses';
import { rangeOf } from './diagnostics';
import {
  CompletionItemKind,
  CompletionTriggerKind,
  InsertTextFormat,
  InsertTextMode,
} from './protocol';
import type { Session } from './session';

/** What is typed where something can be proposed at once; letters ask by themselves. */
export const TRIGGERS: readonly string[] = ['"', "'", ':', ' ', ',', '=', '<', '[', '-', '@'];

/** What can be written at a place of an open text. */
export function completionsAt(
  { client, files, texts, workspace }: Session,
  uri: string,
  position: Position,
  context?: CompletionContext,
): CompletionList {
  const file = files.read(uri);
  const open = file?.snapshot ?? texts.get(uri);
  if (!open) return { isIncomplete: false, items: [] };
  const offset = open.offsetAt(position);
  const around = workspace.around(uri).workspace;
  const known = file ? complete(file.document, offset, around) : [];
  const path = documentPath(uri, open.languageId);
  const isAsked = context?.triggerKind === CompletionTriggerKind.Invoked;
  const found =
    known.length > 0 ? known : completeUnknown(path, open.getText(), offset, around, isAsked);
  const skills = skillsOf(client.capabilities);
  const items = found.map((each, index) => itemOf(each, index, open, skills));
  return { isIncomplete: false, items };
}

interface Skills {
  readonly snippets: boolean;
  readonly insertReplace: boolean;
  readonly asIs: boolean;
  readonly labelDetails: boolean;
}

function skillsOf({ textDocument }: ClientCapabilities): Skills {
  const item = textDocument?.completion?.completionItem;
  return {
    snippets: item?.snippetSupport === true,
    insertReplace: item?.insertReplaceSupport === true,
    labelDetails: item?.labelDetailsSupport === true,
    asIs: item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) === true,
  };
}

/** A completion in the words of the protocol; the order is ours. */
function itemOf(
  completion: Completion,
  index: number,
  snapshot: TextDocument,
  { snippets, insertReplace, asIs, labelDetails }: Skills,
): CompletionItem {
  const { label, kind, detail, documentation, filter, replaced, inserted } = completion;
  const isSnippet = snippets && completion.snippet !== undefined;
  const newText = (isSnippet && completion.snippet) || completion.newText;
  const replace = rangeOf(replaced, snapshot);
  const textEdit = insertReplace
    ? { newText, insert: rangeOf(inserted, snapshot), replace }
    : { newText, range: replace };
  const also = completion.also.map((edit) => ({
    range: rangeOf(edit.span, snapshot),
    newText: edit.newText,
  }));
  return {
    label,
    kind: KINDS[kind],
    ...(detail && (labelDetails && kind === 'block' ? beside(detail) : { detail })),
    ...(documentation && { documentation: { kind: 'markdown', value: documentation } }),
    // The editor has proposals of its own, such as `$schema` in JSON, which come behind.
    sortText: `!${String(index).padStart(4, '0')}`,
    filterText: filter,
    textEdit,
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(asIs && { insertTextMode: InsertTextMode.asIs }),
    ...(also.length > 0 && { additionalTextEdits: also }),
  };
}

/** In the list itself, in every row of it. */
const beside = (description: string) => ({ labelDetails: { description } });

const KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  block: CompletionItemKind.Snippet,
};
