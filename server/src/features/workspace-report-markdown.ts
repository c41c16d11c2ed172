import type { Span } from '../text/span';
import { text } from '../texts';
import { type ChecklistSection, checklist, type Done } from './workspace-checklist';
import type { AccountReport, WorkspaceReport } from './workspace-report';
import type { CredentialReport } from './workspace-report-credential';
import type { EnvironmentReport } from './workspace-report-environment';
import type { Counts, ReportedFile, ReportedThing } from './workspace-report-things';
import {
  countsText,
  dayText,
  flowText,
  imsText,
  standingText,
  v8Text,
} from './workspace-report-words';

/** How a place in a file is written in Markdown. */
export type PlaceText = (file: ReportedFile, span: Span) => string;

/** The whole report for people, and the checklist behind it. */
export function reportMarkdown(report: WorkspaceReport, place: PlaceText): string {
  const { credentials, environments, accounts } = report;
  const isNothing = credentials.length + environments.length + accounts.length === 0;
  const parts = [
    `# ${text('report.title')}`,
    isNothing ? text('report.nothing') : summary(report),
    ...table('credentials', CREDENTIAL_COLUMNS, credentials, (each) => credentialRow(each, place)),
    ...table('environments', ENVIRONMENT_COLUMNS, environments, (each) =>
      environmentRow(each, place),
    ),
    ...openPoints(environments),
    ...table('accounts', ACCOUNT_COLUMNS, accounts, (each) => accountRow(each, place)),
    ...checklistParts(checklist(report), place, '##'),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** What remains by hand, as a document of its own. */
export function checklistMarkdown(report: WorkspaceReport, place: PlaceText, done?: Done): string {
  const sections = checklist(report, done);
  const parts = [
    `# ${text('report.checklist')}`,
    sections.length === 0 ? text('report.checklist.nothing') : text('report.checklist.intro'),
    ...sections.map((each) => sectionText(each, place, '##')),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** What is found in each environment, in words. */
function openPoints(environments: readonly EnvironmentReport[]): readonly string[] {
  const points = environments.flatMap(({ label, open }) =>
    open.map((point) => `- ${safe(label)}: ${safe(point)}`),
  );
  return points.length === 0 ? [] : [points.join('\n')];
}

function checklistParts(
  sections: readonly ChecklistSection[],
  place: PlaceText,
  heading: string,
): readonly string[] {
  if (sections.length === 0) return [];
  const title = `${heading} ${text('report.checklist')}`;
  return [title, ...sections.map((each) => sectionText(each, place, `${heading}#`))];
}

function sectionText(
  { title, intro, steps }: ChecklistSection,
  place: PlaceText,
  heading: string,
): string {
  const items = steps.map(({ text: said, isDone, places }) =>
    [
      `- [${isDone ? 'x' : ' '}] ${safeSentence(said)}`,
      ...places.map(({ text: what, spots }) => {
        const where = spots.map(({ file, span }) => place(file, span)).join(', ');
        return `  - ${what === undefined ? where : text('report.place', { what: safe(what), where })}`;
      }),
    ].join('\n'),
  );
  return [`${heading} ${safe(title)}`, ...(intro ? [intro] : []), items.join('\n')].join('\n\n');
}

function summary({ credentials, findings }: WorkspaceReport): string {
  const states = STATES.flatMap((state) => {
    const count = credentials.filter((each) => each.state === state).length;
    return count === 0 ? [] : [text(`report.summary.${state}`, { count })];
  });
  return [
    text('report.summary.credentials', { count: credentials.length }) +
      (states.length > 0 ? ` (${states.join(', ')}).` : '.'),
    text('report.summary.findings', { findings: countsText(findings) }),
  ].join(' ');
}

const STATES = ['migratable', 'by-hand', 'adobe', 'current', 'unknown'] as const;

const CREDENTIAL_COLUMNS = [
  'credential',
  'place',
  'flow',
  'deadline',
  'state',
  'findings',
] as const;
const ENVIRONMENT_COLUMNS = ['environment', 'place', 'release', 'ims', 'v8', 'findings'] as const;
const ACCOUNT_COLUMNS = ['account', 'place', 'environment', 'findings'] as const;

function table<T>(
  id: 'credentials' | 'environments' | 'accounts',
  columns: readonly (
    | (typeof CREDENTIAL_COLUMNS)[number]
    | (typeof ENVIRONMENT_COLUMNS)[number]
    | (typeof ACCOUNT_COLUMNS)[number]
  )[],
  things: readonly T[],
  rowOf: (thing: T) => readonly string[],
): readonly string[] {
  if (things.length === 0) return [];
  const head = columns.map((column) => text(`report.column.${column}`));
  const rows = [head, head.map(() => '---'), ...things.map(rowOf)];
  const lines = rows.map((cells) => `| ${cells.map(cell).join(' | ')} |`);
  return [`## ${text(`report.heading.${id}`)}`, lines.join('\n')];
}

/** A bar ends a cell even in code. */
const cell = (markdown: string): string => markdown.replace(/(?<!\\)\|/g, '\\|');

const credentialRow = (credential: CredentialReport, place: PlaceText): readonly string[] => [
  nameAndKind(credential),
  place(credential.file, credential.span),
  safe(flowText(credential)),
  dayText(credential),
  safe(standingText(credential)),
  findingsCell(credential.findings),
];

const environmentRow = (environment: EnvironmentReport, place: PlaceText): readonly string[] => [
  safe(environment.label),
  place(environment.file, environment.span),
  safe([environment.release ?? '', environment.hosting ?? ''].filter(Boolean).join(', ') || '–'),
  safe(imsText(environment)),
  safe(v8Text(environment)),
  findingsCell(environment.findings),
];

const accountRow = (account: AccountReport, place: PlaceText): readonly string[] => [
  nameAndKind(account),
  place(account.file, account.span),
  safe(account.environment ?? '–'),
  findingsCell(account.findings),
];

const nameAndKind = ({ label, kind }: ReportedThing): string =>
  label === kind ? safe(label) : `${safe(label)} (${safe(kind)})`;

const findingsCell = (counts: Counts): string => safe(countsText(counts));

/**
 * A text that stays what it is in a line and in a cell of Markdown; what it has between back-ticks
 * stays code.
 */
export const safe = (value: string): string => escaped(value, /[|*_[\]<>#~`\\]/g);

/** The same of a sentence, which keeps its emphasis. */
const safeSentence = (value: string): string => escaped(value, /\*\*|[|*_[\]<>#~`\\]/g);

const escaped = (value: string, marks: RegExp): string =>
  value
    .split(/((?<!`)`[^`]+`(?!`))/)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replace(marks, (mark) => (mark === '**' ? mark : `\\${mark}`)),
    )
    .join('')
    .replace(/\s+/g, ' ');
