const console = 'https://developer.adobe.com/developer-console/docs/guides/authentication';
const campaign = 'https://experienceleague.adobe.com/en/docs/campaign-classic/using';
const adobeId = `${campaign}/installing-campaign-classic/connect-to-campaign/connecting-via-an-adobe-id`;
const aemCloud =
  'https://experienceleague.adobe.com/en/docs/experience-manager-cloud-service/content';

/** Adobe's pages. The addresses were seen in public copies of the pages; as of 2026-11-21. */
export const links = {
  /** The dates of the end of JWT, and the steps of the migration. */
  jwtMigration: `${console}/ServerToServerAuthentication/migration/`,
  /** The token call of OAuth Server-to-Server: endpoint, parameters, scopes, secrets. */
  tokenCall: `${console}/ServerToServerAuthentication/ims/`,
  /** The external account of type Adobe Experience Cloud and what it needs. */
  configuringIms: `${adobeId}/configuring-ims`,
  /** Documented values of the account's fields, and symptoms of wrong ones. */
  imsTroubleshooting: `${adobeId}/ims-troubleshooting`,
  /** All types of external accounts. */
  externalAccounts: `${campaign}/installing-campaign-classic/accessing-external-database/external-accounts`,
  /** The move of Campaign to IMS: its steps and the versions that can do it. */
  campaignToIms: `${campaign}/technotes/ims/ac-ims`,
  /** End users. */
  campaignUsersToIms: `${campaign}/technotes/ims/migrate-users-to-ims`,
  /** Technical operators. */
  campaignOperatorsToIms: `${campaign}/technotes/ims/ims-migration`,
  /** The restrictions of 7.4.1 that end native sign-in. */
  campaignRestrictions: `${campaign}/technotes/ims/impact-ims-migration`,
  /** Technical accounts of Campaign, `-setimsoauth`. */
  campaignTechnicalAccount: `${campaign}/integrating-with-adobe-experience-cloud/oauth-technical-account`,
  /** `serverConf.xml` and its attributes. */
  serverConfiguration: `${campaign}/installing-campaign-classic/appendices/the-server-configuration-file`,
  /** Experience Cloud Triggers, `pipelined`. */
  triggers: `${campaign}/integrating-with-adobe-experience-cloud/experience-triggers/about-triggers`,
  /** Packages: what stands in them, and between which instances they go. */
  dataPackages: `${campaign}/getting-started/administration-basics/working-with-data-packages`,
  /** The option that says which Experience Cloud Triggers are processed. */
  configuringPipeline: `${campaign}/integrating-with-adobe-experience-cloud/experience-triggers/configuring-pipeline`,
  /** The same two migrations in Campaign v8. */
  campaignV8UsersToIms:
    'https://experienceleague.adobe.com/docs/campaign/technotes-ac/tn-new/migrate-users-to-ims.html',
  campaignV8OperatorsToIms:
    'https://experienceleague.adobe.com/en/docs/campaign/technotes-ac/tn-new/ims-migration',
  /** AEM 6.5: IMS integrations with OAuth, and how to migrate old ones. */
  aem65Integrations:
    'https://experienceleague.adobe.com/en/docs/experience-manager-65/content/security/setting-up-ims-integrations-for-aem',
  /** AEM 6.5: the configurations of Smart Tags with OAuth, property by property. */
  smartTagsOAuth:
    'https://experienceleague.adobe.com/en/docs/experience-manager-65/content/assets/using/config-oauth',
  /** AEM as a Cloud Service: OSGi configurations, and the variables in them. */
  osgiVariables: `${aemCloud}/implementing/deploying/configuring-osgi`,
  /** AEM as a Cloud Service: what to migrate and what Adobe migrates. */
  aemCloudJwt: `${aemCloud}/security/jwt-credentials-deprecation-in-adobe-developer-console`,
  /** AEM service credentials with JWT, and what has replaced them. */
  aemServiceCredentials: `${aemCloud}/implementing/developing/generating-access-tokens-for-server-side-apis-jwt-legacy`,
  /** The action of App Builder for GitHub workflows: its commands and their inputs. */
  appsAction: 'https://github.com/adobe/aio-apps-action',
  /** The action that starts a pipeline of Cloud Manager. */
  executionAction: 'https://github.com/adobe/aio-cloudmanager-create-execution-action',
} as const;
