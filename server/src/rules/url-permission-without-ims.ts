import { imsHostsOfCode } from '../facts/campaign-server';
import { links } from '../facts/links';
import { type Entity, textOf } from '../model/entity';
import { enumerate } from '../text/message';
import { entityRule } from './rule';
import { serverExample } from './server-examples';
import { entitiesOf, filesBeside } from './server-files';

export const urlPermissionWithoutIms = entityRule({
  meta: {
    id: 'url-permission-without-ims',
    severity: 'info',
    offByDefault: true,
    since: '0.1.0',
    fix: 'none',
    messages: {
      without:
        'The list of addresses that JavaScript code may call has no host of IMS, and everything else is refused. Code that asks IMS for a token fails. Add a `url` for {hosts} if there is such code.',
    },
    docs: {
      summary: 'A list of allowed addresses without the hosts of IMS.',
      why: 'With `urlPermission action="deny"` JavaScript code on the server (`HttpClientRequest`) reaches only the hosts of the list. The list that Campaign ships has `adobeid-na1.services.adobe.com`; one that was written anew may have no host of IMS at all.',
      invalid: serverExample(
        '<shared>',
        '  <urlPermission action="deny">',
        '    <url dnsSuffix="luma-shop.com" urlRegEx="https://.*"/>',
        '  </urlPermission>',
        '</shared>',
      ),
      valid: serverExample(
        '<shared>',
        '  <urlPermission action="deny">',
        '    <url dnsSuffix="luma-shop.com" urlRegEx="https://.*"/>',
        '    <url dnsSuffix="ims-na1.adobelogin.com" urlRegEx="https://.*"/>',
        '  </urlPermission>',
        '</shared>',
      ),
      links: [links.serverConfiguration],
    },
  },

  concepts: ['server-configuration'],

  check(entity, report, { document, workspace }) {
    const action = textOf(entity, 'urlPermissionAction');
    const own = hostsOf(entity);
    if (action?.text !== 'deny' || own.length === 0) return;
    const beside = entitiesOf(filesBeside(document, workspace), 'server-configuration');
    const all = [...own, ...beside.flatMap(hostsOf)];
    if (all.some(({ kind, text }) => kind === 'reference' || allowsIms(text))) return;
    report({
      at: action.span,
      message: 'without',
      data: { hosts: enumerate(imsHostsOfCode, 'or') },
    });
  },
});

const hostsOf = ({ fields }: Entity) =>
  (fields.get('urlPermissionHost') ?? [])
    .flatMap(({ items }) => items)
    .filter(({ kind }) => kind !== 'empty');

/** A name stands for its host and for all hosts below it. */
function allowsIms(suffix: string): boolean {
  const name = suffix.toLowerCase().replace(/^[*.]+/, '');
  return imsHostsOfCode.some((host) => host === name || host.endsWith(`.${name}`));
}
