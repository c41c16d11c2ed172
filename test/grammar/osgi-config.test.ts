import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import picomatch from 'picomatch';
import { root } from '../support/root';
import { readGrammar, tokensOf } from './textmate';

const grammar = readGrammar('syntaxes/osgi-config.tmLanguage.json');

/**
 * The last name of each token, shortened to what tells it from others, with its characters; blanks
 * left out.
 */
const shown = (text: string): readonly string[] =>
  tokensOf(grammar, text)
    .filter((token) => token.text.trim() !== '')
    .map(({ text: said, scopes }) => {
      const name = (scopes.at(-1) ?? 'none').replace('.osgi-config', '');
      return `${SHORT[name] ?? name} ${said.trim()}`;
    });

const SHORT: Readonly<Record<string, string>> = {
  'support.type.property-name': 'key',
  'keyword.operator.assignment': 'sign',
  'storage.type': 'type',
  'string.quoted.double': 'text',
  'punctuation.definition.string.begin': 'quote',
  'punctuation.definition.string.end': 'quote',
  'punctuation.definition.array.begin': 'bracket',
  'punctuation.definition.array.end': 'bracket',
  'punctuation.separator.array': 'comma',
  'punctuation.separator.continuation': 'continued',
  'constant.character.escape': 'escape',
  'constant.language.boolean': 'boolean',
  'constant.numeric': 'number',
  'comment.line.number-sign': 'comment',
  'variable.other.readwrite.reference': 'reference',
};

const ROWS: readonly (readonly [text: string, tokens: readonly string[]])[] = [
  ['a.b="x"', ['key a.b', 'sign =', 'quote "', 'text x', 'quote "']],
  ['a\\ b = "x"', ['key a\\ b', 'sign =', 'quote "', 'text x', 'quote "']],
  ['# a="x"', ['comment # a="x"']],
  ['a="#"# c', ['key a', 'sign =', 'quote "', 'text #', 'quote "', 'comment # c']],
  ['a=B"true"', ['key a', 'sign =', 'type B', 'quote "', 'boolean true', 'quote "']],
  ['a="true 5"', ['key a', 'sign =', 'quote "', 'text true 5', 'quote "']],
  ['a=i"-5"', ['key a', 'sign =', 'type i', 'quote "', 'number -5', 'quote "']],
  ['a=T"x"', ['key a', 'sign =', 'type T', 'quote "', 'text x', 'quote "']],
  [
    'a="x\\ \\"\\u0041"',
    [
      'key a',
      'sign =',
      'quote "',
      'text x',
      'escape \\',
      'escape \\"',
      'escape \\u0041',
      'quote "',
    ],
  ],
  ['a="$[secret:NAME]"', ['key a', 'sign =', 'quote "', 'reference $[secret:NAME]', 'quote "']],
  [
    'a=I"$[env:N1;default\\=5]"',
    ['key a', 'sign =', 'type I', 'quote "', 'reference $[env:N1;default\\=5]', 'quote "'],
  ],
  [
    'a=["x","y"]',
    [
      ...['key a', 'sign =', 'bracket [', 'quote "', 'text x', 'quote "', 'comma ,'],
      ...['quote "', 'text y', 'quote "', 'bracket ]'],
    ],
  ],
  [
    'a=I( \\\n  "1", \\\n  # c\n)\nb="x"',
    [
      ...['key a', 'sign =', 'type I', 'bracket (', 'continued \\'],
      ...['quote "', 'number 1', 'quote "', 'comma ,', 'continued \\', 'comment # c', 'bracket )'],
      ...['key b', 'sign =', 'quote "', 'text x', 'quote "'],
    ],
  ],
  [
    'a="x\n# y\n\nb="\nz="c"',
    [
      ...['key a', 'sign =', 'quote "', 'text x', 'text # y', 'text b=', 'quote "'],
      ...['key z', 'sign =', 'quote "', 'text c', 'quote "'],
    ],
  ],
  // What is left open ends before the next entry.
  [
    'a="x\nb="y"',
    ['key a', 'sign =', 'quote "', 'text x', 'key b', 'sign =', 'quote "', 'text y', 'quote "'],
  ],
  [
    'a=[ \\\n  "x, \\\nb="y"',
    [
      ...['key a', 'sign =', 'bracket [', 'continued \\', 'quote "', 'text x,', 'continued \\'],
      ...['key b', 'sign =', 'quote "', 'text y', 'quote "'],
    ],
  ],
];

describe('the colors of an OSGi configuration', () => {
  for (const [text, tokens] of ROWS) {
    it(JSON.stringify(text), () => assert.deepEqual(shown(text), tokens));
  }
});

interface Contributions {
  readonly languages: readonly {
    readonly id: string;
    readonly configuration: string;
    readonly extensions?: readonly string[];
    readonly filenamePatterns: readonly string[];
  }[];
  readonly grammars: readonly { readonly language?: string; readonly path: string }[];
}

describe('the language of OSGi configurations', () => {
  const text = readFileSync(path.join(root, 'package.json'), 'utf8');
  const { contributes } = JSON.parse(text) as { readonly contributes: Contributions };
  const language = contributes.languages.find(({ id }) => id === 'osgi-config');
  assert.ok(language);
  // The editor compares names in lower case.
  const isOurs = (file: string) =>
    language.filenamePatterns.some((pattern) => picomatch.isMatch(file.toLowerCase(), pattern));

  it('has a grammar and a configuration', () => {
    const entry = contributes.grammars.find((each) => each.language === 'osgi-config');
    assert.equal(readGrammar(entry?.path ?? '').scopeName, 'source.osgi-config');
    const configuration = readFileSync(path.join(root, language.configuration), 'utf8');
    assert.deepEqual(JSON.parse(configuration).comments, { lineComment: '#' });
  });

  it('is that of files named like a PID in the folders of configurations', () => {
    const files = [
      'ui.apps/src/main/content/jcr_root/apps/x/config/com.adobe.granite.auth.oauth.accesstoken.provider-x.config',
      'ui.apps/src/main/content/jcr_root/apps/x/config.author.prod/com.acme.Service~one.config',
      'ui.config/src/main/content/jcr_root/apps/x/osgiconfig/config/de.acme.Service.config',
      'jcr_root/apps/system/config/com.adobe.granite.auth.oauth.accesstoken.provider.0a1b.config',
      'jcr_root/apps/x/config.publish/sub/Acme.Service.config',
      'x/config/org.apache.sling.Some.config',
      'config/Service.Impl~x.config',
      'aem/crx-quickstart/install/com.acme.Service.config',
      'aem/crx-quickstart/launchpad/config/com/acme/Service.config',
    ];
    for (const file of files) assert.ok(isOurs(`/home/me/${file}`), file);
  });

  it('is not that of other files with this ending', () => {
    assert.equal(language.extensions, undefined);
    const files = [
      'web.config',
      'App.config',
      'src/App/App.Debug.config',
      'config/web.config',
      'config/Web.Release.config',
      'Config/packages.config',
      'config/NuGet.Config',
      'config/nlog.config',
      'config/log4net.config',
      'Config/MyCompany.MyApp.exe.config',
      'config/Sitecore.Analytics.Tracking.config',
      'App_Config/Include/com.acme.app.config',
      'config/umbracoSettings.config',
      'configuration/com.acme.app.config',
      'com.adobe.something.impl.config',
      'user-sync/usermanagement.config',
      'config/usermanagement.config',
      'config/com.acme.Service.cfg.json',
      'install/Setup.exe.config',
    ];
    for (const file of files) assert.ok(!isOurs(`/home/me/${file}`), file);
  });
});
