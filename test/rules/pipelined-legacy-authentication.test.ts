import { pipelinedLegacyAuthentication } from '../../server/src/rules/pipelined-legacy-authentication';
import { testRule } from '../support/testRule';

testRule(pipelinedLegacyAuthentication, { valid: [], invalid: [] });
