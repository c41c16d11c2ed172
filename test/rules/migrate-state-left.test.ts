import { migrateStateLeft } from '../../server/src/rules/migrate-state-left';
import { credential, jwtBlock, oauthBlock, workspace, written } from '../support/console';
import { testRule } from '../support/testRule';

const file = 'console.json';
const both = { jwt: jwtBlock(), oauth_server_to_server: oauthBlock() };
const only = { oauth_server_to_server: oauthBlock() };
const done = written(workspace([credential('oauth_server_to_server', only)]));
const MIGRATE = 'oauth_server_to_server_migrate';

testRule(migrateStateLeft, {
  valid: [
    { name: 'an OAuth credential', file, code: done },
    {
      name: 'a JWT credential, of which another rule speaks',
      file,
      code: written(workspace([credential('service', { jwt: jwtBlock() })])),
    },
    {
      name: 'a project that Adobe made and migrates',
      file,
      code: written(workspace([credential(MIGRATE, both)], { title: 'AEM-p123-e456' })),
    },
    {
      name: 'two credentials, one of each',
      file,
      code: written(
        workspace([
          credential('service', { jwt: jwtBlock() }, 'A'),
          credential('oauth_server_to_server', only, 'B'),
        ]),
      ),
    },
  ],
  invalid: [
    {
      name: 'both blocks, and keeps the one of OAuth',
      file,
      code: written(workspace([credential(`«${MIGRATE}»`, both)])),
      severity: 'warning',
      messages: ['keep only `oauth_server_to_server`'],
      related: ['"jwt"'],
      fixed: done,
    },
    {
      name: 'both blocks the other way round, in one line',
      file,
      code: JSON.stringify(
        workspace([
          credential(`«${MIGRATE}»`, { oauth_server_to_server: oauthBlock(), jwt: jwtBlock() }),
        ]),
      ),
      fixed: JSON.stringify(workspace([credential('oauth_server_to_server', only)])),
    },
    {
      name: 'both blocks under a type that says otherwise',
      file,
      code: written(workspace([credential('service', both)])).replace('"jwt"', '«"jwt"»'),
      fixed: done,
    },
    {
      name: 'a type that was left',
      file,
      code: written(workspace([credential(`«${MIGRATE}»`, only)])),
      fixed: done,
    },
    {
      name: 'a credential that is only named, where the import writes it anew',
      file: '.aio',
      code: written(workspace([credential(`«${MIGRATE}»`, {})])),
      messages: ['aio app use'],
      fixed: null,
    },
  ],
});
