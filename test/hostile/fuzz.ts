import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { SampleFile } from '../support/sample-files';
import { damagedFile } from './mutations';
import { probe } from './probe';

/** What keeps a text from being handled, as a file of `regressions/` holds it. */
export interface FuzzFinding extends SampleFile {
  /** The broken promise, or where it was thrown. */
  readonly why: string;
}

export interface FuzzRun {
  readonly seconds: number;
  /** How many at the most; without it as many as there is time for. */
  readonly most?: number | undefined;
  readonly seed: number;
  /** Hears of each text before it is probed, since that may come to no end. */
  readonly trying: (sample: SampleFile) => void;
  readonly found: (finding: FuzzFinding) => void;
}

/** Damages samples and probes them until the time is up. Returns how many texts were probed. */
export function fuzz({ seconds, most = Infinity, seed, trying, found }: FuzzRun): number {
  const end = performance.now() + seconds * 1000;
  const known = new Set<string>();
  let count = 0;
  for (; count < most && performance.now() < end; count++) {
    // One at a time: what is sampled stays in memory with all that it could shrink to.
    const [sample] = fc.sample(damagedFile(), { seed: seed + count, numRuns: 1 });
    if (!sample) continue;
    const why = flawOf(sample, trying);
    if (why === undefined || known.has(why)) continue;
    known.add(why);
    // What is slow is slow because of its size.
    found({ ...(why === SLOW ? sample : minimized(sample, why, trying)), why });
  }
  return count;
}

const SLOW = 'too slow';

/** Small texts end at once; only what is slow twice in a row was not slow by chance. */
const isSlow = (microseconds: number, { text }: SampleFile) =>
  microseconds > 1_500_000 + text.length * 100;

/** Why a text is not handled as promised; the same words for the same reason. */
export function flawOf(
  sample: SampleFile,
  trying: FuzzRun['trying'] = () => undefined,
): string | undefined {
  trying(sample);
  for (let turn = 0; turn < 2; turn++) {
    const start = process.cpuUsage();
    const why = thrownBy(sample);
    if (why !== undefined) return why;
    // The time of this program alone, since others may run beside it.
    if (!isSlow(process.cpuUsage(start).user, sample)) return undefined;
  }
  return SLOW;
}

function thrownBy(sample: SampleFile): string | undefined {
  try {
    probe(sample);
    return undefined;
  } catch (error) {
    if (!(error instanceof Error)) return String(error);
    const [message = ''] = error.message.split('\n');
    const place = /at (?:async )?([\w.$#<>]+) /.exec(
      error.stack?.slice(error.message.length) ?? '',
    );
    return error.name === 'AssertionError' ? message : `${error.name} in ${place?.[1]}: ${message}`;
  }
}

/** Takes out what is not needed for the same flaw: halves first, then ever smaller parts. */
function minimized(sample: SampleFile, why: string, trying: FuzzRun['trying']): SampleFile {
  let { text } = sample;
  const end = performance.now() + 20_000;
  for (let size = Math.ceil(text.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < text.length && performance.now() < end; ) {
      const shorter = text.slice(0, at) + text.slice(at + size);
      if (flawOf({ ...sample, text: shorter }, trying) === why) text = shorter;
      else at += size;
    }
  }
  return { file: sample.file, text };
}

/** A name for a finding that tells it from others. */
const nameOf = ({ why, file, text }: FuzzFinding): string =>
  `${why
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(
      0,
      60,
    )}-${createHash('sha256').update(`${file}\n${text}`).digest('hex').slice(0, 8)}.json`;

/** Writes a finding as a file of a folder, and says what it is. */
export function keep(finding: FuzzFinding, folder: string): void {
  const name = nameOf(finding);
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, name), `${JSON.stringify(finding, undefined, 2)}\n`);
  console.log(`${finding.file}: ${finding.why}\n  ${name}`);
}
