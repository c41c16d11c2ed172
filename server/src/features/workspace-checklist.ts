import type { Span } from '../text/span';
import { text } from '../texts';
import { campaignSections } from './workspace-checklist-campaign';
import { compareSection, consoleSection, serverSection } from './workspace-checklist-credentials';
import type { WorkspaceReport } from './workspace-report';
import type { CredentialReport, Reason } from './workspace-report-credential';
import type { ReportedFile } from './workspace-report-things';

/** What a person does by hand, in the order in which it is done. */
export interface ChecklistSection {
  readonly id: string;
  readonly title: string;
  /** Sentences above the steps. */
  readonly intro: string | undefined;
  readonly steps: readonly ChecklistStep[];
}

export interface ChecklistStep {
  /** Markdown: emphasis and back-ticks only. */
  readonly text: string;
  readonly isDone: boolean;
  readonly places: readonly ChecklistPlace[];
}

/** What a step is about. Names of fields and things, never their secrets. */
export interface ChecklistPlace {
  readonly text: string | undefined;
  readonly spots: readonly Spot[];
}

export interface Spot {
  readonly file: ReportedFile;
  readonly span: Span;
}

/** What has been done already. Without it, everything that can be migrated counts as migrated. */
export interface Done {
  /** Whether a file was migrated. */
  readonly isMigrated: (file: ReportedFile) => boolean;
  /** Whether a file has its new name, too. */
  readonly isRenamed: (file: ReportedFile) => boolean;
}

/**
 * What remains by hand after a migration. First credentials and their consumers, then Adobe
 * Campaign in Adobe's order: staging before production, and in each environment the restrictions
 * last.
 */
export function checklist(report: WorkspaceReport, done: Done = ALL): readonly ChecklistSection[] {
  const { credentials } = report;
  const migratable = credentials.filter(({ state }) => state === 'migratable');
  const moved = migratable.filter(({ file }) => done.isMigrated(file));
  const waiting = migratable.filter((each) => !moved.includes(each));
  const left = credentials.filter(({ state }) => state === 'by-hand');
  const sections = [
    section('waiting', [step('report.step.waiting', waiting.map(placeOf))]),
    consoleSection(moved, left),
    compareSection(moved, left),
    section('files', renamings(moved, left, done)),
    section('code', explained(left, 'code')),
    section('aem', explained(left, 'aem')),
    serverSection(moved, left),
    ...campaignSections(report),
    section('adobe', [
      step('report.step.adobe', credentials.filter(({ state }) => state === 'adobe').map(placeOf)),
    ]),
  ];
  return sections.filter(({ steps }) => steps.length > 0);
}

const ALL: Done = { isMigrated: () => true, isRenamed: () => false };

/** Where it is said what the rules say of a credential; of others another section speaks. */
const SECTIONS: Readonly<Record<Reason, 'code' | 'aem' | undefined>> = {
  'own-code': 'code',
  'jwt-only': 'code',
  postman: 'code',
  'pdf-services': 'code',
  aepp: 'code',
  'aio-import': 'code',
  'no-edit': 'code',
  'unclear-parts': 'code',
  ignored: 'code',
  'new-account': 'aem',
  // Its provider is told, and named anew with it.
  'other-half': undefined,
  'server-too-old': undefined,
  'server-command': undefined,
  'old-command': undefined,
  'auto-provisioned': undefined,
  hosted: undefined,
};

type SectionId = 'waiting' | 'files' | 'code' | 'aem' | 'adobe';

/** Steps that are about places count only where there are any. */
const section = (id: SectionId, steps: readonly ChecklistStep[]): ChecklistSection => ({
  id,
  title: text(`report.section.${id}`),
  intro: undefined,
  steps: steps.filter(({ places }) => places.length > 0),
});

const step = (
  id: 'report.step.waiting' | 'report.step.adobe',
  places: readonly ChecklistPlace[],
): ChecklistStep => ({ text: text(id), isDone: false, places });

/** A file that is to have another name, each followed by the one that has its secret. */
const renamings = (
  moved: readonly CredentialReport[],
  left: readonly CredentialReport[],
  { isRenamed }: Done,
): readonly ChecklistStep[] =>
  moved.flatMap((each) => {
    const name = each.migration?.renames;
    if (name === undefined) return [];
    const { path } = each.file.document;
    const secrets = left.filter(({ follows }) => follows?.path === path);
    const names = [
      [each, name] as const,
      ...secrets.map((one) => [one, one.follows?.renames] as const),
    ];
    return names.flatMap(([one, newName]) => (isRenamed(one.file) ? [] : renaming(one, newName)));
  });

function renaming(
  credential: CredentialReport,
  name: string | undefined,
): readonly ChecklistStep[] {
  if (name === undefined) return [];
  const place = { ...placeOf(credential), text: undefined };
  return [{ text: text('report.step.rename', { name }), isDone: false, places: [place] }];
}

/** What the rules say has to be done, once for all credentials of which they say it. */
function explained(
  left: readonly CredentialReport[],
  id: 'code' | 'aem',
): readonly ChecklistStep[] {
  const steps = new Map<string, CredentialReport[]>();
  for (const credential of left) {
    const { reason, why } = credential;
    if (!reason || SECTIONS[reason] !== id) continue;
    const said = (reason !== 'ignored' && why) || text('report.step.ignored');
    steps.set(said, [...(steps.get(said) ?? []), credential]);
  }
  return [...steps].map(([said, credentials]) => ({
    text: said,
    isDone: false,
    places: credentials.map(placeOf),
  }));
}

const placeOf = ({ label, file, span }: CredentialReport): ChecklistPlace => ({
  text: label,
  spots: [{ file, span }],
});
