import type { InitializeParams } from 'vscode-languageserver';

/** The folders that are open when the client starts. */
export const foldersOf = ({ workspaceFolders, rootUri }: InitializeParams): readonly string[] =>
  workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);

/** The address below which the client shows the pages of rules. */
export const rulePagesOf = (options: unknown): string | undefined => textIn(options, 'rulePages');

/** Whether the client says that it has something. */
export const hasOption = (options: unknown, name: string): boolean =>
  valueIn(options, name) === true;

/** The text of that name in what a client sends. */
export function textIn(params: unknown, name: string): string | undefined {
  const found = valueIn(params, name);
  return typeof found === 'string' ? found : undefined;
}

/** What stands under a name in what a client sends, whatever that is. */
export const valueIn = (params: unknown, name: string): unknown =>
  typeof params === 'object' && params !== null ? Reflect.get(params, name) : undefined;

/** Whether our YAML syntax errors are wanted: unless the client says otherwise. */
export function saysYes(params: unknown): boolean {
  const isObject = typeof params === 'object' && params !== null;
  return (isObject && 'yamlSyntaxErrors' in params ? params.yamlSyntaxErrors : params) !== false;
}
