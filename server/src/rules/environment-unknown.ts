import type { ConfigDocument } from '../model/document';
import { fieldOf, type TextValue, textOf } from '../model/entity';
import type { Workspace } from '../model/workspace';
import { enumerate } from '../text/message';
import { accountExample, environmentExample } from './campaign-examples';
import { fieldName } from './field-name';
import { type Example, entityRule } from './rule';
import { similar } from './suggestion';

export const environmentUnknown = entityRule({
  meta: {
    id: 'environment-unknown',
    severity: 'warning',
    since: '0.1.0',
    fix: 'unsafe',
    messages: {
      unknown:
        '**{label}** (`{key}`) names no environment that this file describes, so nothing is known of the version and the hosting that this account is for. Name one of them: {names}.',
      unknownHere:
        '**{label}** (`{key}`) names no environment that a file of this workspace describes, so nothing is known of the version and the hosting that this account is for. Name one of them, or describe it under `environments` of an `.ims.yaml` file: {names}.',
      empty:
        '**{label}** (`{key}`) names an environment, and this file describes none. Describe it under `environments`, or leave this field out.',
    },
    fixes: { use: 'Use `{name}`' },
    docs: {
      summary: 'An account of an environment that no file describes.',
      why: 'The checks take version and hosting of an account from the environment that it names. With a misspelled name they know nothing of it. The environment may stand in the same file or in another one of the workspace; where none of them describes environments, the name is not checked.',
      invalid: inOneFile('produktion'),
      valid: inOneFile('production'),
      links: [],
    },
  },

  concepts: ['external-account'],

  check(entity, report, context) {
    const field = fieldOf(entity, 'environment');
    const value = textOf(entity, 'environment');
    if (!field || !value || !isName(value)) return;
    const { document, workspace } = context;
    const all = workspace.once(namesInWorkspace);
    if (all.texts.has(value.text) || !areAllKnown(document, workspace)) return;
    const own = workspace.about(document, namesOfEnvironments).map(({ text }) => text);
    const names = [...new Set([...own, ...all.texts])];
    if (names.length === 0 && !workspace.about(document, hasEnvironments)) return;
    const isFromHere = new Set(own).size === names.length;
    report({
      at: value.span,
      message: names.length === 0 ? 'empty' : isFromHere ? 'unknown' : 'unknownHere',
      data: { ...fieldName(field, entity), names: enumerate(names.slice(0, 5), 'or') },
      fix: similar(value.text, names).map((name) => ({
        title: 'use',
        data: { name },
        edit: (edit) => edit.replace(value, name),
      })),
    });
  },
});

/** The section is there and is more than a key that is still being typed. */
function hasEnvironments({ entities }: ConfigDocument): boolean {
  return entities.some((entity) => {
    const section = entity.container && fieldOf(entity, 'environments');
    return section && section.value.type !== 'scalar';
  });
}

const namesOfEnvironments = ({ entities }: ConfigDocument): readonly TextValue[] =>
  entities
    .filter(({ concept }) => concept === 'campaign-environment')
    .flatMap((entity) => textOf(entity, 'name') ?? [])
    .filter(({ kind }) => kind !== 'empty');

function namesInWorkspace(workspace: Workspace) {
  const names = workspace.documents.flatMap((each) => workspace.about(each, namesOfEnvironments));
  return { texts: new Set(names.map(({ text }) => text)), areWritten: names.every(isName) };
}

/** Those that describe environments and are broken, so that names of them may be lost. */
const lossy = (workspace: Workspace): readonly ConfigDocument[] =>
  workspace.documents.filter(
    (each) => each.problems.length > 0 && workspace.about(each, hasEnvironments),
  );

/** Whether no name is still to be filled in, and none of another file may be lost. */
const areAllKnown = (document: ConfigDocument, workspace: Workspace): boolean =>
  workspace.once(namesInWorkspace).areWritten &&
  workspace.once(lossy).every((each) => each === document);

/** A name with "test" in it is a name like any other. */
const isName = ({ kind }: TextValue) => kind === 'literal' || kind === 'test';

function inOneFile(environment: string): Example {
  const { file, text } = environmentExample();
  const account = accountExample({ environment }).text.replace(/^(?=.)/gm, '    ');
  return { file, text: `${text}externalAccounts:\n  sign-in:\n${account}` };
}
