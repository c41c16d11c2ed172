import { imsRestrictionsTooEarly } from '../../server/src/rules/ims-restrictions-too-early';
import { testRule } from '../support/testRule';

testRule(imsRestrictionsTooEarly, { valid: [], invalid: [] });
