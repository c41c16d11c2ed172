import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { definitions, highlights, references } from '../../server/src/features/navigation';
import { readDocument } from '../../server/src/model/document';
import { newWorkspace } from '../../server/src/model/workspace';
import { lines } from '../support/marks';
import {
  assertDefinitions,
  assertHighlights,
  assertReferences,
  type MarkedFiles,
} from '../support/navigation';
import { root } from '../support/root';
import { ACCOUNT_EMAIL, ACCOUNT_ID, CLIENT, ORG } from '../support/samples';

type Row = readonly [what: string, files: MarkedFiles];

const download = (client: string, org: string = ORG): string => lines`
  {
    "ORG_ID": "${org}",
    "CLIENT_ID": "${client}",
    "CLIENT_SECRETS": ["\${SECRET}"],
    "TECHNICAL_ACCOUNT_ID": "${ACCOUNT_ID}",
    "SCOPES": ["openid"]
  }
`;

const integration = (client: string, org: string = ORG): string =>
  `title: Shop\norgId: ${org}\nclientId: ${client}\n`;

const DEFINITIONS: readonly Row[] = [
  [
    'an environment, at its entry in a list',
    {
      '/a.ims.yaml': lines`
        environments:
          - name: «production»
            stage: production
        externalAccounts:
          - name: x
            environment: prod‸uction
      `,
    },
  ],
  [
    'an environment, at its key in a map of another file',
    {
      '/a.ims.yaml': 'environments:\n  «production»:\n    stage: production\n',
      '/b.external-account.yaml': 'name: x\nenvironment: ‸production\n',
    },
  ],
  [
    'an environment in JSON',
    {
      '/a.ims.json': '{ "environments": { "«production»": { "stage": "production" } } }',
      '/b.external-account.json': '{ "name": "x", "environment": "production‸" }',
    },
  ],
  [
    'an environment that is called "test", however it is spelled',
    {
      '/a.ims.yaml': 'environments:\n  «Test»:\n    stage: staging\n',
      '/b.external-account.yaml': 'name: x\nenvironment: "te‸st"\n',
    },
  ],
  [
    'the instance of a command, by the environment of that name',
    {
      '/a.ims.yaml': 'environments:\n  «acme»:\n    stage: production\n',
      '/set.sh': `#!/bin/sh\nnlserver config -instance:ac‸me -setimsoauth:${ORG}/${CLIENT}/${ACCOUNT_ID}/$SECRET\n`,
    },
  ],
  [
    'a client id, in the download rather than in our own notation',
    {
      '/download.json': download(`«${CLIENT}»`),
      '/shop.env': `AIO_ims_contexts_a_client__id=‸${CLIENT}\nAIO_ims_contexts_a_client__secrets=["x"]\n`,
      '/shop.ims-integration.yaml': integration(CLIENT),
    },
  ],
  [
    'a client id in our own notation where there is no download',
    {
      '/shop.env': `AIO_ims_contexts_a_client__id=${CLIENT}‸\nAIO_ims_contexts_a_client__secrets=["x"]\n`,
      '/shop.ims-integration.yaml': integration(`«${CLIENT}»`),
    },
  ],
  [
    'a client id in a command',
    {
      '/download.json': download(`«${CLIENT}»`),
      '/set.sh': `#!/bin/sh\nnlserver config -setimsoauth:${ORG}/‸${CLIENT}/${ACCOUNT_ID}/$SECRET\n`,
    },
  ],
  [
    'an organization, once in each file and in capital letters or not',
    {
      '/a.ims.yaml': lines`
        externalAccounts:
          - name: x
            orgId: «${ORG}»
          - name: y
            orgId: ${ORG}
      `,
      '/accounts.xml': `<package><entities schema="nms:extAccount"><extAccount name="x" imsOrgId="${ORG.toLowerCase()}‸" imsScope="openid"/></entities></package>`,
      '/b.ims-integration.yaml': integration(CLIENT, `«${ORG}»`),
    },
  ],
  [
    "Campaign's own client",
    {
      '/serverConf.xml':
        '<serverConf><shared><ims authIMSClientId="Campaign-‸Acme"/></shared></serverConf>',
      '/shop.external-account.yaml': 'name: x\nclientId: «Campaign-Acme»\n',
    },
  ],
  [
    'nothing where no file describes it first-hand',
    {
      '/shop.env': `AIO_ims_contexts_a_client__id=‸${CLIENT}\nAIO_ims_contexts_a_client__secrets=["x"]\n`,
    },
  ],
  [
    'nothing of a reference',
    {
      '/a.ims-integration.yaml': integration('${CLIENT_ID‸}'),
      '/b.ims-integration.yaml': integration('${CLIENT_ID}'),
    },
  ],
  [
    'nothing of a blank',
    {
      '/a.ims-integration.yaml': integration('"<your client ‸id>"'),
      '/b.ims-integration.yaml': integration('"<your client id>"'),
    },
  ],
  [
    'nothing of a secret',
    {
      '/a.ims-integration.yaml': `${integration(CLIENT)}clientSecret: 0f8fad5b-d9cb-‸469f-a165-70867728950e\n`,
      '/b.ims-integration.yaml': `${integration(CLIENT)}clientSecret: 0f8fad5b-d9cb-469f-a165-70867728950e\n`,
    },
  ],
];

