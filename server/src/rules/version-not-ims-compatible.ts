import {
  type Installation,
  imsLogin,
  imsMigration,
  technicalOperatorsCanUseIms,
} from '../facts/campaign-releases';
import { links } from '../facts/links';
import { environmentExample } from './campaign-examples';
import { installationOf, isHosted, versionValue } from './environment';
import { entityRule } from './rule';

export const versionNotImsCompatible = entityRule({
  meta: {
    id: 'version-not-ims-compatible',
    severity: 'warning',
    since: '0.1.0',
    fix: 'none',
    messages: {
      noSignIn:
        'Release {version} cannot sign people in with an Adobe ID: since 30 June 2021 Adobe accepts only the newer protocol. Upgrade to {recommended}, which Adobe recommends for the move to IMS.',
      'too-old':
        'Release {version} is too old for the move of {who} to IMS. Upgrade to {recommended}, which Adobe recommends for it, or newer.',
      'not-listed':
        'Release {version} is not among those that Adobe names as compatible with the move to IMS: 7.3.2.IMS, 7.3.3.IMS, 7.3.5, 7.4.1 and newer. Upgrade to {recommended}, which Adobe recommends.',
      'patch-missing':
        "Release {version} is compatible with the move to IMS only with Adobe's patch ({version}.IMS). Ask Adobe for the patch, or upgrade to {recommended}, which Adobe recommends.",
      hosted:
        'Release {version} is not compatible with the move to IMS. Adobe brings hosted environments to a compatible release ({recommended} or newer); ask Adobe when.',
      hostedNoSignIn:
        'Release {version} cannot sign people in with an Adobe ID, since Adobe changed the protocol on 30 June 2021. Adobe brings hosted environments to a compatible release ({recommended} or newer); ask Adobe when.',
    },
    docs: {
      summary: 'A release that is not compatible with the move to IMS.',
      why: 'Adobe names the releases from which users and technical operators can move to IMS: for Campaign Classic 7.4.1 (recommended), 7.3.5, and 7.3.3 and 7.3.2 with the patch for IMS; for Campaign v8 8.5.2. Older ones do not support what IMS needs. Where Adobe hosts the environment, Adobe upgrades it.',
      invalid: environmentExample({ version: '7.3.4' }),
      valid: environmentExample(),
      links: [links.campaignToIms, links.campaignUsersToIms],
    },
  },

  concepts: ['campaign-environment'],

  check(entity, report) {
    const value = versionValue(entity);
    const installation = installationOf(entity);
    const { compatible, why, recommended } = imsMigration(installation);
    if (!value || compatible !== 'no') return;
    const noSignIn = imsLogin(installation) === 'no';
    const message = noSignIn ? 'noSignIn' : (why ?? 'too-old');
    const hosted = noSignIn ? 'hostedNoSignIn' : 'hosted';
    report({
      at: value.span,
      message: isHosted(entity) ? hosted : message,
      data: { version: value.text, recommended, who: whoCannot(installation) },
    });
  },
});

/** Campaign v8 moves technical operators since 8.5, and end users since 8.5.2. */
const whoCannot = (installation: Installation): string =>
  technicalOperatorsCanUseIms(installation) ? 'end users' : 'end users and technical operators';
