import * as vscode from 'vscode';
import { text } from '../texts';
import type { NewFileKind, NewFileSolution } from './names';

/** What a person has chosen. */
export interface Choice {
  readonly kind: NewFileKind;
  readonly solution: NewFileSolution | undefined;
  /** From the folder of the workspace; undefined where none is open. */
  readonly path: string | undefined;
}

/** What is asked last: under which name. */
export interface NameQuestion {
  propose(kind: NewFileKind, solution: string | undefined): Promise<Proposal>;
  /** A sentence on why the name cannot be taken. */
  problem(path: string, kind: NewFileKind): Promise<string | undefined>;
}

interface Proposal {
  readonly path: string;
  readonly from: number;
  readonly to: number;
}

/** Asks in steps, each of which leads back to the one before; undefined where a person gives up. */
export async function askInSteps(
  kinds: readonly NewFileKind[],
  name: NameQuestion | undefined,
): Promise<Choice | undefined> {
  let kind: NewFileKind | undefined;
  let solution: NewFileSolution | undefined;
  let step: 'kind' | 'solution' | 'name' = 'kind';
  for (;;) {
    if (step === 'kind') {
      const answer = await choose(kinds, kind, { number: 1, of: 1 + (name ? 2 : 1) });
      if (!answer || answer === 'back') return undefined;
      kind = answer;
      solution = undefined;
      step = kind.solutions.length > 0 ? 'solution' : 'name';
    }
    if (!kind) return undefined;
    const isAsked = kind.solutions.length > 0;
    const total = 1 + Number(isAsked) + Number(name !== undefined);
    if (step === 'solution') {
      const answer = await choose(kind.solutions, solution, { number: 2, of: total });
      if (!answer) return undefined;
      if (answer !== 'back') solution = answer;
      step = answer === 'back' ? 'kind' : 'name';
    } else if (!name) {
      return { kind, solution, path: undefined };
    } else {
      const answer = await write(kind, solution, name, { number: total, of: total });
      if (!answer) return undefined;
      if (answer !== 'back') return { kind, solution, path: answer.path };
      step = isAsked ? 'solution' : 'kind';
    }
  }
}

/** Where in the steps a question stands. */
interface Place {
  readonly number: number;
  readonly of: number;
}

function choose<T extends NewFileKind | NewFileSolution>(
  all: readonly T[],
  before: T | undefined,
  place: Place,
): Promise<T | 'back' | undefined> {
  const input = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly value: T }>();
  const isKind = place.number === 1;
  input.items = all.map((value) => ({
    label: value.title,
    // A list of scopes is long, and stands below.
    ...(isKind ? { description: value.description } : { detail: value.description }),
    value,
  }));
  // An empty list would leave nothing to accept.
  if (before) input.activeItems = input.items.filter(({ value }) => value === before);
  input.placeholder = text(isKind ? 'newFile.kind' : 'newFile.solution');
  input.matchOnDescription = true;
  input.matchOnDetail = true;
  return answerOf(input, place, (answer) => {
    const [chosen] = input.selectedItems;
    if (chosen) answer(chosen.value);
  });
}

async function write(
  kind: NewFileKind,
  solution: NewFileSolution | undefined,
  { propose, problem }: NameQuestion,
  place: Place,
): Promise<{ readonly path: string } | 'back' | undefined> {
  const { path, from, to } = await propose(kind, solution?.id);
  const input = vscode.window.createInputBox();
  input.value = path;
  input.valueSelection = [from, to];
  input.prompt = text('newFile.name');
  input.onDidChangeValue(async (value) => {
    const found = await problem(value, kind);
    if (input.value === value) input.validationMessage = found;
  });
  return answerOf(input, place, async (answer) => {
    const value = input.value.replaceAll('\\', '/');
    const found = await problem(value, kind);
    if (found === undefined) answer({ path: value });
    else input.validationMessage = found;
  });
}

/** Shows a question until it is answered, left, or until the way back is taken. */
function answerOf<T>(
  input: (vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox) & vscode.QuickInput,
  { number, of }: Place,
  accept: (answer: (value: T) => void) => void,
): Promise<T | 'back' | undefined> {
  input.title = text('newFile.title');
  input.step = number;
  input.totalSteps = of;
  // Whoever looks a thing up meanwhile comes back to the question.
  input.ignoreFocusOut = number > 1;
  if (number > 1) input.buttons = [vscode.QuickInputButtons.Back];
  return new Promise<T | 'back' | undefined>((resolve) => {
    input.onDidTriggerButton(() => resolve('back'));
    input.onDidAccept(() => accept(resolve));
    input.onDidHide(() => resolve(undefined));
    input.show();
  }).finally(() => input.dispose());
}
