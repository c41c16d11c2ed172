import { safe } from '../features/workspace-report-markdown';
import { plain } from '../text/message';
import { harmless } from './excerpt';

/**
 * A text as plain text and as Markdown, in which SARIF gives braces and brackets a meaning of their
 * own.
 */
export function sarifMessage(text: string): { text: string; markdown: string } {
  const said = harmless(plain(text));
  return { text: escaped(said.replace(/[[\]\\]/g, '\\$&')), markdown: escaped(safe(said)) };
}

const escaped = (text: string): string => text.replaceAll('{', '{{').replaceAll('}', '}}');
