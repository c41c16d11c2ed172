/** Prints how each test of a mocha run ends, in the form that scripts/editor/test.mjs reads. */
export function report(runner: Mocha.Runner): void {
  runner.on('pass', (test) =>
    console.log(`[test] passed ${test.fullTitle()} (${test.duration} ms)`),
  );
  runner.on('fail', (test, error) => {
    console.log(`[test] failed ${test.fullTitle()}\n${error.stack ?? error}`);
  });
}

/** Ends the run; a missing last line tells that the extension host was left early. */
export function finish(failures: number): void {
  console.log('[test] end');
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}

/** The names of hooks and tests, how long one may take, and nothing printed by mocha itself. */
export const options = { ui: 'bdd', reporter: class {} as never, timeout: 30_000 } as const;
