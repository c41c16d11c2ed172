import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { run } from '../../server/src/cli/run';
import { TODAY } from '../support/check';

export interface Outcome {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

export interface Folder {
  readonly path: string;
  /** Runs the command line in the folder, or in one below it. */
  run(argv: readonly string[], how?: How): Promise<Outcome>;
  /** `check` on the day on which tests run, as JSON. */
  check(argv?: readonly string[], how?: How): Promise<Outcome & { readonly json: Report }>;
  read(name: string): string;
  bytes(name: string): Buffer;
  git(...argv: readonly string[]): void;
}

export interface How {
  readonly in?: string;
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTTY?: boolean;
}

export interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly kind: string | null;
    readonly entities: readonly { readonly concept: string; readonly flow?: string }[];
    readonly findings: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly message: string;
      readonly line: number;
      readonly column: number;
      readonly endLine: number;
      readonly endColumn: number;
      readonly fixes: readonly { readonly title: string; readonly safety: string }[];
      readonly related: readonly {
        readonly path: string;
        readonly line: number;
        readonly column: number;
        readonly message: string;
      }[];
    }[];
    readonly notes?: readonly {
      readonly line: number;
      readonly column: number;
      readonly message: string;
    }[];
  }[];
  readonly summary: Readonly<Record<string, number>>;
}

/** A temporary folder with these files, removed after the tests. */
export function folder(files: Readonly<Record<string, string | Uint8Array>>): Folder {
  const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'ims-config-')));
  after(() => fs.rmSync(root, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), content);
  }
  const bytes = (name: string) => fs.readFileSync(path.join(root, name));
  const runHere = (argv: readonly string[], how: How = {}) => runIn(root, argv, how);
  return {
    path: root,
    run: runHere,
    async check(argv = [], how) {
      const outcome = await runHere(['check', '--format', 'json', '--today', TODAY, ...argv], how);
      return { ...outcome, json: JSON.parse(outcome.out || outcome.err) as Report };
    },
    bytes,
    read: (name) => bytes(name).toString('utf8'),
    git: (...argv) => {
      execFileSync('git', [...argv], { cwd: root, stdio: 'ignore' });
    },
  };
}

async function runIn(root: string, argv: readonly string[], how: How): Promise<Outcome> {
  const out: Buffer[] = [];
  let err = '';
  const status = await run(argv, {
    cwd: path.join(root, how.in ?? ''),
    stdout: (output) => out.push(Buffer.from(output as string)),
    stderr: (text) => {
      err += text;
    },
    stdin: async () => Buffer.from((how.stdin ?? '') as string),
    env: { PATH: process.env.PATH ?? '', ...how.env },
    isTTY: how.isTTY ?? false,
  });
  return { status, out: Buffer.concat(out).toString('utf8'), err };
}

/** An account without a mistake. */
export const ACCOUNT = `name: experienceCloud
label: Adobe Experience Cloud
imsServer: https://ims-na1.adobelogin.com
clientId: campaign-luma
callbackServer: https://campaign.luma-shop.com
orgId: 0123456789ABCDEF01234567@AdobeOrg
associationMask: Campaign - (.*)
`;

/** The same with a callback server that the safe fix cures. */
export const INSECURE = ACCOUNT.replace('https://campaign', 'http://campaign');

/** A JWT download, which the unsafe fix migrates. */
export const DOWNLOAD = `{
  "API_KEY": "0123456789abcdef0123456789abcdef",
  "CLIENT_SECRET": "p8e-0123456789abcdefghijklmnopqrstuv",
  "ORG_ID": "0123456789ABCDEF01234567@AdobeOrg",
  "TECHNICAL_ACCOUNT_ID": "0123456789ABCDEF01234568@techacct.adobe.com",
  "PUBLIC_KEYS_WITH_EXPIRY": {}
}
`;
