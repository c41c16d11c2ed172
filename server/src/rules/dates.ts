/**
 * `2022-08-27` for `08/27/2022`, the way Adobe's downloads write days. Undefined where it is no
 * such day.
 */
export function usDay(text: string): string | undefined {
  const [, month, day, year] = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})\s*$/.exec(text) ?? [];
  return dayOf(year, month, day);
}

/** The day of an ISO date, with or without a time behind it. Undefined where it is no such day. */
export function isoDay(text: string): string | undefined {
  const [, year, month, day] = /^\s*(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?\s*$/.exec(text) ?? [];
  return dayOf(year, month, day);
}

/** How many days after the one ISO day the other comes; negative where it comes before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** The ISO day of a year, a month and a day in digits, if the calendar has it. */
export function dayOf(year = '', month = '', day = ''): string | undefined {
  const iso = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  // 31 February is read as a day of March.
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
  return isDay ? iso : undefined;
}
