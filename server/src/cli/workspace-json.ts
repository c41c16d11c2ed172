import { type ChecklistSection, checklist } from '../features/workspace-checklist';
import type { WorkspaceReport } from '../features/workspace-report';
import type { CredentialReport } from '../features/workspace-report-credential';
import type { EnvironmentReport } from '../features/workspace-report-environment';
import type { ReportedFile, ReportedThing } from '../features/workspace-report-things';
import { plain } from '../text/message';
import { linesOfEach } from '../text/positions';
import type { Span } from '../text/span';

/** The report of a workspace for programs. */
export function workspaceJson(report: WorkspaceReport): string {
  const { credentials, environments, accounts, findings, files } = report;
  const count = (state: CredentialReport['state']) =>
    credentials.filter((each) => each.state === state).length;
  const placeOf = placesIn();
  const all = {
    credentials: credentials.map((each) => credentialOf(each, placeOf)),
    environments: environments.map((each) => environmentOf(each, placeOf)),
    externalAccounts: accounts.map((account) => ({
      ...thingOf(account, placeOf),
      environment: account.environment ?? null,
    })),
    checklist: checklist(report).map((each) => sectionOf(each, placeOf)),
    summary: {
      files: files.length,
      credentials: credentials.length,
      migratable: count('migratable'),
      byHand: count('by-hand'),
      adobe: count('adobe'),
      current: count('current'),
      unknown: count('unknown'),
      findings,
    },
  };
  return `${JSON.stringify(all, undefined, 2)}\n`;
}

const credentialOf = (credential: CredentialReport, placeOf: PlaceOf) => ({
  ...thingOf(credential, placeOf),
  flow: credential.flow ?? null,
  state: credential.state,
  reason: credential.reason ?? null,
  why: credential.why ?? null,
  deadline: deadlineOf(credential),
  migration: credential.migration
    ? { title: credential.migration.title, renames: credential.migration.renames ?? null }
    : null,
});

const deadlineOf = ({ deadline }: CredentialReport) =>
  deadline ? { day: deadline.day, by: deadline.by, over: deadline.isOver } : null;

const environmentOf = (environment: EnvironmentReport, placeOf: PlaceOf) => ({
  ...thingOf(environment, placeOf),
  stage: environment.stage ?? null,
  product: environment.product ?? null,
  release: environment.release ?? null,
  hosting: environment.hosting ?? null,
  ims: environment.ims,
  v8: environment.v8,
  recommended: environment.recommended,
  steps: environment.steps,
  open: environment.open,
});

const thingOf = ({ file, span, label, kind, findings }: ReportedThing, placeOf: PlaceOf) => ({
  label,
  kind,
  ...placeOf(file, span),
  findings,
});

const sectionOf = ({ id, title, intro, steps }: ChecklistSection, placeOf: PlaceOf) => ({
  id,
  title,
  intro: intro ?? null,
  steps: steps.map(({ text, isDone, places }) => ({
    text: plain(text),
    done: isDone,
    places: places.map(({ text: what, spots }) => ({
      what: what ?? null,
      at: spots.map((spot) => placeOf(spot.file, spot.span)),
    })),
  })),
});

type PlaceOf = ReturnType<typeof placesIn>;

function placesIn() {
  const linesIn = linesOfEach();
  return ({ path, document }: ReportedFile, { start }: Span) => {
    const { line, column } = linesIn(document.text).positionOf(start);
    return { path, line, column };
  };
}
