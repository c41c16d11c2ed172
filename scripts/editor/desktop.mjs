// Finds a desktop VS Code and opens it as an extension development host.
import fs from 'node:fs';
import path from 'node:path';
import { onEnd, startProcess, temporaryFolder } from '../lifetime.mjs';
import { downloads, root } from './places.mjs';
import { findProgram, isProgram } from './programs.mjs';

const RELEASES = 'https://update.code.visualstudio.com/api/releases/stable';

/** The program of a desktop VS Code: one of this machine, or one downloaded. */
export async function findDesktop(log) {
  const named = process.env.VSCODE_PATH;
  if (named && !isProgram(named)) throw new Error(`VSCODE_PATH names no program: ${named}`);
  return named || findProgram('code') || (await downloadDesktop(log));
}

/** Runs it until its window is closed; false where it could not be run. */
export async function runDesktop(program, folder, log) {
  log(`opening ${program}; Ctrl-C ends it`);
  const { folder: data, remove } = temporaryFolder('ims-config-desktop-');
  const args = [
    folder,
    `--extensionDevelopmentPath=${root}`,
    // A user folder of its own: it ends with this program, whatever other windows are open.
    `--user-data-dir=${data}`,
    ...['--disable-extensions', '--disable-workspace-trust', '--skip-welcome'],
    ...['--skip-release-notes', '--new-window', '--wait'],
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
  const { exited, end } = startProcess(program, args, { stdio: 'ignore' });
  const endMain = onEnd(() => endMainProcess(data));
  const { code } = await exited;
  await endMain();
  await end();
  await remove();
  if (code !== 0) log('This VS Code cannot be run here; opening one in the browser instead.');
  return code === 0;
}

/** The command `code` detaches the editor proper, which writes its process id down. */
function endMainProcess(data) {
  try {
    process.kill(Number(fs.readFileSync(path.join(data, 'code.lock'), 'utf8')), 'SIGTERM');
  } catch {
    // It has ended already.
  }
}

async function downloadDesktop(log) {
  const needsScreen = process.platform === 'linux';
  if (needsScreen && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return undefined;
  try {
    // Asked first, since a download tries again and again where there is no network.
    await fetch(RELEASES, { signal: AbortSignal.timeout(10_000) });
    const { downloadAndUnzipVSCode, SilentReporter } = await import('@vscode/test-electron');
    log('downloading VS Code …');
    const reporter = new SilentReporter();
    return await downloadAndUnzipVSCode({ cachePath: downloads, reporter, timeout: 10_000 });
  } catch {
    log(
      'No desktop VS Code was found, and none can be downloaded; opening one in the browser instead.',
    );
    return undefined;
  }
}
