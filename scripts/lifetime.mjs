// What must not outlive the program that started it: processes and temporary folders.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const endings = new Set();

/** Has `end` called when this program ends; returns a function that calls it now. */
export function onEnd(end) {
  endings.add(end);
  return async () => {
    if (endings.delete(end)) await end();
  };
}

/** Ends everything, the newest first. */
export async function endEverything() {
  for (const end of [...endings].reverse()) {
    endings.delete(end);
    await end();
  }
}

let ending = false;

/** Ends everything, then this program, when it is interrupted or terminated. */
export function endOnSignals(exitCode) {
  async function end() {
    if (ending) return;
    ending = true;
    await endEverything();
    process.exit(exitCode);
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
  if (process.env.npm_lifecycle_event) endWithParent(end);
}

/** The shell that npm puts between itself and this program does not pass signals on. */
function endWithParent(end) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) end();
  }, 500).unref();
}

/** A new temporary folder, and how to remove it. */
export function temporaryFolder(prefix) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), prefix));
  const remove = onEnd(() =>
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  );
  return { folder, remove };
}

/** Starts a program in a process group of its own, which ends with this program. */
export function startProcess(command, args, options = {}) {
  const windows = process.platform === 'win32';
  const child = spawn(command, args, { ...options, detached: !windows, shell: windows });
  const exited = new Promise((resolve) => {
    // Once this program ends, whoever waits must not go on.
    const settle = (result) => ending || resolve(result);
    child.once('error', (error) => settle({ code: undefined, error }));
    child.once('exit', (code) => settle({ code: code ?? undefined }));
  });
  const end = onEnd(() => endGroup(child.pid));
  return { child, exited, end };
}

/** Runs a program to its end; resolves to its exit code and what it wrote. */
export async function run(command, args, options = {}) {
  const { child, exited, end } = startProcess(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (data) => {
      output += data;
    });
  }
  const { code, error } = await exited;
  await end();
  return { code, output: error ? error.message : output };
}

/** The whole group: programs started by the program are in it. */
async function endGroup(pid) {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/t', '/f']);
    return;
  }
  for (const signal of ['SIGTERM', 'SIGKILL']) {
    if (!sendToGroup(pid, signal)) return;
    for (let left = 60; left > 0 && sendToGroup(pid, 0); left--) await pause(50);
  }
}

function sendToGroup(pid, signal) {
  try {
    return process.kill(-pid, signal);
  } catch {
    return false;
  }
}

/** Resolves after some time. */
export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
