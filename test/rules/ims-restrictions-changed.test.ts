import { imsRestrictionsChanged } from '../../server/src/rules/ims-restrictions-changed';
import { testRule } from '../support/testRule';

testRule(imsRestrictionsChanged, { valid: [], invalid: [] });
