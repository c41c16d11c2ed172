/**
 * What is needed of the protocol's package at run time. It is imported here alone, since a bundle
 * copies its many names for each file that imports one of them.
 */
export {
  CodeActionKind,
  CompletionItemKind,
  CompletionTriggerKind,
  DiagnosticSeverity,
  DiagnosticTag,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticRequest,
  DocumentHighlightKind,
  FileChangeType,
  InsertTextFormat,
  InsertTextMode,
  SymbolKind,
  TextDocumentEdit,
  TextDocumentSyncKind,
  TextDocuments,
  WatchKind,
} from 'vscode-languageserver';
