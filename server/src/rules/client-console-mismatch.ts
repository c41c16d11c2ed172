import { parseVersion, sameVersion } from '../facts/campaign-versions';
import { links } from '../facts/links';
import { environmentExample } from './campaign-examples';
import { isHosted, known } from './environment';
import { entityRule } from './rule';

export const clientConsoleMismatch = entityRule({
  meta: {
    id: 'client-console-mismatch',
    severity: 'warning',
    since: '0.1.0',
    fix: 'none',
    messages: {
      mismatch:
        'The client console is {console} and the server {server}. Both must be of the same build; otherwise the console may fail in ways that look like sign-in problems. Install the console that belongs to the server.',
      hosted:
        'The client console is {console} and the server {server}, and both must be of the same build. Adobe keeps hosted servers up to date and offers the console that belongs to them; ask Adobe for it if none is offered.',
      server: 'The version of the server.',
    },
    docs: {
      summary: 'A client console of another version than the server.',
      why: 'Adobe asks for the same build of client console and server, and calls the latest console imperative for signing in with an Adobe ID.',
      invalid: withConsole('7.3.5'),
      valid: withConsole('7.4.1'),
      links: [links.configuringIms],
    },
  },

  concepts: ['campaign-environment'],

  check(entity, report) {
    const client = known(entity, 'clientConsole.version');
    const server = known(entity, 'version');
    if (!client || !server || sameVersion(client.text, server.text) !== false) return;
    // A number that is no release of Campaign is another mistake.
    if (![client, server].every(({ text }) => parseVersion(text)?.product)) return;
    report({
      at: client.span,
      message: isHosted(entity) ? 'hosted' : 'mismatch',
      data: { console: client.text, server: server.text },
      related: [{ at: server.span, message: 'server' }],
    });
  },
});

function withConsole(version: string) {
  return environmentExample({ clientConsole: `{ version: ${version}, browserEngine: webview2 }` });
}
