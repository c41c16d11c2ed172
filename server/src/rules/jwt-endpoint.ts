import { tokenPath } from '../facts/ims-hosts';
import { links } from '../facts/links';
import { isAutoProvisioned } from './credential';
import { integrationExample } from './credential-examples';
import { migrationFix, migrationTitles } from './migration';
import { partOf } from './part';
import { formatRule } from './rule';

export const jwtEndpoint = formatRule({
  meta: {
    id: 'jwt-endpoint',
    severity: 'error',
    since: '0.1.0',
    fix: 'unsafe',
    messages: {
      jwt: '**{label}** (`{key}`) is the address that exchanges JWTs for tokens. It answers OAuth credentials with an error. Use `/ims/token/v3` with the grant `client_credentials`.',
    },
    fixes: migrationTitles,
    docs: {
      summary: 'The token endpoint of JWT in a credential that is not JWT.',
      why: "Adobe's endpoint `/ims/exchange/jwt` knows nothing of OAuth Server-to-Server credentials, and fails for credentials that were migrated.",
      invalid: integrationExample({
        tokenEndpoint: 'https://ims-na1.adobelogin.com/ims/exchange/jwt',
      }),
      valid: integrationExample({
        tokenEndpoint: 'https://ims-na1.adobelogin.com/ims/token/v3',
      }),
      links: [links.jwtMigration],
    },
  },

  formats: ['token-endpoint'],

  check({ text, value, entity, name }, report) {
    if (tokenPath(text)?.grant !== 'jwt' || isAutoProvisioned(entity)) return;
    // Beside a JWT credential the endpoint is the same mistake, and its migration replaces both.
    if (entity.flow === 'jwt' || entity.flow === 'mixed') return;
    const at = text.search(/\/ims\/exchange\/jwt/i);
    report({
      at: partOf(value, Math.max(0, at)).span,
      message: 'jwt',
      data: name,
      fix: migrationFix(entity),
    });
  },
});
