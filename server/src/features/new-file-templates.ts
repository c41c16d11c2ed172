import { githubActions } from '../facts/github-actions';
import type { Workspace } from '../model/workspace';
import type { DraftMember } from '../syntax/typing';
import { type TextId, text } from '../texts';
import { aioContext, aioVariables, type Block, ids } from './completion-blocks';
import { blocksOfName } from './completion-files';
import { hole } from './completion-holes';
import type { Solution } from './completion-solutions';

/** Stands in a frame where a block belongs. */
export const HERE = '¦';

/** A file that can be made anew. The name is put together of its parts. */
export interface Template {
  readonly id: string;
  readonly title: TextId;
  readonly description: TextId;
  /** The folder that the file belongs in, from that of the workspace. */
  readonly folder?: string;
  /** What every name begins with. */
  readonly beginning: string;
  /** What is proposed between beginning and ending; `{solution}` stands for the id of the solution. */
  readonly stem: string;
  /** The endings that a name may have, the usual one first. */
  readonly endings: readonly string[];
  /** The solution that is likeliest, where the file depends on one. */
  readonly solution?: string;
  /** What stands around the blocks, with a mark where each of them belongs. */
  readonly frame?: (wanted: Wanted) => string;
  /** The one block that the file is made of, where the kind of file does not say. */
  readonly block?: (wanted: Wanted) => Block | undefined;
  /** What of the block is written otherwise in a file of its own. */
  readonly refined?: (block: Block) => Block;
}

/** What a person asks for. */
export interface Wanted {
  readonly path: string;
  readonly solution: Solution | undefined;
  readonly workspace: Workspace;
}

const YAML_OR_JSON = (ending: string): readonly string[] =>
  ['yaml', 'yml', 'json'].map((each) => `.${ending}.${each}`);

const OSGI = ['.cfg.json', '.config'];

/** Every file that can be made anew, in the order in which it is offered. None of them is JWT. */
export const templates: readonly Template[] = [
  {
    id: 'external-account',
    title: 'new.externalAccount',
    description: 'new.externalAccount.what',
    beginning: '',
    stem: 'production',
    endings: YAML_OR_JSON('external-account'),
  },
  {
    id: 'ims-integration',
    title: 'new.integration',
    description: 'new.integration.what',
    beginning: '',
    stem: '{solution}',
    endings: YAML_OR_JSON('ims-integration'),
    solution: 'campaign',
  },
  {
    id: 'ims-project',
    title: 'new.project',
    description: 'new.project.what',
    beginning: '',
    stem: 'project',
    endings: ['.ims.yaml', '.ims.yml'],
    solution: 'campaign',
    frame: () =>
      ['environments', 'externalAccounts', 'integrations']
        .map((key) => `${key}:\n  - ${HERE}\n`)
        .join(''),
  },
  {
    id: 'campaign-package',
    title: 'new.package',
    description: 'new.package.what',
    beginning: '',
    stem: 'extaccount',
    endings: ['.xml'],
    frame: () =>
      `<?xml version='1.0' encoding='UTF-8'?>\n<package>\n  <entities schema="nms:extAccount">\n    ${HERE}\n  </entities>\n</package>\n`,
  },
  {
    id: 'dotenv',
    title: 'new.dotenv',
    description: 'new.dotenv.what',
    beginning: '.env',
    stem: '',
    endings: [''],
    solution: 'app-builder',
    block: ({ workspace, solution }) => aioVariables(workspace, solution?.scopes),
  },
  {
    id: 'aio-config',
    title: 'new.aio',
    description: 'new.aio.what',
    beginning: '.aio',
    stem: '',
    endings: [''],
    solution: 'app-builder',
    block: ({ workspace, solution }) => {
      const { members, ...rest } = aioContext(workspace, solution?.scopes);
      return { ...rest, members: [['ims', { contexts: Object.fromEntries(members) }]] };
    },
  },
  {
    id: 'github-workflow',
    title: 'new.workflow',
    description: 'new.workflow.what',
    folder: '.github/workflows',
    beginning: '',
    stem: 'deploy',
    endings: ['.yml', '.yaml'],
    frame: workflow,
    refined: fromSecrets,
  },
  osgi(
    'osgi-provider',
    'com.adobe.granite.auth.oauth.accesstoken.provider',
    'new.osgiProvider',
    '~smart-tags',
  ),
  osgi(
    'osgi-customizer',
    'com.adobe.granite.auth.ims.impl.IMSAccessTokenRequestCustomizerImpl',
    'new.osgiCustomizer',
    '~smart-tags',
  ),
  osgi(
    'osgi-workspace',
    'com.adobe.aio.aem.workspace.internal.WorkspaceSupplierImpl',
    'new.osgiWorkspace',
    '',
  ),
  {
    id: 'user-sync-connector',
    title: 'new.userSync',
    description: 'new.userSync.what',
    beginning: 'connector-umapi',
    stem: '',
    endings: ['.yml', '.yaml'],
    block: ({ workspace }) => ({
      label: text('new.userSync'),
      detail: text('new.userSync.what'),
      members: connector(workspace),
    }),
  },
];

type Described = 'new.osgiProvider' | 'new.osgiCustomizer' | 'new.osgiWorkspace';

function osgi(id: string, pid: string, title: Described, stem: string): Template {
  return {
    id,
    title,
    description: `${title}.what`,
    beginning: pid,
    stem,
    endings: OSGI,
    block: ({ path, workspace }) => blocksOfName(path, workspace)[0],
  };
}

const ACTION = githubActions.find(({ name }) => name === 'adobe/aio-apps-action');

/** The step alone would be no workflow; what is around it is GitHub's. */
function workflow(): string {
  const steps = [
    '      - uses: actions/checkout@v4\n',
    `      - name: ${text('new.workflow.step')}\n`,
    `        uses: ${ACTION?.name}@${ACTION?.oauthVersion}\n`,
    '        with:\n',
    '          os: ubuntu-latest\n',
    '          command: oauth_sts\n',
    `          ${HERE}\n`,
  ];
  const jobs = `jobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n${steps.join('')}`;
  return `name: ${text('new.workflow.name')}\n\non: workflow_dispatch\n\n${jobs}`;
}

/** A workflow lies in a repository, so that nothing of a credential is written into it. */
function fromSecrets({ members, ...rest }: Block): Block {
  const referred = members.map(([key]) => [key, hole(`\${{ secrets.${key} }}`)] as const);
  return { ...rest, members: referred };
}

/** The secret stays in the key ring of the operating system. */
const connector = (workspace: Workspace): readonly DraftMember[] => [
  ['authentication_method', 'oauth'],
  [
    'enterprise',
    {
      org_id: ids(workspace, 'orgId'),
      client_id: ids(workspace, 'clientId'),
      secure_client_secret_key: hole('umapi_client_secret'),
    },
  ],
];
