import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Change, Value } from '../../server/src/syntax/change';
import { hjson, json } from '../../server/src/syntax/json';
import { osgiConfig } from '../../server/src/syntax/osgi-config';
import type { Syntax } from '../../server/src/syntax/syntax';
import type { ConfigNode } from '../../server/src/syntax/tree';
import { yaml } from '../../server/src/syntax/yaml';
import { applyChanges, assertSound } from './contract';

const JSON_TEXTS = [
  '{"a":"x","b":["p","q"],"c":{"d":1,"e":true}}',
  '{ "a": "x", /* c1 */ "b": [ "p", "q" ], "c": { "d": 1 } } // c2\n',
  '// c1\n{\n  "a": "x", // c2\n  "b": [\n    "p", // c3\n    "q"\n  ], // c4\n  // c5\n  "c": {\n    "d": 1\n    // c6\n  },\n}\n',
  '\uFEFF{\r\n\t"a": "x",\r\n\t"b": ["p", "q"] // c1\r\n}\r\n',
  '[{"a": "x",\n  "b": "y"}, {\n  "c": [] /* c1 */, "d": {} }\n]',
  '{\n "a": { // c1\n  "b": "x" } // c2\n}',
  '{ "a": "x"\n, "b": "y" // c1\n, "c": "z"\n}',
];

const HJSON_TEXTS = [
  '{\n  a: x\n  b: [\n    p\n    q\n  ]\n  c: {\n    d: 1\n    e: true\n  }\n}\n',
  '# c1\na: x y, z\n# c2\nb: "y" # c3\nc: [\n  "p" // c4\n  "q"\n]\n',
  '{\n  "a": "x"\n  "b": ["p", "q"]\n  "c": {\n    "d": 1\n  }\n}',
  "\uFEFF{\r\n\ta: 'x',\r\n\tb: [ 'p', 'q' ] # c1\r\n\tc: z\r\n}\r\n",
  "{\n  a: '''\n    x\n      y\n    '''\n  b: 1, c: 2\n  d: [\n  ]\n  e: {\n  }\n}",
  '{ a: "x", b: [1, 2], c: { d: true } }',
  '{a: x\n b: {c: y\n }}',
  '"a": "x",\n"b": ["p"]\n"c": "z"\n',
  'a: {\n  b: x\n}\n',
];

const YAML_TEXTS = [
  'a: x\nb: "y"\nc:\n  - p\n  - q\nd:\n  e: 1\n  f: true\n',
  '# c1\na: x # c2\n# c3\nb: # c4\n- p # c5\n# c6\n- q\n\n# c7\nc: z # c8\n# c9',
  '- a: x # c1\n  b: y\n  # c2\n  c:\n    - p\n- d: z\n- - p # c3\n  - q\n',
  'a: { b: x, c: [p, q] } # c1\nd: [\n  p, # c2\n  q,\n]\ne: {}\nf: []\ng:\nh: |\n  x\n  y\n\ni: >-\n  z\n',
  '\uFEFFa:\r\n    b: x # c1\r\n    c:\r\n        d: y\r\n        # c2\r\ne: z',
  "a: 'it''s' # c1\n? b\n: x\nc: text that\n  goes on # c2\nd:\n  below # c3\ne: 1",
  '{\n  "a": "x", # c1\n  "b": ["p", "q"]\n}\n',
  '---\na: x # c1\n...\n',
];

const OSGI_CONFIG_TEXTS = [
  'a="x"\nb=["p","q"]\nc=I"1"\nd=B"true"\n',
  '# c1\na="x" # c2\n# c3\nb=[ \\\n  "p", \\\n  "q", \\\n  ]\n\n# c4\nc="z" # c5\n# c6',
  '\uFEFFa = "x"\r\n\r\nb = [ \\\r\n\t"1", \\\r\n\t"2" \\\r\n]\r\nc = "y\\ z"\r\n',
  'a="x" b="y" # c1\nc=( "p" , "q" ) d="z"',
  'a="x\ny\n\n z\\=" # c1\n  b=[\n    "p",\n    # c2\n    "q"\n  ]\n  c=[]\n  d="w"',
  'a="x" b="y" c=["p"]',
];

const VALUES: readonly Value[] = ['z', 'it: is #1, "ok"', '', 8, true, ['p', 'r, s'], [], ['q']];

