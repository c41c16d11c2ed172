import path from 'node:path';
import {
  type Conversion,
  type ConvertedFile,
  conversionNotes,
  convertPackage,
  whyNotConverted,
} from '../features/convert';
import { readDocument } from '../model/document';
import type { DecodedText } from '../text/encoding';
import { harmless } from './excerpt';
import { createText, isFolder, isThere, readText, writeText } from './files';
import { slashed } from './git';
import { type Host, UsageError } from './host';
import type { ConvertOptions } from './options';
import { uninterrupted } from './uninterrupted';

/** `ims-config convert`. Gives the exit status. */
export async function convertCommand(options: ConvertOptions, host: Host): Promise<number> {
  const conversion = conversionOf(options, host);
  const targets = targetsOf(conversion.files, options, host);
  const shown = (file: string) => slashed(path.relative(host.cwd, file));
  refuseOverwriting(targets, options, shown);
  const written: ConvertedFile[] = [];
  for (const { file, converted } of targets) {
    const failure = await uninterrupted(() =>
      options.force && isThere(file)
        ? writeText(file, { text: converted.content, encoding: 'utf8' })
        : createText(file, converted.content),
    );
    if (failure !== undefined) {
      host.stderr(`${harmless(shown(file))}: not written, because ${failure}.\n`);
      continue;
    }
    host.stdout(`${harmless(shown(file))}: written.\n`);
    written.push({ ...converted, name: shown(file) });
  }
  for (const note of conversionNotes({ ...conversion, files: written })) {
    host.stdout(`${harmless(note)}\n`);
  }
  return written.length < targets.length ? 2 : 0;
}

function conversionOf({ path: named }: ConvertOptions, host: Host): Conversion {
  const file = path.resolve(host.cwd, named);
  const read = readText(file);
  if ('failure' in read) {
    throw new UsageError(`\`${named}\` cannot be converted: ${read.failure}.`);
  }
  const document = readDocument(slashed(file), readable(read));
  const conversion = convertPackage(document);
  if (!conversion) {
    throw new UsageError(`\`${named}\` cannot be converted. ${whyNotConverted(document)}`);
  }
  return conversion;
}

/**
 * What is called ISO-8859-1 is often Windows-1252, whose further characters (quotes, dashes, the
 * euro) stand where the other has none. The new file is UTF-8, so that they have to be known.
 */
const readable = ({ text, encoding }: DecodedText): string =>
  encoding === 'latin1'
    ? text.replace(/[\u0080-\u009f]/g, (unit) => FURTHER[unit.charCodeAt(0) - 0x80] ?? unit)
    : text;

const FURTHER = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

interface Target {
  readonly file: string;
  readonly converted: ConvertedFile;
}

/** Where each file goes. */
function targetsOf(
  files: readonly ConvertedFile[],
  { path: named, output }: ConvertOptions,
  { cwd }: Host,
): readonly Target[] {
  const into = (folder: string) =>
    files.map((converted) => ({ file: path.join(folder, converted.name), converted }));
  if (output === undefined) return into(path.dirname(path.resolve(cwd, named)));
  const place = path.resolve(cwd, output);
  if (isFolder(place)) return into(place);
  if (/[\\/]$/.test(output)) {
    throw new UsageError(`\`--output\` is \`${output}\`, and there is no such folder.`);
  }
  if (!OWN_NAME.test(output)) {
    throw new UsageError(
      `\`--output\` is \`${output}\`. Use a folder that is there, or a name that ends with \`.external-account.yaml\`.`,
    );
  }
  const [converted, ...more] = files;
  if (!converted || more.length > 0) {
    throw new UsageError(
      `The package holds ${files.length} accounts, and \`--output\` names one file. Use a folder.`,
    );
  }
  return [{ file: place, converted }];
}

/** By another name, nobody would read the file as an external account. */
const OWN_NAME = /[^\\/]\.external-account\.ya?ml$/i;

/** Before anything is written, so that no half of the files stays behind. */
function refuseOverwriting(
  targets: readonly Target[],
  { force }: ConvertOptions,
  shown: (file: string) => string,
): void {
  const there = force ? undefined : targets.find(({ file }) => isThere(file));
  if (!there) return;
  throw new UsageError(
    `\`${shown(there.file)}\` is there already. \`--force\` overwrites it, \`--output\` writes somewhere else.`,
  );
}
