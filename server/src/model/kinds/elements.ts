import { type ConfigNode, type ObjectNode, property } from '../../syntax/tree';

/** The child elements of that name in an element of XML, or those of the document. */
export function children(node: ConfigNode | undefined, name: string): readonly ObjectNode[] {
  const list = property(node, name)?.value;
  return list?.type === 'array' ? list.items.filter((item) => item.type === 'object') : [];
}
