import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { type DocumentLink, documentLinks } from '../../server/src/features/links';
import { readDocument } from '../../server/src/model/document';
import { newWorkspace } from '../../server/src/model/workspace';
import { secretsOf } from '../../server/src/rules/redaction';
import { documentOf } from '../support/check';
import { marked } from '../support/marks';
import { root } from '../support/root';
import { ACCOUNT_ID, CLIENT, ORG } from '../support/samples';

/** The links of a text in a workspace of one folder. */
function linksOf(file: string, text: string, folder = '/shop'): readonly DocumentLink[] {
  const document = documentOf(file, text);
  return documentLinks(document, newWorkspace([document], [folder]));
}

type Row = readonly [what: string, file: string, code: string, target: string | undefined];

const CONNECTOR = `enterprise:\n  org_id: ${ORG}\n  api_key: ${CLIENT}\n  tech_acct: ${ACCOUNT_ID}\n`;
const context = (lines: string) =>
  `AIO_ims_contexts_a_client__id=${CLIENT}\nAIO_ims_contexts_a_ims__org__id=${ORG}\n${lines}\n`;

/** The place is marked; without a target there is no link to a file at all. */
const FILES: readonly Row[] = [
  [
    'the key of an aio context in .env',
    '/shop/app/.env',
    context('AIO_ims_contexts_a_private__key=«private.key»'),
    '/shop/app/private.key',
  ],
  [
    'the same in quotes and above the file',
    '/shop/app/.env',
    context("AIO_ims_contexts_a_private__key='«../keys/a b.pem»'"),
    '/shop/keys/a b.pem',
  ],
  [
    'a variable that says that it holds a path',
    '/shop/app/.env',
    context('export PRIVATE_KEY_PATH="«./config/private»"'.replace('private»', 'private.txt»')),
    '/shop/app/config/private.txt',
  ],
  [
    'the key of the User Sync Tool',
    '/shop/sync/connector-umapi.yml',
    `${CONNECTOR}  priv_key_path: «keys/private.key» # ours\n`,
    '/shop/sync/keys/private.key',
  ],
  [
    'a path of Windows in the workspace',
    '/c:/shop/sync/connector-umapi.yml',
    `${CONNECTOR}  priv_key_path: «C:\\shop\\private.key»\n`,
    '/c:/shop/private.key',
  ],
  [
    'the key of the PDF Services API',
    '/shop/pdfservices-api-credentials.json',
    `{ "client_credentials": { "client_id": "${CLIENT}" }, "service_account_credentials": { "organization_id": "${ORG}", "private_key_file": "«keys\\\\private.key»" } }`,
    '/shop/keys/private.key',
  ],
  [
    'a key beside the file, wherever the file lies',
    '/elsewhere/.aio',
    `{ ims: { contexts: { a: { client_id: "${CLIENT}", ims_org_id: "${ORG}", private_key: "«./private.key»" } } } }`,
    '/elsewhere/private.key',
  ],
  [
    'a file of variables',
    '/shop/app.config.yaml',
    `application:\n  env_file: «./.env.stage»\n  runtimeManifest:\n    packages:\n      a:\n        actions:\n          b:\n            function: b.js\n            inputs:\n              IMS_CLIENT_ID: ${CLIENT}\n              IMS_CLIENT_SECRET: $SECRET\n              IMS_ORG_ID: ${ORG}\n`,
    '/shop/.env.stage',
  ],
  [
    'no key that our own notation does not have',
    '/shop/a.ims-integration.yaml',
    `orgId: ${ORG}\nclientId: ${CLIENT}\nprivateKeyPath: ./private.key\n`,
    undefined,
  ],
  [
    'but one in a note',
    '/shop/a.ims-integration.yaml',
    `orgId: ${ORG}\nclientId: ${CLIENT}\nx-privateKeyPath: «./private.key»\n`,
    '/shop/private.key',
  ],
  [
    'no key outside of the workspace',
    '/shop/sync/connector-umapi.yml',
    `${CONNECTOR}  priv_key_path: ../../../etc/ssl/private.key\n`,
    undefined,
  ],
  [
    'no key from the top of the disk',
    '/shop/sync/connector-umapi.yml',
    `${CONNECTOR}  priv_key_path: /etc/ssl/private.key\n`,
    undefined,
  ],
  [
    'no key in the home of somebody',
    '/shop/sync/connector-umapi.yml',
    `${CONNECTOR}  priv_key_path: ~/private.key\n`,
    undefined,
  ],
  [
    'no path in a variable',
    '/shop/sync/connector-umapi.yml',
    `${CONNECTOR}  priv_key_path: \${HOME}/private.key\n`,
    undefined,
  ],
  [
    'no key itself',
    '/shop/app/.env',
    context('AIO_ims_contexts_a_private__key=MIIEvQIBADANBgkqhkiG9w0BAQEFAASC.key='),
    undefined,
  ],
  [
    'no secret with the ending of a file',
    '/shop/app/.env',
    context('AIO_ims_contexts_a_client__secrets=geheim-1234.key'),
    undefined,
  ],
  [
    'no secret under the name of a file',
    '/shop/app/.env',
    context('SHOP_KEY_FILE=p8e-Zq3xT1vB7nM5kL9wR2yU4iO6aS8dF0gH.key'),
    undefined,
  ],
  [
    'no address',
    '/shop/app/.env',
    context('SHOP_KEY_FILE=https://shop.example/private.key'),
    undefined,
  ],
];

