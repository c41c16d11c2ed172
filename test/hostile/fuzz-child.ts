import fs from 'node:fs';
import { fuzz, keep } from './fuzz';

/** What `scripts/fuzz.mjs` tells the process that does the work. */
interface Task {
  readonly seconds: number;
  readonly most?: number;
  readonly seed: number;
  /** Where findings are kept. */
  readonly folder: string;
  /** The file that holds the text at hand. */
  readonly atHand: string;
  /** The file that says how much was done. */
  readonly done: string;
}

const { seconds, most, seed, folder, atHand, done }: Task = JSON.parse(process.argv[2] ?? '{}');
let findings = 0;
const texts = fuzz({
  seconds,
  most,
  seed,
  trying: (sample) => fs.writeFileSync(atHand, JSON.stringify(sample)),
  found(finding) {
    findings++;
    keep(finding, folder);
  },
});
fs.writeFileSync(done, JSON.stringify({ texts, findings }));
