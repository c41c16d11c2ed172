import { hostOf, imsHost, imsHosts, isStagingHost } from '../facts/ims-hosts';
import { links } from '../facts/links';
import { enumerate } from '../text/message';
import { isHalfTyped } from './address';
import { accountExample } from './campaign-examples';
import { partOf } from './part';
import { formatRule } from './rule';
import { isSample } from './sample';
import { similar } from './suggestion';

export const imsServerUnknown = formatRule({
  meta: {
    id: 'ims-server-unknown',
    severity: 'warning',
    since: '0.1.0',
    fix: 'unsafe',
    messages: {
      unknown:
        "**{label}** (`{key}`) names `{host}`, which is none of the hosts of Adobe's Identity Management System that Adobe documents. With a wrong host nobody can sign in. Use {hosts}.",
      noHost:
        '**{label}** (`{key}`) is not the address of a server. Use one of the hosts that Adobe documents: {hosts}.',
    },
    fixes: { use: 'Use `{host}`' },
    docs: {
      summary: 'A host that Adobe does not document for its Identity Management System.',
      why: 'Adobe documents two hosts, with or without `https://` in front. Others are usually a misspelling, and then nobody can sign in.',
      invalid: accountExample({ imsServer: 'https://ims-na1.adobelogn.com' }),
      valid: accountExample(),
      links: [links.imsTroubleshooting, links.tokenCall],
    },
  },

  formats: ['ims-server', 'token-endpoint'],

  check({ text, value, schema, entity, name }, report) {
    if (isSample(entity) || isHalfTyped(text) || imsHost(text) || isStagingHost(text)) return;
    const host = hostOf(text);
    const hosts = enumerate(documented, 'or');
    if (host === undefined || !/^[\p{L}\p{N}_.[\]:-]{1,100}$/u.test(host)) {
      // A token endpoint may be only a path.
      if (schema.format === 'token-endpoint') return;
      return report({ at: value.span, message: 'noHost', data: { ...name, hosts } });
    }
    const from = text.toLowerCase().indexOf(host);
    const part = partOf(value, from, from + host.length);
    report({
      at: part.span,
      message: 'unknown',
      data: { ...name, host, hosts },
      fix: similar(host, documented).map((meant) => ({
        title: 'use',
        data: { host: meant },
        edit: (edit) => edit.replace(part, meant),
      })),
    });
  },
});

const documented = imsHosts.filter(({ stage }) => stage === 'production').map(({ host }) => host);
