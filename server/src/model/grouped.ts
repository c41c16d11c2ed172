/**
 * Things by a key of theirs, each group in the order of the whole; those without a key are left
 * out.
 */
export function grouped<K, T>(
  all: readonly T[],
  keyOf: (each: T) => K | undefined,
): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const each of all) {
    const key = keyOf(each);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return groups;
}
