/** Numbers between 0 and 1 that are the same at each run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

const INSERTIONS = [
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ':',
  ',',
  '\n',
  '  ',
  '\t',
  '#',
  '<',
  '>',
  '&',
  '- ',
  '<!--',
  '\\',
  '\r\n',
  '\u0000',
  '💥',
  '*a',
  '&a ',
  '|\n',
  'x',
];

/** Texts with a few characters taken out, put in or doubled, as typing and bad merges do. */
export function randomEdits(text: string, count: number): readonly string[] {
  const random = seeded(text.length + 1);
  const pick = (limit: number) => Math.floor(random() * limit);
  return Array.from({ length: count }, () => {
    let damaged = text;
    for (let step = 0; step <= pick(3); step++) {
      const at = pick(damaged.length + 1);
      const length = pick(12);
      const insertion = INSERTIONS[pick(INSERTIONS.length)] ?? '';
      const kept = pick(3) === 0 ? damaged.slice(at, at + length) : '';
      damaged = damaged.slice(0, at) + insertion + kept + damaged.slice(at + length * pick(2));
    }
    return damaged;
  });
}
