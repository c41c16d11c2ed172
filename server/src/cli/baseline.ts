import fs from 'node:fs';
import path from 'node:path';
import { readText, writeBytes } from './files';
import { slashed } from './git';
import { type Host, UsageError } from './host';
import { uninterrupted } from './uninterrupted';

/** Findings that are known and not reported. */
export interface Baseline {
  /** As it was named. */
  readonly shown: string;
  readonly file: string;
  readonly entries: readonly BaselineEntry[];
}

/** Findings of one rule in one file that share a fingerprint. */
export interface BaselineEntry {
  /** From the folder of the baseline, with `/`. */
  readonly file: string;
  readonly rule: string;
  readonly fingerprint: string;
  /** How many there are. */
  readonly count: number;
}

/** Reads a baseline. Throws a UsageError where it is none, or missing though it `mustExist`. */
export function readBaseline(shown: string, mustExist: boolean, { cwd }: Host): Baseline {
  const file = path.resolve(cwd, shown);
  if (!mustExist && !fs.existsSync(file)) return { shown, file, entries: [] };
  const read = readText(file);
  if ('failure' in read) {
    const advice = fs.existsSync(file)
      ? 'Name a file that `--update-baseline` has written.'
      : '`--update-baseline` writes one.';
    throw new UsageError(`The baseline \`${shown}\` cannot be read: ${read.failure}. ${advice}`);
  }
  const entries = entriesIn(read.text);
  // Another file may have been named by mistake, and would be lost.
  if (!entries) {
    throw new UsageError(
      `\`${shown}\` is no baseline, or was changed by hand or by a merge. Name another file, or remove it and write it anew with \`--update-baseline\`.`,
    );
  }
  return { shown, file, entries };
}

/** Writes a baseline whole or not at all. Throws a UsageError where it cannot be written. */
export async function writeBaseline({ shown, file, entries }: Baseline): Promise<void> {
  const lines = [...entries].sort(inOrder).map((entry) => `    ${JSON.stringify(entry)}`);
  const list = lines.length > 0 ? `[\n${lines.join(',\n')}\n  ]` : '[]';
  const text = `{\n  "version": ${VERSION},\n  "findings": ${list}\n}\n`;
  const failure = await uninterrupted(() => writeBytes(file, Buffer.from(text)));
  if (failure !== undefined) {
    throw new UsageError(`The baseline \`${shown}\` cannot be written: ${failure}.`);
  }
}

/** A file as a baseline names it. */
export const nameIn = (baseline: Baseline, file: string): string =>
  slashed(path.relative(path.dirname(baseline.file), file));

/** What an entry is known by. */
export const keyOf = ({ file, rule, fingerprint }: Omit<BaselineEntry, 'count'>): string =>
  JSON.stringify([file, rule, fingerprint]);

const VERSION = 1;

/** By code units, so that the order is the same on every machine. */
function inOrder(one: BaselineEntry, other: BaselineEntry): number {
  const [a, b] = [keyOf(one), keyOf(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function entriesIn(text: string): readonly BaselineEntry[] | undefined {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { version, findings } = isObject(content) ? content : {};
  const isBaseline = version === VERSION && Array.isArray(findings) && findings.every(isEntry);
  // Both sides of a merge may have been kept.
  return isBaseline && new Set(findings.map(keyOf)).size === findings.length ? findings : undefined;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isEntry = (value: unknown): value is BaselineEntry =>
  isObject(value) &&
  ['file', 'rule', 'fingerprint'].every((name) => typeof value[name] === 'string') &&
  Number.isSafeInteger(value.count) &&
  Number(value.count) > 0;
