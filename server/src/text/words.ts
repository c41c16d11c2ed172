/**
 * An address, a path, a name, a number or a date: it is all letters, or each part of it is a word
 * or a number.
 */
export const isOrdinary = (word: string): boolean =>
  !/\d/.test(word) || word.split(/[^A-Za-z\d]+/).every((part) => WORD.test(part));

const WORD =
  /^(?:\d*|[A-Za-z]?[a-z]*(?:[A-Z][a-z]+)*\d{0,3}|[A-Z]+\d{0,3}|\d+[A-Za-z]{1,2}\d{0,4}[A-Za-z]{0,2})$/;
