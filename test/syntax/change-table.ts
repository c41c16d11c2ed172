import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Change, Value } from '../../server/src/syntax/change';
import type { Syntax } from '../../server/src/syntax/syntax';
import type {
  ArrayNode,
  ConfigNode,
  ObjectNode,
  Property,
  ScalarNode,
} from '../../server/src/syntax/tree';
import { property } from '../../server/src/syntax/tree';
import { applyChanges } from './contract';

/** Changes in the words of paths: keys and numbers with slashes between them, '' for the root. */
export interface Edits {
  set(path: string, value: Value): Change;
  text(path: string, from: number, to: number, text: string): Change;
  rename(path: string, key: string): Change;
  remove(path: string): Change;
  insert(path: string, after: string | undefined, key: string, value: Value): Change;
  drop(path: string): Change;
  item(path: string, after: number | undefined, value: string): Change;
}

/** A name, a text, its changes, and the text afterwards. */
export type Row = readonly [
  name: string,
  before: string,
  changes: (edits: Edits) => readonly Change[],
  after: string,
];

export function changeTable(syntax: Syntax, rows: readonly Row[]): void {
  for (const [name, before, changes, after] of rows) {
    it(name, () => {
      assert.equal(applyChanges(syntax, before, changes(editsOf(syntax, before))), after);
    });
  }
}

export function editsOf(syntax: Syntax, text: string): Edits {
  const { root } = syntax.parse(text);
  const at = <T extends ConfigNode>(path: string) => nodeAt(root, path) as T;
  const member = (path: string): Property => {
    const found = property(at(path.split('/').slice(0, -1).join('/')), path.split('/').at(-1)!);
    assert.ok(found, `no ${path}`);
    return found;
  };
  const parent = (path: string) => path.split('/').slice(0, -1).join('/');
  return {
    set: (path, value) => ({ op: 'set', node: at(path), value }),
    text: (path, from, to, said) => ({
      op: 'replaceText',
      node: at<ScalarNode>(path),
      from,
      to,
      text: said,
    }),
    rename: (path, key) => ({ op: 'rename', property: member(path), key }),
    remove: (path) => ({
      op: 'remove',
      parent: at<ObjectNode>(parent(path)),
      property: member(path),
    }),
    insert: (path, after, key, value) => ({
      op: 'insert',
      parent: at<ObjectNode>(path),
      after: after === undefined ? undefined : member(path === '' ? after : `${path}/${after}`),
      key,
      value,
    }),
    drop: (path) => ({ op: 'removeItem', parent: at<ArrayNode>(parent(path)), item: at(path) }),
    item: (path, after, value) => ({
      op: 'insertItem',
      parent: at<ArrayNode>(path),
      after: after === undefined ? undefined : at<ArrayNode>(path).items[after],
      value,
    }),
  };
}

export function nodeAt(root: ConfigNode | undefined, path: string): ConfigNode {
  let node = root;
  for (const step of path === '' ? [] : path.split('/')) {
    node = node?.type === 'array' ? node.items[Number(step)] : property(node, step)?.value;
  }
  assert.ok(node, `nothing at ${path}`);
  return node;
}

/** Every path to a value of the tree. */
export function pathsOf(node: ConfigNode, path = ''): readonly string[] {
  const inside = (step: string | number) => (path === '' ? `${step}` : `${path}/${step}`);
  if (node.type === 'scalar') return [path];
  return node.type === 'array'
    ? [path, ...node.items.flatMap((item, index) => pathsOf(item, inside(index)))]
    : [
        path,
        ...node.properties
          .filter(({ inherited }) => !inherited)
          .flatMap(({ key, value }) => pathsOf(value, inside(key))),
      ];
}
