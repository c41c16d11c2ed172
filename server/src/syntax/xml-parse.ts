import type { SyntaxNodeRef } from '@lezer/common';
import { overlaps, type Span } from '../text/span';
import type { Comment, ParsedText, SyntaxProblem, SyntaxProblemCode } from './syntax';
import type { ConfigNode, ObjectNode, Property } from './tree';
import { DROPPED, type ScannedText, scan } from './xml-scan';
import { contentProperty, type Run } from './xml-text';

/**
 * Evaluated with the first XML: its tables take about 5 MB of the process, which most never need.
 */
const parser = () => (require('@lezer/xml') as typeof import('@lezer/xml')).parser;

/**
 * Reads XML. Attributes are properties `@name`, child elements lists by their name, and what an
 * element says in text and CDATA sections is its `#text`. No declaration of a document type is ever
 * followed.
 */
export function parse(text: string): ParsedText {
  const scanned = scan(text);
  const builder = new TreeBuilder(text, scanned);
  parser()
    .parse(scanned.covered)
    .iterate({
      enter: (node) => builder.enter(node),
      leave: (node) => builder.leave(node),
    });
  return builder.finish();
}

/** Nobody nests so deep; what recurses over a tree must be safe from those who try. */
const DEEPEST = 200;

/** Mistakes that leave an element without its end; the missing end is then no second mistake. */
const COSTS_AN_END: ReadonlySet<SyntaxProblemCode> = new Set([
  'unclosed-tag',
  'mismatched-tag',
  'unclosed-comment',
  'unclosed-string',
  'malformed',
]);

/** An element that is being read. */
interface OpenElement {
  nameSpan: Span | undefined;
  attributes: readonly Property[];
  readonly children: ListedElement[];
  readonly runs: Run[];
  /** How many problems there were before it. */
  readonly problemsBefore: number;
}

interface ListedElement {
  readonly name: string;
  readonly node: ObjectNode & { readonly nameSpan: Span };
}

class TreeBuilder {
  private readonly problems: SyntaxProblem[] = [];
  private readonly comments: Comment[] = [];
  private readonly open: OpenElement[] = [newElement(0)];
  private scannedProblems = 0;
  private tooDeep = Number.POSITIVE_INFINITY;

  constructor(
    private readonly text: string,
    private readonly scanned: ScannedText,
  ) {}

  enter(node: SyntaxNodeRef): boolean {
    const { name, from } = node;
    this.takeProblems(from);
    if (name === 'Document') return true;
    if (name === 'Element') return this.enterElement(node);
    if (name === 'OpenTag' || name === 'SelfClosingTag') this.startTag(node);
    else if (name === 'Comment') this.comment(this.span(node));
    else if (name === 'MismatchedCloseTag') this.problem('mismatched-tag', this.tagName(node));
    else if (name === 'MissingCloseTag' || node.type.isError) this.missingEnd(from);
    else if (name === 'Text') this.textRun(this.span(node));
    else if (name === 'Cdata') this.current.runs.push({ span: this.span(node), cdata: true });
    return false;
  }

  leave(left: SyntaxNodeRef): void {
    const { end } = this.span(left);
    this.takeProblems(end);
    if (left.name !== 'Element') return;
    const { nameSpan, attributes, children, runs } = this.open.pop()!;
    if (!nameSpan) return;
    const content = contentProperty(this.text, runs, (each) =>
      this.problem('illegal-character', each),
    );
    const node: ListedElement['node'] = {
      type: 'object',
      span: { start: nameSpan.start - 1, end },
      nameSpan,
      properties: [...attributes, ...elementLists(children), ...content],
    };
    this.current.children.push({ name: this.text.slice(nameSpan.start, nameSpan.end), node });
  }

