import { LARGE } from './renewal';
import type { ParsedText, ReadBefore, SyntaxProblem } from './syntax';
import { firstProblems, yamlTokens } from './yaml-cst';
import { ordinaryTokens } from './yaml-events';
import type { LayoutNotes, YamlLayout } from './yaml-layout';
import { YamlReader } from './yaml-parser';
import { renewedYaml } from './yaml-renewal';

export interface ReadYaml extends ParsedText {
  readonly layout: YamlLayout;
}

/** Reads the first document of a text, and how it is laid out. */
export function readYaml(text: string, before?: ReadBefore): ReadYaml {
  const layout = before?.parsed.layout;
  if (!before || !(layout instanceof LaterLayout)) return readWhole(text);
  if (before.text === text) return { ...before.parsed, layout };
  const isWorthIt = layout.isPlain && text.length >= LARGE;
  const again = isWorthIt && renewedYaml(text, before, (part) => readWhole(part));
  return again
    ? { ...again, layout: new LaterLayout(text, ordinaryTokens, true) }
    : readWhole(text);
}

/** The same without knowing an earlier state of it. */
export function readWhole(text: string, ordinary = ordinaryTokens): ReadYaml {
  const read = readSpaced(text, ordinary);
  const tabs = read.problems.filter(({ code }) => code === 'tab-indent');
  if (tabs.length === 0) return read;
  // Where other lines have blanks, those with a tab are understood beside them.
  if (!/^ +[^\s#]/m.test(text)) return readTabbed(text, tabs);
  // What does not line up follows from the tabs.
  return { ...read, problems: read.problems.filter(({ code }) => code !== 'bad-indent') };
}

/**
 * Reads a text as if each tab of its indentation were a blank, so that what stands behind them is
 * found.
 */
function readTabbed(text: string, tabs: readonly SyntaxProblem[]): ReadYaml {
  const spaced = text.replace(/^\t+/gm, (indent) => ' '.repeat(indent.length));
  const read = readSpaced(spaced, () => undefined);
  return { ...read, problems: firstProblems(text, [...tabs, ...read.problems]) };
}

function readSpaced(text: string, ordinary: typeof ordinaryTokens): ReadYaml {
  const plain = ordinary(text);
  const { document, comments, errors } = plain ?? yamlTokens(text);
  const reader = new YamlReader(text);
  const root = document && reader.root(document);
  const foreign = errors.filter(
    (error) =>
      !reader.covered.some(({ start, end }) => start <= error.span.start && error.span.start < end),
  );
  const problems = firstProblems(text, [...reader.problems, ...foreign]);
  return { root, problems, comments, layout: new LaterLayout(text, ordinary, plain !== undefined) };
}

/** Learnt when somebody asks for it, from the tokens once more: most texts are only read. */
class LaterLayout implements YamlLayout {
  private notes: LayoutNotes | undefined;

  constructor(
    private readonly text: string,
    private readonly ordinary: typeof ordinaryTokens,
    /** Whether nothing in the text stands for what is written elsewhere. */
    readonly isPlain: boolean,
  ) {}

  get nodes(): YamlLayout['nodes'] {
    return this.learnt().nodes;
  }

  get mapIndent(): number | undefined {
    return this.learnt().mapIndent;
  }

  get listIndent(): number | undefined {
    return this.learnt().listIndent;
  }

  private learnt(): LayoutNotes {
    if (this.notes) return this.notes;
    this.notes = { nodes: new Map(), mapIndent: undefined, listIndent: undefined };
    const { document } = this.ordinary(this.text) ?? yamlTokens(this.text);
    if (document) new YamlReader(this.text, this.notes).root(document);
    return this.notes;
  }
}