const REFERENCES: readonly Row[] = [
  [
    'of a client id, in keys that nobody knows as well, and in nothing that only looks like one',
    {
      '/shop.env': `AIO_ims_contexts_a_client__id=«‸${CLIENT}»\nAIO_ims_contexts_a_client__secrets=["x"]\nSERVICE_API_KEY=«${CLIENT}»\nCACHE=${CLIENT}00\nOTHER=${CLIENT.replace('9', '8')}\n# ${CLIENT}\n`,
    },
  ],
  [
    'of a technical account, in every notation',
    {
      '/account.properties': `org_id=${ORG}\napi_key=${CLIENT}\ntech_acct=«${ACCOUNT_ID}»\nclient_secret=x\n`,
      '/com.adobe.granite.auth.oauth.accesstoken.provider.x.config': `auth.token.provider.client.id="${CLIENT}"\nauth.token.provider.default.claims=["\\"iss\\"\\ :\\ \\"${ORG}\\"","\\"sub\\"\\ :\\ \\"«${ACCOUNT_ID}»\\""]\n`,
      '/connector-umapi.yml': `enterprise:\n  org_id: ${ORG}\n  api_key: ${CLIENT}\n  tech_acct: «${ACCOUNT_ID}»\n`,
      '/download.json': `{ "ORG_ID": "${ORG}", "CLIENT_ID": "${CLIENT}", "TECHNICAL_ACCOUNT_ID": "«${ACCOUNT_ID}»" }`,
      '/serverConf.xml': `<serverConf><shared><ims authIMSTAClientId="${CLIENT}" authIMSTAId="«${ACCOUNT_ID}»"/></shared></serverConf>`,
      '/set.sh': `#!/bin/sh\nnlserver config -setimsoauth:${ORG}/${CLIENT}/«${ACCOUNT_ID}»/$SECRET\n`,
      '/shop.env': `AIO_ims_contexts_a_client__id=${CLIENT}\nAIO_ims_contexts_a_technical__account__id=«‸${ACCOUNT_ID}»\n`,
    },
  ],
  [
    'of a technical account email',
    {
      '/a.ims-integration.yaml': `${integration(CLIENT)}technicalAccountEmail: «${ACCOUNT_EMAIL}»\n`,
      '/b.ims-integration.yaml': `${integration(CLIENT)}technicalAccountEmail: "«${ACCOUNT_EMAIL.toUpperCase().replace('TECHACCT.ADOBE.COM', 'techacct.adobe.com')}»‸"\n`,
    },
  ],
  [
    'of an organization that several credentials inherit, once',
    {
      '/workspace.json': JSON.stringify({
        project: {
          name: 'shop',
          org: { id: '1', ims_org_id: `«‸${ORG}»` },
          workspace: {
            details: {
              credentials: ['a', 'b'].map((name) => ({
                name,
                integration_type: 'oauth_server_to_server',
                oauth_server_to_server: { client_id: CLIENT, client_secrets: ['x'] },
              })),
            },
          },
        },
      }),
    },
  ],
  [
    'of an environment, without those of another file that describes one of that name',
    {
      '/a.ims.yaml': lines`
        environments:
          «prod‸uction»: { stage: production }
        externalAccounts:
          - environment: «production»
      `,
      '/b.ims.yaml': lines`
        environments:
          production: { stage: production }
        externalAccounts:
          - environment: production
      `,
      '/c.external-account.yaml': 'name: x\nenvironment: «production»\n',
    },
  ],
  [
    'but none in comments',
    {
      '/a.ims-integration.yaml': `# ${ORG} is ours\n${integration(CLIENT, `«‸${ORG}»`)}`,
      '/b.external-account.yaml': `name: x # ${ORG}\norgId: «${ORG}»\n`,
    },
  ],
  [
    'also where it was put into another field, and with half of it left out',
    {
      '/a.ims-integration.yaml': `title: x\nauthType: oauth-server-to-server\ntechnicalAccountId: «${ACCOUNT_EMAIL}»\ntechnicalAccountEmail: ${ACCOUNT_ID}\n`,
      '/b.ims-integration.yaml': `${integration(CLIENT)}technicalAccountEmail: «${ACCOUNT_EMAIL}»‸\n`,
    },
  ],
  [
    'of the organization without its ending',
    {
      '/a.ims-integration.yaml': integration(CLIENT, `«‸${ORG}»`),
      '/b.ims-integration.yaml': integration(CLIENT, `«${ORG.replace('@AdobeOrg', '')}»`),
    },
  ],
];

