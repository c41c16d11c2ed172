import type { ConfigNode } from '../../syntax/tree';
import type { Dialect, FieldName } from '../dialect';
import { bareKey } from './spellings';

/**
 * A key without `get`, case, punctuation and type, as people's own spellings of it are compared.
 */
export const bareKeyOf = (key: string): string =>
  bareKey(
    untyped(key)
      .replace(/^@/, '')
      .replace(/^get(?=[A-Z])/, ''),
  );

/** The texts of a value, however many it has. */
export const textsOf = (node: ConfigNode): readonly string[] => {
  if (node.type === 'array') return node.items.flatMap(textsOf);
  return node.type === 'scalar' ? [node.text.trim()] : [];
};

/**
 * A key of a `.cfg.json` may name the type of its value: `relaxed.ssl:Boolean`, `scopes:String[]`.
 */
const TYPE =
  /:(String|Integer|int|Long|long|Float|float|Double|double|Byte|byte|Short|short|Character|char|Boolean|boolean|Collection(<\w+>)?)(\[\])?$/;

export const untyped = (key: string): string => key.replace(TYPE, '');

/** The dialect with those keys as they are written, of a type or not. */
export function typed(dialect: Dialect, keys: readonly string[]): Dialect {
  const found = keys.filter((key) => untyped(key) !== key);
  if (found.length === 0) return dialect;
  const withTypes = (written: FieldName): FieldName => {
    const { path, also = [] } = written;
    const more = found.filter((key) => [path, ...also].includes(untyped(key)));
    return more.length > 0 ? { ...written, also: [...also, ...more] } : written;
  };
  const names = Object.entries(dialect.names).map(([name, each]) => [name, withTypes(each)]);
  return { ...dialect, names: Object.fromEntries(names) };
}
