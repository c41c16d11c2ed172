import { links } from '../facts/links';
import { providerExample, workspaceExample } from './aem-examples';
import { isInCloudServiceProject } from './cloud-service';
import { documentRule } from './rule';

export const osgiFormatSuperseded = documentRule({
  meta: {
    id: 'osgi-format-superseded',
    severity: 'info',
    since: '0.1.0',
    fix: 'none',
    messages: {
      superseded:
        'This project is for AEM as a Cloud Service, where this format of OSGi configurations is superseded. Write the configuration as JSON, in a file with the same name that ends with `.cfg.json`, and remove this one.',
    },
    docs: {
      summary: 'An OSGi configuration for AEM as a Cloud Service that is not written in JSON.',
      why: 'AEM as a Cloud Service reads OSGi configurations from `.cfg.json` files; Adobe calls `.config` and XML superseded there. A project counts as one for the Cloud Service where this file uses variables of Cloud Manager (`$[secret:NAME]`, `$[env:NAME]`), or where configurations beside it are written in JSON and do so or lie in a folder `osgiconfig`.',
      invalid: providerExample({ 'auth.token.provider.client.id': '"$[env:IMS_CLIENT_ID]"' }),
      valid: workspaceExample('$[secret:IMS_CLIENT_SECRET]'),
      links: [links.osgiVariables],
    },
  },

  check(document, report, { workspace }) {
    const [entity] = document.entities;
    if (document.kind.id !== 'osgi-config' || !entity) return;
    if (/\.cfg\.json$/i.test(document.path)) return;
    if (!isInCloudServiceProject(document, workspace)) return;
    report({ at: entity.head, message: 'superseded' });
  },
});
