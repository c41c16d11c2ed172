import { links } from '../facts/links';
import { textOf } from '../model/entity';
import { integrationExample } from './credential-examples';
import { entityRule } from './rule';

export const productWithoutOAuth = entityRule({
  meta: {
    id: 'product-without-oauth',
    severity: 'warning',
    since: '0.1.0',
    fix: 'none',
    messages: {
      tooOld:
        '**{label}** (`{key}`) is AEM 6.5 with a service pack before 11, which cannot sign in with OAuth Server-to-Server. Install service pack 21 or newer before this integration moves.',
      hotfix:
        "**{label}** (`{key}`) is AEM 6.5 with service pack {pack}, which can sign in with OAuth Server-to-Server only with Adobe's compatibility hotfix. Install it, or service pack 21 or newer, before you migrate this integration.",
    },
    docs: {
      summary: 'A version of AEM 6.5 that cannot use OAuth Server-to-Server as it is.',
      why: 'AEM 6.5 knows OAuth Server-to-Server from service pack 21 on; service packs 11 to 20 need a compatibility hotfix, older ones cannot do it. An integration that is migrated in a file still fails in such an AEM.',
      invalid: integrationExample({ productVersion: 'AEM 6.5.8' }),
      valid: integrationExample({ productVersion: 'AEM 6.5.21' }),
      links: [links.aem65Integrations],
    },
  },

  concepts: ['ims-credential'],

  check(entity, report) {
    const version = textOf(entity, 'productVersion');
    const pack = version?.kind === 'literal' ? servicePack(version.text) : undefined;
    if (!version || pack === undefined || pack >= FIRST_WITH_OAUTH) return;
    const name = { label: 'Product version', key: 'productVersion', pack };
    if (pack < FIRST_WITH_HOTFIX)
      return report({ at: version.span, message: 'tooOld', data: name });
    // With OAuth in use already the hotfix must be there.
    const moves = entity.flow === 'jwt' || entity.flow === 'mixed';
    if (moves) report({ at: version.span, message: 'hotfix', data: name });
  },
});

const FIRST_WITH_OAUTH = 21;
const FIRST_WITH_HOTFIX = 11;

/** The service pack of AEM 6.5: `6.5.21`, `6.5.21.0`, `AEM 6.5 SP21`. */
function servicePack(text: string): number | undefined {
  const match = /\b6\.5(?:\.(\d+))?(?:\.\d+)*(?:.*?\bSP\s?(\d+))?/i.exec(text);
  const pack = match?.[2] ?? match?.[1];
  return pack === undefined ? undefined : Number(pack);
}
