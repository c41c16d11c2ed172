import type { Example } from './rule';

type Values = Readonly<Record<string, string>>;

/** An external account with nothing wrong, but for these values. */
export function accountExample(values: Values = {}): Example {
  const fields: Values = {
    name: 'Adobe_Experience_Cloud',
    label: 'Adobe Experience Cloud',
    imsServer: 'https://ims-na1.adobelogin.com',
    clientId: 'Campaign-Luma',
    callbackServer: 'https://campaign.luma-shop.com',
    orgId: '0123456789ABCDEF01234567@AdobeOrg',
    associationMask: 'Campaign - luma - (.*)',
    ...values,
  };
  const lines = Object.entries(fields).map(([key, value]) => `${key}: ${value}\n`);
  return { file: 'example.external-account.yaml', text: lines.join('') };
}

/**
 * A package whose one account has nothing wrong, but for these attributes; an empty one is left
 * out.
 */
export function packageExample(values: Values = {}): Example {
  const attributes: Values = {
    name: 'Adobe_Experience_Cloud',
    label: 'Adobe Experience Cloud',
    active: '1',
    imsServer: 'https://ims-na1.adobelogin.com',
    clientId: 'Campaign-Luma',
    callbackServer: 'https://campaign.luma-shop.com',
    imsOrgId: '0123456789ABCDEF01234567@AdobeOrg',
    imsRightsMask: 'Campaign - luma - (.*)',
    ...values,
  };
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `\n                ${key}="${value}"`);
  return {
    file: 'example.xml',
    text: `<?xml version='1.0'?>
<package buildNumber="9383" buildVersion="7.4">
  <entities schema="nms:extAccount">
    <extAccount${written.join('')}>
      <folder _operation="none" name="nmsExternalAccount"/>
    </extAccount>
  </entities>
</package>
`,
  };
}

/** One environment with nothing wrong, but for these values. */
export function environmentExample(values: Values = {}): Example {
  return environmentsExample({ production: values });
}

/** Environments with nothing wrong, but for these values, by name. */
export function environmentsExample(all: Readonly<Record<string, Values>>): Example {
  const entries = Object.entries(all).map(([name, values]) => {
    const fields: Values = {
      stage: name,
      product: 'campaign-classic',
      version: '7.4.1',
      hosting: 'on-premise',
      endUsers: 'ims',
      technicalOperators: 'ims',
      ...values,
    };
    const lines = Object.entries(fields).map(([key, value]) => `    ${key}: ${value}\n`);
    return `  ${name}:\n${lines.join('')}`;
  });
  return { file: 'example.ims.yaml', text: `environments:\n${entries.join('')}` };
}

/** A package with the account of an AEM instance that has this address, and nothing else wrong. */
export function aemPackageExample(server: string): Example {
  return {
    file: 'example.xml',
    text: `<?xml version='1.0'?>
<package buildNumber="9383" buildVersion="7.4">
  <entities schema="nms:extAccount">
    <extAccount name="aemInstance" label="AEM instance" type="12" active="1"
                server="${server}" account="campaign-remote">
      <folder _operation="none" name="nmsExternalAccount"/>
    </extAccount>
  </entities>
</package>
`,
  };
}
