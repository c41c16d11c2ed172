import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Change } from '../../server/src/syntax/change';
import type { ParsedText, Syntax } from '../../server/src/syntax/syntax';
import type { ArrayNode, ConfigNode, ObjectNode, ScalarNode } from '../../server/src/syntax/tree';
import { property } from '../../server/src/syntax/tree';
import { applyEdits, compatible } from '../../server/src/text/edit';
import { encloses, type Span } from '../../server/src/text/span';

/**
 * What one notation writes for the cases of the contract. Texts use LF and end with a line break.
 */
export interface ContractSample {
  /**
   * An object over several lines with the text members one: 'uno', two: 'due', three: 'tre' in this
   * order, and a comment outside of them.
   */
  readonly text: string;
  /** The text after each change of that object. */
  readonly after: Readonly<Record<keyof typeof CASES, string>>;
  /** A text whose member `list` is the texts a, b, c. */
  readonly list?: {
    readonly text: string;
    /** The list set to a, c, d. */
    readonly setSame: string;
    /** With x behind a. */
    readonly insertItem: string;
    /** Without c. */
    readonly removeItem: string;
  };
  /** Broken or strange texts. */
  readonly broken: readonly string[];
}

export interface ContractOptions {
  readonly syntax: Syntax;
  readonly sample: ContractSample;
  /** The object in which the members stand; the root where absent. */
  readonly object?: (root: ConfigNode) => ConfigNode | undefined;
  /** How a member's name stands in the tree. */
  readonly key?: (name: string) => string;
}

type Members = Pick<Located, 'parent' | 'key' | 'one' | 'two' | 'three'>;

const CASES = {
  set: ({ two }: Members): Change[] => [{ op: 'set', node: two.value, value: 'zwei drei' }],
  replaceText: ({ two }: Members): Change[] => [
    { op: 'replaceText', node: two.value as ScalarNode, from: 1, to: 2, text: 'ö' },
  ],
  rename: ({ two, key }: Members): Change[] => [{ op: 'rename', property: two, key: key('zwei') }],
  removeFirst: ({ parent, one }: Members): Change[] => [{ op: 'remove', parent, property: one }],
  removeMiddle: ({ parent, two }: Members): Change[] => [{ op: 'remove', parent, property: two }],
  removeLast: ({ parent, three }: Members): Change[] => [{ op: 'remove', parent, property: three }],
  removeNeighbors: ({ parent, one, two }: Members): Change[] => [
    { op: 'remove', parent, property: one },
    { op: 'remove', parent, property: two },
  ],
  insertFirst: ({ parent, key }: Members): Change[] => [
    { op: 'insert', parent, after: undefined, key: key('zero'), value: 'nulla' },
  ],
  insertMiddle: ({ parent, key, one }: Members): Change[] => [
    { op: 'insert', parent, after: one, key: key('new'), value: 'nuovo' },
  ],
  insertLast: ({ parent, key, three }: Members): Change[] => [
    { op: 'insert', parent, after: three, key: key('four'), value: 'quattro' },
    { op: 'insert', parent, after: three, key: key('five'), value: 'cinque' },
  ],
  several: ({ parent, key, one, two, three }: Members): Change[] => [
    { op: 'remove', parent, property: three },
    { op: 'set', node: one.value, value: 'eins' },
    { op: 'insert', parent, after: two, key: key('four'), value: 'quattro' },
  ],
};

