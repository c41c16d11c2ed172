import { links } from '../facts/links';
import { fieldOf, textOf } from '../model/entity';
import { addressOf } from './address';
import { isAemAccount } from './aem-account';
import { aemPackageExample } from './campaign-examples';
import { fieldName } from './field-name';
import { partOf } from './part';
import { entityRule } from './rule';

export const aemServerTrailingSlash = entityRule({
  meta: {
    id: 'aem-server-trailing-slash',
    severity: 'error',
    since: '0.1.0',
    fix: 'safe',
    messages: {
      slash:
        '**{label}** (`{key}`) ends with `{end}`. Campaign reaches Adobe Experience Manager at this address, and Adobe asks to make sure that it does not end with a slash. Remove it.',
    },
    fixes: { remove: 'Remove `{end}`' },
    docs: {
      summary: 'The address of an AEM instance that ends with a slash.',
      why: 'In the external account of Adobe Experience Manager (`aemInstance`, or any other of type 12) the address of the server must not end with a slash: "Make sure that your Server address does not end with a trailing slash".',
      invalid: aemPackageExample('https://author.luma-shop.com/'),
      valid: aemPackageExample('https://author.luma-shop.com'),
      links: [links.externalAccounts],
    },
  },

  concepts: ['campaign-account'],

  check(entity, report) {
    const field = fieldOf(entity, 'server');
    const value = textOf(entity, 'server');
    if (!field || value?.kind !== 'literal' || !isAemAccount(entity)) return;
    const { text } = value;
    const end = /[\\/]+$/.exec(text)?.[0];
    // `https://` is an address that is still being typed.
    if (!end || /[?#]/.test(text) || !addressOf(text.slice(0, -end.length))) return;
    const part = partOf(value, text.length - end.length);
    report({
      at: part.span,
      message: 'slash',
      data: { ...fieldName(field, entity), end },
      fix: { title: 'remove', data: { end }, edit: (edit) => edit.replace(part, '') },
    });
  },
});
