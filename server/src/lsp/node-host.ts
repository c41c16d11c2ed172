import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { decode } from '../text/encoding';
import { dayOf, type FileText, type Host } from './host';
import { fileOf, optionsIn, SAFE } from './node-git';
import { ignored } from './node-ignored';

/** The host of a server that is a process of its own, beside the files. */
export function nodeHost(rulePages?: string): Host {
  const known = new Map<string, { readonly until: number; readonly answer: Answer }>();
  return {
    today: () => dayOf(new Date()),
    rulePages,
    home: pathToFileURL(homedir()).href,
    isTracked(uri) {
      const now = Date.now();
      for (const [each, { until }] of known) if (until < now) known.delete(each);
      const answer = known.get(uri)?.answer ?? isTracked(uri);
      if (!known.has(uri)) known.set(uri, { until: now + FRESH, answer });
      return answer;
    },
    async readFile(uri, largest) {
      const file = fileOf(uri);
      if (file === undefined) return undefined;
      return readFile(file, largest).catch((): FileText => ({ missing: 'unreadable' }));
    },
    ignored,
  };
}

type Answer = Promise<boolean | undefined>;

/** While someone types, git is asked once in so many milliseconds. */
const FRESH = 3000;

function isTracked(uri: string): Answer {
  const file = fileOf(uri);
  if (file === undefined) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const args = [...SAFE, 'ls-files', '--error-unmatch', '--', path.basename(file)];
    const options = optionsIn(path.dirname(file), { GIT_LITERAL_PATHSPECS: '1' });
    execFile('git', args, options, (error) => {
      // 1 is git's "not tracked"; everything else (no git, no repository) leaves the question open.
      if (!error) resolve(true);
      else resolve(error.code === 1 ? false : undefined);
    });
  });
}

/**
 * Reads no pipes and devices, which may never end; and of a file that grows no more than is asked
 * for.
 */
async function readFile(file: string, largest: number): Promise<FileText> {
  if (!(await stat(file)).isFile()) return { missing: 'unreadable' };
  // It may be a pipe by now, and opening that would wait for whoever writes into it.
  const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) return { missing: 'unreadable' };
    if (stats.size > largest) return { missing: 'tooLarge' };
    // One more than it should have, to see where it ends. Files that the system makes up say that
    // they are empty.
    const room = stats.size === 0 ? largest : stats.size;
    const bytes = Buffer.alloc(room + 1);
    let length = 0;
    while (length <= room) {
      const { bytesRead } = await handle.read(bytes, length, bytes.length - length, null);
      if (bytesRead === 0) return { text: decode(bytes.subarray(0, length)).text };
      length += bytesRead;
    }
    return { missing: length > largest ? 'tooLarge' : 'unreadable' };
  } finally {
    await handle.close();
  }
}
