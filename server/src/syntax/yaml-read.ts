import type { ParsedText, SyntaxProblem } from './syntax';
import { firstProblems, yamlTokens } from './yaml-cst';
import type { YamlLayout } from './yaml-layout';
import { YamlReader } from './yaml-parser';

export interface ReadYaml extends ParsedText {
  readonly layout: YamlLayout;
}

/** Reads the first document of a text, and how it is laid out. */
export function readYaml(text: string): ReadYaml {
  const read = readSpaced(text);
  const tabs = read.problems.filter(({ code }) => code === 'tab-indent');
  if (tabs.length === 0) return read;
  // Where other lines have blanks, those with a tab are understood beside them.
  if (!/^ +[^\s#]/m.test(text)) return readTabbed(text, tabs);
  // What does not line up follows from the tabs.
  return { ...read, problems: read.problems.filter(({ code }) => code !== 'bad-indent') };
}

/** Reads a text as if each tab of its indentation were a blank, so that what stands behind them is found. */
function readTabbed(text: string, tabs: readonly SyntaxProblem[]): ReadYaml {
  const read = readSpaced(text.replace(/^\t+/gm, (indent) => ' '.repeat(indent.length)));
  return { ...read, problems: firstProblems(text, [...tabs, ...read.problems]) };
}

function readSpaced(text: string): ReadYaml {
  const { document, comments, errors } = yamlTokens(text);
  const reader = new YamlReader(text);
  const root = document && reader.root(document);
  const own = reader.problems;
  const foreign = errors.filter(
    (error) =>
      !reader.covered.some(({ start, end }) => start <= error.span.start && error.span.start < end),
  );
  const problems = firstProblems(text, [...own, ...foreign]);
  return { root, problems, comments, layout: reader };
}
