import { hostOf, imsHost, imsHosts, isStagingHost, looksLikeStaging } from '../facts/ims-hosts';
import { links } from '../facts/links';
import type { EntityEdit } from '../model/edit';
import type { Entity } from '../model/entity';
import { enumerate } from '../text/message';
import { addressOf, isHalfTyped } from './address';
import { accountExample } from './campaign-examples';
import { partOf } from './part';
import { type FormatSubject, formatRule, type Problem } from './rule';
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
      scheme:
        '**{label}** (`{key}`) begins with `{scheme}`, and whatever reads it puts `https://` in front by itself. Write the host alone.',
      noScheme:
        '**{label}** (`{key}`) lacks `https://` in front. Whatever reads it wants the whole address. Add it.',
    },
    fixes: {
      use: 'Use `{host}`',
      dropScheme: 'Write the host alone',
      addScheme: 'Write `https://` in front',
    },
    docs: {
      summary:
        'A host that Adobe does not document for its Identity Management System, or an address in the wrong form.',
      why: 'Adobe documents two hosts for Campaign, with or without `https://` in front, and for the tokens of credentials `ims-na1.adobelogin.com` and its staging twin `ims-na1-stg1.adobelogin.com`. Others are usually a misspelling, and then nobody can sign in. AEM service credentials have the host alone, access-token providers of AEM the whole address.',
      invalid: accountExample({ imsServer: 'https://ims-na1.adobelogn.com' }),
      valid: accountExample(),
      links: [links.imsTroubleshooting, links.tokenCall],
    },
  },

  formats: ['ims-server', 'token-endpoint'],

  check(subject, report) {
    const { text, entity } = subject;
    if (isSample(entity) || isHalfTyped(text)) return;
    const isKnown = imsHost(text) !== undefined || isStagingHost(text);
    const problem = isKnown ? schemeProblem(subject) : hostProblem(subject);
    if (problem) report(problem);
  },
});

type ServerProblem = Problem<
  'unknown' | 'noHost' | 'scheme' | 'noScheme',
  'use' | 'dropScheme' | 'addScheme'
>;

/** Nobody's host. */
function hostProblem({
  text,
  value,
  schema,
  entity,
  name,
}: FormatSubject): ServerProblem | undefined {
  const host = hostOf(text);
  const documented = hostsFor(entity, host ?? '');
  const hosts = enumerate(documented, 'or');
  if (host === undefined || !/^[\p{L}\p{N}_.[\]:-]{1,100}$/u.test(host)) {
    // A token endpoint may be only a path.
    if (schema.format === 'token-endpoint') return undefined;
    return { at: value.span, message: 'noHost', data: { ...name, hosts } } as const;
  }
  const from = text.toLowerCase().indexOf(host);
  const part = partOf(value, from, from + host.length);
  const fix = similar(host, documented).map((meant) => ({
    title: 'use' as const,
    data: { host: meant },
    edit: (edit: EntityEdit) => edit.replace(part, meant),
  }));
  return { at: part.span, message: 'unknown', data: { ...name, host, hosts }, fix } as const;
}

/** The hosts that may be meant. Campaign signs in through the production host in any case. */
function hostsFor({ concept }: Entity, written: string): readonly string[] {
  const ofCredential = concept === 'ims-credential';
  const stage = ofCredential && looksLikeStaging(written) ? 'staging' : 'production';
  return imsHosts
    .filter((each) => each.stage === stage && (ofCredential ? each.tokens : each.campaign))
    .map(({ host }) => host);
}

/** A known host in a form that its reader does not take. */
function schemeProblem({
  text,
  value,
  field,
  entity,
  name,
}: FormatSubject): ServerProblem | undefined {
  const wanted = entity.dialect.names[field.name]?.scheme;
  const { scheme, host } = addressOf(text) ?? {};
  if (host === undefined) return undefined;
  if (wanted === 'added' && scheme !== undefined) {
    const end = scheme.length + '://'.length;
    const fix = {
      title: 'dropScheme',
      safety: 'safe',
      edit: (edit: EntityEdit) => edit.replace(value, host),
    } as const;
    const data = { ...name, scheme: text.slice(0, end) };
    return { at: partOf(value, 0, end).span, message: 'scheme', data, fix } as const;
  }
  if (wanted !== 'written' || scheme !== undefined) return undefined;
  const fix = {
    title: 'addScheme',
    safety: 'safe',
    edit: (edit: EntityEdit) => edit.replace(value, `https://${text.replace(/^\/+/, '')}`),
  } as const;
  return { at: value.span, message: 'noScheme', data: name, fix } as const;
}
