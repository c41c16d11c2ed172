import type { ConfigDocument } from '../model/document';
import { valueKind } from '../model/value';
import { type ConfigNode, property, type ScalarNode } from '../syntax/tree';
import type { Span } from '../text/span';
import { type TextId, text } from '../texts';

/** A place that leads to a page of Adobe's. */
export interface PageLink {
  readonly span: Span;
  readonly target: { readonly page: string };
  /** What it leads to. */
  readonly tooltip: string;
}

/**
 * The links to the project that a document names, and to its workspace and credentials, from their
 * ids; to the start page from a project whose ids are still to be filled in. The addresses are
 * those that Adobe's own programs make (`Workspace.getProjectUrl` of `aio-lib-java`, `aio console
 * open`) and that Adobe documents: of a project in the README of `aio-lib-java`, of a workspace and
 * of a credential on Experience League.
 */
export function consoleLinks({ root }: ConfigDocument): readonly PageLink[] {
  return [...nestedProjects(root), ...variablesOf(root)].flatMap(linksOf);
}

const CONSOLE = 'https://developer.adobe.com/console';

/** What a document says of a project. */
interface ProjectPlaces {
  readonly org: ScalarNode | undefined;
  readonly project: ScalarNode;
  readonly workspace: ScalarNode | undefined;
  readonly credentials: readonly ScalarNode[];
  /** What else names the project. */
  readonly titles: readonly ScalarNode[];
}

function linksOf(places: ProjectPlaces): readonly PageLink[] {
  const { org, project, workspace, credentials, titles } = places;
  if (!org || !isId(org) || !isId(project)) {
    return linkTo([project], CONSOLE, 'link.console');
  }
  const page = `${CONSOLE}/projects/${org.text}/${project.text}`;
  return [
    ...linkTo([project, ...titles], `${page}/overview`, 'link.consoleProject'),
    ...[workspace].flatMap((each) =>
      each && isId(each)
        ? linkTo([each], `${page}/workspaces/${each.text}/details`, 'link.consoleWorkspace')
        : [],
    ),
    ...credentials
      .filter(isId)
      .flatMap((each) =>
        linkTo([each], `${page}/credentials/${each.text}/details`, 'link.consoleCredential'),
      ),
  ];
}

const linkTo = (places: readonly ScalarNode[], page: string, tooltip: TextId) =>
  places
    .filter(({ text: shown }) => shown !== '' && valueKind(shown) !== 'reference')
    .map(({ content }) => ({ span: content, target: { page }, tooltip: text(tooltip) }));

const isId = ({ text: id }: ScalarNode): boolean =>
  /^\d{1,30}$/.test(id) && valueKind(id) === 'literal';

/**
 * The project of a download and of a file of `aio`; in the latter's own settings everything stands
 * beside it.
 */
function nestedProjects(root: ConfigNode | undefined): readonly ProjectPlaces[] {
  return [root, valueAt(root, 'console')].flatMap((holder) => {
    const found = valueAt(holder, 'project');
    const project = scalarAt(found, 'id');
    if (!project) return [];
    const workspace = valueAt(found, 'workspace') ?? valueAt(holder, 'workspace');
    const list = valueAt(workspace, 'details', 'credentials');
    const credentials = list?.type === 'array' ? list.items : [];
    return [
      {
        org: scalarAt(valueAt(found, 'org'), 'id') ?? scalarAt(found, 'org_id'),
        project,
        workspace: scalarAt(workspace, 'id'),
        credentials: credentials.flatMap((each) => scalarAt(each, 'id') ?? []),
        titles: ['name', 'title'].flatMap((key) => scalarAt(found, key) ?? []),
      },
    ];
  });
}

function valueAt(node: ConfigNode | undefined, ...keys: readonly string[]): ConfigNode | undefined {
  return keys.reduce((holder, key) => property(holder, key)?.value, node);
}

function scalarAt(node: ConfigNode | undefined, key: string): ScalarNode | undefined {
  const value = property(node, key)?.value;
  return value?.type === 'scalar' ? value : undefined;
}

/** The same ids as variables or keys beside each other. */
function variablesOf(root: ConfigNode | undefined): readonly ProjectPlaces[] {
  if (root?.type !== 'object') return [];
  const found = new Map(
    root.properties.flatMap(({ key, value }) =>
      value.type === 'scalar' ? [[key.toLowerCase().replaceAll('.', '_'), value] as const] : [],
    ),
  );
  return FAMILIES.flatMap(([projectKey, orgKey, workspaceKey]) => {
    const [project, org] = [found.get(projectKey), found.get(orgKey)];
    if (!project || !org) return [];
    return [{ project, org, workspace: found.get(workspaceKey), credentials: [], titles: [] }];
  });
}

/** Of `aio-lib-java`, of `aio`, and of Adobe's starter kits for Commerce. */
const FAMILIES = [
  ['aio_project_id', 'aio_consumer_org_id', 'aio_workspace_id'],
  ['aio_project_id', 'aio_project_org_id', 'aio_project_workspace_id'],
  ['io_project_id', 'io_consumer_id', 'io_workspace_id'],
] as const;
