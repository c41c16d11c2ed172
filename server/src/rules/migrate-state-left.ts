import { jwtDates } from '../facts/jwt';
import { links } from '../facts/links';
import { fieldOf, textOf } from '../model/entity';
import { longDate } from '../text/message';
import { jwtBlock, workspaceExample } from './console-examples';
import { isAutoProvisioned, readerOf } from './credential';
import { entityRule } from './rule';

export const migrateStateLeft = entityRule({
  meta: {
    id: 'migrate-state-left',
    severity: 'warning',
    since: '0.1.0',
    fix: 'unsafe',
    messages: {
      left: 'This credential is still on its way from Service Account (JWT) to OAuth Server-to-Server, so that some tools sign in with the one and some with the other. No JWT credential works after {lastDay}. Finish the migration on its page in the Developer Console, and keep only `oauth_server_to_server` here.',
      reference:
        'When `aio` imported this workspace, the credential was on its way from Service Account (JWT) to OAuth Server-to-Server. No JWT credential works after {lastDay}. Finish the migration on its page in the Developer Console, then download the workspace and import it again (`aio app use <file>`).',
      block: 'This is the credential of JWT.',
    },
    fixes: { keep: 'Keep only the OAuth Server-to-Server credential' },
    docs: {
      summary: 'A credential that is still between JWT and OAuth Server-to-Server.',
      why: 'While a credential is migrated in the Developer Console, a download has both forms of it. Until the old one is deleted there, no API can be added to it and no secret be replaced; and what still uses the old one stops with it.',
      invalid: workspaceExample({
        integration_type: 'oauth_server_to_server_migrate',
        jwt: jwtBlock(),
      }),
      valid: workspaceExample(),
      links: [links.jwtMigration],
    },
  },

  concepts: ['ims-credential'],

  check(entity, report) {
    if (isAutoProvisioned(entity)) return;
    const type = textOf(entity, 'integrationType');
    const inTransit = type?.text === 'oauth_server_to_server_migrate';
    const left = (entity.fields.get('credentialBlock') ?? []).filter(({ jwtForm }) => jwtForm);
    const data = { lastDay: longDate(jwtDates.lastDay) };
    if (readerOf(entity)?.sort === 'aio-import') {
      if (inTransit) report({ at: type.span, message: 'reference', data });
      return;
    }
    if (entity.flow === 'jwt' || (!inTransit && left.length === 0)) return;
    const field = fieldOf(entity, 'integrationType');
    report({
      at: inTransit ? type.span : (left[0]?.keySpan ?? entity.head),
      message: 'left',
      data,
      related: inTransit ? left.map(({ keySpan }) => ({ at: keySpan, message: 'block' })) : [],
      fix: {
        title: 'keep',
        edit: (edit) => {
          edit.remove(...left);
          const wanted = entity.dialect.credential?.flags?.integrationType?.oauth;
          if (field && wanted !== undefined && type?.text !== wanted) edit.set(field, wanted);
        },
      },
    });
  },
});
