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

/** How time passes where the server runs. */
export interface Clock {
  /** In milliseconds, since whenever. */
  now(): number;
  /** Lets everything that has arrived, or arrives within so many milliseconds, be answered. */
  pause(milliseconds: number): Promise<void>;
}

/** The pause of the real clock. */
export const pause = (milliseconds = 0): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Lets what has arrived be answered. Of several who wait only one goes on before the next look at
 * what has arrived. In Node, timers of no time would follow on each other without such a look.
 */
function turns(): () => Promise<void> {
  const later = typeof setImmediate === 'function' ? setImmediate : setTimeout;
  const waiting: (() => void)[] = [];
  const next = () => {
    waiting.shift()?.();
    if (waiting.length > 0) later(next);
  };
  return () =>
    new Promise((resolve) => {
      if (waiting.push(resolve) === 1) later(next);
    });
}

const turn = turns();

/** The time of whoever runs the server. */
export const realClock: Clock = {
  now: () => performance.now(),
  pause: (milliseconds) => (milliseconds > 0 ? pause(milliseconds) : turn()),
};

/**
 * For work that takes long: pauses whenever it has gone on for a while, and says whether it did so.
 * A pause after every step would wait longer than it works.
 */
export function pauses(clock = realClock): () => Promise<boolean> {
  let since = clock.now();
  return async () => {
    if (clock.now() - since <= SLICE) return false;
    await clock.pause(0);
    since = clock.now();
    return true;
  };
}

/** After so many milliseconds of work it is the requests' turn. */
const SLICE = 10;

/**
 * Does work in slices, of which the first begins at once. Undefined where it is not wanted to the
 * end.
 */
export async function inSlices<T>(
  steps: Iterator<unknown, T>,
  clock: Clock,
  isWanted: () => boolean,
): Promise<T | undefined> {
  const breathe = pauses(clock);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if ((await breathe()) && !isWanted()) return undefined;
  }
}
