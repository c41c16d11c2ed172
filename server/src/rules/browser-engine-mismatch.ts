import { browserEngine } from '../facts/campaign-releases';
import { links } from '../facts/links';
import type { Entity } from '../model/entity';
import { environmentExample } from './campaign-examples';
import { installationOf, isHosted, known, versionValue } from './environment';
import { entityRule } from './rule';

export const browserEngineMismatch = entityRule({
  meta: {
    id: 'browser-engine-mismatch',
    severity: 'warning',
    since: '0.1.0',
    fix: 'none',
    messages: {
      webview2:
        'The client console of release {version} shows web pages with the WebView2 runtime, and Internet Explorer 11 no longer opens the Adobe ID page. Install WebView2 on the computers of your people.',
      webview2Hosted:
        "The client console of release {version} shows web pages with the WebView2 runtime, and Internet Explorer 11 no longer opens the Adobe ID page. Adobe sets the servers of hosted environments up for it; only the runtime on your people's computers has to be there.",
      ie: 'The client console of release {version} shows web pages with Internet Explorer 11; WebView2 came with 7.3.1. Use Internet Explorer 11 here, or upgrade server and console.',
      ieHosted:
        'The client console of release {version} shows web pages with Internet Explorer 11; WebView2 came with 7.3.1. Adobe brings hosted environments to newer releases; ask Adobe when.',
    },
    docs: {
      summary: 'A browser engine that does not go with the release.',
      why: 'The client console opens the Adobe ID page in an embedded browser: Internet Explorer 11 in older releases, WebView2 from 7.3.1 (build 9352) and 8.4 on. With the wrong one the page stays blank or loops.',
      invalid: withEngine('internet-explorer-11'),
      valid: withEngine('webview2'),
      links: [links.imsTroubleshooting],
    },
  },

  concepts: ['campaign-environment'],

  check(entity, report) {
    const engine = known(entity, 'clientConsole.browserEngine');
    const expected = browserEngine(installationOf(entity));
    const version = versionValue(entity)?.text;
    if (!engine || !expected || version === undefined) return;
    if (!/^(internet-explorer-11|webview2)$/.test(engine.text) || engine.text === expected) return;
    // Right for this console, which is to be replaced: `client-console-mismatch` says so.
    if (engineOfConsole(entity) === engine.text) return;
    const message = expected === 'webview2' ? 'webview2' : 'ie';
    report({
      at: engine.span,
      message: isHosted(entity) ? `${message}Hosted` : message,
      data: { version },
    });
  },
});

/** What the client console needs by its own version. */
function engineOfConsole(entity: Entity) {
  const version = known(entity, 'clientConsole.version')?.text;
  return version === undefined
    ? undefined
    : browserEngine({ ...installationOf(entity), build: undefined, version });
}

function withEngine(engine: string) {
  return environmentExample({ clientConsole: `{ version: 7.4.1, browserEngine: ${engine} }` });
}
