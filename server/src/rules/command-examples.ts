import type { Example } from './rule';

/** A script with nothing wrong, but for these parts of its command. */
export function commandExample(
  parts: Readonly<Record<string, string>> = {},
  option = 'setimsoauth',
): Example {
  const values = Object.values({
    orgId: '0123456789ABCDEF01234567@AdobeOrg',
    clientId: '0123456789abcdef0123456789abcdef',
    technicalAccountId: '89ABCDEF0123456789ABCDEF@techacct.adobe.com',
    clientSecret: '"$IMS_CLIENT_SECRET"',
    ...parts,
  });
  const account = values.filter((value) => value !== '').join('/');
  return {
    file: 'set-technical-account.sh',
    text: `#!/bin/sh\nnlserver config -instance:production -${option}:${account}\n`,
  };
}
