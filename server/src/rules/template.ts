/** Files that are made to be filled in, and fixtures of tests. */
export const isTemplate = (path: string): boolean =>
  /\.(example|dist|sample|template)(\.\w+)?$/i.test(path) ||
  /\.env[_-](example|dist|sample|template)$|(^|\/)(_dot|example|dist|sample|template)\.env$/i.test(
    path,
  ) ||
  /(^|\/)__fixtures__\//.test(path);
