import path from 'node:path';
import { writeBytes } from './files';
import { type Host, UsageError } from './host';

/** Writes a report into a file, whole or not at all. Throws a UsageError where it cannot be written. */
export function writeReport(file: string, text: string, { cwd }: Host): void {
  const failure = writeBytes(path.resolve(cwd, file), Buffer.from(text));
  if (failure !== undefined) {
    throw new UsageError(`The report cannot be written to \`${file}\`: ${failure}.`);
  }
}