const filesIn = (links: readonly DocumentLink[]) =>
  links.flatMap(({ span, target }) => ('file' in target ? [{ span, file: target.file }] : []));

describe('links to files', () => {
  for (const [what, file, code, target] of FILES) {
    it(`lead to ${what}`, () => {
      const { text, spans } = marked(code);
      const folder = file.startsWith('/c:') ? '/C:/shop' : '/shop';
      const found = filesIn(linksOf(file, text, folder));
      if (target !== undefined) assert.deepEqual(found, [{ span: spans[0], file: target }]);
      else assert.deepEqual(found, []);
    });
  }

  it('say what the file is', () => {
    const text = context('AIO_ims_contexts_a_private__key=private.key');
    const tooltips = linksOf('/shop/.env', text).map(({ tooltip }) => tooltip);
    assert.ok(tooltips.includes('The file of the private key'), tooltips.join(', '));
  });

  it('do not wait for texts that are no paths', () => {
    const text = `orgId: ${ORG}\nkey_file: |\n  ${'${a:'.repeat(100_000)}\n`;
    const document = documentOf('/shop/a.ims-integration.yaml', text);
    const start = performance.now();
    assert.deepEqual(filesIn(documentLinks(document)), []);
    assert.ok(performance.now() - start < 1000);
  });

  for (const [written, home, target] of [
    ['~/keys/private.key', '/home/kim', '/home/kim/keys/private.key'],
    ['~\\keys\\private.key', '/c:/Users/kim', '/c:/Users/kim/keys/private.key'],
    ['~/../../etc/private.key', '/home/kim', undefined],
    ['~root/private.key', '/home/kim', undefined],
    ['~/private.key', undefined, undefined],
  ] as const) {
    it(`lead ${target ? 'to' : 'nowhere from'} ${written} of ${home ?? 'nobody'}`, () => {
      const document = documentOf(
        '/shop/sync/connector-umapi.yml',
        `${CONNECTOR}  priv_key_path: ${written}\n`,
      );
      const links = documentLinks(document, newWorkspace([document], ['/shop']), home);
      assert.deepEqual(
        filesIn(links).map(({ file }) => file),
        target === undefined ? [] : [target],
      );
    });
  }

  it('need a file that lies somewhere', () => {
    const text = `${CONNECTOR}  priv_key_path: private.key\n`;
    assert.deepEqual(filesIn(linksOf('connector-umapi.yml', text)), []);
  });
});

const PROJECT = 'https://developer.adobe.com/console/projects/123450/4566206088340000001';
const download = (id: string, org: string) =>
  `{ "project": { "id": "${id}", "name": "«ShopEagle»", "title": "«Shop»", "org": { "id": "${org}", "ims_org_id": "${ORG}" }, "workspace": { "id": "«4566206088340000002»", "details": { "credentials": [{ "id": "«700001»", "integration_type": "service", "jwt": { "client_id": "${CLIENT}" } }] } } } }`;
const unmarked = (code: string) => code.replaceAll(/[«»]/g, '');
const lib = (project: string) =>
  `aio_project_id=${project}\naio_consumer_org_id=123450\naio_workspace_id=«4566206088340000002»\naio_ims_org_id=${ORG}\naio_api_key=${CLIENT}\naio_client_secret=\naio_oauth_scopes=openid\n`;

/** Each marked place leads to the page of the same position. */
const CONSOLE_PAGES: readonly (readonly [
  what: string,
  file: string,
  code: string,
  pages: readonly string[],
])[] = [
  [
    'a project, its workspace and credentials from a download',
    '/shop/ShopEagle-Stage.json',
    download('«4566206088340000001»', '123450'),
    [
      `${PROJECT}/overview`,
      `${PROJECT}/overview`,
      `${PROJECT}/overview`,
      `${PROJECT}/workspaces/4566206088340000002/details`,
      `${PROJECT}/credentials/700001/details`,
    ],
  ],
  [
    'the start page from a project without an id yet',
    '/shop/ShopEagle-Stage.json',
    unmarked(download('HERE', '123450')).replace('HERE', '«project_id»'),
    ['https://developer.adobe.com/console'],
  ],
  [
    'the start page from a project of an organization without an id',
    '/shop/ShopEagle-Stage.json',
    unmarked(download('HERE', 'org-id')).replace('HERE', '«4566206088340000001»'),
    ['https://developer.adobe.com/console'],
  ],
  [
    'a project from the properties of aio-lib-java',
    '/shop/workspace.properties',
    lib('«4566206088340000001»'),
    [`${PROJECT}/overview`, `${PROJECT}/workspaces/4566206088340000002/details`],
  ],
  ['nothing from a reference', '/shop/workspace.properties', unmarked(lib('${PROJECT}')), []],
  [
    'a project from variables of a starter kit',
    '/shop/.env',
    context(
      'IO_CONSUMER_ID=123450\nIO_PROJECT_ID="«4566206088340000001»"\nIO_WORKSPACE_ID=\nCOMMERCE_BASE_URL=https://shop.example',
    ),
    [`${PROJECT}/overview`],
  ],
];

