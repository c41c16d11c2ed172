import type { ConfigDocument } from '../model/document';
import { json } from '../syntax/json';
import type { SyntaxProblem } from '../syntax/syntax';
import type { Span } from '../text/span';
import { brokenLines } from './broken-lines';
import { documentRule } from './rule';

export const syntaxError = documentRule({
  meta: {
    id: 'syntax-error',
    severity: 'error',
    since: '0.1.0',
    fix: 'none',
    messages: {
      'unexpected-token':
        'This does not belong here. Whatever reads the file stops at it: remove it, or complete what stands before.',
      'value-expected': 'A value is missing here. Write one, or remove the key.',
      'comma-expected': 'A comma is missing before this. Add it behind the value above.',
      'trailing-comma':
        'Nothing follows this comma. AEM takes comments in a `.cfg.json` file, and otherwise JSON only, which knows no comma behind the last member. Remove it.',
      'colon-expected': 'A colon is missing between a key and its value.',
      'bracket-expected': 'A bracket that was opened is not closed. Close it.',
      'bracket-in-text':
        'Without quotes this bracket is a part of the text before it, so that the list is never closed. Put the text in quotes.',
      'key-expected': 'A key is missing here, or a comma is one too many.',
      'unclosed-string': 'This text has no closing quote. Close it on the same line.',
      'unclosed-comment': 'This comment has no end. Close it.',
      'illegal-escape': 'This escape is not one of the notation. To write a backslash, write two.',
      'illegal-character': 'This character may not stand here as it is. Write it escaped.',
      'tab-indent': 'A tab indents this line, and YAML allows spaces only. Use spaces.',
      'bad-indent':
        'This line is not indented like its neighbors, so it belongs to nothing. Align it.',
      'unknown-anchor':
        'Nothing in this file has this anchor. Define it with `&`, or write the value here.',
      'unclosed-tag': 'This element is not closed. Add its end tag.',
      'mismatched-tag':
        'This end tag closes no element that is open. Correct its name, or remove it.',
      'attribute-expected': 'An attribute is a name, `=` and a quoted value. Complete this one.',
      'quotes-expected': 'This value has no quotes. Put it in quotes.',
      'further-document':
        'Another document begins here, and only the first one of a file is read. Put it into a file of its own.',
      'not-json':
        'This is no JSON: there keys and texts stand in double quotes, commas between members, and braces around them all. `aio` takes it, and whatever else reads the file stops here. Write it that way.',
      'no-json':
        'There is no JSON in this file, and whatever reads it stops here. Put the file that it stands for in its place, as it was downloaded.',
      malformed: 'This cannot be read. Check quotes, brackets and indentation around it.',
    },
    docs: {
      summary: 'A text that its notation does not allow.',
      why: 'Whatever reads the file rejects it as a whole, or reads something else than what you see. In the editor JSON and YAML errors are left to the tools that report them already.',
      invalid: {
        file: 'example.ims-integration.json',
        text: '{\n  "title": "Target"\n  "authType": "oauth-server-to-server",\n  "orgId": "0123456789ABCDEF01234567@AdobeOrg",\n  "clientId": "0123456789abcdef0123456789abcdef",\n  "clientSecret": "${IMS_CLIENT_SECRET}",\n  "scopes": ["openid", "AdobeID", "target_sdk"]\n}\n',
      },
      valid: {
        file: 'example.ims-integration.json',
        text: '{\n  "title": "Target",\n  "authType": "oauth-server-to-server",\n  "orgId": "0123456789ABCDEF01234567@AdobeOrg",\n  "clientId": "0123456789abcdef0123456789abcdef",\n  "clientSecret": "${IMS_CLIENT_SECRET}",\n  "scopes": ["openid", "AdobeID", "target_sdk"]\n}\n',
      },
      links: [],
    },
  },

  check(document, report) {
    const [first] = document.problems;
    if (first && isProse(document)) return report({ at: first.span, message: 'no-json' });
    const fault = faultAsJson(document);
    if (fault) return report({ at: fault, message: 'not-json', severity: 'info' });
    // Of these another rule says more.
    const broken = new Set(brokenLines(document).map(({ problem }) => problem));
    document.problems.forEach((problem, index) => {
      if (broken.has(problem) || goesOn(problem, document.problems[index - 1], document)) return;
      report({ at: problem.span, message: problem.code });
    });
    for (const at of commasTooMany(document)) report({ at, message: 'trailing-comma' });
  },
});

/** A sentence in the place of what is expected, as samples have it. */
const isProse = ({ syntax, entities, text }: ConfigDocument): boolean =>
  syntax.id === 'json' && entities.length === 0 && !/[{}[\]]/.test(text);

/**
 * Commas that the Configurator of OSGi does not take; where the text is broken, they come later.
 */
const commasTooMany = ({ path, problems, parsed }: ConfigDocument): readonly Span[] =>
  /\.cfg\.json$/i.test(path) && problems.length === 0 ? (parsed.trailingCommas ?? []) : [];

/** What is no JSON in a file that is called so and whose reader takes HJSON. */
const faultAsJson = ({ path, syntax, problems, text }: ConfigDocument): Span | undefined =>
  syntax.id === 'hjson' && problems.length === 0 && /\.json$/i.test(path)
    ? json.parse(text).problems[0]?.span
    : undefined;

/** Tabs at line after line are one mistake, and so are the backslashes of a path. */
function goesOn(
  { code, span }: SyntaxProblem,
  before: SyntaxProblem | undefined,
  { text }: ConfigDocument,
): boolean {
  if (before?.code !== code) return false;
  const lines = text.slice(before.span.start, span.start).split('\n').length - 1;
  return (code === 'illegal-escape' && lines === 0) || (code === 'tab-indent' && lines < 2);
}
