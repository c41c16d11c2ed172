// The notices of the packages whose code is in the bundles, as their licenses ask for.
import fs from 'node:fs';
import path from 'node:path';

/** Their file, beside the bundles. */
export const NOTICES = 'dist/THIRD-PARTY-NOTICES.txt';

const HEAD = `The bundles beside this file contain code of the packages below.
Each is listed with its version, its license, the bundles that it is in, and the text of its license.
`;

/**
 * The notices for bundles: for each its name and what esbuild's metafile says of it. Throws where a
 * package has no license or no text of one.
 */
export function noticesOf(bundles, root) {
  const users = new Map();
  for (const [bundle, { inputs }] of bundles) {
    for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
      const folder = bytesInOutput > 0 && packageFolder(input);
      if (folder) users.set(folder, new Set(users.get(folder)).add(bundle));
    }
  }
  const notices = [...users].map(([folder, names]) =>
    noticeOf(path.resolve(root, folder), [...names].sort()),
  );
  return [HEAD, ...notices.sort()].join(`\n${'-'.repeat(100)}\n\n`);
}

/** The folder of the package that an input belongs to; undefined for our own code. */
const packageFolder = (input) =>
  /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input.replaceAll('\\', '/'))?.[0];

function noticeOf(folder, bundles) {
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const files = fs.readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name));
  if (!manifest.license || files.length === 0) {
    throw new Error(`${manifest.name} has no license, so its code cannot be part of a package.`);
  }
  const texts = files.sort().map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));
  const head = `${manifest.name} ${manifest.version} (${manifest.license})\nIn ${bundles.join(', ')}.\n`;
  return [head, ...texts.map((text) => text.replaceAll('\r\n', '\n').trim() + '\n')].join('\n');
}
