import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Concept, conceptSchema, concepts, fieldNames } from '../../server/src/schema/catalog';
import { type Violation, violations } from '../../server/src/schema/validate';

const oauth = {
  authType: 'oauth-server-to-server',
  orgId: '0123456789ABCDEF01234567@AdobeOrg',
  clientId: '0123456789abcdef0123456789abcdef',
  clientSecret: 'x',
  scopes: ['openid'],
};
const { clientSecret: _, scopes: __, ...jwt } = { ...oauth, authType: 'jwt' };

interface Case {
  readonly name: string;
  readonly concept?: Concept;
  readonly value: unknown;
  readonly flow?: string;
  readonly found: readonly Violation[];
}

const text = { keyword: 'type', expected: ['string'] } as const;
const listOrText = { keyword: 'type', expected: ['array', 'string'] } as const;
const required = (...fields: readonly string[]): readonly Violation[] =>
  fields.map((field) => ({ keyword: 'required', field }));
const unknownFlow = {
  keyword: 'enum',
  field: 'authType',
  expected: ['oauth-server-to-server'],
} as const;

const cases: readonly Case[] = [
  { name: 'an OAuth credential', value: oauth, found: [] },
  { name: 'a JWT credential, of which nothing is missed', value: jwt, found: [] },
  { name: 'two secrets', value: { ...oauth, clientSecret: ['a', 'b'] }, found: [] },
  {
    name: 'unknown fields',
    value: { ...oauth, 'x-note': 1, orgid: 'a', constructor: 1 },
    found: [],
  },
  { name: 'claims as text and as object', value: { ...jwt, payload: { iss: 'a' } }, found: [] },
  {
    name: 'three secrets',
    value: { ...oauth, clientSecret: ['a', 'b', 'c'] },
    found: [{ keyword: 'maxItems', field: 'clientSecret' }],
  },
  {
    name: 'what OAuth needs',
    value: { ...jwt, authType: 'oauth-server-to-server' },
    found: required('clientSecret', 'scopes'),
  },
  {
    name: 'empty values as absent',
    value: { ...oauth, orgId: null, clientId: ' ', clientSecret: [], scopes: [null], title: null },
    found: required('orgId', 'clientId', 'clientSecret', 'scopes'),
  },
  {
    name: 'an item that is not written yet',
    value: { ...oauth, scopes: ['openid', null] },
    found: [],
  },
  {
    name: 'a missing tag once',
    value: { orgId: 'a', clientId: 'b' },
    found: required('authType'),
  },
  {
    name: 'a missing tag, and what the evidence requires',
    value: { orgId: 'a', scopes: 'openid' },
    flow: 'oauth-server-to-server',
    found: required('authType', 'clientId', 'clientSecret'),
  },
  {
    name: 'a missing tag of a JWT credential',
    value: { orgId: 'a', clientId: 'b' },
    flow: 'jwt',
    found: required('authType'),
  },
  { name: 'an unknown tag once', value: { ...oauth, authType: 'oauth' }, found: [unknownFlow] },
  {
    name: 'an unknown tag and what the evidence requires',
    value: { ...jwt, authType: 'oauth' },
    flow: 'oauth-server-to-server',
    found: [unknownFlow, ...required('clientSecret', 'scopes')],
  },
  {
    name: 'a tag that is no text once',
    value: { ...jwt, authType: 1 },
    found: [{ ...text, field: 'authType' }],
  },
  {
    name: 'a number for a text',
    value: { ...jwt, clientId: 12 },
    found: [{ ...text, field: 'clientId' }],
  },
  {
    name: 'a mapping for a list',
    value: { ...oauth, scopes: { openid: true } },
    found: [{ ...listOrText, field: 'scopes' }],
  },
  {
    name: 'items of a wrong type at their place',
    value: { ...oauth, scopes: ['openid', 1, 'AdobeID', false] },
    found: [
      { ...text, field: 'scopes', index: 1 },
      { ...text, field: 'scopes', index: 3 },
    ],
  },
  {
    name: 'nothing at all',
    value: undefined,
    found: required('authType', 'orgId', 'clientId'),
  },
  {
    name: 'a list instead of fields',
    value: ['a'],
    found: required('authType', 'orgId', 'clientId'),
  },
  {
    name: 'an account',
    concept: 'external-account',
    value: { name: 'a', label: 'b', type: 'other', enabled: 'yes', imsScope: 1 },
    found: [
      { keyword: 'enum', field: 'type', expected: ['adobe-experience-cloud'] },
      { keyword: 'type', field: 'enabled', expected: ['boolean'] },
      ...required('imsServer'),
      { ...listOrText, field: 'imsScope' },
      ...required('clientId', 'callbackServer', 'orgId', 'associationMask'),
    ],
  },
  {
    name: 'nested fields',
    concept: 'campaign-environment',
    value: { version: 8.1, build: 9383, clientConsole: { version: true, browserEngine: 'chrome' } },
    found: [
      { keyword: 'type', field: 'clientConsole.version', expected: ['string', 'number'] },
      {
        keyword: 'enum',
        field: 'clientConsole.browserEngine',
        expected: ['internet-explorer-11', 'webview2'],
      },
    ],
  },
  {
    name: 'a text where fields are nested',
    concept: 'campaign-environment',
    value: { clientConsole: '8.5' },
    found: [{ keyword: 'type', field: 'clientConsole', expected: ['object'] }],
  },
  {
    name: 'sections',
    concept: 'ims-project',
    value: { environments: [], integrations: 'none', externalAccounts: { a: null } },
    found: [{ keyword: 'type', field: 'integrations', expected: ['array', 'object'] }],
  },
];

describe('violations', () => {
  for (const { name, concept = 'ims-credential', value, flow, found } of cases) {
    it(`of ${name}`, () => assert.deepEqual(violations(concept, value, flow), found));
  }

  it('never propose JWT, and never two for one field', () => {
    const wrong: readonly unknown[] = ['jwt', 'nonsense', 7, true, [], [[]], {}, { jwt: 'jwt' }];
    for (const concept of concepts) {
      for (const name of fieldNames(concept, { foreign: true })) {
        for (const value of wrong) {
          const found = violations(concept, { [name]: value });
          assert.doesNotMatch(JSON.stringify(found.map(({ expected }) => expected)), /jwt/);
          const places = found.map(({ field, index }) => `${field} ${index}`);
          assert.equal(new Set(places).size, places.length, `${name}: ${places.join()}`);
        }
      }
    }
  });

  it('leave the value as it is', () => {
    const value = Object.freeze({ ...oauth, scopes: Object.freeze(['openid', null]) });
    violations('ims-credential', value);
    assert.deepEqual(conceptSchema('ims-credential').required, ['authType', 'orgId', 'clientId']);
  });
});
