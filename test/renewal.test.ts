import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { type CheckContext, check, checking } from '../server/src/check';
import { complete } from '../server/src/features/completion';
import { deprecated } from '../server/src/features/deprecated';
import { hover } from '../server/src/features/hover';
import { type ConfigDocument, readDocument } from '../server/src/model/document';
import type { Entity } from '../server/src/model/entity';
import { type KnownAnswers, newWorkspace } from '../server/src/model/workspace';
import type { CheckMemory } from '../server/src/rules/open-questions';
import { noSettings } from '../server/src/rules/settings';
import { TODAY } from './support/check';
import { seeded } from './support/random';
import { root } from './support/root';

/** Texts that are large enough to be read in part, by the blanks above them. */
const BLANK = `${' '.repeat(20_000)}\n`;

const PROJECT = `${BLANK}environments:
  production: { version: 7.4.1, stage: production }
  stage:
    version: 7.3.1
externalAccounts:
${[1, 2, 3, 4]
  .map(
    (index) => `  - name: account_${index}
    environment: ${index < 3 ? 'stage' : 'production'}
    enabled: ${index === 2 ? 'nope' : 'true'}
    imsServer: https://ims-na1.adobelogin.com
    clientId: Campaign-Acme
    clientSecret: ${index === 3 ? 'hunter2hunter2' : `\${SECRET_${index}}`}
    callbackServer: https://campaign.acme.example
    associationMask: Campaign - acme - (.*)
`,
  )
  .join('')}integrations:
  main:
    authType: jwt
    orgId: 3F2504E04F8941D39A0C0305@AdobeOrg
    clientId: 9f1c2ab34d5e6f708192a3b4c5d6e7f8
    metascopes: [ent_user_sdk]
  # ims-config-ignore missing-field
  second:
    authType: oauth-server-to-server
    orgId: 3F2504E04F8941D39A0C0305@AdobeOrg
    clientId: 9f1c2ab34d5e6f708192a3b4c5d6e7f8
    scopes: [openid, AdobeID, AdobeID]
`;

const PIECES = [
  'x',
  '1',
  ' ',
  '"',
  ':',
  '\n',
  '\n    ',
  '- ',
  '#',
  '{',
  ',',
  '$',
  'clientSecret: hunter3hunter3\n    ',
  'enabled: no\n    ',
  'orgId: 0000504E04F8941D39A0C030@AdobeOrg\n    ',
];

interface Kept {
  readonly memory: CheckMemory;
  readonly answers: KnownAnswers;
}

const contextOf = (document: ConfigDocument, kept?: Kept): CheckContext => ({
  settings: noSettings,
  today: TODAY,
  tracked: true,
  workspace: newWorkspace([document], [], kept?.answers),
  memory: kept?.memory,
});

const foundIn = (document: ConfigDocument, kept?: Kept) =>
  check(document, contextOf(document, kept)).map(({ about, fixes, related, ...finding }) => ({
    ...finding,
    about: about.map(({ span, label }) => ({ span, label })),
    fixes: fixes.map(({ edits, texts, ...fix }) => ({
      ...fix,
      edited: edits(),
      written: texts?.(),
    })),
    related: related.map(({ span, message }) => ({ span, message })),
  }));

/** Everything that is said of a document. */
function saidOf(document: ConfigDocument, offset: number, kept?: Kept) {
  const { workspace } = contextOf(document, kept);
  return {
    findings: foundIn(document, kept),
    entities: document.entities.map(readOf),
    deprecated: deprecated(document, workspace).map(({ span, message }) => ({ span, message })),
    hover: hover(document, offset, workspace),
    known: complete(document, offset, workspace),
  };
}

/** So many steps of a check; whether it came to its end. */
function checkInPart(document: ConfigDocument, kept: Kept, steps: number): boolean {
  const check = checking(document, contextOf(document, kept));
  for (let step = 0; step < steps; step++) if (check.next().done) return true;
  return false;
}

/** What an entity says, and where. */
const readOf = ({ label, head, span, flow, fields, others }: Entity) => ({
  ...{ label, head, span, flow },
  fields: [...fields].map(([name, all]) => [
    name,
    all.map((field) => ({
      at: field.span,
      items: field.items.map((item) => ({ text: item.text, span: item.span })),
    })),
  ]),
  others: others.map(({ property: { key, keySpan, span: at } }) => ({ key, keySpan, at })),
});

