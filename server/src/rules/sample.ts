import type { Entity } from '../model/entity';
import { fieldSchema } from '../schema/catalog';

/**
 * Whether an obvious test value stands in a credential of a file that others read: what else there
 * has no form may be one as well, and one hint says so.
 */
export const isSample = ({ concept, dialect, fields }: Entity): boolean =>
  concept === 'ims-credential' &&
  dialect.style === undefined &&
  [...fields.values()]
    .flat()
    .some(
      ({ name, items }) =>
        fieldSchema(concept, name)?.format !== undefined &&
        items.some(({ kind }) => kind === 'test'),
    );
