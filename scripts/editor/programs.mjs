import fs from 'node:fs';
import path from 'node:path';

/** The path of a program on the PATH. */
export function findProgram(name) {
  const endings = process.platform === 'win32' ? ['.cmd', '.exe'] : [''];
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const files = folders.flatMap((folder) => endings.map((end) => path.join(folder, name + end)));
  return files.find(isProgram);
}

/** Whether there is a file that can be run. */
export function isProgram(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}
