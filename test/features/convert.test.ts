import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import {
  type Conversion,
  conversionNotes,
  convertPackage,
  whyNotConverted,
} from '../../server/src/features/convert';
import { readDocument } from '../../server/src/model/document';
import { textOf } from '../../server/src/model/entity';
import { documentOf, findingsOf } from '../support/check';
import { randomEdits } from '../support/random';
import { root } from '../support/root';
import { packageOf, SECRET } from '../support/samples';

/** Pairs: `test/features/convert/<name>.xml` becomes `<name>.yaml`. */
const folder = path.join(root, 'test/features/convert');
const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
const packages = readdirSync(folder)
  .filter((name) => name.endsWith('.xml'))
  .map((name) => ({ name, text: read(name) }));

function converted(file: string, text: string): Conversion {
  const conversion = convertPackage(documentOf(file, text));
  assert.ok(conversion, 'nothing was converted');
  return conversion;
}

/** The rules that report an error in the new file, and nothing in the package. */
function newErrors(file: string, text: string, { files }: Conversion): readonly string[] {
  const known = new Set(findingsOf(file, text).map(({ rule }) => rule));
  return files
    .flatMap(({ name, content }) => findingsOf(name, content))
    .filter(({ rule, severity }) => severity === 'error' && !known.has(rule))
    .map(({ rule, message }) => `${rule}: ${message}`);
}

describe('a package becomes an account of our own notation', () => {
  for (const { name, text } of packages) {
    it(name, () => {
      const conversion = converted(`packages/${name}`, text);
      const [file] = conversion.files;
      assert.equal(file?.content, read(name.replace('.xml', '.yaml')));
      assert.equal(file.name, name.replace('.xml', '.external-account.yaml'));
      const again = documentOf(file.name, file.content);
      assert.equal(again.kind.id, 'external-account');
      assert.deepEqual(again.problems, []);
      assert.deepEqual(newErrors(name, text, conversion), []);
    });
  }

  it('says what it left out, by name only', () => {
    const conversion = converted('export.xml', read('export.xml'));
    assert.deepEqual(conversion.files[0]?.leftOut, [
      'EMailFunction',
      '_cs',
      'created',
      'packageAutoExport',
      'type',
      '<folder>',
      '<params>',
    ]);
    assert.deepEqual(conversion.files[0]?.blanks, ['clientSecret']);
    assert.deepEqual(conversion.otherAccounts, ['Mid-sourcing']);
    assert.deepEqual(conversionNotes(conversion), [
      'To be filled in, in export.external-account.yaml: `clientSecret`.',
      'Left out of export.external-account.yaml, which has no such fields: `EMailFunction`, `_cs`, `created`, `packageAutoExport`, `type`, `<folder>` and `<params>`.',
      'Other accounts of the package are not converted: `Mid-sourcing`.',
    ]);
  });

  it('has nothing to say where everything was taken over', () => {
    assert.deepEqual(conversionNotes(converted('a.xml', read('references.xml'))), []);
  });
});

describe('several accounts', () => {
  const account = (name: string) =>
    `<extAccount name="${name}" label="x" imsServer="ims-na1.adobelogin.com"/>`;
  const namesOf = (...names: readonly string[]) =>
    converted(
      'a/ext account.XML',
      `<package><entities schema="nms:extAccount">${names.map(account).join('')}</entities></package>`,
    ).files.map(({ name }) => name.replace(/\.external-account\.yaml$/, ''));

  it('get names of their own, which every file system takes', () => {
    assert.deepEqual(namesOf('MAC'), ['ext-account']);
    assert.deepEqual(namesOf('MAC', 'mac', 'MAC-2'), [
      'ext-account.MAC',
      'ext-account.mac-2',
      'ext-account.MAC-2-2',
    ]);
    assert.deepEqual(namesOf('../../etc', 'a/b\\c:d', 'Köln', ''), [
      'ext-account.etc',
      'ext-account.a-b-c-d',
      'ext-account.Köln',
      'ext-account',
    ]);
  });
});

