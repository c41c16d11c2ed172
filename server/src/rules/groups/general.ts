import { duplicateKey } from '../duplicate-key';
import { missingField } from '../missing-field';
import { placeholderLeft } from '../placeholder-left';
import { privateKeyInFile } from '../private-key-in-file';
import type { Rule } from '../rule';
import { secretInPlainText } from '../secret-in-plain-text';
import { settingWithoutEffect } from '../setting-without-effect';
import { syntaxError } from '../syntax-error';
import { unexpectedType } from '../unexpected-type';
import { unexpectedValue } from '../unexpected-value';
import { unknownField } from '../unknown-field';
import { unusedSuppression } from '../unused-suppression';

/**
 * Rules about any file: what is missing, unknown or of the wrong type, secrets, blanks and syntax.
 */
export const generalRules: readonly Rule[] = [
  missingField,
  unknownField,
  unexpectedValue,
  unexpectedType,
  secretInPlainText,
  privateKeyInFile,
  placeholderLeft,
  syntaxError,
  duplicateKey,
  unusedSuppression,
  settingWithoutEffect,
];
