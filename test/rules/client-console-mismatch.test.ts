import { clientConsoleMismatch } from '../../server/src/rules/client-console-mismatch';
import { lines } from '../support/marks';
import { testRule } from '../support/testRule';

const file = 'shop.ims.yaml';
const environment = (fields: string) => `environments:\n  shop: { ${fields} }\n`;

testRule(clientConsoleMismatch, {
  valid: [
    ...[
      'version: 7.4.1, clientConsole: { version: 7.4.1 }',
      'version: 7.4.1, clientConsole: { version: "7.4" }',
      'version: 8.10, clientConsole: { version: v8.10 }',
      'version: 7.4.1, clientConsole: { version: }',
      'version: 7.4.1, clientConsole: { browserEngine: webview2 }',
      'version: ${VERSION}, clientConsole: { version: 7.4.1 }',
      'clientConsole: { version: 7.4.1 }',
      'version: 7.4.1, clientConsole: { version: new }',
    ].map((fields) => ({ name: fields, file, code: environment(fields) })),
  ],
  invalid: [
    {
      name: 'another version',
      file,
      code: lines`
        environments:
          shop:
            version: 7.4.1
            clientConsole:
              version: «7.3.5» # laptop of the agency
      `,
      severity: 'warning',
      messages: ['The client console is 7.3.5 and the server 7.4.1'],
      fixed: null,
    },
    {
      name: 'another version that only looks the same as a number',
      file,
      code: environment('version: 8.10, clientConsole: { version: «8.1» }'),
    },
    {
      name: 'a hosted environment',
      file: 'shop.ims.json',
      code: '{ "environments": [{ "hosting": "hosted", "version": "8.6.4", "clientConsole": { "version": "«8.5.2»" } }] }',
      messages: ['Adobe keeps hosted servers up to date'],
    },
  ],
});
