import { type CheckContext, check } from '../../server/src/check';
import { maskedText } from '../../server/src/cli/masking';
import { codeActions } from '../../server/src/features/code-actions';
import { complete } from '../../server/src/features/completion';
import { fixText } from '../../server/src/features/fix-all';
import { hover } from '../../server/src/features/hover';
import { outline } from '../../server/src/features/outline';
import { readDocument } from '../../server/src/model/document';
import { noSettings } from '../../server/src/rules/settings';
import { TODAY } from '../support/check';

const CONTEXT: CheckContext = { settings: noSettings, today: TODAY, tracked: true };

/**
 * Everything that is done with a text, once. Returns how many findings it has; undefined where it
 * is none of ours.
 */
export function askAll(file: string, text: string): number | undefined {
  const document = readDocument(file, text);
  if (!document) return undefined;
  const findings = check(document, CONTEXT);
  const middle = Math.floor(text.length / 2);
  hover(document, middle);
  outline(document);
  complete(document, middle);
  codeActions(document, findings, { start: middle, end: middle });
  fixText(file, text, CONTEXT, ['safe']);
  maskedText(document);
  return findings.length;
}
