import { tokenPath } from '../facts/ims-hosts';
import { links } from '../facts/links';
import { fieldOf, textOf } from '../model/entity';
import { flowSpan, isAutoProvisioned } from './credential';
import { integrationExample } from './credential-examples';
import { entityRule } from './rule';

export const autoProvisioned = entityRule({
  meta: {
    id: 'auto-provisioned',
    severity: 'info',
    since: '0.1.0',
    fix: 'none',
    messages: {
      auto: 'Adobe set this JWT integration up by itself and migrates it by itself to OAuth Server-to-Server. Do not migrate it by hand; keep the product up to date.',
    },
    docs: {
      summary: 'A JWT credential that Adobe provisions and migrates by itself.',
      why: 'Projects that Adobe generates, such as `AEM-p12345-e67890`, cannot and must not be migrated by customers. The finding stands in for `jwt-credential` and `jwt-endpoint`.',
      invalid: integrationExample({
        title: 'AEM-p12345-e67890',
        authType: 'jwt',
        clientSecret: '',
        scopes: '',
        autoProvisioned: 'true',
      }),
      valid: integrationExample({ title: 'AEM-p12345-e67890', autoProvisioned: 'true' }),
      links: [links.jwtMigration],
    },
  },

  concepts: ['ims-credential'],

  check(entity, report) {
    if (!isAutoProvisioned(entity)) return;
    const isJwt = entity.flow === 'jwt' || entity.flow === 'mixed';
    const endpoint = textOf(entity, 'tokenEndpoint');
    const exchanges = endpoint !== undefined && tokenPath(endpoint.text)?.grant === 'jwt';
    if (!isJwt && !exchanges) return;
    const at = isJwt ? flowSpan(entity) : fieldOf(entity, 'tokenEndpoint')?.keySpan;
    report({ at: at ?? entity.head, message: 'auto' });
  },
});