describe('edits keep their promises', () => {
  for (const [syntax, texts] of [
    [json, JSON_TEXTS],
    [hjson, JSON_TEXTS],
    [hjson, HJSON_TEXTS],
    [yaml, YAML_TEXTS],
    [osgiConfig, OSGI_CONFIG_TEXTS],
  ] as const) {
    for (const [index, text] of texts.entries()) {
      it(`one change of ${syntax.id} ${index}`, () => {
        const node = root(syntax, text);
        for (const change of changesIn(syntax, node)) checked(syntax, text, node, [change]);
      });
      it(`several changes of ${syntax.id} ${index}`, () => {
        const random = generator(index + 1);
        const node = root(syntax, text);
        const all = changesIn(syntax, node);
        for (let round = 0; round < 200; round++) {
          checked(
            syntax,
            text,
            node,
            compatibleChanges(shuffled(all, random).slice(0, 2 + random(5))),
          );
        }
      });
      it(`every prefix of ${syntax.id} ${index}`, () => {
        for (let end = 0; end <= text.length; end++) {
          // Nobody stops between the two characters of a line break.
          if (text[end - 1] === '\r') continue;
          const { root: node } = assertSound(syntax, text.slice(0, end));
          if (!node) continue;
          for (const change of changesIn(syntax, node).filter(
            (_, place) => place % 7 === end % 7,
          )) {
            applyChanges(syntax, text.slice(0, end), [change]);
          }
        }
      });
    }
  }
});

const root = (syntax: Syntax, text: string): ConfigNode => syntax.parse(text).root!;

/** Applies the changes to the text, and to the tree by hand: both say the same afterwards. */
function checked(syntax: Syntax, text: string, node: ConfigNode, changes: readonly Change[]): void {
  const result = applyChanges(syntax, text, changes);
  const said = JSON.stringify({ text, changes: changes.map(describeChange), result }, undefined, 1);
  assert.deepEqual(model(root(syntax, result), []), model(node, changes), said);
  if (!/\n$/.test(text)) assert.ok(!/\n$/.test(result), said);
  if (text.includes('\r\n')) assert.ok(!/[^\r]\n/.test(result), said);
  const oneLine = !text.includes('\n') && (syntax === json || syntax === hjson);
  if (oneLine) assert.ok(!result.includes('\n'), said);
  assert.ok(!/[ \t]+$/m.test(result.replaceAll('\r', '')) || /[ \t]+$/m.test(text), said);
}

const describeChange = (change: Change): string => {
  const value = 'value' in change ? change.value : 'key' in change ? change.key : '';
  const at = 'after' in change ? change.after?.span : touchedBy(change).span;
  return `${change.op} ${JSON.stringify(at)} ${JSON.stringify(value)}`;
};

/** The values of a tree after some changes. */
function model(node: ConfigNode, changes: readonly Change[]): unknown {
  const set = changes.find((change) => change.op === 'set' && change.node === node);
  if (set?.op === 'set') return typeof set.value === 'object' ? [...set.value] : set.value;
  if (node.type === 'scalar') {
    const { value } = node;
    const replaced = changes.find((change) => change.op === 'replaceText' && change.node === node);
    if (replaced?.op !== 'replaceText') return value;
    return node.text.slice(0, replaced.from) + replaced.text + node.text.slice(replaced.to);
  }
  const inserted = (after: unknown) =>
    changes.flatMap((change) =>
      (change.op === 'insert' || change.op === 'insertItem') &&
      change.parent === node &&
      change.after === after
        ? [change.op === 'insert' ? [change.key, change.value] : change.value]
        : [],
    );
  if (node.type === 'array') {
    const items = node.items.flatMap((item) => {
      const gone = changes.some((change) => change.op === 'removeItem' && change.item === item);
      return [...(gone ? [] : [model(item, changes)]), ...inserted(item)];
    });
    return [...inserted(undefined), ...items];
  }
  const members = node.properties.flatMap((each) => {
    const gone = changes.some((change) => change.op === 'remove' && change.property === each);
    const renamed = changes.find((change) => change.op === 'rename' && change.property === each);
    const key = renamed?.op === 'rename' ? renamed.key : each.key;
    return [...(gone ? [] : [[key, model(each.value, changes)]]), ...inserted(each)];
  });
  return { members: [...inserted(undefined), ...members] };
}

