import { technicalAccountIncomplete } from '../../server/src/rules/technical-account-incomplete';
import { testRule } from '../support/testRule';

testRule(technicalAccountIncomplete, { valid: [], invalid: [] });
