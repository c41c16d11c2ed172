import { osgiFormatSuperseded } from '../../server/src/rules/osgi-format-superseded';
import { CLIENT, ORG } from '../support/samples';
import { testRule } from '../support/testRule';

const AIO = 'com.adobe.aio.aem.workspace.internal.WorkspaceSupplierImpl';
const SHOP = 'ui.config/src/main/content/jcr_root/apps/shop/osgiconfig';

const config = (org: string) => `aio.ims.org.id="${org}"\naio.api.key="${CLIENT}"\n`;
const json = (org: string) => `{ "aio.ims.org.id": "${org}", "aio.api.key": "${CLIENT}" }\n`;
const xml = `<«jcr:root» xmlns:jcr="http://www.jcp.org/jcr/1.0" jcr:primaryType="sling:OsgiConfig" aio.ims.org.id="${ORG}" aio.api.key="${CLIENT}"/>\n`;

const marked = (text: string) => text.replace('aio.ims.org.id', '«aio.ims.org.id»');

testRule(osgiFormatSuperseded, {
  valid: [
    { name: 'JSON', file: `${SHOP}/config/${AIO}.cfg.json`, code: json('$[env:ORG]') },
    { name: 'an AEM that nobody knows', file: `config/${AIO}.config`, code: config(ORG) },
    {
      name: 'a folder that other AEMs have as well',
      file: `${SHOP}/config/${AIO}.config`,
      code: config(ORG),
    },
    {
      name: 'another project than one for the Cloud Service',
      file: `old/config/${AIO}.config`,
      code: config(ORG),
      others: { [`new/config/${AIO}.cfg.json`]: json('$[env:ORG]') },
    },
  ],
  invalid: [
    {
      name: 'variables of Cloud Manager',
      file: `config/${AIO}.config`,
      code: marked(config('$[env:ORG]')),
      severity: 'info',
      messages: ['ends with `.cfg.json`'],
      fixed: null,
    },
    {
      name: 'a project with variables',
      file: `shop/config.dev/${AIO}.config`,
      code: marked(config(ORG)),
      others: { [`shop/config.prod/${AIO}.cfg.json`]: json('$[env:ORG]') },
    },
    {
      name: 'XML in a project whose other configurations are JSON',
      file: `${SHOP}/config.dev/${AIO}.xml`,
      code: xml,
      others: { [`${SHOP}/config.prod/${AIO}.cfg.json`]: json(ORG) },
    },
  ],
});
