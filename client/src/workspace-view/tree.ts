import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { text } from '../texts';
import type { Group, Item, Report } from './answers';
import { countText } from './choice';
import { reportForView } from './requests';

const VIEW = 'imsConfig.workspace';

/** A group of the view, or a thing in it. */
export type Element = Group | (Item & { readonly group: Group['id']; readonly index: number });

/**
 * The view of the workspace: it asks the server when it is looked at, and again when something has
 * changed.
 */
export class WorkspaceTree implements vscode.TreeDataProvider<Element>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<Element>;
  #asking: vscode.CancellationTokenSource | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #report: Report | undefined;

  constructor(private readonly client: BaseLanguageClient) {
    this.#view = vscode.window.createTreeView<Element>(VIEW, {
      treeDataProvider: this,
      showCollapseAll: true,
    });
  }

  /** Asks anew, soon: many files may change at once. */
  outdated(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.refresh(), SOON);
  }

  refresh(): void {
    clearTimeout(this.#timer);
    this.#changed.fire();
  }

  /** What it shows. */
  get seen(): readonly Group[] {
    return this.#report?.groups ?? [];
  }

  async getChildren(element?: Element): Promise<Element[]> {
    if (!element) {
      await this.#load();
      return [...this.seen];
    }
    if (!('items' in element)) return [];
    return element.items.map((item, index) => ({ ...item, group: element.id, index }));
  }

  getTreeItem(element: Element): vscode.TreeItem {
    return 'items' in element ? groupItem(element) : thingItem(element, this.client);
  }

  async #load(): Promise<void> {
    this.#asking?.cancel();
    const asking = new vscode.CancellationTokenSource();
    this.#asking = asking;
    const report = await reportForView(this.client, VIEW, asking.token);
    // Another question has overtaken this one.
    if (this.#asking !== asking || !report) return;
    this.#report = report;
    const count = report.migratable.length;
    this.#view.badge =
      count === 0
        ? undefined
        : {
            value: count,
            tooltip: count === 1 ? text('workspace.badgeOne') : text('workspace.badge', count),
          };
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#asking?.cancel();
    this.#view.dispose();
    this.#changed.dispose();
  }
}

/** Milliseconds. */
const SOON = 500;

function groupItem({ id, label, items }: Group): vscode.TreeItem {
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, CLOSED.has(id) ? Collapsed : Expanded);
  item.id = id;
  const count = countText(items);
  item.description = count;
  item.iconPath = new vscode.ThemeIcon(GROUP_ICONS[id]);
  item.contextValue = `group.${id}`;
  item.accessibilityInformation = { label: `${label}, ${count}` };
  return item;
}

/** What needs nothing to be done. */
const CLOSED: ReadonlySet<Group['id']> = new Set(['current', 'unknown']);

const GROUP_ICONS: Readonly<Record<Group['id'], string>> = {
  migratable: 'lightbulb',
  'by-hand': 'tools',
  adobe: 'cloud',
  current: 'pass',
  unknown: 'question',
  environments: 'server-environment',
};

function thingItem(element: Exclude<Element, Group>, client: BaseLanguageClient): vscode.TreeItem {
  const { label, description, tooltip, spoken, what, level, uri, range, group, index } = element;
  const item = new vscode.TreeItem(label);
  item.id = `${group} ${uri} ${index}`;
  item.description = description;
  item.tooltip = new vscode.MarkdownString(tooltip);
  const color = level && LEVEL_COLORS[level];
  item.iconPath = new vscode.ThemeIcon(
    ICONS[what],
    color ? new vscode.ThemeColor(color) : undefined,
  );
  item.contextValue = `item.${group}`;
  item.accessibilityInformation = { label: spoken };
  const { protocol2CodeConverter } = client;
  item.command = {
    title: text('workspace.open'),
    command: 'vscode.open',
    arguments: [
      protocol2CodeConverter.asUri(uri),
      { selection: protocol2CodeConverter.asRange(range) },
    ],
  };
  return item;
}

const ICONS: Readonly<Record<Item['what'], string>> = {
  credential: 'key',
  environment: 'server',
  account: 'account',
};

/** Unlike those of lists, these are there in high contrast too. */
const LEVEL_COLORS: Readonly<Partial<Record<NonNullable<Item['level']>, string>>> = {
  error: 'problemsErrorIcon.foreground',
  warning: 'problemsWarningIcon.foreground',
};
