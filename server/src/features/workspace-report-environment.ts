import {
  type Installation,
  imsMigration,
  nativeRestrictionsAvailable,
  productOf,
} from '../facts/campaign-releases';
import { type Entity, isOn } from '../model/entity';
import { installationOf, isHosted, known, releaseOf } from '../rules/environment';
import { plain } from '../text/message';
import { findingsAbout, type ReportedThing, shownIn } from './workspace-report-things';

/**
 * `moved`: everybody signs in through IMS. `ready`: the release lets them move. `upgrade-first`: it
 * does not. `unknown`: the file does not say enough.
 */
export type ImsReadiness = 'moved' | 'ready' | 'upgrade-first' | 'unknown';

/**
 * Whether the environment could go to Campaign v8, which knows no other sign-in than IMS from 8.6
 * on: `is-v8` is there already, and `not-yet` has people or programs that sign in otherwise.
 */
export type V8Readiness = 'is-v8' | 'ready' | 'not-yet' | 'unknown';

/** A step of the move to IMS: done, not done, or not known. */
export type StepState = 'done' | 'open' | 'unknown';

export interface EnvironmentReport extends ReportedThing {
  readonly stage: string | undefined;
  readonly product: string | undefined;
  /** As people say it: `7.4.1`, or `build 9383`. */
  readonly release: string | undefined;
  readonly hosting: string | undefined;
  /** Adobe runs it, and takes the steps. */
  readonly isHosted: boolean;
  readonly ims: ImsReadiness;
  readonly v8: V8Readiness;
  /** The release that Adobe recommends for the move. */
  readonly recommended: string;
  readonly steps: Readonly<Record<EnvironmentStep, StepState>>;
  /** What is found in it, in sentences. */
  readonly open: readonly string[];
}

/** The steps of the move, in Adobe's order. */
export const ENVIRONMENT_STEPS = [
  'upgrade',
  'account',
  'emails',
  'profiles',
  'users',
  'technical',
  'restrictions',
] as const;

export type EnvironmentStep = (typeof ENVIRONMENT_STEPS)[number];

/**
 * How an environment stands on its way to IMS. `hasAccount`: a file describes its external account.
 */
export function environmentReport(thing: ReportedThing, hasAccount: boolean): EnvironmentReport {
  const { entity, file } = thing;
  const installation = installationOf(entity);
  const { compatible, recommended } = imsMigration(installation);
  const product = productOf(installation);
  const shown = shownIn(file.document);
  const value = (name: string) => {
    const found = known(entity, name)?.text;
    return found === undefined ? undefined : shown(found);
  };
  const [users, technical] = [signIn(value('endUsers')), signIn(value('technicalOperators'))];
  const everybody = worst(users, technical);
  const release = releaseOf(entity);
  return {
    ...thing,
    stage: value('stage'),
    product,
    release: release === undefined ? undefined : shown(release),
    hosting: value('hosting'),
    isHosted: isHosted(entity),
    ims: imsReadiness(compatible, everybody),
    v8: product === 'campaign-v8' ? 'is-v8' : v8Readiness(everybody),
    recommended,
    steps: {
      upgrade: upgradeState(entity),
      account: worst(
        hasAccount ? 'done' : 'unknown',
        worst(
          stateOf(isOn(entity, 'integrationPackageInstalled')),
          stateOf(isOn(entity, 'connectWithAdobeId')),
        ),
      ),
      // Nobody can see in a file what the operators and the Admin Console hold.
      emails: 'unknown',
      profiles: 'unknown',
      users,
      technical,
      restrictions: restrictionsState(entity, everybody),
    },
    open: findingsAbout(entity, file.findings).map(({ message }) => plain(message)),
  };
}

/** Server and client console: of both the release has to be known. */
function upgradeState(entity: Entity): StepState {
  const installation = installationOf(entity);
  const version = known(entity, 'clientConsole.version')?.text;
  const forClient =
    version === undefined ? 'unknown' : stateOfRelease({ ...installation, version });
  return worst(stateOfRelease(installation), forClient);
}

function stateOfRelease(installation: Installation): StepState {
  const { compatible } = imsMigration(installation);
  return compatible === 'unknown' ? 'unknown' : compatible === 'yes' ? 'done' : 'open';
}

/** They are the last step: whoever signs in otherwise would be shut out. */
function restrictionsState(entity: Entity, everybody: StepState): StepState {
  if (!nativeRestrictionsAvailable(installationOf(entity))) return 'unknown';
  return worst(everybody, stateOf(isOn(entity, 'nativeRestrictions') ?? false));
}

function imsReadiness(compatible: 'yes' | 'no' | 'unknown', everybody: StepState): ImsReadiness {
  if (compatible === 'no') return 'upgrade-first';
  if (everybody === 'done') return 'moved';
  return compatible === 'yes' ? 'ready' : 'unknown';
}

const v8Readiness = (everybody: StepState): V8Readiness =>
  everybody === 'done' ? 'ready' : everybody === 'open' ? 'not-yet' : 'unknown';

const signIn = (way: string | undefined): StepState =>
  way === undefined ? 'unknown' : way === 'ims' ? 'done' : 'open';

const stateOf = (isDone: boolean | undefined): StepState =>
  isDone === undefined ? 'unknown' : isDone ? 'done' : 'open';

/** Two steps in one: open if one is, done only if both are. */
function worst(one: StepState, other: StepState): StepState {
  if (one === 'open' || other === 'open') return 'open';
  return one === 'done' && other === 'done' ? 'done' : 'unknown';
}
