import { adobeIdConnectionOff } from '../../server/src/rules/adobe-id-connection-off';
import { testRule } from '../support/testRule';

const file = 'shop.ims.yaml';
const environment = (fields: string) => `environments:\n  shop: { ${fields} }\n`;

testRule(adobeIdConnectionOff, {
  valid: [
    'endUsers: ims, connectWithAdobeId: true',
    'endUsers: native, connectWithAdobeId: false',
    'connectWithAdobeId: false',
    'endUsers: ims, connectWithAdobeId:',
  ].map((fields) => ({ name: fields, file, code: environment(fields) })),
  invalid: [
    {
      name: 'the option when people sign in through IMS',
      file,
      code: environment('endUsers: ims, connectWithAdobeId: «false»'),
      severity: 'warning',
      messages: ['Connect with an Adobe ID (`connectWithAdobeId`) is off'],
      fixed: null,
    },
    {
      name: 'a hosted environment',
      file,
      code: environment('hosting: hosted, endUsers: ims, connectWithAdobeId: «false»'),
      messages: ['Adobe sets hosted environments up for it'],
    },
  ],
});
