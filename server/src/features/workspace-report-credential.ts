import { jwtDates } from '../facts/jwt';
import type { ReaderSort } from '../facts/readers';
import { type Entity, textOf } from '../model/entity';
import { folderOf } from '../model/path';
import type { Workspace } from '../model/workspace';
import { lastCertificateDay } from '../rules/certificates';
import { campaignPlace, isAutoProvisioned, isFromAem, readerOf } from '../rules/credential';
import type { Finding } from '../rules/finding';
import { olderEnvironments } from '../rules/ims-restrictions';
import { isHostedFor } from '../rules/placement';
import { instanceOf } from '../rules/server-files';
import { type Half, otherHalf } from '../rules/token-provider';
import { plain } from '../text/message';
import { MIGRATION_RULES, migrationStep } from './workspace-migration';
import { findingsAbout, type ReportedThing, shownIn } from './workspace-report-things';

/**
 * `migratable`: edits of its file bring it to OAuth Server-to-Server. `by-hand`: it has to move,
 * and no edit is enough. `adobe`: Adobe moves it. `current`: it signs in with OAuth. `unknown`: the
 * file does not say how it signs in.
 */
export type CredentialState = 'migratable' | 'by-hand' | 'adobe' | 'current' | 'unknown';

/** Why no edit of the file is enough. */
export type Reason =
  | 'auto-provisioned'
  | 'hosted'
  | 'server-too-old'
  | 'server-command'
  | 'old-command'
  | 'new-account'
  | 'other-half'
  | 'unclear-parts'
  | ReaderSort
  | 'ignored'
  | 'no-edit';

export interface Deadline {
  /** ISO. Nobody signs in with the credential after it. */
  readonly day: string;
  /** What ends that day. */
  readonly by: 'adobe' | 'certificate';
  readonly isOver: boolean;
}

export interface CredentialReport extends ReportedThing {
  readonly state: CredentialState;
  /** Undefined where no file says it. */
  readonly flow: Entity['flow'];
  /** Undefined where it has none, or where Adobe has published none. */
  readonly deadline: Deadline | undefined;
  /** What the fix is called, and the name that the file gets. */
  readonly migration: { readonly title: string; readonly renames: string | undefined } | undefined;
  /**
   * Of a secret in a file of its own: the file of its provider, and the name that this one gets
   * with that one.
   */
  readonly follows: { readonly path: string; readonly renames: string | undefined } | undefined;
  /** What a person compares after it. */
  readonly notes: readonly string[];
  readonly reason: Reason | undefined;
  /** What the rule says of it, without emphasis. */
  readonly why: string | undefined;
}

/** How a credential stands on its way to OAuth Server-to-Server. */
export function credentialReport(
  thing: ReportedThing,
  workspace: Workspace,
  today: string,
): CredentialReport {
  const { entity, file } = thing;
  const findings = findingsAbout(entity, file.findings);
  const open = findings.filter(({ rule }) => MIGRATION_RULES.includes(rule));
  const provider = providerOf(thing, workspace);
  const flow = entity.flow ?? provider?.entity.flow;
  const standing =
    provider && open.length === 0 ? besideProvider(provider) : standingOf(thing, open, workspace);
  const said = open[0] ?? findings.find(({ rule }) => rule === 'auto-provisioned');
  return {
    ...thing,
    ...standing,
    flow,
    follows: provider && {
      path: provider.document.path,
      renames: freeName(thing, workspace),
    },
    deadline: moves(standing.state) ? deadlineOf(entity, today) : undefined,
    why: said && plain(said.message),
  };
}

/** The provider that a secret in a file of its own belongs to. */
const providerOf = (
  { entity, file: { document } }: ReportedThing,
  workspace: Workspace,
): Half | undefined =>
  entity.dialect.credential?.part === 'secret'
    ? otherHalf(entity, { document, workspace })
    : undefined;

/** How a secret stands of which nothing is to be said before its provider has moved. */
function besideProvider({ entity: { flow } }: Half): Standing {
  if (flow === 'oauth-server-to-server') return standing('current');
  return flow === undefined ? standing('unknown') : standing('by-hand', 'other-half');
}

