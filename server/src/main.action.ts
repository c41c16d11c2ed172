import { runAction } from './cli/action';

runAction({
  cwd: process.cwd(),
  stdout: (output) => process.stdout.write(output),
  stderr: (text) => process.stderr.write(text),
  stdin: async () => Buffer.alloc(0),
  env: process.env,
  isTTY: false,
}).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    // The error's text may quote a file.
    const name = error instanceof Error ? error.name : 'Error';
    process.stdout.write(
      `::error title=ims-config::It failed (${name}), which is a mistake in ims-config.\n`,
    );
    process.exitCode = 2;
  },
);
