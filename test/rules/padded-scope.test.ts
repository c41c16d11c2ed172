import { paddedScope } from '../../server/src/rules/padded-scope';
import { testRule } from '../support/testRule';

const inPackage = (scopes: string) =>
  `<package><entities schema="nms:extAccount"><extAccount name="MAC" userScope="${scopes}"/></entities></package>`;

testRule(paddedScope, {
  valid: [
    {
      name: 'blanks behind the commas of our notation',
      file: 'a.external-account.yaml',
      code: 'imsScope: openid, AdobeID\n',
    },
    { name: 'no blanks', file: 'a.xml', code: inPackage('openid,AdobeID') },
    { name: 'a blank without a scope yet', file: 'a.xml', code: inPackage('openid, ') },
    { name: 'a repeated scope, which goes anyway', file: 'a.xml', code: inPackage('a, a') },
    { name: 'a list', file: 'a.ims-integration.yaml', code: 'scopes: [ openid, AdobeID ]\n' },
  ],

  invalid: [
    {
      name: 'blanks in a package',
      file: 'a.xml',
      code: inPackage('openid,« »AdobeID,session«  »,« email »'),
      severity: 'warning',
      fixed: inPackage('openid,AdobeID,session  , email '),
    },
    {
      name: 'blanks in the items of a list',
      file: 'a.ims-integration.json',
      code: '{ "scopes": ["openid", "AdobeID« »"] }',
      fixed: '{ "scopes": ["openid", "AdobeID"] }',
    },
  ],
});
