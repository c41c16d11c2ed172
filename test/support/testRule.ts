import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CheckContext } from '../../server/src/check';
import type { Finding } from '../../server/src/rules/finding';
import type { Rule } from '../../server/src/rules/rule';
import { plain } from '../../server/src/text/message';
import { applyFix, findingsOf } from './check';
import { marked } from './marks';

export interface Valid {
  /** Completes "accepts …". */
  readonly name: string;
  readonly file: string;
  readonly code: string;
  readonly context?: Partial<CheckContext>;
}

export interface Invalid {
  /** Completes "reports …". */
  readonly name: string;
  readonly file: string;
  /** With `«…»` around each span that the rule reports. */
  readonly code: string;
  /** A part of each message, in the order of the spans. */
  readonly messages?: readonly string[];
  readonly severity?: Finding['severity'];
  /** The text after the first fix of the first finding. `null`: it has no fix. */
  readonly fixed?: string | null;
  /** The titles of all fixes of the first finding. */
  readonly titles?: readonly string[];
  readonly context?: Partial<CheckContext>;
}

/**
 * Tests a rule by tables. Its documentation's examples run first; a fix must cure its finding, and once
 * applied must have nothing more to change.
 */
export function testRule(
  { meta }: Rule,
  { valid, invalid }: { readonly valid: readonly Valid[]; readonly invalid: readonly Invalid[] },
): void {
  const ofRule = (file: string, code: string, context?: Partial<CheckContext>) =>
    findingsOf(file, code, context).filter(({ rule }) => rule === meta.id);

  describe(meta.id, () => {
    it('reports its documented mistake', () => {
      const { file, text } = meta.docs.invalid;
      assert.ok(ofRule(file, text, { tracked: true }).length > 0);
    });

    it('accepts its documented cure, and so does every other rule', () => {
      const { file, text } = meta.docs.valid;
      assert.deepEqual(findingsOf(file, text), []);
    });

    for (const { name, file, code, context } of valid) {
      it(`accepts ${name}`, () => assert.deepEqual(ofRule(file, code, context), []));
    }

    for (const each of invalid) it(`reports ${each.name}`, () => invalidCase(each));
  });

  function invalidCase({ file, code, messages, severity, fixed, titles, context }: Invalid): void {
    const { text, spans } = marked(code);
    const findings = ofRule(file, text, context);
    const shown = findings.map(({ span }) => text.slice(span.start, span.end));
    assert.deepEqual(
      shown,
      spans.map(({ start, end }) => text.slice(start, end)),
    );
    assert.deepEqual(
      findings.map(({ span }) => span),
      spans,
    );
    messages?.forEach((part, index) => {
      const message = plain(findings[index]?.message ?? '');
      assert.ok(message.includes(part), `"${message}" does not say "${part}"`);
    });
    const [first] = findings;
    if (severity) assert.equal(first?.severity, severity);
    if (titles)
      assert.deepEqual(
        first?.fixes.map(({ title }) => title),
        titles,
      );
    if (fixed === null) assert.deepEqual(first?.fixes, []);
    if (typeof fixed === 'string') fixCase(file, text, first, fixed, context);
  }

  function fixCase(
    file: string,
    text: string,
    finding: Finding | undefined,
    expected: string,
    context?: Partial<CheckContext>,
  ): void {
    const fix = finding?.fixes[0];
    assert.ok(fix, 'there is no fix');
    const result = applyFix(text, fix);
    assert.equal(result, expected);
    const before = ofRule(file, text, context).length;
    assert.ok(ofRule(file, result, context).length < before, 'the finding is still there');
  }
}
