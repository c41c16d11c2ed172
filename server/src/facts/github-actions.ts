/** An action of GitHub workflows that signs in at Adobe with a credential among its inputs. */
export interface GithubAction {
  readonly name: string;
  /** The first version that knows OAuth Server-to-Server; undefined where none does. */
  readonly oauthSince: readonly number[] | undefined;
  /** A version that knows it, as Adobe writes it in workflows of its own. */
  readonly oauthVersion: string | undefined;
  readonly source: string;
}

/** The action that deploys what App Builder makes. */
export const appsAction = {
  name: 'adobe/aio-apps-action',
  oauthSince: [3, 0, 0],
  oauthVersion: '3.3.0',
  source: 'adobe/aio-apps-action, d6776d4; adobe/generator-aio-app, deploy_prod.yml',
} as const satisfies GithubAction;

/** As of 2026-11-21. */
export const githubActions: readonly GithubAction[] = [
  appsAction,
  {
    name: 'adobe/aio-cloudmanager-create-execution-action',
    oauthSince: [1, 2, 0],
    oauthVersion: 'v1.2.0',
    source: 'adobe/aio-cloudmanager-create-execution-action, CHANGELOG.md and README.md of v1.2.0',
  },
  {
    name: 'adobe-basel/aio-cloudmanager-rde-action',
    oauthSince: undefined,
    oauthVersion: undefined,
    source: 'adobe-basel/aio-cloudmanager-rde-action, README.md',
  },
];

/** The action that a step uses: `owner/name@version`. */
export function githubAction(uses: string): GithubAction | undefined {
  const name = uses.trim().replace(/@.*$/s, '').toLowerCase();
  return githubActions.find((each) => each.name === name);
}

/** The first version of an action that knows OAuth Server-to-Server, as its tags are written. */
export function oauthSince(uses: string): string | undefined {
  const { oauthSince: since, oauthVersion = '' } = githubAction(uses) ?? {};
  return since && (oauthVersion.startsWith('v') ? 'v' : '') + since.join('.');
}

/**
 * Whether a step uses a version from before OAuth Server-to-Server. Of a commit or a branch nobody
 * can tell.
 */
export function isFromBeforeOAuth(uses: string): boolean {
  const since = githubAction(uses)?.oauthSince;
  const version = VERSION.exec(uses.trim())?.[1];
  if (!since || version === undefined) return false;
  const parts = version.split('.').map(Number);
  const index = parts.findIndex((part, at) => part !== since[at]);
  return index >= 0 && (parts[index] ?? 0) < (since[index] ?? 0);
}

const VERSION = /@v?(\d{1,4}(?:\.\d+){0,2})$/;

/** Whether a step uses a commit or a branch of an action, and no version. */
export const isPinned = (uses: string): boolean =>
  githubAction(uses) !== undefined && uses.includes('@') && !VERSION.test(uses.trim());

/**
 * The same action in a version that knows OAuth Server-to-Server; undefined where it does already,
 * or may.
 */
export function withOAuth(uses: string): string | undefined {
  const version = githubAction(uses)?.oauthVersion;
  if (version === undefined || !isFromBeforeOAuth(uses)) return undefined;
  return uses.replace(/@.*$/s, `@${version}`);
}
