/** One name, and nothing that is computed of several: `${{ secrets.NAME }}`, `${NAME}`, `$NAME`. */
const SINGLE = /^(\$\{\{\s*[\w.-]+\s*\}\}|\$\{\w+\}|\$\w+)$/;
/** An input has to be declared before anybody can refer to it. */
const DECLARED = /^\$\{\{\s*inputs\./;

/** At the end of the name, or before the environment that it is for. */
const ID = /(?:(?<=[A-Z_])ID|(?<=[a-z])Id|(?<=[a-z]_)id)(?=(_\w+)?\s*\}*$)/g;
const EMAIL = /E?MAIL|E?mail|email/g;

/** Whether a reference is named after an email. */
export const namesEmail = (reference: string): boolean =>
  SINGLE.test(reference) && reference.search(EMAIL) >= 0;

/** Whether a reference is named after an id. */
export const namesId = (reference: string): boolean =>
  SINGLE.test(reference) && reference.search(ID) >= 0;

/**
 * The reference to the email beside the one to an id: `secrets.ACCOUNT_EMAIL` for
 * `secrets.ACCOUNT_ID`.
 */
export const emailBeside = (reference: string): string | undefined =>
  renamed(reference, ID, 'EMAIL');

/** The reference to the id beside the one to an email. */
export const idBeside = (reference: string): string | undefined => renamed(reference, EMAIL, 'ID');

function renamed(reference: string, part: RegExp, word: string): string | undefined {
  const isOpen = SINGLE.test(reference) && !DECLARED.test(reference);
  const found = isOpen ? [...reference.matchAll(part)].at(-1) : undefined;
  if (!found) return undefined;
  const end = found.index + found[0].length;
  return reference.slice(0, found.index) + inCaseOf(found[0], word) + reference.slice(end);
}

function inCaseOf(before: string, word: string): string {
  if (before === before.toUpperCase()) return word;
  const lower = word.toLowerCase();
  return before === before.toLowerCase() ? lower : lower[0]!.toUpperCase() + lower.slice(1);
}
