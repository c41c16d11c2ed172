import type { EntityEdit } from '../model/edit';
import type { Field } from '../model/entity';
import { formMistake } from '../model/field-form';
import { isJwtOnly } from '../model/flow';
import { type Shape, shapeForm } from '../model/shape';
import type { ConfigNode } from '../syntax/tree';
import { oauthDownloadExample } from './credential-examples';
import { keywordRule } from './rule';

export const unexpectedType = keywordRule({
  meta: {
    id: 'unexpected-type',
    severity: 'error',
    since: '0.1.0',
    fix: 'safe',
    messages: {
      type: '**{label}** (`{key}`) is {actual}, and whatever reads it expects {expected}. {advice}',
    },
    fixes: {
      quote: 'Write it as a text',
      list: 'Write it as a list',
      text: 'Write it as one text',
      commas: 'Write it as one text with commas',
      boolean: 'Use `{value}`',
    },
    docs: {
      summary: 'A value of another type than the field has.',
      why: 'Readers of these files reject a number where a text stands, and a text where a list stands, often without saying so.',
      invalid: {
        ...oauthDownloadExample(),
        text: oauthDownloadExample().text.replace(/\[[^\]]*"openid"[^\]]*\]/, '"openid,AdobeID"'),
      },
      valid: oauthDownloadExample(),
      links: [],
    },
  },

  keywords: ['type'],

  check({ violation, field, name, schema, entity }, report) {
    // Of the form of a secret another rule speaks.
    if (field.name === 'clientSecret' && formMistake(field, entity)) return;
    // What goes anyway needs no other type.
    if (entity.flow === 'jwt' && isJwtOnly(field, entity.dialect)) return;
    // Of a list of choices the rule about values speaks.
    if (schema?.enum && field.value.type === 'scalar') return;
    const node = nodeOf(field, violation.index);
    const expected = violation.expected ?? [];
    const conversion = conversionOf(field, node, expected);
    const isFlag = field.shape === 'flag';
    report({
      at: node.type === 'scalar' && node.span.end > node.span.start ? node.span : field.keySpan,
      message: 'type',
      data: {
        ...name,
        actual: ACTUAL[node.type === 'scalar' ? typeof node.value : node.type] ?? 'empty',
        expected: isFlag
          ? '`0` or `1`'
          : expected.map((type) => expectedName(type, field)).join(' or '),
        advice: ADVICE[conversion?.title ?? 'none'] ?? '',
      },
      fix: conversion,
    });
  },
});

const ACTUAL: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'a yes or no',
  array: 'a list',
  object: 'a group of fields',
};

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: '`true` or `false`',
  array: 'a list of texts',
  object: 'a group of fields',
};

/** A list whose items are no texts holds groups of fields. */
const expectedName = (type: string, { shape }: Field): string =>
  type === 'array' && !takesArray(shape) ? 'a list of groups' : (EXPECTED[type] ?? type);

const ADVICE: Readonly<Record<string, string>> = {
  quote: 'Put it in quotes.',
  list: 'Write it as a list.',
  text: 'Write it without the list.',
  commas: 'Write it as one text with commas.',
  boolean: 'Write that.',
  none: 'Write it that way.',
};

interface Conversion {
  readonly title: 'quote' | 'list' | 'text' | 'commas' | 'boolean';
  readonly data?: { readonly value: string };
  readonly edit: (edit: EntityEdit) => void;
}

/** The same meaning in the type that is expected, where there is no doubt about it. */
function conversionOf(
  field: Field,
  node: ConfigNode,
  expected: readonly string[],
): Conversion | undefined {
  if (node.type === 'scalar' && typeof node.value !== 'string' && expected.includes('string')) {
    const isItem = node !== field.value;
    return {
      title: 'quote',
      edit: (edit) => (isItem ? edit.setItem(node, node.text) : edit.set(field, node.text)),
    };
  }
  if (node.type === 'scalar' && expected.includes('boolean')) return booleanOf(field, node.text);
  if (node.type === 'scalar' && expected.includes('array') && takesArray(field.shape)) {
    // Ids, secrets and scopes hold no commas.
    const texts = node.text.split(',').map((text) => text.trim());
    return {
      title: 'list',
      edit: (edit) =>
        edit.set(
          field,
          texts.filter((text) => text !== ''),
        ),
    };
  }
  const [only] = field.items;
  if (node.type === 'array' && expected.includes('string') && field.items.length === 1 && only) {
    return { title: 'text', edit: (edit) => edit.set(field, only.text) };
  }
  const texts = field.items.map(({ text }) => text);
  if (node.type === 'array' && takesCommas(field.shape) && texts.length === node.items.length) {
    return { title: 'commas', edit: (edit) => edit.set(field, texts.join(',')) };
  }
  return undefined;
}

/** Whether an array of texts may stand there; those of a project hold groups of fields. */
function takesArray(shape: Shape): boolean {
  const { node, list } = shapeForm(shape);
  return node !== 'scalar' && list !== 'none';
}

function takesCommas(shape: Shape): boolean {
  const { node, list, also } = shapeForm(shape);
  return node === 'scalar' && (list === 'commas' || also === 'commas');
}

function booleanOf(field: Field, text: string): Conversion | undefined {
  const value = {
    true: true,
    yes: true,
    on: true,
    '1': true,
    false: false,
    no: false,
    off: false,
    '0': false,
  }[text.trim().toLowerCase()];
  if (value === undefined) return undefined;
  return {
    title: 'boolean',
    data: { value: String(value) },
    edit: (edit) => edit.set(field, value),
  };
}

function nodeOf({ value }: Field, index: number | undefined): ConfigNode {
  if (value.type !== 'array' || index === undefined) return value;
  return value.items[index] ?? value;
}
