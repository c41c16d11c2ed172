export type Product = 'campaign-classic' | 'campaign-v8';

export interface Version {
  /** Undefined where the number is of no release that is known. */
  readonly product: Product | undefined;
  readonly line: 'gold-standard' | 'numbered';
  readonly parts: readonly number[];
  /** A release with Adobe's patch for the move to IMS (`7.3.3.IMS`). */
  readonly patched: boolean;
}

/** Reads `7.4.1`, `v8.5.2`, `7.3.3.IMS`, `20.2.5`, `GS11`, `Gold Standard 11`. */
export function parseVersion(text: string): Version | undefined {
  const gold = /^(?:gold\s*standard|gs)[\s-]*(\d+)$/i.exec(text.trim());
  if (gold) {
    const parts = [Number(gold[1])];
    return { product: 'campaign-classic', line: 'gold-standard', parts, patched: false };
  }
  const numbers = /^(?:(?:ac|acc|campaign)\s+)?v?(\d+(?:\.\d+)*)([.\s-]ims)?(?:[\s@(].*)?$/i.exec(
    text.trim(),
  );
  const parts = numbers?.[1]?.split('.').map(Number) ?? [];
  const [first] = parts;
  // A number alone that large is a build.
  if (first === undefined || first >= 1000) return undefined;
  return { product: productOfNumber(first), line: 'numbered', parts, patched: !!numbers?.[2] };
}

function productOfNumber(first: number): Product | undefined {
  if (first === 8) return 'campaign-v8';
  return first === 5 || first === 6 || first === 7 || (first >= 16 && first <= 21)
    ? 'campaign-classic'
    : undefined;
}

/** Reads `9383` and `9383@abc`. */
export function parseBuild(text: string): number | undefined {
  const digits = /^(?:build\s+)?(\d{4,5})(?:@\w+)?$/i.exec(text.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Negative where `a` is older than `b`. */
export function compareVersions(a: Version, b: Version): number {
  const [left, right] = [
    [era(a), ...a.parts],
    [era(b), ...b.parts],
  ];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return Number(a.patched) - Number(b.patched);
}

/** Campaign changed its numbering: 6, Gold Standard, years (19 to 21), 7.2 and newer, 8. */
function era({ line, parts: [first = 0, second = 2] }: Version): number {
  if (line === 'gold-standard') return 1;
  if (first >= 16) return 2;
  if (first === 8) return 4;
  return first === 7 && second >= 2 ? 3 : 0;
}

/** Whether client console and server are of the same version, as far as both say. */
export function sameVersion(a: string, b: string): boolean | undefined {
  const [left, right] = [parseVersion(a), parseVersion(b)];
  if (!left || !right) return undefined;
  if (left.line !== right.line) return false;
  const common = Math.min(left.parts.length, right.parts.length);
  return left.parts.slice(0, common).every((part, i) => part === right.parts[i]);
}
