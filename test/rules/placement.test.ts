import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ConfigDocument } from '../../server/src/model/document';
import { textOf } from '../../server/src/model/entity';
import { newWorkspace } from '../../server/src/model/workspace';
import {
  environmentsFor,
  isHostedFor,
  isSameName,
  placeName,
  placeWord,
} from '../../server/src/rules/placement';
import { documentOf } from '../support/check';
import { lines } from '../support/marks';
import { packageOf } from '../support/samples';

/** What a name says of the environment. */
const words: Readonly<Record<string, string | undefined>> = {
  dev: 'dev',
  Development: 'dev',
  'acme-dev': 'dev',
  acme_prod1: 'prod',
  'acme-prod-eu': 'prod',
  acmePRD: 'prod',
  'Luma Production': 'prod',
  'luma-live': 'prod',
  live: 'prod',
  staging: 'stage',
  stg2: 'stage',
  'acme-stage': 'stage',
  'acme-stage-mkt': 'stage',
  acmeUATAccount: 'uat',
  'shop-test': 'test',
  qa: 'qa',
  sandbox: 'sandbox',
  int01: 'int',
  preprod: 'preprod',
  'pre-production': 'preprod',
  prePROD: 'preprod',
  acme_pre_prod_2: 'preprod',
  'pre-live': 'preprod',
  préprod: 'preprod',

  // Two at once, or everything but one.
  nonprod: undefined,
  'non-prod': undefined,
  acmeNonProd: undefined,
  'dev-prod': undefined,
  from_dev_to_prod: undefined,
  'prod-prd': 'prod',

  // Parts of words, and other meanings of words.
  '': undefined,
  delivery: undefined,
  liveramp: undefined,
  LiveRamp: undefined,
  'Live Nation': undefined,
  'Stage Entertainment': undefined,
  'Test & Target': undefined,
  TestAndTarget: undefined,
  'test-target': undefined,
  products: undefined,
  product: undefined,
  productContext: undefined,
  Prodéo: undefined,
  developer: undefined,
  devices: undefined,
  integration: undefined,
  integrations: undefined,
  contest: undefined,
  latest: undefined,
  backstage: undefined,
  constructor: undefined,
};

describe('the environment in a name', () => {
  for (const [name, place] of Object.entries(words)) {
    it(`"${name}" says ${place ?? 'nothing'}`, () => assert.equal(placeWord(name), place));
  }
});

/** What the path of a file in the folder `/srv/prod` says. */
const paths: Readonly<Record<string, string | undefined>> = {
  'extaccount_dev.xml': 'dev',
  'extaccount-prod-2024.xml': 'prod',
  'extaccountStage.xml': 'stage',
  'stage_extaccount.xml': 'stage',
  'live_extaccount.xml': 'prod',
  'test.xml': 'test',
  'config-prod1.xml': 'prod',
  'config-acme_stage.xml': 'stage',
  'development/extaccount.xml': 'dev',
  'prod/v2/extaccount.xml': 'prod',
  'dev/extaccount_prod.xml': 'prod',
  'dev/prod/extaccount.xml': 'prod',
  'luma/stage/extaccount.xml.sample': 'stage',
  'PROD/EXTACCOUNT.XML': 'prod',
  'production.external-account.yaml': 'prod',
  'live.external-account.yaml': 'prod',
  'Dockerfile.prod': 'prod',
  'deploy.stage.sh': 'stage',

  // Where the name speaks of two, the folder decides nothing.
  'prod/extaccount_dev_to_test.xml': undefined,
  'prod/extaccount-nonprod.xml': undefined,

  'extaccount.xml': undefined,
  'live-nation/extaccount.xml': undefined,
  'Test & Target.xml': undefined,
  'deliveries/delivery.xml': undefined,
  'target.ims-integration.yaml': undefined,
  'packages/experience-cloud-integration.xml': undefined,
  'acme.ims.yaml': undefined,
};

describe('the environment of a file', () => {
  const at = (path: string) => ({ path }) as ConfigDocument;

  for (const [path, place] of Object.entries(paths)) {
    it(`${path} says ${place ?? 'nothing'}`, () => {
      const folders = ['/srv/prod'];
      const found = placeName(at(`/srv/prod/${path}`), newWorkspace([], folders));
      assert.equal(found, place);
    });
  }

  it('counts from the innermost folder of the workspace', () => {
    const folders = ['/srv/', '/srv/dev'];
    assert.equal(placeName(at('/srv/dev/a.xml'), newWorkspace([], folders)), undefined);
    assert.equal(placeName(at('/srv/stage/a.xml'), newWorkspace([], folders)), 'stage');
  });

  it('is read off the name alone where no folder is known', () => {
    const none = newWorkspace([], []);
    assert.equal(placeName(at('/home/dev/extaccount.xml'), none), undefined);
    assert.equal(placeName(at('/home/dev/extaccount_prod.xml'), none), 'prod');
  });
});

describe('names of environments', () => {
  for (const [one, other, same] of [
    ['production', 'prod', true],
    ['Shop Prod', 'shop-production', true],
    ['shop-prod', 'luma-prod', false],
    ['prod1', 'prod2', false],
    ['staging', 'production', false],
  ] as const) {
    it(`${one} and ${other} are ${same ? '' : 'not '}the same`, () =>
      assert.equal(isSameName(one, other), same));
  }
});

describe('the environments that a file may be about', () => {
  const project = documentOf(
    '/srv/acme.ims.yaml',
    lines`
      environments:
        acme-eu: { stage: production, hosting: hosted }
        acme-dev: { hosting: on-premise }
        acme-stage: { hosting: hosted }
    `,
  );
  const about = (path: string, instance?: string) => {
    const document = documentOf(`/srv/${path}`, packageOf('active="1"'));
    const workspace = newWorkspace([project, document], ['/srv']);
    const names = environmentsFor(document, workspace, instance).map(
      (each) => textOf(each, 'name')?.text,
    );
    return { names, hosted: isHostedFor(document, workspace, instance) };
  };

  for (const [what, found, names, hosted] of [
    ['the stage', about('extaccount_prod.xml'), ['acme-eu'], true],
    ['the name', about('dev/extaccount.xml'), ['acme-dev'], false],
    ['the instance', about('dev/extaccount.xml', 'Acme-Stage'), ['acme-stage'], true],
    ['the place of the instance', about('extaccount.xml', 'shop-dev'), ['acme-dev'], false],
    ['nothing', about('extaccount.xml'), ['acme-eu', 'acme-dev', 'acme-stage'], false],
    ['a place that nobody describes', about('extaccount_qa.xml'), [], false],
  ] as const) {
    it(`are told by ${what}`, () => assert.deepEqual(found, { names: [...names], hosted }));
  }
});