const HIGHLIGHTS: readonly (readonly [what: string, file: string, code: string])[] = [
  [
    'an id',
    '/a.ims.yaml',
    `integrations:\n  - orgId: «${ORG}»\n  - orgId: «‸${ORG}»\n  - orgId: ${ACCOUNT_ID}\n`,
  ],
  [
    'the part of a command where two ids meet',
    '/set.sh',
    `#!/bin/sh\nnlserver config -setimsoauth:${ORG}/«‸${CLIENT}»/${ACCOUNT_ID}/$SECRET\n`,
  ],
  [
    'a secret of AEM',
    '/com.example.Client.cfg.json',
    `{ "orgId": "${ORG}", "clientSecret": "$[secret:«SHOP‸»]", "old": "$[secret:«SHOP»;default=x]", "other": "$[env:SHOP]" }`,
  ],
  [
    'a variable',
    '/a.ims-integration.yaml',
    `${integration(CLIENT)}clientSecret:\n  - $‸{«SECRET»}\n  - \${«SECRET»:-}\n  - \${SECRET_2}\n# \${SECRET}\n`,
  ],
  [
    'a secret of a workflow',
    '/.github/workflows/a.yml',
    lines`
      jobs:
        a:
          steps:
            - uses: adobe/aio-apps-action@v3
              with:
                command: oauth_sts
                CLIENTID: \${{ secrets.«ID» }}
                TECHNICALACCID: \${{ secrets.OTHER || secrets.«‸ID» }}
                IMSORGID: \${{ vars.ID }}
    `,
  ],
  [
    'a variable that the file sets itself',
    '/set.sh',
    `#!/bin/sh\n«SECRET»=x\nnlserver config -setimsoauth:${ORG}/${CLIENT}/${ACCOUNT_ID}/"$«SEC‸RET»"\n`,
  ],
  ['nothing else', '/a.ims-integration.yaml', 'title: Sh‸op\nsolution: Shop\n'],
];

describe('the definition', () => {
  for (const [what, files] of DEFINITIONS) it(`of ${what}`, () => assertDefinitions(files));

  it('is told with the words under the cursor and all that it describes', () => {
    const text = 'environments:\n  production:\n    stage: production\n';
    const documents = [readDocument('/a.ims.yaml', text)!];
    const { origin, places } = definitions(documents[0]!, 18, newWorkspace(documents))!;
    assert.deepEqual(origin, { start: 16, end: 26 });
    assert.deepEqual(places[0]?.whole, { start: 16, end: text.length - 1 });
  });
});

describe('references', () => {
  for (const [what, files] of REFERENCES) it(what, () => assertReferences(files));

  it('without the definition', () => {
    const files = {
      '/a.ims.yaml': 'environments:\n  prod‸uction: { stage: production }\n',
      '/b.external-account.yaml': 'name: x\nenvironment: «production»\n',
    };
    assertReferences(files, false);
  });

  it('are those of the text as it is now, whatever the workspace knows of it', () => {
    const path = '/a.external-account.yaml';
    const old = readDocument(path, `name: x\norgId: ${ORG}\n`)!;
    const now = readDocument(path, `orgId: ${ORG}\n`)!;
    const found = references(now, 8, newWorkspace([old]));
    assert.deepEqual(
      found.map(({ document, span }) => [document === now, span.start]),
      [[true, 7]],
    );
  });
});

describe('highlights', () => {
  for (const [what, file, code] of HIGHLIGHTS) {
    it(`show ${what}`, () => assertHighlights(file, code));
  }

  it('tell where a thing is described or set', () => {
    const text = 'environments:\n  a: { stage: x }\nexternalAccounts:\n  - environment: a\n';
    const found = highlights(readDocument('/a.ims.yaml', text)!, 16);
    assert.deepEqual(
      found.map(({ isDefinition }) => isDefinition),
      [true, false],
    );
  });
});

describe('navigation in the examples', () => {
  const folder = path.join(root, 'examples');
  const documents = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .flatMap((file) => readDocument(file, fs.readFileSync(file, 'utf8')) ?? []);
  const workspace = newWorkspace(documents, [folder]);

  for (const document of documents) {
    it(`answers at every offset of ${path.relative(folder, document.path)}`, () => {
      for (let offset = 0; offset <= document.text.length; offset++) {
        const { origin, places = [] } = definitions(document, offset, workspace) ?? {};
        assert.ok(!origin || (origin.start <= offset && offset <= origin.end));
        const all = references(document, offset, workspace);
        assert.equal(all.length > 0, origin !== undefined);
        assert.ok(places.length <= all.length);
        for (const { span } of highlights(document, offset)) assert.ok(span.start < span.end);
      }
    });

    it(`answers at every step of typing ${path.relative(folder, document.path)}`, () => {
      const step = Math.ceil(document.text.length / 100);
      for (let end = 0; end <= document.text.length; end += step) {
        const typed = readDocument(document.path, document.text.slice(0, end));
        if (!typed) continue;
        references(typed, end, workspace);
        highlights(typed, end);
      }
    });
  }
});

describe('names in a text that never ends', () => {
  it('are found in time in proportion to it', () => {
    const text = `title: ${'$[env:a'.repeat(16_000)}`;
    const document = readDocument('/a.ims-integration.yaml', text);
    assert.ok(document);
    const start = performance.now();
    highlights(document, document.text.length - 1);
    assert.ok(performance.now() - start < 600, `${performance.now() - start} ms`);
  });
});
