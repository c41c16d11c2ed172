import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import Ajv from 'ajv';
import {
  type Concept,
  conceptSchema,
  concepts,
  type FieldSchema,
  fieldNames,
  fieldSchema,
  requiredFields,
} from '../../server/src/schema/catalog';
import { root } from '../support/root';

const annotations = [
  'foreign',
  'enumDescriptions',
  'deprecatedValues',
  'link',
  'oauth',
  'suggestions',
  'members',
];

const strict = () =>
  new Ajv({
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    discriminator: true,
    validateFormats: false,
    keywords: annotations.map((name) => `x-${name}`),
  });

/** All fields of a concept, also those that hold others. */
function fields(concept: Concept): readonly (readonly [string, FieldSchema])[] {
  const names = fieldNames(concept, { foreign: true }).flatMap((name) =>
    name.split('.').map((_, i, parts) => parts.slice(0, i + 1).join('.')),
  );
  return [...new Set(names)].map((name) => [name, fieldSchema(concept, name)!] as const);
}

describe('the schemas', () => {
  const folder = path.join(root, 'schemas');

  it('are one file for each concept', () => {
    const files = fs.readdirSync(folder).map((file) => file.replace('.schema.json', ''));
    assert.deepEqual(files.sort(), [...concepts].sort());
  });

  for (const concept of concepts) {
    const text = fs.readFileSync(path.join(folder, `${concept}.schema.json`), 'utf8');

    it(`${concept} compiles in strict mode`, () => {
      strict().compile(JSON.parse(text));
    });

    it(`${concept} says nothing with anyOf or another file`, () => {
      assert.doesNotMatch(text, /"(anyOf|allOf|if|\$ref)"/);
    });

    it(`${concept} explains every field`, () => {
      const { title, description } = conceptSchema(concept);
      for (const each of [{ title, description }, ...fields(concept).map(([, schema]) => schema)]) {
        assert.match(each.title, /^[A-Z].*[^.]$/, each.title);
        assert.match(each.description, /^[A-Z].{20,}\.$/, each.title);
      }
    });

    it(`${concept} explains every value of an enumeration`, () => {
      for (const [name, schema] of fields(concept)) {
        const explained = Object.keys(schema['x-enumDescriptions'] ?? {});
        assert.deepEqual(explained, schema.enum ?? [], name);
        for (const value of schema['x-deprecatedValues'] ?? [])
          assert.ok(explained.includes(value));
      }
    });

    it(`${concept} has examples that are right`, () => {
      for (const [name, schema] of fields(concept)) {
        assert.ok(schema.examples.length > 0, name);
        for (const example of schema.examples) {
          assert.ok(strict().validate(schema, example), `${name}: ${JSON.stringify(example)}`);
        }
      }
    });

    it(`${concept} links to Adobe's pages only`, () => {
      const linked = [conceptSchema(concept), ...fields(concept).map(([, schema]) => schema)];
      for (const { 'x-link': link } of linked) {
        assert.match(
          link ?? 'https://developer.adobe.com/',
          /^https:\/\/(experienceleague|developer)\.adobe\.com\//,
        );
      }
    });

    it(`${concept} shows no secret in an example`, () => {
      for (const [name, schema] of fields(concept)) {
        if (schema.writeOnly) assert.match(JSON.stringify(schema.examples), /^\[.*\$\{.*\]$/, name);
      }
    });
  }

  it('mark what only a JWT credential has as deprecated, and everything else not', () => {
    const deprecated = concepts.flatMap((concept) =>
      fields(concept).flatMap(([name, schema]) => (schema.deprecated ? [name] : [])),
    );
    assert.deepEqual(deprecated, [
      'metascopes',
      'privateKey',
      'passphrase',
      'publicKey',
      'certificateAlias',
      'payload',
      'certificateExpiry',
      'certificateExpirationDate',
    ]);
  });

  it('say of every field of a credential what becomes of it', () => {
    for (const [name, schema] of fields('ims-credential')) {
      assert.equal(
        schema['x-oauth'] === 'removed' || name === 'metascopes',
        !!schema.deprecated,
        name,
      );
      assert.ok(schema['x-oauth'], name);
    }
  });

  it('mark every secret', () => {
    // Rules are called after the secrets that they are about.
    for (const concept of concepts.filter((each) => each !== 'rule-levels')) {
      const secrets = fields(concept).filter(([name]) =>
        /secret|password|passphrase|privateKey/i.test(name),
      );
      for (const [name, schema] of secrets) assert.equal(schema.writeOnly, true, name);
    }
  });
});

describe('the catalog', () => {
  it('names nested fields with dots and leaves out what is not ours', () => {
    const environment = fieldNames('campaign-environment');
    assert.ok(environment.includes('clientConsole.version'));
    assert.ok(!environment.includes('clientConsole'));
    assert.ok(!fieldNames('external-account').includes('exportedAutomatically'));
    assert.ok(fieldNames('external-account', { foreign: true }).includes('exportedAutomatically'));
    assert.deepEqual(fieldNames('campaign-account'), []);
    assert.deepEqual(fieldNames('ims-project'), [
      'environments',
      'externalAccounts',
      'integrations',
    ]);
  });

  it('finds nested fields and no names of JavaScript', () => {
    assert.equal(fieldSchema('campaign-environment', 'clientConsole')?.type, 'object');
    assert.ok(fieldSchema('campaign-environment', 'clientConsole.browserEngine')?.enum);
    for (const name of ['__proto__', 'constructor', 'clientConsole.x', 'name.length', '', 'a.b']) {
      assert.equal(fieldSchema('campaign-environment', name), undefined, name);
    }
  });

  it('knows what each flow needs', () => {
    const always = ['authType', 'orgId', 'clientId'];
    assert.deepEqual(requiredFields('ims-credential'), always);
    assert.deepEqual(requiredFields('ims-credential', 'mixed'), always);
    assert.deepEqual(requiredFields('ims-credential', 'jwt'), always);
    assert.deepEqual(requiredFields('ims-credential', 'oauth-server-to-server'), [
      ...always,
      'clientSecret',
      'scopes',
    ]);
    assert.deepEqual(requiredFields('external-account'), [
      'name',
      'label',
      'imsServer',
      'clientId',
      'callbackServer',
      'orgId',
      'associationMask',
    ]);
    assert.deepEqual(requiredFields('campaign-environment', 'jwt'), []);
  });
});
