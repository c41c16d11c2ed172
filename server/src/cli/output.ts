import path from 'node:path';
import { writeBytes } from './files';
import { type Host, UsageError } from './host';
import { uninterrupted } from './uninterrupted';

/**
 * Writes a report into a file, whole or not at all. Throws a UsageError where it cannot be written.
 */
export async function writeReport(file: string, text: string, { cwd }: Host): Promise<void> {
  const bytes = Buffer.from(text);
  const failure = await uninterrupted(() => writeBytes(path.resolve(cwd, file), bytes));
  if (failure !== undefined) {
    throw new UsageError(`The report cannot be written to \`${file}\`: ${failure}.`);
  }
}
