import assert from 'node:assert/strict';
import { it } from 'node:test';
import { webview2Off } from '../../server/src/rules/webview2-off';
import { findingsOf } from '../support/check';
import { environment, serverConf } from '../support/samples';
import { testRule } from '../support/testRule';

const file = 'conf/serverConf.xml';
const mode = (value: string) => serverConf(`<web webView2Mode="${value}"/>`);
const others = { 'a.ims.yaml': environment('version: 7.3.1') };

testRule(webview2Off, {
  valid: [
    { name: 'a release of which nothing is known', file, code: mode('0') },
    { name: 'the mode that is on', file, code: mode('1'), others },
    {
      name: 'a release before it',
      file,
      code: mode('0'),
      others: { 'a.ims.yaml': environment('product: campaign-classic', 'build: 9351') },
    },
    {
      name: 'a hosted server',
      file,
      code: mode('0'),
      others: { 'a.ims.yaml': environment('version: 7.3.1', 'hosting: hosted') },
    },
    {
      name: "an instance's file that says nothing",
      file: 'conf/config-acme.xml',
      code: serverConf('<web/>'),
      others,
    },
    {
      name: 'a mode that the instance switches on',
      file,
      code: serverConf('<web/>'),
      others: { ...others, 'conf/config-acme.xml': mode('1') },
    },
  ],
  invalid: [
    { name: 'a mode that is off', file, code: mode('«0»'), others, fixed: mode('1') },
    {
      name: 'the same by the build',
      file: 'conf/config-acme.xml',
      code: mode('«0»'),
      others: { 'a.ims.yaml': environment('product: campaign-classic', 'build: 9352') },
    },
    {
      name: 'a mode that is not set',
      file,
      code: serverConf('<«web» atEnd=""/>'),
      others,
      messages: ['is not set and so is off'],
      fixed: null,
    },
  ],
});

it('webview2-off is off by default', () => {
  const { file: name, text } = webview2Off.meta.docs.invalid;
  assert.deepEqual(findingsOf(name, text), []);
});