/** The name that the file has with OAuth, unless there is such a file. */
function freeName(
  { entity, file: { document } }: ReportedThing,
  { documents }: Workspace,
): string | undefined {
  const name = entity.dialect.credential?.oauthFileName;
  const path = folderOf(document.path) + name;
  return documents.some((each) => each.path === path) ? undefined : name;
}

const moves = (state: CredentialState): boolean => state === 'migratable' || state === 'by-hand';

type Standing = Pick<CredentialReport, 'state' | 'migration' | 'notes' | 'reason'>;

const standing = (state: CredentialState, reason?: Reason): Standing => ({
  state,
  reason,
  migration: undefined,
  notes: [],
});

function standingOf(
  thing: ReportedThing,
  open: readonly Finding[],
  workspace: Workspace,
): Standing {
  const { entity, file } = thing;
  const isJwt = entity.flow === 'jwt' || entity.flow === 'mixed';
  if (isAutoProvisioned(entity)) {
    return isJwt ? standing('adobe', 'auto-provisioned') : standing('current');
  }
  if (open.length === 0) {
    if (isJwt) return standing('by-hand', 'ignored');
    return standing(entity.flow === undefined ? 'unknown' : 'current');
  }
  const hindrance = hindranceOf(thing, workspace);
  if (hindrance === 'hosted') return standing('adobe', hindrance);
  if (hindrance) return standing('by-hand', hindrance);
  const steps = open.map(migrationStep).filter((step) => step !== undefined);
  const [first] = steps;
  if (!first) return standing('by-hand', reasonOf(entity, open));
  const { title } = first;
  const renames = steps.find((step) => step.renames !== undefined)?.renames;
  const shown = shownIn(file.document);
  const notes = steps.flatMap(({ edits }) =>
    edits.flatMap(({ note }) => (note ? shown(note) : [])),
  );
  return {
    state: 'migratable',
    reason: undefined,
    migration: { title: plain(title), renames },
    notes: [...new Set(notes)],
  };
}

/** What of a Campaign server keeps its credential from being moved by an edit. */
function hindranceOf(
  { entity, file: { document } }: ReportedThing,
  workspace: Workspace,
): Reason | undefined {
  const place = campaignPlace(entity);
  if (!place) return undefined;
  const instance = serverInstance(entity) ?? instanceOf(document);
  if (isHostedFor(document, workspace, instance)) return 'hosted';
  if (olderEnvironments({ document, workspace }, instance).length > 0) return 'server-too-old';
  if (place === 'server') return 'server-command';
  const { tag } = entity.dialect.credential ?? {};
  const option = tag && textOf(entity, tag.field)?.text;
  return option && /setimsauth$/i.test(option) ? 'old-command' : undefined;
}

/** The instance that a command names. */
export const serverInstance = (entity: Entity): string | undefined =>
  textOf(entity, 'instance')?.text || undefined;

function reasonOf(entity: Entity, open: readonly Finding[]): Reason {
  if (open.some(({ fixes }) => fixes.some(({ opens }) => opens)) || isFromAem(entity)) {
    return 'new-account';
  }
  if (entity.parts?.complete === false) return 'unclear-parts';
  const reader = readerOf(entity);
  return reader?.sort ?? 'no-edit';
}

/**
 * Adobe's last day or that of the last certificate, whichever comes first; of AEM's own no last day
 * is published.
 */
function deadlineOf(entity: Entity, today: string): Deadline | undefined {
  if (entity.flow === 'oauth-server-to-server') return undefined;
  const adobe = isFromAem(entity) ? undefined : jwtDates.lastDay;
  const certificate = lastCertificateDay(entity)?.day;
  const isCertificate = certificate !== undefined && (adobe === undefined || certificate < adobe);
  const day = isCertificate ? certificate : adobe;
  if (day === undefined) return undefined;
  return { day, by: isCertificate ? 'certificate' : 'adobe', isOver: day < today };
}
