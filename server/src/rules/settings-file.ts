import { syntaxes } from '../syntax';
import { type ConfigNode, property } from '../syntax/tree';
import type { Span } from '../text/span';
import { isLevel, type Settings, wrongPattern } from './settings';

/** The file at the root of a workspace that says which rules count there. */
export const SETTINGS_FILE = 'ims-config.yaml';

/** What one file says, without those that it extends. */
export interface ReadSettings {
  readonly settings: Settings;
  /** The files that it extends, as written, in their order. */
  readonly bases: readonly { readonly path: string; readonly span: Span }[];
  /** The text is no YAML, so that nobody can tell what it was meant to say. */
  readonly broken: boolean;
}

/** Reads a settings file. What it cannot use it leaves out, which rules report. Never throws. */
export function readSettings(text: string): ReadSettings {
  const { root, problems } = syntaxes.yaml.parse(text);
  const bases = childOf(root, 'extends');
  return {
    settings: {
      rules: levelsIn(childOf(root, 'rules')),
      ignore: patternsIn(childOf(root, 'ignore')),
      overrides: itemsOf(childOf(root, 'overrides')).map((item) => ({
        files: patternsIn(childOf(item, 'files')),
        rules: levelsIn(childOf(item, 'rules')),
      })),
      kinds: pairsIn(childOf(root, 'kinds'))
        .filter(([pattern, kind]) => isPattern(pattern) && kind !== '')
        .map(([pattern, kind]) => ({ pattern, kind })),
    },
    bases: (bases?.type === 'scalar' ? [bases] : itemsOf(bases))
      .filter((node) => node.type === 'scalar' && typeof node.value === 'string')
      .map((node) => ({ path: textOf(node), span: node.span }))
      .filter(({ path }) => path !== ''),
    broken: problems.length > 0,
  };
}

const childOf = (node: ConfigNode | undefined, key: string): ConfigNode | undefined =>
  property(node, key)?.value;

const textOf = (node: ConfigNode): string => (node.type === 'scalar' ? node.text.trim() : '');

const itemsOf = (node: ConfigNode | undefined): readonly ConfigNode[] =>
  node?.type === 'array' ? node.items : [];

const pairsIn = (node: ConfigNode | undefined): readonly (readonly [string, string])[] =>
  node?.type === 'object' ? node.properties.map(({ key, value }) => [key, textOf(value)]) : [];

const levelsIn = (node: ConfigNode | undefined): Settings['rules'] =>
  Object.fromEntries(
    pairsIn(node).flatMap(([rule, level]) => (isLevel(level) ? [[rule, level]] : [])),
  );

const patternsIn = (node: ConfigNode | undefined): readonly string[] =>
  itemsOf(node).map(textOf).filter(isPattern);

const isPattern = (text: string): boolean => wrongPattern(text) === undefined;
