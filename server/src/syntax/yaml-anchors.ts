import type { ConfigNode, Property } from './tree';

/** What all aliases together may stand for: whoever walks a tree meets a shared node again and again. */
const MAX_NODES = 100_000;
const MAX_INHERITED = 10_000;

/** The anchors met so far. Nodes are shared, never copied. */
export class Anchors {
  private readonly known = new Map<string, ConfigNode>();
  private readonly unfinished = new Set<string>();
  private readonly sizes = new Map<ConfigNode, number>();
  private expanded = 0;
  private inheritedCount = 0;

  open(name: string): void {
    this.known.delete(name);
    this.unfinished.add(name);
  }

  close(name: string, node: ConfigNode): void {
    this.unfinished.delete(name);
    this.known.set(name, node);
  }

  /** `cyclic` for an alias inside of what it names, which a tree cannot hold. */
  resolve(name: string): ConfigNode | 'unknown' | 'cyclic' | 'too-large' {
    const node = this.known.get(name);
    if (!node) return this.unfinished.has(name) ? 'cyclic' : 'unknown';
    this.expanded += this.sizes.get(node) ?? 1;
    return this.expanded > MAX_NODES ? 'too-large' : node;
  }

  /** Remembers how large a node is with all that it shares. */
  measure(node: ConfigNode): void {
    const size = (each: ConfigNode) => this.sizes.get(each) ?? 1;
    const children =
      node.type === 'object'
        ? node.properties.map(({ value }) => value)
        : node.type === 'array'
          ? node.items
          : [];
    this.sizes.set(
      node,
      children.reduce((sum, child) => sum + size(child), 1),
    );
  }

  /** What merge keys add to an object's own properties; the first one to name a key wins. */
  inherited(own: readonly Property[], merged: readonly ConfigNode[]): readonly Property[] {
    const keys = new Set(own.map(({ key }) => key));
    const result: Property[] = [];
    for (const node of merged) {
      for (const each of node.type === 'object' ? node.properties : []) {
        if (keys.has(each.key) || this.inheritedCount >= MAX_INHERITED) continue;
        keys.add(each.key);
        this.inheritedCount++;
        result.push(each.inherited ? each : { ...each, inherited: true });
      }
    }
    return result;
  }
}
