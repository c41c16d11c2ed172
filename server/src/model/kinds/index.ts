import type { FileKind } from '../kind';
import { aemServiceCredentials } from './aem-service-credentials';
import { aepPythonConfig } from './aep-python-config';
import { aioConfig } from './aio-config';
import { aioLibJava } from './aio-lib-java';
import { appBuilderManifest } from './app-builder-manifest';
import { campaignGroups, campaignPackage } from './campaign-package';
import { campaignPipelineOption } from './campaign-pipeline-option';
import { campaignServerConfig } from './campaign-server-config';
import { cloudManagerConfig } from './cloud-manager-config';
import { consoleCredential } from './console-credential';
import { consoleWorkspace } from './console-workspace';
import { dotenv } from './dotenv';
import { externalAccount } from './external-account';
import { githubWorkflow } from './github-workflow';
import { imsIntegration } from './ims-integration';
import { imsProject } from './ims-project';
import { iniProperties } from './ini-properties';
import { nlserverScript } from './nlserver-script';
import { osgiConfig } from './osgi-config';
import { pdfServicesCredentials } from './pdfservices-credentials';
import { postmanCollection } from './postman-collection';
import { postmanEnvironment } from './postman-environment';
import { toolSettings } from './tool-settings';
import { userSyncConnector } from './user-sync-connector';

/** Every kind of file we know. The first that recognizes a file wins; names come before content. */
export const kinds: readonly FileKind[] = [
  externalAccount,
  imsIntegration,
  imsProject,
  osgiConfig,
  consoleCredential,
  aemServiceCredentials,
  aioConfig,
  consoleWorkspace,
  cloudManagerConfig,
  postmanEnvironment,
  postmanCollection,
  campaignPackage,
  campaignGroups,
  campaignServerConfig,
  campaignPipelineOption,
  nlserverScript,
  githubWorkflow,
  appBuilderManifest,
  dotenv,
  aioLibJava,
  iniProperties,
  userSyncConnector,
  pdfServicesCredentials,
  aepPythonConfig,
  toolSettings,
];
