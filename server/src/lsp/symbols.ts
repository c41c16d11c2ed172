import type { DocumentSymbol } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { OutlineSymbol } from '../features/outline';
import { rangeOf } from './diagnostics';
import { SymbolKind } from './protocol';

/** A symbol of the outline in the words of the protocol. */
export function symbolOf(symbol: OutlineSymbol, snapshot: TextDocument): DocumentSymbol {
  const { name, detail, kind, span, selection, children } = symbol;
  return {
    name,
    ...(detail && { detail }),
    kind: KINDS[kind],
    range: rangeOf(span, snapshot),
    selectionRange: rangeOf(selection, snapshot),
    children: children.map((child) => symbolOf(child, snapshot)),
  };
}

const KINDS: Readonly<Record<OutlineSymbol['kind'], SymbolKind>> = {
  section: SymbolKind.Module,
  entity: SymbolKind.Object,
  field: SymbolKind.Field,
};
