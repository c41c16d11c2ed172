import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readDocument } from '../../server/src/model/document';
import { textOf } from '../../server/src/model/entity';
import { isAemAccount } from '../../server/src/rules/aem-account';
import { documentOf, findingsOf } from '../support/check';
import { randomEdits } from '../support/random';

const GROUPS = `<?xml version='1.0'?>
<!-- ims-config-ignore-file org-id-malformed -->
<package buildNumber="9383">
  <entities schema="xtk:group">
    <group id="12" name="&lt;your group>" name="twice" label="XXXX" password="hunter2-hunter2"/>
    <group name="shop" label="Shop"><rights _operation="none" name="delivery"/></group>
  </entities>
</package>
`;

const read = (text: string) =>
  readDocument('a.xml', text)?.entities.map((each) => [each.concept, textOf(each, 'name')?.text]);

describe('a package', () => {
  it('holds accounts and groups in the order of the text, also in a description of packages', () => {
    assert.deepEqual(
      read(`<pkgDesc><package>
        <entities schema="xtk:group"><group name="a"/></entities>
        <entities schema="nms:extAccount"><extAccount name="MAC"/><extAccount name="ffda"/></entities>
        <entities schema="nms:delivery"><delivery name="d"/></entities>
        <entities schema="xtk:group"><group name="b"/><operator name="c"/></entities>
      </package></pkgDesc>`),
      [
        ['operator-group', 'a'],
        ['external-account', 'MAC'],
        ['campaign-account', 'ffda'],
        ['operator-group', 'b'],
      ],
    );
  });

  it('with groups alone is known, and nothing is ever reported in it', () => {
    assert.equal(documentOf('groups.xml', GROUPS).kind.id, 'campaign-groups');
    for (const text of [GROUPS, ...randomEdits(GROUPS, 200)]) {
      if (readDocument('groups.xml', text)?.kind.id !== 'campaign-groups') continue;
      assert.deepEqual(findingsOf('groups.xml', text), []);
    }
  });

  it('with a group beside its accounts is judged for its accounts alone', () => {
    const text = GROUPS.replace(
      '</package>',
      '<entities schema="nms:extAccount"><extAccount name="a"/></entities></package>',
    ).replace(/<!--.*-->/, '');
    const rules = findingsOf('a.xml', text).map(({ rule }) => rule);
    assert.deepEqual(rules, ['duplicate-key']);
  });

  for (const [name, text] of [
    ['a schema that speaks of groups', '<srcSchema name="xtk:group"/>'],
    [
      'a package of operators',
      '<package><entities schema="xtk:operator"><operator group="xtk:group"/></entities></package>',
    ],
    ['entities outside of a package', '<entities schema="xtk:group"><group name="a"/></entities>'],
  ] as const) {
    it(`is not ${name}`, () => assert.equal(readDocument('a.xml', text), undefined));
  }
});

describe('the account of AEM', () => {
  for (const [attributes, isAem] of [
    ['name="aemInstance"', true],
    ['name="aemInstance" type="12"', true],
    ['name="shop" type="12"', true],
    ['name="aemInstance" type="3"', false],
    ['name="shop"', false],
    ['name="MAC" type="12"', false],
  ] as const) {
    it(`is ${isAem ? '' : 'not '}the one with ${attributes}`, () => {
      const { entities } = documentOf(
        'a.xml',
        `<package><entities schema="nms:extAccount"><extAccount ${attributes}/></entities></package>`,
      );
      assert.equal(isAemAccount(entities[0]!), isAem);
    });
  }
});
