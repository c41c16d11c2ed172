/** The answer to a question that is asked only if somebody wants to know, and once. */
export function later<T>(answer: () => T): () => T {
  let found: { readonly answer: T } | undefined;
  return () => {
    found ??= { answer: answer() };
    return found.answer;
  };
}
