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

/** Whether the client says that it has something. */
export function hasOption(options: unknown, name: string): boolean {
  return typeof options === 'object' && options !== null && Reflect.get(options, name) === true;
}

/** The text of that name in what a client sends. */
export function textIn(params: unknown, name: string): string | undefined {
  const isObject = typeof params === 'object' && params !== null;
  const found: unknown = isObject ? Reflect.get(params, name) : undefined;
  return typeof found === 'string' ? found : undefined;
}

/** Whether our YAML syntax errors are wanted: unless the client says otherwise. */
export function saysYes(params: unknown): boolean {
  const isObject = typeof params === 'object' && params !== null;
  return (isObject && 'yamlSyntaxErrors' in params ? params.yamlSyntaxErrors : params) !== false;
}
