import { baseName } from '../model/path';
import type { Severity } from '../rules/rule';
import { longDate, spoken } from '../text/message';
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
  productText,
  reasonText,
  standingText,
  v8Text,
} from './workspace-report-words';

/**
 * The report as a view shows it: things in groups by what is to be done about them. Empty groups
 * are left out.
 */
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
  const { reason, migration, why, deadline } = credential;
  const name = migration?.renames;
  const standing = [
    standingText(credential),
    text('report.tip.flow', { flow: flowText(credential) }),
  ];
  const last = deadlineText(credential);
  // Most findings name the last day themselves.
  const isSaid = deadline?.by === 'adobe' && why?.includes(longDate(deadline.day));
  return {
    ...shared(credential, 'credential', {
      tips: [
        ...standing,
        isSaid ? undefined : last,
        why,
        name === undefined ? undefined : text('report.tip.renames', { name }),
      ],
      spoken: [...standing, last],
    }),
    description: spoken(reason === undefined ? baseName(credential.file.path) : reasonText(reason)),
  };
}

function environmentItem(environment: EnvironmentReport): TreeItem {
  const { release, hosting, open } = environment;
  const what = [productText(environment), release, hosting].filter(Boolean).join(', ');
  const standing = [what, imsText(environment), v8Text(environment)];
  return {
    ...shared(environment, 'environment', { tips: [...standing, ...open], spoken: standing }),
    description: [release, imsText(environment)].filter(Boolean).join(' · '),
  };
}

function accountItem(account: AccountReport): TreeItem {
  const name = text('report.account');
  // Some kinds of files are called after it.
  const what = account.kind.toLowerCase().includes(name.toLowerCase()) ? [] : [name];
  return {
    ...shared(account, 'account', { tips: what, spoken: what }),
    description: baseName(account.file.path),
  };
}

/** What is said of a thing, where it is to be said. */
type Words = readonly (string | undefined)[];

function shared(
  thing: ReportedThing,
  what: TreeItem['what'],
  words: { readonly tips: Words; readonly spoken: Words },
): Omit<TreeItem, 'description'> {
  const { label, kind, file, span, findings } = thing;
  const found =
    worst(findings) === undefined
      ? text('report.tip.noFindings')
      : text('report.tip.findings', { findings: countsText(findings) });
  const where = text('report.tip.file', { file: file.path });
  const name = label === kind ? [] : [kind];
  const title = [`**${safe(label)}**`, ...name.map((each) => `(${safe(each)})`)].join(' ');
  const tips = [where, ...once(words.tips, kind), found];
  return {
    label,
    tooltip: [title, ...tips.map(safe)].join('\n\n'),
    spoken: spoken(sentences(label, ...once([...name, ...words.spoken]), found, where)),
    what,
    level: worst(findings),
    file,
    span,
  };
}

/** What is said at all, each once, and not what is said before it. */
const once = (words: Words, before?: string): readonly string[] =>
  [...new Set(words)]
    .filter((each) => each !== undefined)
    .filter((each) => each && each !== before);

/** Parts of which some are sentences already. */
const sentences = (...parts: readonly string[]): string =>
  parts.map((part) => `${part.replace(/\.$/, '')}.`).join(' ');

const worst = (findings: Counts): Severity | undefined =>
  (['error', 'warning', 'info', 'hint'] as const).find((level) => findings[level] > 0);
