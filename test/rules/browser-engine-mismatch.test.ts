import { browserEngineMismatch } from '../../server/src/rules/browser-engine-mismatch';
import { testRule } from '../support/testRule';

const file = 'shop.ims.yaml';
const environment = (fields: string, engine: string) =>
  `environments:\n  shop: { ${fields}, clientConsole: { browserEngine: ${engine} } }\n`;

testRule(browserEngineMismatch, {
  valid: [
    { name: 'WebView2 from 7.3.1 on', file, code: environment('version: 7.3.1', 'webview2') },
    { name: 'WebView2 in v8.4', file, code: environment('version: 8.4', 'webview2') },
    {
      name: 'Internet Explorer in 21.1.3',
      file,
      code: environment('version: 21.1.3', 'internet-explorer-11'),
    },
    {
      name: 'anything where the release is not known',
      file,
      code: environment('product: campaign-classic', 'internet-explorer-11'),
    },
    { name: 'another word', file, code: environment('version: 7.4.1', 'edge') },
    { name: 'a reference', file, code: environment('version: 7.4.1', '"${ENGINE}"') },
    {
      name: 'a console that has to be replaced anyway',
      file,
      code: 'environments:\n  - version: 7.4.1\n    clientConsole: { version: 7.2.2, browserEngine: internet-explorer-11 }\n',
    },
  ],
  invalid: [
    {
      name: 'Internet Explorer from 7.3.1 on',
      file,
      code: environment('version: 7.4.1', '«internet-explorer-11»'),
      severity: 'warning',
      messages: ['Install WebView2'],
      fixed: null,
    },
    {
      name: 'Internet Explorer by the build',
      file,
      code: environment('product: campaign-classic, build: 9352', '«internet-explorer-11»'),
      messages: ['release 9352'],
    },
    {
      name: 'Internet Explorer in v8',
      file,
      code: environment('version: 8.5.2, hosting: hosted', '«internet-explorer-11»'),
      messages: ['Adobe sets the servers of hosted environments up'],
    },
    {
      name: 'Internet Explorer that is wrong for server and console, however they differ',
      file,
      code: 'environments:\n  - version: 7.3.4\n    clientConsole: { version: 7.3.1, browserEngine: «internet-explorer-11» }\n',
    },
    {
      name: 'WebView2 before it came',
      file,
      code: environment('version: 7.2.2', '«webview2»'),
      messages: ['came with 7.3.1'],
    },
  ],
});
