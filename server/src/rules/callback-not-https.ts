import { links } from '../facts/links';
import { addressOf, isHalfTyped, mayNeedMoreThanHttps } from './address';
import { accountExample } from './campaign-examples';
import { partOf } from './part';
import { formatRule } from './rule';

export const callbackNotHttps = formatRule({
  meta: {
    id: 'callback-not-https',
    severity: 'error',
    since: '0.1.0',
    fix: 'safe',
    messages: {
      insecure:
        '**{label}** (`{key}`) uses `http`. People are sent back to this address after they sign in, and Adobe accepts only `https`; otherwise they end up on adobe.com. Use `https`.',
      insecureHere:
        '**{label}** (`{key}`) uses `http`, and Adobe accepts only `https`. Use `https`, and check first that this server answers under it: another port, another name or a certificate may be needed.',
      noScheme:
        '**{label}** (`{key}`) does not start with `https://`. People are sent back to this address after they sign in, and Adobe accepts it only with `https://`. Add it.',
      otherScheme:
        '**{label}** (`{key}`) uses `{scheme}`. People are sent back to this address with their browser after they sign in, and Adobe accepts only `https`. Write the `https` address of your Campaign instance.',
      noAddress:
        '**{label}** (`{key}`) is not the address of a server, so people cannot be sent back to Campaign after they sign in. Write the address of your Campaign instance, such as `https://campaign.example.com`.',
    },
    fixes: { useHttps: 'Use `https`', addHttps: 'Add `https://`' },
    docs: {
      summary: 'A callback server that is not an `https` address.',
      why: 'Adobe sends people back to the callback server after they sign in with their Adobe ID. It accepts only addresses that start with `https://` and that it knows; with any other one people end up on adobe.com and cannot sign in.',
      invalid: accountExample({ callbackServer: 'http://campaign.luma-shop.com' }),
      valid: accountExample(),
      links: [links.configuringIms, links.imsTroubleshooting],
    },
  },

  formats: ['callback-server'],

  check({ text, value, name }, report) {
    if (isHalfTyped(text)) return;
    const written = /^([a-z][a-z\d+.-]*):\/\//i.exec(text)?.[1];
    const scheme = written?.toLowerCase();
    const address = addressOf(text);
    if (scheme === 'https' && address) return;

    if (written && scheme !== 'https' && scheme !== 'http') {
      const at = partOf(value, 0, written.length).span;
      return report({ at, message: 'otherScheme', data: { ...name, scheme: written } });
    }
    if (!address) {
      return report({ at: value.span, message: 'noAddress', data: name });
    }
    const careful = mayNeedMoreThanHttps(address);
    const safety = careful ? 'unsafe' : 'safe';
    if (written) {
      const part = partOf(value, 0, written.length);
      return report({
        at: part.span,
        message: careful ? 'insecureHere' : 'insecure',
        data: name,
        fix: { title: 'useHttps', safety, edit: (edit) => edit.replace(part, 'https') },
      });
    }
    const missing = text.startsWith('//') ? 'https:' : 'https://';
    report({
      at: value.span,
      message: 'noScheme',
      data: name,
      fix: { title: 'addHttps', safety, edit: (edit) => edit.replace(value, missing + text) },
    });
  },
});
