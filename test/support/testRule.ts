import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CheckContext } from '../../server/src/check';
import { newWorkspace } from '../../server/src/model/workspace';
import type { Finding, RelatedPlace } from '../../server/src/rules/finding';
import type { Example, Rule } from '../../server/src/rules/rule';
import { noSettings } from '../../server/src/rules/settings';
import { plain } from '../../server/src/text/message';
import { applyFix, documentOf, findingsOf } from './check';
import { marked } from './marks';

export interface Valid {
  /** Completes "accepts …". */
  readonly name: string;
  readonly file: string;
  readonly code: string;
  /** Other files of the workspace, by their paths in its folder. */
  readonly others?: Readonly<Record<string, string>>;
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
  /** The related places of the first finding: the text there, behind the path of another file. */
  readonly related?: readonly string[];
  readonly others?: Readonly<Record<string, string>>;
  readonly context?: Partial<CheckContext>;
}

/**
 * Tests a rule by tables. Its documentation's examples run first; a fix must cure its finding, and
 * once applied must have nothing more to change.
 */
export function testRule(
  { meta }: Rule,
  { valid, invalid }: { readonly valid: readonly Valid[]; readonly invalid: readonly Invalid[] },
): void {
  // A rule that is off by default is asked where settings say so.
  const settings = meta.offByDefault
    ? { ...noSettings, rules: { [meta.id]: meta.severity } }
    : noSettings;
  const ofRule = (file: string, code: string, context?: Partial<CheckContext>) =>
    findingsOf(file, code, { settings, ...context }).filter(({ rule }) => rule === meta.id);

  describe(meta.id, () => {
    it('reports its documented mistake', () => {
      const { file, text } = meta.docs.invalid;
      const context = { tracked: true, settings };
      const found = ofRule(...amid(besides(meta.docs.invalid), file, text, context));
      assert.ok(found.length > 0);
    });

    it('accepts its documented cure, and so does every other rule', () => {
      const { file, text } = meta.docs.valid;
      const all = findingsOf(...amid(besides(meta.docs.valid), file, text, { settings }));
      assert.deepEqual(all, []);
    });

    for (const { name, file, code, others, context } of valid) {
      it(`accepts ${name}`, () =>
        assert.deepEqual(ofRule(...amid(others, file, code, context)), []));
    }

    for (const each of invalid) it(`reports ${each.name}`, () => invalidCase(each));
  });

  function invalidCase(each: Invalid): void {
    const { messages, severity, fixed, titles, related } = each;
    const { text, spans } = marked(each.code);
    const [file, , context] = amid(each.others, each.file, text, each.context);
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
    if (related)
      assert.deepEqual(
        first?.related.map((place) => shownPlace(place, text)),
        related,
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

const besides = ({ beside }: Example): Readonly<Record<string, string>> | undefined =>
  beside && Object.fromEntries(beside.map(({ file, text }) => [file, text]));

const FOLDER = '/workspace/';

/** The same file in a workspace, where the test names others. */
function amid(
  others: Readonly<Record<string, string>> | undefined,
  file: string,
  code: string,
  context: Partial<CheckContext> | undefined,
): [string, string, Partial<CheckContext> | undefined] {
  if (!others) return [file, code, context];
  const documents = Object.entries(others).map(([path, text]) => documentOf(FOLDER + path, text));
  return [FOLDER + file, code, { ...context, workspace: newWorkspace(documents, [FOLDER]) }];
}

function shownPlace({ document, span }: RelatedPlace, text: string): string {
  const shown = (document?.text ?? text).slice(span.start, span.end);
  return document ? `${document.path.slice(FOLDER.length)}: ${shown}` : shown;
}
