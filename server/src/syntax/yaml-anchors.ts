import type { ConfigNode, Property } from './tree';

/**
 * What all aliases together may stand for: whoever walks a tree meets a shared node again and
 * again.
 */
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
    this.expanded += this.sizeOf(node);
    return this.expanded > MAX_NODES ? 'too-large' : node;
  }

  /** How large a node is with all that it shares. */
  private sizeOf(node: ConfigNode): number {
    if (node.type === 'scalar') return 1;
    let size = this.sizes.get(node);
    if (size !== undefined) return size;
    size = 1;
    if (node.type === 'array') for (const item of node.items) size += this.sizeOf(item);
    else for (const { value } of node.properties) size += this.sizeOf(value);
    this.sizes.set(node, size);
    return size;
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
