import { packageInternalKey } from '../../server/src/rules/package-internal-key';
import { lines } from '../support/marks';
import { testRule } from '../support/testRule';

const file = 'extaccount.xml';

testRule(packageInternalKey, {
  valid: [
    {
      name: 'links by name and keys that say none',
      file,
      code: lines`
        <package><entities schema="nms:extAccount">
          <extAccount _key="@name" name="MAC" imsOrgId="0123456789ABCDEF01234567@AdobeOrg"
                      folder-id="0" fdaExtAccount-id="">
            <folder _operation="none" name="nmsExternalAccount"/>
          </extAccount>
        </entities></package>
      `,
    },
    { name: 'our own notation', file: 'a.external-account.json', code: '{ "@id": "1042" }' },
  ],
  invalid: [
    {
      name: 'all keys of an account once, and removes them',
      file,
      code: lines`
        <package><entities schema="nms:extAccount">
          <extAccount name="MAC" «id»="1042" label="Shop"
                      folder-id='1015' createdBy-id="7"/>
          <extAccount name="aemInstance" «folder-id»="1015"/>
        </entities></package>
      `,
      severity: 'warning',
      messages: ['`id`, `folder-id` and `createdBy-id` are internal keys', '`folder-id` is'],
      titles: ['Remove `id`, `folder-id` and `createdBy-id`'],
      fixed: lines`
        <package><entities schema="nms:extAccount">
          <extAccount name="MAC" label="Shop"/>
          <extAccount name="aemInstance" folder-id="1015"/>
        </entities></package>
      `,
    },
  ],
});
