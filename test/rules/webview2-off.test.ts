import { webview2Off } from '../../server/src/rules/webview2-off';
import { testRule } from '../support/testRule';

testRule(webview2Off, { valid: [], invalid: [] });
