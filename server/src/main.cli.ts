import { run } from './cli/run';

// `ims-config check | head` closes the pipe early, which is no failure; a full disk is one.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? process.exitCode : 2);
});

const exitCode = run(process.argv.slice(2), {
  cwd: process.cwd(),
  stdout: (output) => process.stdout.write(output),
  stderr: (text) => process.stderr.write(text),
  stdin: readStandardInput,
  env: process.env,
  isTTY: process.stdout.isTTY === true,
});

exitCode.then((code) => {
  // Not `process.exit`, which would cut off what is still on its way into a pipe.
  process.exitCode = code;
}, failed);

function failed(error: unknown): void {
  const name = error instanceof Error ? error.name : 'Error';
  process.stderr.write(`ims-config: it failed (${name}), which is a mistake in ims-config.\n`);
  process.exitCode = 2;
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
