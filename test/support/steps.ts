import { Session } from 'node:inspector';

/**
 * How many steps something takes: how often each function and each block of it is run. Unlike a time it is the same
 * on every machine, however busy. What built-in functions do inside counts as nothing.
 */
export function stepsOf(work: () => unknown): number {
  const session = new Session();
  session.connect();
  let steps = 0;
  try {
    session.post('Profiler.enable');
    session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    work();
    session.post('Profiler.takePreciseCoverage', (error, { result }) => {
      if (error) throw error;
      for (const { functions } of result) {
        for (const { ranges } of functions) for (const { count } of ranges) steps += count;
      }
    });
    session.post('Profiler.stopPreciseCoverage');
  } finally {
    session.disconnect();
  }
  return steps;
}
