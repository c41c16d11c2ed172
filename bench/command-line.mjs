import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { smallAccount } from './documents.mjs';

const SIZES = [1000, 5000, 10_000];
const TIMES = 3;

/**
 * The times of `check` over workspaces of several sizes, and those of only listing their names;
 * medians in ms.
 */
export function commandLine(root) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ims-config-bench-'));
  try {
    return SIZES.map((files) => {
      const workspace = path.join(folder, String(files));
      fill(workspace, files);
      const run = (...args) => execFileSync(process.execPath, args, { cwd: workspace });
      const list = 'require("fs").readdirSync(".", { recursive: true, withFileTypes: true })';
      return {
        files,
        check: median(() => run(path.join(root, 'dist/cli.js'), 'check', '.')),
        names: median(() => run('-e', list)),
      };
    });
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** Of a hundred files one is ours, nine could be by their names, and ninety are code and texts. */
function fill(workspace, files) {
  for (let index = 0; index < files; index++) {
    const folder = path.join(
      workspace,
      `part-${Math.floor(index / 1000)}`,
      `${Math.floor(index / 50)}`,
    );
    fs.mkdirSync(folder, { recursive: true });
    const [name, text] = fileOf(index);
    fs.writeFileSync(path.join(folder, name), text);
  }
}

function fileOf(index) {
  const kind = index % 100;
  if (kind === 0) {
    const account = smallAccount().replaceAll('acme', `acme${index}`);
    return [`shop${index}.external-account.yaml`, account];
  }
  if (kind < 5) return [`values${index}.yaml`, `replicas: ${index}\nimage: shop\n`];
  if (kind < 10) return [`package${index}.json`, `{ "name": "part-${index}" }\n`];
  return [`module${index}.ts`, `export const number = ${index};\n`];
}

function median(act) {
  const times = Array.from({ length: TIMES }, () => {
    const begin = performance.now();
    act();
    return performance.now() - begin;
  });
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}
