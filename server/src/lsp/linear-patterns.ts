import { RE2JS } from 're2js';
import type { CompiledPattern, PatternEngine } from '../features/pattern-engine';

/**
 * An engine that never tries alternatives one after the other, as RegExp does: no pattern can hang
 * the server.
 */
export const linearPatterns: PatternEngine = {
  compile(pattern) {
    const compiled = compile(pattern, 0);
    return compiled && patternOf(pattern, compiled);
  },
};

function patternOf(pattern: string, compiled: RE2JS): CompiledPattern {
  let longest: RE2JS | undefined;
  return {
    size: compiled.matcher('').programSize(),
    groupsIn(text) {
      const matcher = compiled.matcher(text);
      if (!matcher.matches()) return undefined;
      return Array.from({ length: matcher.groupCount() }, (_, index) => {
        const [from, to] = [matcher.start(index + 1), matcher.end(index + 1)];
        return from < 0 ? undefined : { from, to };
      });
    },
    longestStart(text) {
      longest ??= compile(pattern, RE2JS.LONGEST_MATCH);
      const matcher = longest?.matcher(text);
      return matcher?.lookingAt() ? matcher.end() : undefined;
    },
  };
}

function compile(pattern: string, flags: number): RE2JS | undefined {
  try {
    return RE2JS.compile(pattern, flags);
  } catch {
    // It says why in words that quote the pattern; what counts is that it does not know it.
    return undefined;
  }
}
