import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { experienceCloudAccountNames } from '../../server/src/facts/campaign-accounts';
import {
  atLeast,
  browserEngine,
  endUsersCanMigrate,
  type Installation,
  imsLogin,
  imsMigration,
  imsOnly,
  nativeRestrictionsAvailable,
  productOf,
  releases,
  technicalOperatorsCanUseIms,
} from '../../server/src/facts/campaign-releases';
import {
  compareVersions,
  parseBuild,
  parseVersion,
  sameVersion,
} from '../../server/src/facts/campaign-versions';
import {
  hostOf,
  imsHost,
  isStagingHost,
  recommendedTokenPath,
  tokenPath,
  tokenPaths,
} from '../../server/src/facts/ims-hosts';
import { jwtDates } from '../../server/src/facts/jwt';
import { links } from '../../server/src/facts/links';
import {
  essentialScopes,
  isMetascope,
  metascopeEntry,
  metascopes,
  normalizeMetascope,
  scopeInfo,
  suggestedScopes,
  vocabularyOf,
} from '../../server/src/facts/scopes';

/** One test for a table: each input and what comes out of it. */
function table<T>(name: string, of: (input: string) => T, rows: Readonly<Record<string, T>>): void {
  it(name, () => {
    for (const [input, expected] of Object.entries(rows)) {
      assert.deepEqual(of(input), expected, input);
    }
  });
}

/** `7.4.1`, `build 9383`, `campaign-v8 8.5 build 9383`. */
function installation(text: string): Installation {
  const [, product, version, build] = /^(campaign-\S+)? ?(.*?) ?(?:build (\S+))?$/.exec(text) ?? [];
  return { product, version: version || undefined, build };
}

describe('the dates of JWT', () => {
  it('follow each other', () => {
    const days = Object.values(jwtDates);
    assert.deepEqual([...days].sort(), days);
    for (const day of days) assert.equal(new Date(day).toISOString().slice(0, 10), day);
  });
});

