import { baseName } from '../model/path';
import type { Severity } from '../rules/rule';
import type { Span } from '../text/span';
import { text } from '../texts';
import type { AccountReport, WorkspaceReport } from './workspace-report';
import type { CredentialReport, CredentialState } from './workspace-report-credential';
import type { EnvironmentReport } from './workspace-report-environment';
import { safe } from './workspace-report-markdown';
import type { Counts, ReportedFile, ReportedThing } from './workspace-report-things';
import {
  countsText,
  deadlineText,
  flowText,
  imsText,
  reasonText,
  standingText,
  v8Text,
} from './workspace-report-words';

/** The report as a view shows it: things in groups by what is to be done about them. Empty groups are left out. */
export interface TreeGroup {
  readonly id: CredentialState | 'environments';
  readonly label: string;
  readonly items: readonly TreeItem[];
}

export interface TreeItem {
  readonly label: string;
  /** A few words beside the label. */
  readonly description: string;
  /** Markdown. */
  readonly tooltip: string;
  /** All of it in one sentence, for people who hear it. */
  readonly spoken: string;
  readonly what: 'credential' | 'environment' | 'account';
  /** The worst finding in it. */
  readonly level: Severity | undefined;
  readonly file: ReportedFile;
  readonly span: Span;
}

/** The groups of a workspace, first what can be done about at once. */
export function workspaceTree(report: WorkspaceReport): readonly TreeGroup[] {
  const { credentials, environments, accounts } = report;
  const groups: readonly TreeGroup[] = [
    ...GROUPS.map((id) => ({
      id,
      label: text(`report.state.${id}`),
      items: credentials.filter(({ state }) => state === id).map(credentialItem),
    })),
    {
      id: 'environments',
      label: text('report.group.environments'),
      items: [...environments.map(environmentItem), ...accounts.map(accountItem)],
    },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

const GROUPS: readonly CredentialState[] = ['migratable', 'by-hand', 'adobe', 'current', 'unknown'];

function credentialItem(credential: CredentialReport): TreeItem {
  const { reason, migration, why } = credential;
  const name = migration?.renames;
  return {
    ...shared(credential, 'credential', [
      standingText(credential),
      text('report.tip.flow', { flow: flowText(credential) }),
      deadlineText(credential),
      why,
      name === undefined ? undefined : text('report.tip.renames', { name }),
    ]),
    description: reason === undefined ? baseName(credential.file.path) : reasonText(reason),
  };
}

const environmentItem = (environment: EnvironmentReport): TreeItem => ({
  ...shared(environment, 'environment', [
    [environment.product, environment.release, environment.hosting].filter(Boolean).join(', '),
    imsText(environment),
    v8Text(environment),
    ...environment.open,
  ]),
  description: [environment.release, imsText(environment)].filter(Boolean).join(' · '),
});

const accountItem = (account: AccountReport): TreeItem => ({
  ...shared(account, 'account', [text('report.account')]),
  description: baseName(account.file.path),
});

function shared(
  { label, kind, file, span, findings }: ReportedThing,
  what: TreeItem['what'],
  words: readonly (string | undefined)[],
): Omit<TreeItem, 'description'> {
  const found = text('report.tip.findings', { findings: countsText(findings) });
  const said = words.filter((each) => each !== undefined && each !== '') as readonly string[];
  const where = text('report.tip.file', { file: file.path });
  return {
    label,
    tooltip: [`**${safe(label)}** (${safe(kind)})`, ...[where, ...said, found].map(safe)].join(
      '\n\n',
    ),
    spoken: sentences(label, kind, ...said.slice(0, 3), found, where),
    what,
    level: worst(findings),
    file,
    span,
  };
}

/** Parts of which some are sentences already. */
const sentences = (...parts: readonly string[]): string =>
  parts.map((part) => `${part.replace(/\.$/, '')}.`).join(' ');

const worst = (findings: Counts): Severity | undefined =>
  (['error', 'warning', 'info', 'hint'] as const).find((level) => findings[level] > 0);
