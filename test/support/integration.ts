/** The files of one integration, as the Developer Console, `aio` and people write them. */

import { credential, oauthBlock, workspace, written } from './console';
import { context } from './variables';

/** The download of a workspace, whose credential has these values. */
export const consoleOf = (change: Readonly<Record<string, unknown>> = {}): string =>
  written(
    workspace([
      credential(
        'oauth_server_to_server',
        { oauth_server_to_server: oauthBlock({ ...change }) },
        'shop',
      ),
    ]),
  );

/** What the import of it wrote. */
export const envOf = (): string =>
  context('client__secrets=["${SECRET}"]', 'scopes=["openid","AdobeID"]');

/** The client id after the credential was made anew. */
export const RENEWED = '1a2b3c4d5e6f708192a3b4c5d6e7f809';

export const MISMATCH = 'credential-mismatch';
