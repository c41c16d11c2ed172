import { links } from '../facts/links';
import { isOn } from '../model/entity';
import { environmentExample } from './campaign-examples';
import { isHosted, known } from './environment';
import { entityRule } from './rule';

export const adobeIdConnectionOff = entityRule({
  meta: {
    id: 'adobe-id-connection-off',
    severity: 'warning',
    since: '0.1.0',
    fix: 'none',
    messages: {
      off: '**Connect with an Adobe ID** (`{key}`) is off although people sign in through IMS. The client console then asks for a login and password that they no longer have. Switch it on in the connection settings of the console.',
      hosted:
        "**Connect with an Adobe ID** (`{key}`) is off although people sign in through IMS. Adobe sets hosted environments up for it; only this option of the console's connection settings is left to the people themselves.",
      ims: 'People sign in through IMS.',
    },
    docs: {
      summary:
        'People sign in through IMS, but the client console does not ask for their Adobe ID.',
      why: 'The client console opens the Adobe ID page only where “Connect with an Adobe ID” is on in its connection settings.',
      invalid: environmentExample({ connectWithAdobeId: 'false' }),
      valid: environmentExample({ connectWithAdobeId: 'true' }),
      links: [links.configuringIms, links.campaignUsersToIms],
    },
  },

  concepts: ['campaign-environment'],

  check(entity, report) {
    const value = known(entity, 'connectWithAdobeId');
    const endUsers = known(entity, 'endUsers');
    if (!value || isOn(entity, 'connectWithAdobeId') !== false) return;
    if (endUsers?.text !== 'ims') return;
    report({
      at: value.span,
      message: isHosted(entity) ? 'hosted' : 'off',
      data: { key: 'connectWithAdobeId' },
      related: [{ at: endUsers.span, message: 'ims' }],
    });
  },
});
