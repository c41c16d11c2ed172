import { type ConfigDocument, readDocument } from '../model/document';
import { nameMistake } from '../model/new-file-names';
import { notationOfEmpty } from '../model/notation';
import { newWorkspace, type Workspace } from '../model/workspace';
import { syntaxes } from '../syntax';
import type { Typing } from '../syntax/typing';
import { applyEdits } from '../text/edit';
import { text } from '../texts';
import { type Block, blocksFor, blocksIn } from './completion-blocks';
import { placesAt } from './completion-find';
import type { CompletionPlace } from './completion-place';
import { solutions } from './completion-solutions';
import { withoutTabStops, writtenMembers } from './completion-tab-stops';
import { HERE, type Template, templates, type Wanted } from './new-file-templates';

/** A kind of file that can be made anew, as it is offered. */
export interface NewFileKind {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** From the folder of the workspace; empty where it does not matter. */
  readonly folder: string;
  /** A name is a beginning, some text and one of the endings. */
  readonly beginning: string;
  readonly stem: string;
  readonly endings: readonly string[];
  /** The likeliest first; empty where the solution does not matter. */
  readonly solutions: readonly NewFileSolution[];
}

export interface NewFileSolution {
  readonly id: string;
  readonly title: string;
  /** How many scopes are written, and those of them that tell most. */
  readonly description: string;
}

/** Every kind of file that can be made anew, in the order in which it is offered. */
export const newFileKinds = (): readonly NewFileKind[] =>
  templates.map((template) => {
    const { id, title, description, folder = '', beginning, stem, endings } = template;
    const said = { title: text(title), description: text(description) };
    return { id, ...said, folder, beginning, stem, endings, solutions: solutionsOf(template) };
  });

const solutionsOf = ({ solution: likeliest }: Template): readonly NewFileSolution[] =>
  likeliest === undefined
    ? []
    : solutions
        .map(({ id, title, scopes }) => ({ id, title, description: ofScopes(scopes) }))
        .sort((one, other) => Number(other.id === likeliest) - Number(one.id === likeliest));

/** The scopes that the fewest solutions have tell most. */
function ofScopes(scopes: readonly string[]): string {
  const uses = (scope: string) => solutions.filter((each) => each.scopes.includes(scope)).length;
  const own = scopes.toSorted((one, other) => uses(one) - uses(other)).slice(0, 2);
  return text('new.scopes', { count: scopes.length, scopes: own.join(', ') });
}

/** A whole file. */
export interface NewFile {
  readonly text: string;
  /**
   * The same with tab stops, in the words of the protocol; undefined where there is nothing to fill
   * in.
   */
  readonly snippet: string | undefined;
}

/**
 * A whole file of a kind under a name, with OAuth Server-to-Server and never JWT. Ids that the
 * workspace uses are filled in, secrets never. Undefined where there is no such kind or solution,
 * or where it cannot have that name.
 */
export function newFile(
  kind: string,
  path: string,
  solution?: string,
  workspace: Workspace = newWorkspace([]),
): NewFile | undefined {
  const template = templates.find(({ id }) => id === kind);
  const found = solutions.find(({ id }) => id === (solution ?? template?.solution));
  if (!template || nameMistake(path, template)) return undefined;
  if (solution !== undefined && !found) return undefined;
  const source = written({ template, path, solution: found, workspace });
  if (source === undefined) return undefined;
  return withoutTabStops(`${source.trimEnd()}\n`);
}

interface Scene extends Wanted {
  readonly template: Template;
}

function written(scene: Scene): string | undefined {
  const { block, frame } = scene.template;
  if (block) return alone(block(scene), scene);
  const isJson = scene.path.endsWith('.json');
  return filled(frame?.(scene) ?? (isJson ? IN_BRACES : HERE), scene);
}

/** A file that is one block, under a name that alone decides how it is written. */
function alone(block: Block | undefined, { path }: Scene): string | undefined {
  const id = notationOfEmpty(path);
  if (!block || !id) return undefined;
  const [before = '', after = ''] = (id === 'json' ? IN_BRACES : HERE).split(HERE);
  const [typing] = syntaxes[id].typing?.(before + after, before.length) ?? [];
  return typing && placed(before + after, typing, block);
}

const IN_BRACES = `{\n  ${HERE}\n}`;

/** A text in which every place is filled in, one after the other. */
function filled(frame: string, scene: Scene): string | undefined {
  const [first = '', ...rest] = frame.split(HERE);
  let source: string | undefined = first;
  for (const [index, part] of rest.entries()) {
    // What comes behind it may close what is open; what comes behind other places is not there yet.
    const after = index === rest.length - 1 ? part : '';
    const done = filledAt(source, after, scene);
    if (done === undefined) return undefined;
    source = after === part ? done : done + part;
  }
  return source;
}

function filledAt(before: string, after: string, scene: Scene): string | undefined {
  const document = readDocument(scene.path, before + after);
  if (!document) return undefined;
  for (const place of placesAt(document, before.length)) {
    const block = blockAt(place, document, scene);
    const result = block && placed(document.text, place.typing, block);
    if (result !== undefined) return result;
  }
  return undefined;
}

function blockAt(
  place: CompletionPlace,
  document: ConfigDocument,
  { workspace, solution }: Scene,
): Block | undefined {
  if (place.kind === 'value') return undefined;
  const blocks =
    place.kind === 'other'
      ? blocksIn(place, document, workspace)
      : blocksFor(place.entity, document, workspace);
  const label = solution && text('complete.integration', { solution: solution.title });
  return blocks.find((each) => each.label === label) ?? blocks[0];
}

function placed(source: string, typing: Typing, block: Block): string | undefined {
  const { word, also } = typing;
  const newText = writtenMembers(typing, block.members);
  return newText === undefined ? undefined : applyEdits(source, [...also, { span: word, newText }]);
}
