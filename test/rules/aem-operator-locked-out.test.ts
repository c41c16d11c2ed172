import { aemOperatorLockedOut } from '../../server/src/rules/aem-operator-locked-out';
import { testRule } from '../support/testRule';

testRule(aemOperatorLockedOut, { valid: [], invalid: [] });
