import { recommendedTokenPath, tokenPath } from '../facts/ims-hosts';
import { links } from '../facts/links';
import { integrationExample } from './credential-examples';
import { partOf } from './part';
import { formatRule } from './rule';

export const tokenEndpointOutdated = formatRule({
  meta: {
    id: 'token-endpoint-outdated',
    severity: 'info',
    since: '0.1.0',
    fix: 'unsafe',
    messages: {
      outdated:
        "**{label}** (`{key}`) is the address at which a person's sign-in is exchanged for a token. For the client credentials of OAuth Server-to-Server Adobe documents `/ims/token/v3`. Use that.",
    },
    fixes: { useV3: 'Use `/ims/token/v3`' },
    docs: {
      summary: 'The token endpoint of another grant in an OAuth Server-to-Server credential.',
      why: "Adobe documents `/ims/token/v3` for client credentials; `/ims/token` and `/ims/token/v1` belong to the authorization code that a person's sign-in ends with. Versions 2 to 4 are used by Adobe's own tools and accepted here.",
      invalid: integrationExample({ tokenEndpoint: 'https://ims-na1.adobelogin.com/ims/token/v1' }),
      valid: integrationExample({ tokenEndpoint: 'https://ims-na1.adobelogin.com/ims/token/v3' }),
      links: [links.tokenCall],
    },
  },

  formats: ['token-endpoint'],

  check({ text, value, entity, name }, report) {
    if (entity.flow !== 'oauth-server-to-server') return;
    if (tokenPath(text)?.grant !== 'authorization-code') return;
    const path = /\/ims\/token(\/v1)?\/?/i.exec(text);
    if (!path) return;
    const part = partOf(value, path.index, path.index + path[0].length);
    report({
      at: part.span,
      message: 'outdated',
      data: name,
      fix: { title: 'useV3', edit: (edit) => edit.replace(part, recommendedTokenPath) },
    });
  },
});