describe('the links', () => {
  it('lead to pages of Adobe', () => {
    for (const link of Object.values(links)) {
      const { host, pathname } = new URL(link);
      assert.match(host + pathname, /^((experienceleague|developer)\.adobe|github)\.com\//);
      assert.ok(host !== 'github.com' || pathname.startsWith('/adobe/'), link);
    }
    assert.equal(new Set(Object.values(links)).size, Object.keys(links).length);
  });
});

describe('metascopes and scopes', () => {
  it('are each listed once, with scopes exactly where something is known', () => {
    assert.equal(new Set(metascopes.map(({ metascope }) => metascope)).size, metascopes.length);
    for (const { metascope, scopes, confidence } of metascopes) {
      assert.equal(scopes.length > 0, confidence !== 'none', metascope);
      assert.equal(new Set(scopes).size, scopes.length, metascope);
      for (const scope of scopes) assert.ok(Object.hasOwn(scopeInfo, scope), scope);
      if (scopes.length > 0) for (const scope of essentialScopes) assert.ok(scopes.includes(scope));
    }
  });

  it('are told apart', () => {
    for (const { metascope } of metascopes) {
      assert.equal(isMetascope(metascope), metascope !== 'event_receiver_api', metascope);
    }
    for (const scope of Object.keys(scopeInfo)) {
      assert.equal(vocabularyOf(scope), scope === 'event_receiver_api' ? 'either' : 'scope', scope);
      assert.equal(isMetascope(scope), false, scope);
    }
  });

  table('belong to a vocabulary', vocabularyOf, {
    ent_partners_sdk: 'metascope',
    ' ent_campaign_sdk ': 'metascope',
    '/s/ent_user_sdk': 'metascope',
    '/s/event_receiver_api': 'metascope',
    'https://ims-na1.adobelogin.com/s/ent_campaign_sdk': 'metascope',
    'https://ims-na1-stg1.adobelogin.com/s/anything': 'metascope',
    event_receiver_api: 'either',
    campaign_sdk: 'scope',
    user_management_sdk: 'scope',
    'read_pc.dma_other': 'scope',
    something: 'unknown',
    constructor: 'unknown',
    parent_sdk: 'unknown',
    '': 'unknown',
  });

  table('lose the form of a claim', normalizeMetascope, {
    'https://ims-na1.adobelogin.com/s/ent_campaign_sdk': 'ent_campaign_sdk',
    'https://ims-na1-stg1.adobelogin.com/s/ent_campaign_sdk/': 'ent_campaign_sdk',
    '/s/ent_user_sdk': 'ent_user_sdk',
    ' ent_user_sdk ': 'ent_user_sdk',
    openid: 'openid',
  });

  it('are found however they are written', () => {
    assert.equal(metascopeEntry('/s/ent_user_sdk')?.api, 'User Management');
    assert.equal(metascopeEntry('ent_reactor_admin_sdk')?.confidence, 'high');
    assert.equal(metascopeEntry('ent_reactor_extension_developer_sdk')?.api, 'Tags');
    assert.equal(metascopeEntry('ent_reactor_sdk')?.api, 'Tags');
    assert.equal(metascopeEntry('openid'), undefined);
  });

  it('are suggested where the table is sure', () => {
    const words = ['ent_user_sdk', '/s/ent_campaign_sdk', 'ent_gdpr_sdk', 'ent_mine_sdk'];
    const user = ['openid', 'AdobeID', 'user_management_sdk'];
    const campaign = [
      'campaign_sdk',
      'campaign_config_server_general',
      'deliverability_service_general',
    ];
    assert.deepEqual(suggestedScopes(words), {
      scopes: user,
      unsure: ['ent_campaign_sdk', 'ent_gdpr_sdk', 'ent_mine_sdk'],
    });
    assert.deepEqual(suggestedScopes(words, 'medium'), {
      scopes: [...user, ...campaign, 'additional_info.projectedProductContext'],
      unsure: ['ent_gdpr_sdk', 'ent_mine_sdk'],
    });
    assert.deepEqual(suggestedScopes([]), { scopes: [], unsure: [] });
  });
});

describe('IMS hosts', () => {
  table<string | undefined>('are read from addresses', hostOf, {
    'https://IMS-na1.adobelogin.com': 'ims-na1.adobelogin.com',
    'ims-na1.adobelogin.com': 'ims-na1.adobelogin.com',
    'ims-na1.adobelogin.com/': 'ims-na1.adobelogin.com',
    'ims-na1.adobelogin.com:443/ims/token/v3?x=1': 'ims-na1.adobelogin.com',
    '//localhost:8080': 'localhost',
    'https://': undefined,
    'https:/ims-na1.adobelogin.com': undefined,
    'two words': undefined,
    '': undefined,
  });

  table<string | undefined>('are known', (text) => imsHost(text)?.stage, {
    'https://adobeid-na1.services.adobe.com': 'production',
    'ims-na1.adobelogin.com': 'production',
    'https://ims-na1-stg1.adobelogin.com/ims': 'staging',
    'adobeid-na1-stg1.services.adobe.com': 'staging',
    'ims-na1-stage.adobelogin.com': undefined,
    'ims-na1.adobelogin.com.example.com': undefined,
  });

  table('are staging by name', isStagingHost, {
    'https://ims-na1-stg1.adobelogin.com': true,
    'adobeid-na1-stg1.services.adobe.com': true,
    'ims-na1-stg.adobelogin.com': false,
    'ims-na1.adobelogin.com': false,
    'ims-stg1.example.com': false,
  });

  table<string | undefined>('have paths for tokens', (text) => tokenPath(text)?.grant, {
    'https://ims-na1.adobelogin.com/ims/exchange/jwt/': 'jwt',
    'https://ims-na1.adobelogin.com/ims/exchange/jwt?x=1': 'jwt',
    '/ims/token/': 'authorization-code',
    '/ims/token/v1': 'authorization-code',
    'https://ims-na1.adobelogin.com/ims/token/v2': 'client-credentials',
    '/ims/token/v4': 'client-credentials',
    '/ims/token/v5': undefined,
    'https://ims-na1.adobelogin.com': undefined,
  });

  it('recommend one path', () => {
    assert.deepEqual(
      tokenPaths.filter(({ recommended }) => recommended),
      [tokenPath(recommendedTokenPath)],
    );
  });
});

describe('Campaign accounts', () => {
  it('have their names', () => assert.ok(experienceCloudAccountNames.includes('MAC')));
});

describe('Campaign versions', () => {
  table<string | undefined>(
    'are read',
    (text) => {
      const version = parseVersion(text);
      return (
        version && `${version.line} ${version.parts.join('.')}${version.patched ? ' IMS' : ''}`
      );
    },
    {
      '7.4.1': 'numbered 7.4.1',
      'v8.5.2': 'numbered 8.5.2',
      ' V8.10 ': 'numbered 8.10',
      'ACC 7.4.1': 'numbered 7.4.1',
      '7.4.1 (build 9383)': 'numbered 7.4.1',
      '7.4.1@abc': 'numbered 7.4.1',
      '7.3.3.IMS': 'numbered 7.3.3 IMS',
      '7.3.2 ims': 'numbered 7.3.2 IMS',
      '20.2.5': 'numbered 20.2.5',
      'Gold Standard 11': 'gold-standard 11',
      'gs-11': 'gold-standard 11',
      GS11: 'gold-standard 11',
      '9383': undefined,
      latest: undefined,
      '7.x': undefined,
      '': undefined,
    },
  );

  table<number | undefined>('have builds', parseBuild, {
    '9383': 9383,
    '9383@abc1234': 9383,
    'build 9383': 9383,
    '7.4.1': undefined,
    '12': undefined,
    '': undefined,
  });

  it('are in order', () => {
    const order = [
      '6.1.1',
      'GS10',
      'GS11',
      '19.1.8',
      '20.2.5',
      '21.1.3',
      '7.2.2',
      '7.3.3',
      '7.3.3.IMS',
    ];
    const all = [...order, '7.3.4', '7.4.1', '7.4.10', '8.1', '8.5.2', '8.10'];
    const sorted = [...all].reverse().map((text) => ({ text, version: parseVersion(text)! }));
    sorted.sort((a, b) => compareVersions(a.version, b.version));
    assert.deepEqual(
      sorted.map(({ text }) => text),
      all,
    );
  });

  it('of the releases are in order, with their builds', () => {
    for (const { version, product } of releases)
      assert.equal(parseVersion(version)?.product, product);
    const versions = releases.map(({ version }) => parseVersion(version)!);
    for (const [i, version] of versions.slice(1).entries()) {
      assert.ok(compareVersions(versions[i]!, version) < 0, releases[i]!.version);
    }
    const builds = releases.flatMap(({ build }) => build ?? []);
    assert.deepEqual([...builds].sort(), builds);
  });

  table('are of a product', (text) => productOf(installation(text)), {
    '7.4.1': 'campaign-classic',
    GS11: 'campaign-classic',
    'v8.5.2': 'campaign-v8',
    'campaign-v8': 'campaign-v8',
    'campaign-standard 7.4.1': 'campaign-classic',
    'campaign-v8 7.4.1': undefined,
    '9.1': undefined,
    'build 9383': undefined,
  });

  it('are the same as far as they say', () => {
    assert.equal(sameVersion('7.4.1', 'v7.4.1'), true);
    assert.equal(sameVersion('7.4', '7.4.1'), true);
    assert.equal(sameVersion('7.3.3', '7.3.3.IMS'), true);
    assert.equal(sameVersion('8.10', '8.1'), false);
    assert.equal(sameVersion('7.4.1', 'GS11'), false);
    assert.equal(sameVersion('9383', '7.4.1'), undefined);
  });

  table<boolean | undefined>('reach 7.4.1', (text) => atLeast(installation(text), '7.4.1'), {
    '7.4.1': true,
    '7.4.4': true,
    '7.4': true,
    '7.3.5': false,
    '7.3': false,
    '21.1.3': false,
    GS11: false,
    '7': undefined,
    'campaign-classic build 9383': true,
    'campaign-classic build 9368@abc': false,
    'campaign-classic 7 build 9390': true,
    'build 9383': undefined,
    '8.6': undefined,
    '': undefined,
  });

  table(
    'can move to IMS',
    (text) => {
      const { compatible, why } = imsMigration(installation(text));
      return why ? `${compatible}: ${why}` : compatible;
    },
    {
      '7.4.1': 'yes',
      '7.4.4': 'yes',
      '7.5.1': 'yes',
      '7.3.5': 'yes',
      '7.3.6': 'yes',
      '7.3.3.IMS': 'yes',
      '7.3.2.IMS build 9356': 'yes',
      '7.3.4': 'no: not-listed',
      '7.3.3': 'no: patch-missing',
      '7.3.2 build 9356': 'no: patch-missing',
      '7.3.1': 'no: too-old',
      '7.2.2': 'no: too-old',
      '20.2.5': 'no: too-old',
      'Gold Standard 11': 'no: too-old',
      '6.7': 'no: too-old',
      '7.3': 'unknown',
      'campaign-classic build 9368': 'yes',
      'campaign-classic build 9364': 'no: not-listed',
      'campaign-classic build 9359': 'unknown',
      'campaign-classic build 9349': 'no: too-old',
      '8.5.2': 'yes',
      '8.10': 'yes',
      '8.5.1': 'no: too-old',
      '8.5': 'unknown',
      '8.1': 'no: too-old',
      'campaign-v8 build 9383': 'unknown',
      'campaign-v8 7.4.1': 'unknown',
      '': 'unknown',
    },
  );

  it('recommend a release of the same product', () => {
    assert.equal(imsMigration({ version: '7.3.4' }).recommended, '7.4.1');
    assert.equal(imsMigration({ version: '8.1' }).recommended, '8.5.2');
    assert.equal(imsMigration({ product: 'campaign-v8' }).recommended, '8.5.2');
    assert.equal(imsMigration({}).recommended, '7.4.1');
  });

  table('let people sign in since 30 June 2021', (text) => imsLogin(installation(text)), {
    '8.1': 'yes',
    '7.4.1': 'yes',
    '7.3.4': 'yes',
    '7.2': 'yes',
    GS11: 'yes',
    GS10: 'no',
    '21.1.3': 'yes',
    '21.1.1': 'unknown',
    '21.1.0': 'no',
    '20.3.1': 'unknown',
    '20.2.5': 'yes',
    '20.2.4': 'no',
    '20.1.4': 'yes',
    '20.1.3': 'no',
    '19.2.4': 'yes',
    '19.2.3': 'no',
    '19.1.8': 'unknown',
    '19.1.7': 'no',
    '20.2': 'unknown',
    '18.10.1': 'no',
    '6.7': 'unknown',
    '6.7 build 8931': 'no',
    'campaign-classic build 9330': 'yes',
    'campaign-classic build 9032': 'unknown',
    '': 'unknown',
  });

  table<string | undefined>('need a browser engine', (text) => browserEngine(installation(text)), {
    '7.3.1': 'webview2',
    '7.3': 'webview2',
    'campaign-classic build 9352': 'webview2',
    '7.2.2': 'internet-explorer-11',
    GS11: 'internet-explorer-11',
    GS10: undefined,
    '8.4': 'webview2',
    '8.6.4': 'webview2',
    '8.3': undefined,
    '7': undefined,
    '': undefined,
  });

  it('tell what Campaign can do', () => {
    assert.equal(nativeRestrictionsAvailable({ version: '7.4.1' }), true);
    assert.equal(nativeRestrictionsAvailable({ version: '7.3.5' }), false);
    assert.equal(nativeRestrictionsAvailable({ version: '8.6' }), undefined);
    assert.equal(technicalOperatorsCanUseIms({ version: '8.5' }), true);
    assert.equal(technicalOperatorsCanUseIms({ version: '8.4' }), false);
    assert.equal(technicalOperatorsCanUseIms({ version: '7.3.5' }), true);
    assert.equal(technicalOperatorsCanUseIms({}), undefined);
    assert.equal(endUsersCanMigrate({ version: '8.5.2' }), true);
    assert.equal(endUsersCanMigrate({ version: '8.5.1' }), false);
    assert.equal(endUsersCanMigrate({ version: '7.3.4' }), false);
    assert.equal(imsOnly({ version: '8.6' }), true);
    assert.equal(imsOnly({ version: '8.10' }), true);
    assert.equal(imsOnly({ version: '8.5.3' }), false);
    assert.equal(imsOnly({ version: '7.4.1' }), false);
    assert.equal(imsOnly({ product: 'campaign-v8' }), undefined);
  });
});
