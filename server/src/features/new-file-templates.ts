import { appsAction } from '../facts/github-actions';
import type { Workspace } from '../model/workspace';
import { type TextId, text } from '../texts';
import { aioVariables, type Block } from './completion-blocks';
import { aioFile, blocksOfName } from './completion-files';
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
  /**
   * What is proposed between beginning and ending; `{solution}` stands for the id of the solution.
   */
  readonly stem: string;
  /** The endings that a name may have, the usual one first. */
  readonly endings: readonly string[];
  /** The solution that is likeliest, where the file depends on one. */
  readonly solution?: string;
  /** What stands around the blocks, with a mark where each of them belongs. */
  readonly frame?: (wanted: Wanted) => string;
  /** The one block that the file is made of, where the kind of file does not say. */
  readonly block?: (wanted: Wanted) => Block | undefined;
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
    block: ({ workspace, solution }) => aioFile(workspace, solution?.scopes),
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
    block: ({ path, workspace }) => blocksOfName(path, workspace)[0],
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

/** The step alone would be no workflow; what is around it is GitHub's. */
function workflow(): string {
  const steps = [
    '      - uses: actions/checkout@v4\n',
    `      - name: ${text('new.workflow.step')}\n`,
    `        uses: ${appsAction.name}@${appsAction.oauthVersion}\n`,
    '        with:\n',
    '          os: ubuntu-latest\n',
    '          command: oauth_sts\n',
    `          ${HERE}\n`,
  ];
  const jobs = `jobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n${steps.join('')}`;
  return `name: ${text('new.workflow.name')}\n\non: workflow_dispatch\n\n${jobs}`;
}
