/**
 * The examples as they are packaged: one JSON object of paths and texts. What is none of that is
 * left out.
 */
export function examplesIn(content: string): ReadonlyMap<string, string> {
  const packed: unknown = JSON.parse(content);
  const all = typeof packed === 'object' && packed !== null ? Object.entries(packed) : [];
  return new Map(
    all.filter((each): each is [string, string] => isPath(each[0]) && typeof each[1] === 'string'),
  );
}

/** Below the folder that they are copied to. */
const isPath = (path: string): boolean =>
  path !== '' && path.split('/').every((part) => !/^\.{0,2}$|[\\:]/.test(part));

/**
 * The examples with what their README says of each, in its order; those that it does not name come
 * last.
 */
export function describedExamples(
  examples: ReadonlyMap<string, string>,
): readonly { readonly path: string; readonly what: string }[] {
  const rows = (examples.get('README.md') ?? '').matchAll(/^\| `([^`|]+)` \| (.*) \|$/gm);
  const said = new Map([...rows].map(([, path = '', what = '']) => [path, plain(what)]));
  const paths = [...said.keys()].filter((path) => examples.has(path));
  const others = [...examples.keys()].filter((path) => !said.has(path));
  return [...paths, ...others].map((path) => ({ path, what: said.get(path) ?? '' }));
}

const plain = (markdown: string): string => markdown.replace(/[`*]/g, '');
