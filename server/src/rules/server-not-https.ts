import { imsHost, isStagingHost } from '../facts/ims-hosts';
import { links } from '../facts/links';
import type { Entity, Field, TextValue } from '../model/entity';
import { addressOf, mayNeedMoreThanHttps } from './address';
import { accountExample } from './campaign-examples';
import { fieldName } from './field-name';
import { partOf } from './part';
import { entityRule } from './rule';

export const serverNotHttps = entityRule({
  meta: {
    id: 'server-not-https',
    severity: 'info',
    since: '0.1.0',
    fix: 'safe',
    messages: {
      insecure:
        '**{label}** (`{key}`) uses `http`. It is the address of your Adobe Experience Cloud, which is reached with `https`. Use `https`.',
      token:
        "**{label}** (`{key}`) uses `http`. The client secret is sent to this address of Adobe's Identity Management System, and could be read on its way. Use `https`.",
    },
    fixes: { useHttps: 'Use `https`' },
    docs: {
      summary:
        'The address of the Experience Cloud, or of the server that a credential signs in at, with `http`.',
      why: "The field holds the address of your Adobe Experience Cloud, `https://marketing.adobe.com` in Adobe's own screenshots. What goes there without encryption can be read on its way. Of a credential, that is its secret.",
      invalid: accountExample({ server: 'http://marketing.adobe.com' }),
      valid: accountExample({ server: 'https://marketing.adobe.com' }),
      links: [links.externalAccounts],
    },
  },

  concepts: ['external-account', 'ims-credential'],

  check(entity, report) {
    const isAccount = entity.concept === 'external-account';
    const names = isAccount ? ['server'] : ['imsServer', 'tokenEndpoint'];
    for (const field of names.flatMap((name) => entity.fields.get(name) ?? [])) {
      for (const value of field.items) {
        const address = value.kind === 'literal' ? addressOf(value.text) : undefined;
        if (address?.scheme !== 'http') continue;
        if (!isAccount && !isJudged(field, value, entity)) continue;
        const part = partOf(value, 0, 'http'.length);
        report({
          at: part.span,
          message: isAccount ? 'insecure' : 'token',
          severity: isAccount ? 'info' : 'warning',
          data: fieldName(field, entity),
          fix: {
            title: 'useHttps',
            safety: mayNeedMoreThanHttps(address) ? 'unsafe' : 'safe',
            edit: (edit) => edit.replace(part, 'https'),
          },
        });
      }
    }
  },
});

/** Of other hosts, and of a scheme where none belongs, another rule speaks. */
const isJudged = ({ name }: Field, { text }: TextValue, { dialect }: Entity): boolean =>
  dialect.names[name]?.scheme !== 'added' && (imsHost(text) !== undefined || isStagingHost(text));
