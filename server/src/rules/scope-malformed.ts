import { links } from '../facts/links';
import { isMetascope } from '../facts/scopes';
import { integrationExample } from './credential-examples';
import { formatRule } from './rule';

export const scopeMalformed = formatRule({
  meta: {
    id: 'scope-malformed',
    severity: 'warning',
    since: '0.1.0',
    fix: 'none',
    messages: {
      malformed:
        '**{label}** (`{key}`) holds a text that is no scope: scopes are letters, digits, points and underscores. Where several are meant, part them by commas.',
    },
    docs: {
      summary: 'A text among scopes that cannot be one, such as several scopes without commas.',
      why: 'Adobe documents a list of scopes with commas between them. Whatever reads `openid;AdobeID` takes it for one scope that nobody knows.',
      invalid: integrationExample({ scopes: 'openid AdobeID user_management_sdk' }),
      valid: integrationExample({ scopes: 'openid, AdobeID, user_management_sdk' }),
      links: [links.tokenCall],
    },
  },

  formats: ['scopes'],

  check({ text, value, name }, report) {
    // Of metascopes another rule speaks, also where they stand among several words.
    if (/^[\w.]+$/.test(text) || text.split(/[\s;]+/).some(isMetascope)) return;
    report({ at: value.span, message: 'malformed', data: name });
  },
});
