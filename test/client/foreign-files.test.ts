import assert from 'node:assert/strict';
import { test } from 'node:test';
import { couldBeOurs } from '../../client/src/recognition';

/** What stands in many projects and has nothing to do with Adobe: no server is started for it. */
const FOREIGN: readonly (readonly [name: string, language: string, text: string])[] = [
  [
    'application.yml',
    'yaml',
    'spring:\n  security:\n    oauth2:\n      resourceserver:\n        jwt:\n          issuer-uri: https://id.shop.example',
  ],
  [
    'application.properties',
    'properties',
    'spring.security.oauth2.resourceserver.jwt.claims.organization=shop\napp.claims.org=x',
  ],
  [
    'package.json',
    'json',
    '{ "dependencies": { "express-jwt": "^8.4.1", "@nestjs/jwt": "^10.2.0", "koa-jwt": "4" } }',
  ],
  [
    'package-lock.json',
    'json',
    '{ "packages": { "node_modules/express-jwt": { "version": "8.4.1" } } }',
  ],
  [
    'config/default.json',
    'json',
    '{ "jwt": { "secret": "x", "expiresIn": "1h" }, "orgId": "shop" }',
  ],
  [
    'config.yaml',
    'yaml',
    'jwt:\n  secret: ${JWT_SECRET}\n  algorithms: [RS256]\nclient_id: shop\nclient_secret: x',
  ],
  ['values.yaml', 'yaml', 'ingress:\n  auth:\n    jwt: {}\n    org_id: 12\n'],
  ['kong.yml', 'yaml', 'consumers:\n  - username: shop\n    jwt: true\n'],
  [
    'openapi.json',
    'json',
    '{ "components": { "securitySchemes": { "jwt": { "type": "http", "bearerFormat": "JWT" } } } }',
  ],
  ['en.json', 'json', '{ "jwt": "Token", "organization": "Organization" }'],
  [
    'mime.json',
    'json',
    '{ "application/jwt": { "source": "iana" }, "ims": ["application/vnd.ms-ims"] }',
  ],
  ['dashboard.json', 'json', '{ "orgId": 1, "panels": [], "title": "Shop" }'],
  ['.vercel/project.json', 'json', '{ "projectId": "prj_1", "orgId": "team_1" }'],
  ['datasources.yaml', 'yaml', 'datasources:\n  - name: Loki\n    orgId: 1\n'],
  [
    'auth0.json',
    'json',
    '{ "org_id": "org_123", "client_id": "a", "client_secret": "b", "audience": "c" }',
  ],
  ['sentry.json', 'json', '{ "ORG_ID": 12, "dsn": "https://x@sentry.example/1" }'],
  ['pipeline.json', 'json', '{ "triggers": [{ "type": "schedule" }], "topics": ["a"] }'],
  ['function.json', 'json', '{ "triggers": ["http"] }'],
  ['authelia.yml', 'yaml', 'authentication_method: client_secret_basic\nclient_id: x'],
  ['gcp.json', 'json', '{ "service_account_credentials": "x", "project_id": "y" }'],
  [
    '.env',
    'dotenv',
    'JWT_SECRET=x\nCLIENT_ID=a\nCLIENT_SECRET=b\nORG_ID=12\nCLAIMS_ORG=1\nSCOPES=openid',
  ],
  [
    '.env.local',
    'plaintext',
    'CLERK_JWT_KEY=x\nGOOGLE_CLIENT_ID=a\nGOOGLE_CLIENT_SECRET=b\nLINK_EXCHANGE=c',
  ],
  ['shell.tmLanguage.json', 'json', '{ "name": "meta.scope.subshell.shell" }'],
  ['metadata.yaml', 'yaml', 'integration_type: redis\nname: Cloud Run'],
  [
    'manifest.json',
    'json',
    '{ "domain": "hue", "integration_type": "hub", "iot_class": "local_push" }',
  ],
  [
    'web.config',
    'xml',
    '<configuration><appSettings><add key="ClaimsOrg" value="x"/></appSettings></configuration>',
  ],
  [
    'pom.xml',
    'xml',
    '<project><groupId>com.claims.org</groupId><artifactId>claims-organizer</artifactId></project>',
  ],
  [
    'keycloak.json',
    'json',
    '{ "clientId": "shop", "secret": "x", "attributes": { "client.secret.creation.time": "1" } }',
  ],
  [
    'realm.json',
    'json',
    '{ "protocolMapper": "x", "config": { "jsonType.label": "String", "claim.name": "org" } }',
  ],
  [
    'test.yml',
    'github-actions-workflow',
    'jobs:\n  test:\n    steps:\n      - uses: actions/checkout@v4\n',
  ],
  [
    'docker-compose.yml',
    'dockercompose',
    'services:\n  web:\n    environment:\n      - JWT: x\n      - JWT_ORG_ID: y\n',
  ],
  [
    'config.json',
    'json',
    '{ "cors": { "origin": "*", "credentials": true }, "jwt": { "issuer": "shop" } }',
  ],
  [
    'application.yaml',
    'yaml',
    'cors:\n  credentials: true\nsecurity:\n  jwt:\n    organization: shop',
  ],
  ['php.ini', 'ini', 'memory_limit = 128M'],
  ['tsconfig.json', 'jsonc', '{ "compilerOptions": { "strict": true } }'],
  ['build.sh', 'shellscript', 'export JWT="$(curl https://id.shop.example/token)"'],
  [
    'requests.postman_collection.json',
    'json',
    '{ "variable": [{ "key": "orgId" }], "auth": { "jwt": [] } }',
  ],
];

test('common files of others do not start the server', () => {
  const started = FOREIGN.filter(([name, languageId, text]) =>
    couldBeOurs({ fileName: `/shop/${name}`, languageId, head: () => text }),
  );
  assert.deepEqual(
    started.map(([name]) => name),
    [],
  );
});
