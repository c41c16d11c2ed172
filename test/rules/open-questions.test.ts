import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CheckContext, check } from '../../server/src/check';
import { type ConfigDocument, readDocument } from '../../server/src/model/document';
import { type Entity, entityWith } from '../../server/src/model/entity';
import { newWorkspace } from '../../server/src/model/workspace';
import { type CheckMemory, recall } from '../../server/src/rules/open-questions';
import type { RuleContext } from '../../server/src/rules/rule';
import { noSettings } from '../../server/src/rules/settings';
import { documentOf, shownOf, TODAY } from '../support/check';
import { consoleOAuth, SECRET } from '../support/samples';

const SECRET_TEXT = consoleOAuth({ CLIENT_SECRETS: [SECRET] });
const EXPIRING = `{"ORG_ID":"x","API_KEY":"y","CLIENT_SECRET":"\${X}","PUBLIC_KEYS_WITH_EXPIRY":{"0123456789abcdef0123456789abcdef01234567":"12/31/2027"}}`;
const BLANK = `${' '.repeat(20_000)}
environments:
  production: { version: 7.4.1 }
integrations:
  main:
    authType: oauth-server-to-server
    clientId: <client-id>
`;

/** What is different in the second check of the same file. */
interface Change {
  readonly rule: string;
  readonly file: string;
  readonly text: string;
  readonly first?: Partial<CheckContext>;
  readonly second?: Partial<CheckContext>;
  readonly name?: string;
}

const CHANGES: Readonly<Record<string, Change>> = {
  'another day': {
    rule: 'certificate-expired',
    file: 'a.json',
    text: EXPIRING,
    second: { today: '2028-01-01' },
  },
  'git, which tracks it now': {
    rule: 'secret-in-plain-text',
    file: 'a.json',
    text: SECRET_TEXT,
    first: { tracked: false },
    second: { tracked: true },
  },
  'a name that makes it no template': {
    rule: 'placeholder-left',
    file: '__fixtures__/a.ims.yaml',
    text: BLANK,
    name: 'a.ims.yaml',
  },
  'settings that switch a rule on': {
    rule: 'placeholder-left',
    file: 'a.ims.yaml',
    text: BLANK,
    first: { settings: { ...noSettings, rules: { 'placeholder-left': 'off' } } },
    second: { settings: { ...noSettings, rules: { 'placeholder-left': 'error' } } },
  },
};

describe('what is remembered of an entity', () => {
  for (const [what, { rule, file, text, first, second, name }] of Object.entries(CHANGES)) {
    it(`is asked again for ${what}, and when that is taken back`, () => {
      const before = documentOf(file, text);
      const after = readDocument(name ?? file, text, undefined, before)!;
      assert.equal(after.entities.includes(before.entities.at(-1)!), file.endsWith('.yaml'));
      const memory: CheckMemory = new WeakMap();
      const counts = [
        [before, first] as const,
        [after, second] as const,
        [before, first] as const,
      ].map(([document, changed]) => {
        const remembering = checked(document, { ...changed, memory });
        assert.equal(shownOf(remembering), shownOf(checked(document, changed)));
        return remembering.filter((finding) => finding.rule === rule).length;
      });
      assert.deepEqual(counts, [0, 1, 0]);
    });
  }
});

const checked = (document: ConfigDocument, changed: Partial<CheckContext> = {}) =>
  check(document, { settings: noSettings, today: TODAY, ...changed });

describe('what is left to be asked about an entity', () => {
  const document = documentOf('a.ims.yaml', BLANK);
  const entity = document.entities.at(-1)!;
  const context: RuleContext = {
    today: TODAY,
    tracked: true,
    template: false,
    broken: new Set(),
    document,
    workspace: newWorkspace([document]),
  };
  const open = { fields: ['clientId'], rules: [] };

  /** What is known in one situation of what was left in another. */
  const known = (other: Partial<RuleContext>, changed: Entity = entity) => {
    const memory: CheckMemory = new WeakMap();
    recall(memory, context).leave(entity, open);
    return recall(memory, { ...context, ...other }).open(changed);
  };

  it('is known where nothing has changed', () => {
    const { fields, rules } = known({}) ?? {};
    assert.deepEqual({ fields, rules }, open);
  });

  const situations: Readonly<Record<string, Partial<RuleContext>>> = {
    day: { today: '2026-11-22' },
    tracked: { tracked: false },
    'not known to git': { tracked: undefined },
    template: { template: true },
    broken: { broken: new Set(['a']) },
  };
  for (const [what, other] of Object.entries(situations)) {
    it(`is all in another situation: ${what}`, () => assert.equal(known(other), undefined));
  }

  const entities: Readonly<Record<string, Partial<Entity>>> = {
    label: { label: 'other', alone: true },
    dialect: { dialect: { ...entity.dialect }, alone: true },
    place: {},
  };
  for (const [what, changes] of Object.entries(entities)) {
    it(`is all of another entity: ${what}`, () => {
      assert.equal(known({}, entityWith(entity, changes)), undefined);
    });
  }

  it('is not kept of what was read in part', () => {
    const memory: CheckMemory = new WeakMap();
    const broken = { ...context, broken: new Set(['a']) };
    recall(memory, broken).leave(entity, open);
    assert.equal(recall(memory, broken).open(entity), undefined);
  });
});
