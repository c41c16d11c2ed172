// node:assert does not exist in the web worker extension host.

/** Fails unless both are the same, looked at as JSON. */
export function equal(actual: unknown, expected: unknown, what = 'value'): void {
  const [found, wanted] = [JSON.stringify(actual, null, 2), JSON.stringify(expected, null, 2)];
  if (found !== wanted) throw new Error(`${what}: found ${found}, expected ${wanted}`);
}

/** Fails unless the text matches. */
export function matches(actual: string, pattern: RegExp): void {
  if (!pattern.test(actual)) throw new Error(`${pattern} is not in: ${actual}`);
}

/** Asks again and again until there is an answer; fails after some time. */
export async function eventually<T>(
  what: string,
  ask: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  for (const end = Date.now() + 20_000; ; ) {
    const answer = await orCanceled(ask);
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** The editor cancels a question while another extension registers itself for the like. */
async function orCanceled<T>(ask: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Error && error.name === 'Canceled') return undefined;
    throw error;
  }
}
