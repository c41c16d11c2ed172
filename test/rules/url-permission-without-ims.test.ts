import { urlPermissionWithoutIms } from '../../server/src/rules/url-permission-without-ims';
import { testRule } from '../support/testRule';

testRule(urlPermissionWithoutIms, { valid: [], invalid: [] });
