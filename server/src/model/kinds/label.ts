import { type ConfigNode, textAt } from '../../syntax/tree';

/** What a person calls the thing in an object: the first of these texts that is there. */
export function labelOf(node: ConfigNode | undefined, keys: readonly string[]): string | undefined {
  return keys.map((key) => textAt(node, key)?.trim()).find((text) => text);
}