describe('links to the Developer Console', () => {
  for (const [what, file, code, pages] of CONSOLE_PAGES) {
    it(`lead to ${what}`, () => {
      const { text, spans } = marked(code);
      const found = linksOf(file, text).flatMap(({ span, target }) =>
        'page' in target && target.page.includes('/console') ? [{ span, page: target.page }] : [],
      );
      assert.deepEqual(
        found,
        spans.map((span, index) => ({ span, page: pages[index] })),
      );
      assert.equal(spans.length, pages.length);
    });
  }
});

describe("links to Adobe's pages", () => {
  it('stand at the first key that a page is about', () => {
    const { text, spans } = marked(
      `<package><entities schema="nms:extAccount">\n<extAccount name="x" label="X" «imsServer»="https://ims-na1.adobelogin.com" callbackServer="https://shop.example" «imsRightsMask»="A (.*)" imsOrgId="${ORG}"/>\n</entities></package>\n`,
    );
    const links = linksOf('/shop/accounts.xml', text);
    assert.deepEqual(
      links.map(({ span }) => span),
      spans,
    );
    const pages = links.map(({ target }) => ('page' in target ? target.page : ''));
    assert.ok(pages.every((page) => page.startsWith('https://')));
    assert.equal(new Set(pages).size, pages.length);
    assert.ok(links.every(({ tooltip }) => tooltip.startsWith("Adobe's documentation of ")));
  });

  it('stand at keys without their quotes', () => {
    const { text, spans } = marked(
      '{ "environments": { "production": { "«version»": "7.4.1" } }, "integrations": { "shop": { "title": "Shop" } } }',
    );
    assert.deepEqual(
      linksOf('/shop/a.ims.json', text).map(({ span }) => span),
      spans,
    );
  });

  it('leave the names that lead to other files alone', () => {
    const text = 'environments:\n  production:\n    version: 7.4.1\n';
    const links = linksOf('/shop/a.ims.yaml', text);
    assert.ok(links.length > 0);
    assert.ok(links.every(({ span }) => text.slice(span.start, span.end) !== 'production'));
  });

  it('stand nowhere in a command, whose parts have no keys', () => {
    const text = `#!/bin/sh\nnlserver config -setimsoauth:${ORG}/${CLIENT}/${ACCOUNT_ID}/geheim-1234\n`;
    for (const { span } of linksOf('/shop/set.sh', text)) {
      assert.ok(!/geheim|AdobeOrg/.test(text.slice(span.start, span.end)));
    }
  });
});

describe('links in the examples', () => {
  const folder = path.join(root, 'examples');
  const documents = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .flatMap((file) => readDocument(file, fs.readFileSync(file, 'utf8')) ?? []);
  const workspace = newWorkspace(documents, [folder]);

  for (const document of documents) {
    it(`do not lie in each other and tell no secret: ${path.relative(folder, document.path)}`, () => {
      const links = documentLinks(document, workspace);
      const secrets = secretsOf(document).filter((secret) => !/\.(key|pem)$/.test(secret));
      let end = -1;
      for (const { span, target, tooltip } of links) {
        assert.ok(span.start >= end && span.end > span.start);
        end = span.end;
        const address = 'file' in target ? target.file : target.page;
        for (const secret of secrets) assert.ok(!`${address}${tooltip}`.includes(secret));
        if ('file' in target) assert.ok(target.file.startsWith(`${folder}/`));
      }
    });
  }

  it('lead to the keys that are named', () => {
    const files = documents.flatMap((document) =>
      filesIn(documentLinks(document, workspace)).map(({ file }) => path.relative(folder, file)),
    );
    for (const file of ['app-builder/private.key', 'tools/private.key', 'aem/keys/target.pem']) {
      assert.ok(files.includes(file), files.join(', '));
    }
  });

  it('are found at every step of typing', () => {
    for (const document of documents) {
      const step = Math.ceil(document.text.length / 60);
      for (let end = 0; end <= document.text.length; end += step) {
        const typed = readDocument(document.path, document.text.slice(0, end));
        if (typed) documentLinks(typed, workspace);
      }
    }
  });
});
