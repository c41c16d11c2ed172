import { imsMigration } from '../facts/campaign-releases';
import { builtInOperators } from '../facts/campaign-server';
import { campaignPlace } from '../rules/credential';
import { enumerate } from '../text/message';
import { text } from '../texts';
import type { ChecklistSection, ChecklistStep } from './workspace-checklist';
import type { WorkspaceReport } from './workspace-report';
import {
  ENVIRONMENT_STEPS,
  type EnvironmentReport,
  type EnvironmentStep,
} from './workspace-report-environment';

/**
 * The move of Campaign to IMS: staging before production, and in each environment the upgrade, the
 * external account, an email address of its own for every operator, product profiles, people,
 * technical accounts, and the restrictions last. Source: AdobeDocs/campaign-classic.en, ac-ims.md,
 * migrate-users-to-ims.md, ims-migration.md and impact-ims-migration.md.
 */
export function campaignSections(report: WorkspaceReport): readonly ChecklistSection[] {
  const { environments } = report;
  if (environments.length > 0) return inOrder(environments).map(environmentSection);
  if (!isAboutCampaign(report)) return [];
  // A workspace that describes no environment does not say which product it is.
  const { recommended } = imsMigration({});
  const steps = ENVIRONMENT_STEPS.map((id) => step(id, false, { recommended }));
  return [
    {
      id: 'campaign',
      title: text('report.section.campaign'),
      intro: text('report.campaign.unknown'),
      steps,
    },
  ];
}

const isAboutCampaign = ({ accounts, credentials }: WorkspaceReport): boolean =>
  accounts.length > 0 || credentials.some(({ entity }) => campaignPlace(entity) === 'server');

/** What is tried out first comes first. */
const STAGES: readonly (string | undefined)[] = ['development', 'staging', undefined, 'production'];

const inOrder = (environments: readonly EnvironmentReport[]): readonly EnvironmentReport[] =>
  [...environments].sort((one, other) => rank(one) - rank(other));

const rank = ({ stage }: EnvironmentReport): number => {
  const index = STAGES.indexOf(stage);
  return index < 0 ? STAGES.indexOf(undefined) : index;
};

function environmentSection(environment: EnvironmentReport): ChecklistSection {
  const { label, isHosted, recommended, steps, product } = environment;
  const wanted = ENVIRONMENT_STEPS.filter(
    (id) => id !== 'restrictions' || product !== 'campaign-v8',
  );
  return {
    id: 'campaign',
    title: text('report.section.environment', { name: label }),
    intro: text(isHosted ? 'report.campaign.hosted' : 'report.campaign.order'),
    steps: wanted.map((id) => step(id, steps[id] === 'done', { recommended })),
  };
}

const step = (
  id: EnvironmentStep,
  isDone: boolean,
  data: { readonly recommended: string },
): ChecklistStep => ({
  text: text(`report.step.campaign.${id}`, { ...data, operators: enumerate(builtInOperators) }),
  isDone,
  places: [],
});