/**
 * All kinds of changes that the notation can write: an OSGi configuration is flat, and its items
 * are texts.
 */
function changesIn(syntax: Syntax, node: ConfigNode): readonly Change[] {
  if (syntax.id !== 'osgi-config' || node.type !== 'object') return changesOf(node);
  const items = node.properties.flatMap(({ value }) => (value.type === 'array' ? value.items : []));
  return changesOf(node).filter(
    (change) =>
      change.op !== 'set' ||
      (change.node !== node && (typeof change.value === 'string' || !items.includes(change.node))),
  );
}

function changesOf(node: ConfigNode): readonly Change[] {
  const changes: Change[] = VALUES.map((value) => ({ op: 'set', node, value }));
  if (node.type === 'scalar') {
    if (typeof node.value === 'string' && node.text.length > 0) {
      changes.push({ op: 'replaceText', node, from: 0, to: 1, text: 'Q\'"\\' });
      changes.push({ op: 'replaceText', node, from: 1, to: node.text.length, text: ': é' });
    }
    return changes;
  }
  if (node.type === 'array') {
    for (const item of node.items) changes.push({ op: 'removeItem', parent: node, item });
    for (const after of [undefined, ...node.items]) {
      changes.push({ op: 'insertItem', parent: node, after, value: 'new' });
    }
    return [...changes, ...node.items.flatMap(changesOf)];
  }
  for (const property of node.properties) {
    changes.push({ op: 'remove', parent: node, property });
    changes.push({ op: 'rename', property, key: 'new key' });
  }
  for (const after of [undefined, ...node.properties]) {
    for (const value of ['v', ['v', 'w'], true]) {
      changes.push({ op: 'insert', parent: node, after, key: 'n', value });
    }
  }
  return [...changes, ...node.properties.flatMap(({ value }) => changesOf(value))];
}

/** Leaves out what touches something that another change removes or sets. */
function compatibleChanges(changes: readonly Change[]): readonly Change[] {
  const kept: Change[] = [];
  const taken: ConfigNode[] = [];
  const written = new Set<unknown>();
  const within = (node: ConfigNode) => taken.some((each) => each === node || contains(each, node));
  for (const change of changes) {
    const touched = touchedBy(change);
    const gone = goneBy(change);
    const anchors = kept.flatMap((each) => ('after' in each && each.after ? [each.after] : []));
    const removed =
      change.op === 'remove'
        ? change.property
        : change.op === 'removeItem'
          ? change.item
          : undefined;
    const after = 'after' in change ? change.after : undefined;
    const lost = kept.some(
      (each) =>
        (each.op === 'remove' && each.property === after) ||
        (each.op === 'removeItem' && each.item === after),
    );
    if (after && lost) continue;
    if (within(touched) || (removed && anchors.includes(removed)) || written.has(touched)) continue;
    if (gone && kept.some((each) => touchedBy(each) === gone || contains(gone, touchedBy(each))))
      continue;
    if (change.op === 'rename' && written.has(change.property)) continue;
    if (gone) taken.push(gone);
    if (change.op === 'rename') written.add(change.property);
    else if (change.op === 'set' || change.op === 'replaceText') written.add(touched);
    kept.push(change);
  }
  return kept;
}

function touchedBy(change: Change): ConfigNode {
  if (change.op === 'set' || change.op === 'replaceText') return change.node;
  if (change.op === 'rename' || change.op === 'remove') return change.property.value;
  return change.op === 'removeItem' ? change.item : change.parent;
}

function goneBy(change: Change): ConfigNode | undefined {
  if (change.op === 'set') return change.node;
  if (change.op === 'remove') return change.property.value;
  return change.op === 'removeItem' ? change.item : undefined;
}

const contains = (outer: ConfigNode, inner: ConfigNode): boolean =>
  outer.type === 'array'
    ? outer.items.some((item) => item === inner || contains(item, inner))
    : outer.type === 'object' &&
      outer.properties.some(({ value }) => value === inner || contains(value, inner));

function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

function shuffled<T>(values: readonly T[], random: (below: number) => number): readonly T[] {
  const result = [...values];
  for (let index = result.length - 1; index > 0; index--) {
    const other = random(index + 1);
    [result[index], result[other]] = [result[other]!, result[index]!];
  }
  return result;
}
