import { spawn } from 'node:child_process';
import { findProgram } from './programs.mjs';

/** Opens an address in the user's browser; false where none can be found. */
export function openBrowser(address) {
  const command = browserCommand();
  if (!command) return false;
  const [program, ...args] = command;
  // The browser is the user's: it may outlive this program.
  const child = spawn(program, [...args, address], { detached: true, stdio: 'ignore' });
  child.on('error', () => {});
  child.unref();
  return true;
}

function browserCommand() {
  if (process.platform === 'darwin') return ['open'];
  if (process.platform === 'win32') return ['explorer.exe'];
  const hasScreen = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const opener = hasScreen ? findProgram('xdg-open') : undefined;
  return opener && [opener];
}
