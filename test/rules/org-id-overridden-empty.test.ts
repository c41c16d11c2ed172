import { orgIdOverriddenEmpty } from '../../server/src/rules/org-id-overridden-empty';
import { testRule } from '../support/testRule';

testRule(orgIdOverriddenEmpty, { valid: [], invalid: [] });
