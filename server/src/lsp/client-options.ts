import type { InitializeParams } from 'vscode-languageserver';

/** The folders that are open when the client starts. */
export const foldersOf = ({ workspaceFolders, rootUri }: InitializeParams): readonly string[] =>
  workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);

/** The address below which the client shows the pages of rules. */
export function rulePagesOf(options: unknown): string | undefined {
  const isObject = typeof options === 'object' && options !== null;
  const pages = isObject && 'rulePages' in options ? options.rulePages : undefined;
  return typeof pages === 'string' ? pages : undefined;
}

/** Whether our YAML syntax errors are wanted: unless the client says otherwise. */
export function saysYes(params: unknown): boolean {
  const isObject = typeof params === 'object' && params !== null;
  return (isObject && 'yamlSyntaxErrors' in params ? params.yamlSyntaxErrors : params) !== false;
}