  finish(): ParsedText {
    this.takeProblems(this.text.length + 1);
    const { children, runs } = this.open[0]!;
    const said = runs.find((run) => this.text.slice(run.span.start, run.span.end).trim());
    if (said) this.outside(said.span);
    const second = children[1];
    if (second && this.problems.length === 0) this.problem('malformed', second.node.nameSpan);
    const last = children.at(-1);
    const root: ConfigNode | undefined = last && {
      type: 'object',
      span: { start: children[0]!.node.span.start, end: last.node.span.end },
      properties: elementLists(children),
    };
    // Behind what is nested too deep nothing is sure any more.
    const problems = this.problems
      .filter((each) => each.span.start <= this.tooDeep)
      .sort((a, b) => a.span.start - b.span.start);
    return { root, problems, comments: this.comments };
  }

  private get current(): OpenElement {
    return this.open.at(-1)!;
  }

  /** Where a node stands in the text, which ends before what was closed behind it. */
  private span({ from, to }: { readonly from: number; readonly to: number }): Span {
    return { start: from, end: Math.min(to, this.text.length) };
  }

  private tagName(node: SyntaxNodeRef): Span {
    return this.span(node.node.getChild('TagName') ?? node);
  }

  private problem(code: SyntaxProblemCode, span: Span): void {
    this.problems.push({ code, span });
  }

  /**
   * What the scanner found takes its place among the problems, so that an element knows its own.
   */
  private takeProblems(before: number): void {
    for (; this.scannedProblems < this.scanned.problems.length; this.scannedProblems++) {
      const problem = this.scanned.problems[this.scannedProblems]!;
      if (problem.span.start >= before) return;
      this.problems.push(problem);
    }
  }

  private enterElement({ node }: SyntaxNodeRef): boolean {
    if (this.open.length <= DEEPEST) {
      this.open.push(newElement(this.problems.length));
      return true;
    }
    if (node.from < this.tooDeep) {
      this.problem('malformed', this.tagName(node.firstChild ?? node));
      this.tooDeep = node.from + 1;
    }
    return false;
  }

  private startTag(node: SyntaxNodeRef): void {
    const tag = this.scanned.tags.get(node.from);
    this.current.nameSpan = tag && this.tagName(node);
    this.current.attributes = tag?.attributes ?? [];
  }

  private missingEnd(at: number): void {
    this.takeProblems(at);
    const { nameSpan, problemsBefore } = this.current;
    const explained = this.problems
      .slice(problemsBefore)
      .some(({ code }) => COSTS_AN_END.has(code));
    if (nameSpan && !explained) this.problem('unclosed-tag', nameSpan);
  }

  private comment(span: Span): void {
    const whole = this.text.slice(span.start, span.end);
    const text = whole.slice(4, whole.length >= 7 && whole.endsWith('-->') ? -3 : undefined);
    this.comments.push({ span, text: text.trim() });
  }

  /** A row of text, taken apart at what was dropped from it. */
  private textRun({ start, end }: Span): void {
    const seen = this.scanned.covered.slice(start, end);
    for (const { index, 0: row } of seen.matchAll(TEXT)) {
      const span = { start: start + index, end: start + index + row.length };
      this.current.runs.push({ span, cdata: false });
    }
  }

  /** Text that stands in no element, if it is no part of another mistake. */
  private outside({ start, end }: Span): void {
    const raw = this.text.slice(start, end);
    const span = { start: end - raw.trimStart().length, end: start + raw.trimEnd().length };
    if (!this.problems.some((each) => overlaps(each.span, span))) this.problem('malformed', span);
  }
}

const TEXT = new RegExp(`[^${DROPPED}]+`, 'g');

const newElement = (problemsBefore: number): OpenElement => ({
  nameSpan: undefined,
  attributes: [],
  children: [],
  runs: [],
  problemsBefore,
});

/** Elements as properties: a list for each name, in the order in which the names appear. */
function elementLists(elements: readonly ListedElement[]): readonly Property[] {
  const lists = new Map<string, ListedElement['node'][]>();
  for (const { name, node } of elements) {
    const list = lists.get(name);
    if (list) list.push(node);
    else lists.set(name, [node]);
  }
  return [...lists].map(([key, items]) => {
    const whole = { start: items[0]!.span.start, end: items.at(-1)!.span.end };
    return {
      key,
      keySpan: items[0]!.nameSpan,
      span: whole,
      value: { type: 'array', span: whole, items },
    };
  });
}
