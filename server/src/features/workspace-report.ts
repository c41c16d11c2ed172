import { type Entity, textOf } from '../model/entity';
import type { Workspace } from '../model/workspace';
import { type CredentialReport, credentialReport } from './workspace-report-credential';
import { type EnvironmentReport, environmentReport } from './workspace-report-environment';
import {
  type Counts,
  countsOf,
  type ReportedFile,
  type ReportedThing,
  shownIn,
  thingsOf,
} from './workspace-report-things';

/** The external account that signs people in. */
export interface AccountReport extends ReportedThing {
  /** The environment that it names. */
  readonly environment: string | undefined;
}

/** Every credential and environment of a workspace, in the order of the paths of their files. */
export interface WorkspaceReport {
  readonly files: readonly ReportedFile[];
  readonly credentials: readonly CredentialReport[];
  readonly environments: readonly EnvironmentReport[];
  readonly accounts: readonly AccountReport[];
  /** Of all files. */
  readonly findings: Counts;
}

/** What the files of a workspace come to. Holds no secret. */
export function workspaceReport(
  files: readonly ReportedFile[],
  workspace: Workspace,
  today: string,
): WorkspaceReport {
  const judged = files
    .filter(({ document }) => !document.kind.unjudged)
    .sort((one, other) => (one.path < other.path ? -1 : 1));
  const things = judged.flatMap(thingsOf);
  const of = (concept: Entity['concept']) =>
    things.filter(({ entity }) => entity.concept === concept);
  const accounts = of('external-account').map((thing) => ({
    ...thing,
    environment: environmentNamed(thing),
  }));
  const described = new Set(accounts.map(({ environment }) => environment));
  return {
    files: judged,
    credentials: of('ims-credential').map((thing) => credentialReport(thing, workspace, today)),
    environments: of('campaign-environment').map((thing) =>
      environmentReport(thing, described.has(thing.label)),
    ),
    accounts,
    findings: countsOf(judged.flatMap(({ findings }) => findings)),
  };
}

function environmentNamed({ entity, file }: ReportedThing): string | undefined {
  const value = textOf(entity, 'environment');
  if (value?.kind !== 'literal' || value.text === '') return undefined;
  return shownIn(file.document)(value.text);
}
