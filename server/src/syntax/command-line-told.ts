import type { Span } from '../text/span';
import { isPipedToRunner, isProseKey, runsBelow } from './command-line-run';
import { lineEnd, lineStart, nextLine, skipBlanks } from './source-lines';

/**
 * The lines of a script that are a text for people: nobody runs what they say. In the order of the
 * text.
 */
export function toldLines(text: string): readonly Span[] {
  const told = [...hereDocuments(text), ...proseBlocks(text), ...openTexts(text)];
  return told.sort((a, b) => a.start - b.start);
}

const HERE_DOCUMENT = /(?<!<)<<[-~]?[ \t]*(["']?)([A-Za-z_]\w*)\1/g;

/**
 * The texts of a shell between `<<END` and `END`, but for those that it hands to another one or to
 * a script.
 */
function* hereDocuments(text: string): Iterable<Span> {
  let end = 0;
  const lost = new Set<string>();
  for (const { index, 0: mark, 2: word = '' } of text.matchAll(HERE_DOCUMENT)) {
    if (index < end || lost.has(word)) continue;
    // So many that are never closed are none, and each would be looked for to the end of the text.
    if (lost.size > 20) return;
    const start = nextLine(text, lineEnd(text, index));
    const closer = new RegExp(`^[ \\t]*${word}[ \\t]*\\r?$`, 'gm');
    closer.lastIndex = start;
    const close = closer.exec(text);
    if (!close) {
      lost.add(word);
      continue;
    }
    end = close.index;
    const from = Math.max(lineStart(text, index), index - 300);
    const behind = text.slice(index + mark.length, lineEnd(text, index));
    const before = text.slice(from, index);
    if (!isHandedOn(before, behind) && !text.startsWith('#!', start)) yield { start, end };
  }
}

const WRITES_SCRIPT = /\.(?:sh|bash|ksh|zsh|bat|cmd|ps1)(?:\.\w+)?["']?(?=\s|$|[;|&)])/i;

const isHandedOn = (before: string, behind: string): boolean =>
  WRITES_SCRIPT.test(before + behind) ||
  isPipedToRunner(behind) ||
  runsBelow(before.replace(/^.*(?:[;|&{]|\$\()/, ''));

const BLOCK = /^([ \t]*(?:- +)*)["']?([\w.-]+)["']?:[ \t]+[|>][-+\d]*[ \t]*$/gm;

/** The blocks of YAML that hold a description. */
function* proseBlocks(text: string): Iterable<Span> {
  let end = 0;
  for (const { index, 0: header, 1: indent = '', 2: key } of text.matchAll(BLOCK)) {
    if (index < end || !isProseKey(key)) continue;
    const start = nextLine(text, index + header.length);
    end = start;
    while (end < text.length) {
      const first = skipBlanks(text, end);
      if (first < lineEnd(text, end) && first - end <= indent.length) break;
      end = nextLine(text, lineEnd(text, end));
    }
    yield { start, end };
  }
}

const OPEN_TEXT =
  /^[ \t]*@?(?:(?:echo|printf|die|warn|log\w*|write-(?:host|output))[ \t]|(?:\w+_)?(?:USAGE|HELP|MSG|MESSAGE)=)[^"\r\n]*"(?=[^"\r\n]*$)/gim;

/** What is printed over several lines, up to the quote that closes it. */
function* openTexts(text: string): Iterable<Span> {
  for (const { index, 0: head } of text.matchAll(OPEN_TEXT)) {
    const start = nextLine(text, lineEnd(text, index + head.length));
    const end = text.indexOf('"', start);
    if (end < 0) return;
    if (end > start) yield { start, end };
  }
}
