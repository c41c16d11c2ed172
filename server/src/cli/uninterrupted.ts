import { constants } from 'node:os';
import { setImmediate } from 'node:timers/promises';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does something synchronous to its end, as writing a file through another one beside it. Who stops
 * the program meanwhile (^C, `kill`) is heard right after it: the program ends there with the
 * status that a shell gives for the signal, 128 and its number.
 */
export async function uninterrupted<T>(work: () => T): Promise<T> {
  for (const signal of SIGNALS) process.on(signal, end);
  try {
    const result = work();
    // A signal is heard only when the event loop turns. The first turn may be over before signals
    // are looked at, the second is not.
    await setImmediate();
    await setImmediate();
    return result;
  } finally {
    for (const signal of SIGNALS) process.off(signal, end);
  }
}

const end = (signal: NodeJS.Signals): never => process.exit(128 + constants.signals[signal]);
