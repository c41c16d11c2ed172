import { hostOf, imsHost, isStagingHost } from '../facts/ims-hosts';
import { links } from '../facts/links';
import { accountExample } from './campaign-examples';
import { partOf } from './part';
import { formatRule } from './rule';

export const imsServerStaging = formatRule({
  meta: {
    id: 'ims-server-staging',
    severity: 'error',
    since: '0.1.0',
    fix: 'unsafe',
    messages: {
      staging:
        "**{label}** (`{key}`) names Adobe's own staging environment. Staging and production instances of Campaign both use the production end point of Adobe's Identity Management System. Use it here too.",
    },
    fixes: { use: 'Use `{host}`' },
    docs: {
      summary: "An external account or a server that signs in through Adobe's staging environment.",
      why: "Adobe asks to make sure that both stage and production instances point to the same production end point of its Identity Management System. Its staging hosts, with `-stg1` in their names, are Adobe's own.",
      invalid: accountExample({ imsServer: 'https://ims-na1-stg1.adobelogin.com' }),
      valid: accountExample(),
      links: [links.externalAccounts, links.imsTroubleshooting],
    },
  },

  concepts: ['external-account', 'server-configuration'],
  formats: ['ims-server'],

  check({ text, value, name }, report) {
    const host = hostOf(text);
    if (host === undefined || !isStagingHost(text)) return;
    const from = text.toLowerCase().indexOf(host);
    const part = partOf(value, from, from + host.length);
    const production = imsHost(host.replace(/-stg\d*(?=\.)/, ''));
    report({
      at: part.span,
      message: 'staging',
      data: name,
      fix: production && {
        title: 'use',
        data: { host: production.host },
        edit: (edit) => edit.replace(part, production.host),
      },
    });
  },
});
