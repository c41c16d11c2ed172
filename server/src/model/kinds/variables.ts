import type { ObjectNode, Property } from '../../syntax/tree';
import { type Dialect, type Flow, withCredential } from '../dialect';
import type { Entity } from '../entity';
import { readEntity } from '../read';

/** Those of the variables of a file that belong together, as an object of their own. */
export function viewOf(properties: readonly Property[]): ObjectNode {
  const start = properties[0]?.span.start ?? 0;
  const end = properties.at(-1)?.span.end ?? start;
  return { type: 'object', span: { start, end }, properties };
}

/** Reads variables; where their values do not tell the flow (in a template), their names do. */
export function readNamed(
  view: ObjectNode,
  dialect: Dialect,
  label: string,
  flow: Flow | undefined,
): Entity {
  const entity = readEntity(view, dialect, { label });
  if (entity.flow || !flow) return entity;
  return readEntity(view, withCredential(dialect, { usual: flow }), { label });
}
