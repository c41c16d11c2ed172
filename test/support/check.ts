import { type CheckContext, check } from '../../server/src/check';
import { type ConfigDocument, readDocument } from '../../server/src/model/document';
import type { Finding, Fix } from '../../server/src/rules/finding';
import { noSettings } from '../../server/src/rules/settings';
import { applyEdits } from '../../server/src/text/edit';

/** The day on which tests run. */
export const TODAY = '2026-11-21';

export function documentOf(file: string, text: string): ConfigDocument {
  const document = readDocument(file, text);
  if (!document) throw new Error(`${file} is none of our kinds.`);
  return document;
}

/** The findings of a text, or none where it is none of ours. */
export function findingsOf(
  file: string,
  text: string,
  context: Partial<CheckContext> = {},
): readonly Finding[] {
  const document = readDocument(file, text);
  return document ? check(document, { settings: noSettings, today: TODAY, ...context }) : [];
}

/** All that people and programs are shown of findings; the entities behind them are not. */
export const shownOf = (findings: readonly Finding[]): string =>
  JSON.stringify(findings, (key, value) => (key === 'about' ? undefined : value));

export const applyFix = (text: string, fix: Fix): string => applyEdits(text, fix.edits());
