/** What is promised, or something else if that takes longer than so many milliseconds. */
export async function within<T>(limit: number, work: Promise<T>, otherwise: T): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Lets everything that has arrived, or arrives within so many milliseconds, be answered. */
export const pause = (milliseconds = 0): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * For work that takes long: pauses whenever it has gone on for a while, and says whether it did so.
 * A pause after every step would wait longer than it works.
 */
export function pauses(): () => Promise<boolean> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since <= SLICE) return false;
    await pause();
    since = performance.now();
    return true;
  };
}

/** After so many milliseconds of work it is the requests' turn. */
const SLICE = 10;
