import { lines } from '../support/marks';

export const ACCOUNT = 'file:///shop/shop.external-account.yaml';
export const INTEGRATION = 'file:///shop/target.ims-integration.yaml';

export const account = lines`
  name: Adobe_Experience_Cloud
  label: Adobe Experience Cloud
  imsServer: https://ims-na1.adobelogin.com
  clientId: Campaign-Shop
  callbackServer: http://campaign.shop.org # the test instance
  orgId: 5B7C0DE15A1E0F2A0A495C11@AdobeOrg
  associationMask: Campaign - shop - (.*)
`;

export const jwt = lines`
  # The integration that the offers come from.
  title: Target
  authType: jwt # since 2021
  # The organization of the shop.
  orgId: 5B7C0DE15A1E0F2A0A495C11@AdobeOrg
  clientId: 3f6b21c9a0d84e57b1c2d3e4f5061728
  clientSecret: \${TARGET_SECRET}
  metascopes:
    - ent_user_sdk
  privateKey: \${TARGET_PRIVATE_KEY}
`;

export const oauth = lines`
  # The integration that the offers come from.
  title: Target
  authType: oauth-server-to-server # since 2021
  # The organization of the shop.
  orgId: 5B7C0DE15A1E0F2A0A495C11@AdobeOrg
  clientId: 3f6b21c9a0d84e57b1c2d3e4f5061728
  clientSecret: \${TARGET_SECRET}
  scopes:
    - openid
    - AdobeID
    - user_management_sdk
`;

export const FOLDER = 'file:///shop';
export const FIRST = 'file:///shop/packages/first.xml';
export const SECOND = 'file:///shop/packages/second.xml';

/** A package with nothing wrong but that another one has an account for the same server. */
export const packageOf = (name: string, server = 'campaign.shop.org') => lines`
  <package buildNumber="9383" buildVersion="7.4">
    <entities schema="nms:extAccount">
      <extAccount name="${name}" label="${name}" active="1" imsServer="https://ims-na1.adobelogin.com"
                  clientId="Campaign-Shop" callbackServer="https://${server}"
                  imsOrgId="5B7C0DE15A1E0F2A0A495C11@AdobeOrg" imsRightsMask="Campaign - shop - (.*)"/>
    </entities>
  </package>
`;

/** What is found in the second one of them. */
export const DUPLICATE = 'experience-cloud-account-duplicate';
