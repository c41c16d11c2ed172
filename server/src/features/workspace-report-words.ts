import { longDate } from '../text/message';
import { text } from '../texts';
import type { CredentialReport, Reason } from './workspace-report-credential';
import type { EnvironmentReport } from './workspace-report-environment';
import type { Counts } from './workspace-report-things';

/** How a credential signs in. */
export const flowText = ({ flow }: CredentialReport): string =>
  flow === undefined ? text('report.flow.unknown') : text(`flow.${flow}`);

/** Where a credential stands: that it can be migrated, or in a few words why not. */
export function standingText({ state, reason, flow }: CredentialReport): string {
  if (reason !== undefined) {
    return text('report.standing', {
      state: text(`report.state.${state}`),
      reason: reasonText(reason),
    });
  }
  const isBegun = state === 'migratable' && flow === 'oauth-server-to-server';
  return text(isBegun ? 'report.state.begun' : `report.state.${state}`);
}

/** Why no edit of its file is enough, in a few words. */
export const reasonText = (reason: Reason): string => text(`report.reason.${reason}`);

/** What ends a credential, in a sentence; undefined where nothing that is known does. */
export function deadlineText({ deadline }: CredentialReport): string | undefined {
  if (!deadline) return undefined;
  const { day, by, isOver } = deadline;
  const when = isOver ? 'over' : 'ahead';
  return text(`report.deadline.${by}.${when}`, { day: longDate(day) });
}

/** The last day in a cell: what ends then, unless it is Adobe, and whether it is over. */
export function dayText({ deadline }: CredentialReport): string {
  if (!deadline) return '–';
  const { day, by, isOver } = deadline;
  return text(`report.day.${by}.${isOver ? 'over' : 'ahead'}`, { day: longDate(day) });
}

/** Which Campaign an environment is, as people call it; what else a file says stays. */
export const productText = ({ product }: EnvironmentReport): string | undefined =>
  product === 'campaign-classic' || product === 'campaign-v8'
    ? text(`report.product.${product}`)
    : product;

export function imsText({ ims, isHosted, recommended, release }: EnvironmentReport): string {
  if (ims === 'upgrade-first' && isHosted) return text('report.ims.upgrade-hosted');
  if (ims === 'unknown' && release === undefined) return text('report.ims.no-release');
  return text(`report.ims.${ims}`, { recommended });
}

export const v8Text = ({ v8 }: EnvironmentReport): string => text(`report.v8.${v8}`);

/** `2 errors, 1 warning`; a dash where nothing was found. */
export function countsText(counts: Counts): string {
  const parts = (['error', 'warning', 'info', 'hint'] as const).flatMap((level) => {
    const count = counts[level];
    if (count === 0) return [];
    return [text(`report.count.${level}.${count === 1 ? 'one' : 'many'}`, { count })];
  });
  return parts.join(', ') || '–';
}