/** A few edits one after the other; the number of entities that were kept. */
function edited(file: string, start: string, seed: number, steps: number): number {
  const random = seeded(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const kept: Kept = { memory: new WeakMap(), answers: new WeakMap() };
  const first = start.length - start.trimStart().length;
  let text = start;
  let document = readDocument(file, text);
  let same = 0;
  for (let step = 0; step < steps; step++) {
    const at = first + below(text.length - first);
    const piece = below(3) > 0 ? PIECES[below(PIECES.length)]! : '';
    const changed = text.slice(0, at) + piece + text.slice(at + below(3));
    // What breaks all of it is taken back.
    text = step % 4 === 3 ? start : changed;
    const before: ConfigDocument | undefined = document;
    document = readDocument(file, text, undefined, before);
    const anew = readDocument(file, text);
    assert.equal(document?.kind, anew?.kind);
    if (!document || !anew) continue;
    same += document.entities.filter((each) => before?.entities.includes(each)).length;
    assert.deepEqual(saidOf(document, at, kept), saidOf(anew, at), JSON.stringify(text.trim()));
  }
  return same;
}

const ORG = 'orgId: 3F2504E04F8941D39A0C0305@AdobeOrg';

/** What is changed once in the last entity that has it, and what is found because of that. */
const MISTAKES: readonly (readonly [rule: string, old: string, changed: string])[] = [
  ['duplicate-key', '    clientSecret:', '    enabled: true\n    clientSecret:'],
  ['unexpected-type', 'enabled: true', 'enabled: nope'],
  ['org-id-malformed', ORG, 'orgId: 3F2504E04F8941D39A0C0305'],
  ['credential-mismatch', ORG, ORG.replace('3F25', '0000')],
  ['callback-shared', 'environment: production', 'environment: stage'],
];

describe('a text that is edited', () => {
  for (const [rule, old, changed] of MISTAKES) {
    it(`has ${rule} while that is so`, () => {
      const at = PROJECT.lastIndexOf(old);
      const other = PROJECT.slice(0, at) + changed + PROJECT.slice(at + old.length);
      const kept: Kept = { memory: new WeakMap(), answers: new WeakMap() };
      let document: ConfigDocument | undefined;
      const counts = [PROJECT, other, PROJECT].flatMap((text) =>
        // What stands behind the name of the first account moves.
        [text, text.replace('account_1', 'account_one')].map((each) => {
          document = readDocument('a.ims.yaml', each, undefined, document)!;
          const said = saidOf(document, at, kept);
          assert.deepEqual(said, saidOf(readDocument('a.ims.yaml', each)!, at));
          return said.findings.filter((finding) => finding.rule === rule).length;
        }),
      );
      const [before, moved, wrong] = counts;
      assert.notEqual(wrong, before);
      assert.deepEqual(counts, [before, moved, wrong, wrong, before, moved]);
    });
  }

  it('gets the same where the check before was given up after any step', () => {
    for (const [rule, old, changed] of MISTAKES) {
      const at = PROJECT.lastIndexOf(old);
      const text = PROJECT.slice(0, at) + changed + PROJECT.slice(at + old.length);
      for (let steps = 0, isWhole = false; !isWhole; steps++) {
        const kept: Kept = { memory: new WeakMap(), answers: new WeakMap() };
        const before = readDocument('a.ims.yaml', text)!;
        isWhole = checkInPart(before, kept, steps);
        const moved = text.replace('account_1', 'account_one');
        const found = foundIn(readDocument('a.ims.yaml', moved, undefined, before)!, kept);
        const anew = foundIn(readDocument('a.ims.yaml', moved)!);
        assert.ok(anew.some((finding) => finding.rule === rule));
        assert.deepEqual(found, anew, `${rule} after ${steps} steps`);
      }
    }
  });

  it('gets what it would get if nothing were known of it', () => {
    let same = 0;
    for (let seed = 1; seed <= 5; seed++) same += edited('a.ims.yaml', PROJECT, seed, 30);
    assert.ok(same > 150, `${same} entities were kept`);
  });

  it('gets that in every example, too', () => {
    for (const folder of ['examples', 'test/golden']) {
      const names = readdirSync(path.join(root, folder), { recursive: true }).map(String);
      for (const name of names.filter((each) => /\.(ya?ml|json)$/.test(each))) {
        const file = `${folder}/${name}`;
        edited(file, BLANK + readFileSync(path.join(root, file), 'utf8'), name.length, 4);
      }
    }
  });
});