describe('any text', () => {
  const texts =
    `a: b|a:|: b|# x|x #y|'|"|'"|it's|*all|&a|!tag|- a|-|yes|No|on|~|null|1|1.0|.5|0x1f|1_000|12:30|2024-01-01|{a}|[a]|, a|%a|@a|\`a|>|?|? a| lead|trail |tab\tbed|ümläut 💥|\u2028|\u0085|\uFEFFx|---|--- a|...|<<|=|\\|C:\\x|\\n|true|FALSE|[]|{}|"a" b|a\r\nb|\n a|a\n|a\n\n b|&amp;|<b>|日本語|a\u0000b|\u00a0a`
      .split('|')
      .concat('|', '| x', '>-');
  const attribute = (text: string) =>
    text.replace(/[&<>"\n\r\t]/g, (unit) => `&#${unit.charCodeAt(0)};`);

  for (const text of texts) {
    it(`${JSON.stringify(text)} stays what it is`, () => {
      const value = attribute(text);
      const source = packageOf(
        `imsServer="ims-na1.adobelogin.com" label="${value}" tenant="${value}" imsRightsMask="${value}"`,
      );
      const document = documentOf('a.xml', source);
      if (document.problems.length > 0) return;
      const [file] = converted('a.xml', source).files;
      const again = documentOf('a.external-account.yaml', file?.content ?? '');
      assert.deepEqual(again.problems, []);
      for (const name of ['label', 'tenant', 'associationMask']) {
        const before = textOf(document.entities[0]!, name)?.node.text;
        if (before?.trim()) assert.equal(textOf(again.entities[0]!, name)?.node.value, before);
      }
    });
  }

  it('also as the name of the package', () => {
    for (const name of ['a\nb: c', '# x', 'a\u2028b', '{file}', '', '.', '..']) {
      const source = packageOf('imsServer="ims-na1.adobelogin.com" label="x"');
      const [file] = converted(`${name}.xml`, source).files;
      assert.match(file?.content ?? '', /^# From the package .*\n# Fill in .*\n# .*\nname: A/);
      assert.match(file?.name ?? '', /^[\p{L}\p{N}_-][^/\\\n]*\.external-account\.yaml$/u);
    }
  });
});

describe('a secret', () => {
  const secrets = ['clientSecret', 'password', 'awsSecret', 'label', 'tenant', 'callbackServer'];
  for (const name of secrets) {
    it(`as ${name} goes nowhere`, () => {
      const source = packageOf(`imsServer="ims-na1.adobelogin.com" ${name}="${SECRET}"`);
      const conversion = converted('a.xml', source);
      assert.ok(!JSON.stringify([conversion, conversionNotes(conversion)]).includes(SECRET));
    });
  }

  it('is not taken for a reference because it holds one', () => {
    for (const value of [
      'hunter2${X}',
      '${X:-hunter2}',
      '$[secret:X;default=hunter2]',
      '{hunter2}',
    ]) {
      const source = packageOf(`imsServer="ims-na1.adobelogin.com" clientSecret="${value}"`);
      assert.match(converted('a.xml', source).files[0]?.content ?? '', /^clientSecret: <client-s/m);
    }
  });
});

describe('what cannot be converted', () => {
  const cases: readonly (readonly [file: string, text: string, says: RegExp])[] = [
    ['a.external-account.yaml', 'name: MAC\n', /^Only a package of Adobe Campaign/],
    ['a.txt', 'x', /^Only a package of Adobe Campaign/],
    ['a.xml', packageOf('imsServer="x').replace('/>', '>'), /has a syntax error/],
    [
      'a.xml',
      '<package><entities schema="nms:extAccount"><extAccount name="ftp"/></entities></package>',
      /holds no external account of type Adobe Experience Cloud/,
    ],
  ];
  for (const [file, text, says] of cases) {
    it(`${file}: ${says.source}`, () => {
      const document = readDocument(file, text);
      assert.equal(convertPackage(document), undefined);
      assert.match(whyNotConverted(document) ?? '', says);
    });
  }
});

describe('damaged packages', () => {
  for (const { name, text } of packages) {
    it(`${name}: never throw, and what is converted can be read`, () => {
      for (const damaged of randomEdits(text, 400)) {
        const conversion = convertPackage(readDocument(name, damaged));
        if (!conversion) continue;
        for (const { name: file, content } of conversion.files) {
          assert.deepEqual(documentOf(file, content).problems, [], content);
        }
        assert.deepEqual(newErrors(name, damaged, conversion), [], damaged);
      }
    });
  }
});