const VARIANTS: readonly (readonly [name: string, write: (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['with CRLF', (text) => text.replaceAll('\n', '\r\n')],
  ['with a BOM', (text) => `\uFEFF${text}`],
  ['without a final line break', (text) => text.replace(/\n$/, '')],
];

/** What every notation promises. */
export function syntaxContract(name: string, options: ContractOptions): void {
  const { syntax, sample } = options;
  describe(`the ${name} syntax keeps the contract`, () => {
    for (const [variant, write] of VARIANTS) {
      for (const [title, changes] of Object.entries(CASES)) {
        it(`${title}, ${variant}`, () => {
          const text = write(sample.text);
          const after = sample.after[title as keyof typeof CASES];
          const result = applyChanges(syntax, text, changes(locate(options, text)));
          assert.equal(result, write(after));
        });
      }
      if (sample.list) listCases(options, sample.list, variant, write);
    }
    it('reads the members and the comment', () => {
      const { one, two, three } = locate(options, sample.text);
      const texts = [one, two, three].map((each) => (each.value as ScalarNode).text);
      assert.deepEqual(texts, ['uno', 'due', 'tre']);
      assert.ok(syntax.parse(sample.text).comments.length > 0, 'no comment found');
      assert.deepEqual(syntax.parse(sample.text).problems, []);
    });
    it('hands a note along', () => {
      const { two } = locate(options, sample.text);
      const change = { op: 'set', node: two.value, value: 'x', note: 'Compare.' } as const;
      const edits = syntax.edit(sample.text, [change]);
      assert.ok(edits.some((edit) => edit.note === 'Compare.'));
      assert.deepEqual(syntax.edit(sample.text, []), []);
    });
    it('reads every prefix', () => {
      for (const text of [sample.text, sample.list?.text ?? '', ...Object.values(sample.after)]) {
        for (let end = 0; end <= text.length; end++) assertSound(syntax, text.slice(0, end));
      }
    });
    it('reads broken texts', () => {
      for (const text of [...GARBAGE, ...sample.broken]) assertSound(syntax, text);
    });
  });
}

const GARBAGE = [
  '',
  '\uFEFF',
  ' ',
  '\n\n',
  '\0',
  '\uD800',
  '💥',
  '\t\t:',
  '"',
  "'",
  '{',
  '}{',
  '[]]',
  '<',
  '<<<>>>',
  '&amp',
  '*',
  '- - -',
  '\r',
  'a\rb',
  '['.repeat(5000),
  '{"a":'.repeat(3000),
  '<a>'.repeat(3000),
  '- '.repeat(3000),
];

function listCases(
  options: ContractOptions,
  list: NonNullable<ContractSample['list']>,
  variant: string,
  write: (text: string) => string,
): void {
  const changes: Record<'setSame' | 'insertItem' | 'removeItem', (node: ArrayNode) => Change> = {
    setSame: (node) => ({ op: 'set', node, value: ['a', 'c', 'd'] }),
    insertItem: (parent) => ({ op: 'insertItem', parent, after: parent.items[0], value: 'x' }),
    removeItem: (parent) => ({ op: 'removeItem', parent, item: parent.items[2]! }),
  };
  for (const title of ['setSame', 'insertItem', 'removeItem'] as const) {
    it(`${title}, ${variant}`, () => {
      const text = write(list.text);
      const node = property(objectOf(options, text), (options.key ?? String)('list'))?.value;
      assert.equal(node?.type, 'array');
      const result = applyChanges(options.syntax, text, [changes[title](node as ArrayNode)]);
      assert.equal(result, write(list[title]));
    });
  }
}

type Located = ReturnType<typeof locate>;

function locate(options: ContractOptions, text: string) {
  const key = options.key ?? ((each: string) => each);
  const parent = objectOf(options, text);
  const member = (name: string) => {
    const found = property(parent, key(name));
    assert.ok(found, `no member ${name}`);
    return found;
  };
  return { parent, key, one: member('one'), two: member('two'), three: member('three') };
}

function objectOf({ syntax, object }: ContractOptions, text: string): ObjectNode {
  const { root } = assertSound(syntax, text);
  const node = root && object ? object(root) : root;
  assert.equal(node?.type, 'object');
  return node as ObjectNode;
}

/** Parses, and throws when a span leaves the text. */
export function assertSound(syntax: Syntax, text: string): ParsedText {
  const parsed = syntax.parse(text);
  const inside = ({ start, end }: Span) =>
    assert.ok(0 <= start && start <= end && end <= text.length, `span ${start}-${end}`);
  const seen = new Set<ConfigNode>();
  const visit = (node: ConfigNode): void => {
    if (seen.has(node)) return;
    seen.add(node);
    inside(node.span);
    if (node.type === 'scalar') {
      inside(node.content);
      assert.ok(encloses(node.span, node.content), 'the content leaves the value');
      if (Array.isArray(node.offsets)) assert.equal(node.offsets.length, node.text.length + 1);
      if (node.offsets === undefined && typeof node.value !== 'string') return;
      if (node.offsets === undefined) {
        assert.equal(
          text.slice(node.content.start, node.content.start + node.text.length),
          node.text,
        );
      }
    } else if (node.type === 'array') node.items.forEach(visit);
    else {
      for (const each of node.properties) {
        inside(each.span);
        assert.ok(encloses(each.span, each.keySpan), 'the key leaves its property');
        visit(each.value);
      }
    }
  };
  if (parsed.root) visit(parsed.root);
  for (const { span } of [...parsed.problems, ...parsed.comments]) inside(span);
  return parsed;
}

/**
 * Makes changes and gives the new text. Asserts that the edits can be applied together, that the
 * result has no problems which the text had not, and that comments survive unless they stand inside
 * what is removed.
 */
export function applyChanges(syntax: Syntax, text: string, changes: readonly Change[]): string {
  const before = syntax.parse(text);
  const edits = syntax.edit(text, changes);
  assert.ok(compatible(edits), `edits overlap: ${JSON.stringify(edits)}`);
  const result = applyEdits(text, edits);
  const after = assertSound(syntax, result);
  if (before.problems.length === 0) {
    assert.deepEqual(after.problems, [], `new problems in:\n${result}`);
  }
  const gone = changes.flatMap((change) => {
    if (change.op === 'set') return [change.node.span];
    if (change.op === 'remove') return [change.property.span];
    return change.op === 'removeItem' ? [change.item.span] : [];
  });
  const lasting = before.comments.filter(({ span }) => !gone.some((each) => encloses(each, span)));
  const left = after.comments.map((comment) => comment.text);
  for (const comment of lasting) {
    assert.ok(left.includes(comment.text), `lost the comment ${comment.text} in:\n${result}`);
    left.splice(left.indexOf(comment.text), 1);
  }
  return result;
}
