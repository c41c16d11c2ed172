import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check } from '../../server/src/check';
import { hover } from '../../server/src/features/hover';
import { type ConfigDocument, readDocument } from '../../server/src/model/document';
import { newWorkspace } from '../../server/src/model/workspace';
import { noSettings } from '../../server/src/rules/settings';
import { documentOf, TODAY } from '../support/check';
import { lines } from '../support/marks';
import { randomEdits } from '../support/random';

/** What holds for rules that look at other files, whatever stands in them. */
const texts: Readonly<Record<string, string>> = {
  '/w/acme.ims.yaml': lines`
    environments:
      staging: { stage: staging }
      production: { stage: production }
    externalAccounts:
      - { name: a, environment: staging, callbackServer: https://campaign.acme.example }
      - { name: b, environment: production, callbackServer: https://campaign.acme.example }
  `,
  '/w/dev/extaccount.xml': lines`
    <package><entities schema="nms:extAccount">
      <extAccount name="MAC" callbackServer="https://campaign.acme.example" imsRightsMask="Acme (.*)"/>
      <extAccount name="Adobe_Experience_Cloud"/>
    </entities><entities schema="xtk:group"><group name="press"/></entities></package>
  `,
  '/w/prod/extaccount.xml': lines`
    <package><entities schema="nms:extAccount">
      <extAccount name="MAC" label="Live" callbackServer="https://campaign.acme.example"/>
    </entities></package>
  `,
  '/w/prod/sso.xml': lines`
    <package><entities schema="nms:extAccount">
      <extAccount name="Sign-in" callbackServer="https://campaign.acme.example" imsOrgId="A"/>
    </entities></package>
  `,
  '/w/qa.external-account.yaml': 'name: qa\nenvironment: productoin\n',
};

const documents = Object.entries(texts).map(([path, text]) => documentOf(path, text));
const among = (all: readonly ConfigDocument[]) => newWorkspace(all, ['/w']);

const findings = (document: ConfigDocument, all: readonly ConfigDocument[]) =>
  check(document, { settings: noSettings, today: TODAY, workspace: among(all) });

describe('a healthy workspace', () => {
  const healthy = (stage: string, host: string) => lines`
    <package buildNumber="9383"><entities schema="nms:extAccount">
      <extAccount name="Adobe_Experience_Cloud" label="Adobe Experience Cloud" active="1"
                  imsServer="https://ims-na1.adobelogin.com" clientId="Campaign-Acme"
                  callbackServer="${host}" imsOrgId="3F2504E04F8941D39A0C0305@AdobeOrg"
                  imsRightsMask="Campaign - acme${stage} - (.*)">
        <folder _operation="none" name="nmsExternalAccount"/>
      </extAccount>
      <extAccount name="aemInstance" type="12" server="https://author${stage}.acme.example"/>
    </entities></package>
  `;
  const stages = { dev: '-dev', stage: '-stage', prod: '' };
  const host = (stage: string) => `https://campaign${stage}.acme.example`;
  const places: Readonly<Record<string, (stage: string) => string>> = {
    'in one folder': (stage) => `/w/packages/extaccount_${stage}.xml`,
    'in three folders': (stage) => `/w/${stage}/extaccount.xml`,
    'whose names say nothing': (stage) => `/w/${stage.length}/${stage[1]}.xml`,
  };

  for (const [name, path] of Object.entries(places)) {
    it(`with packages ${name} is silent`, () => {
      const all = Object.entries(stages).map(([stage, end]) =>
        documentOf(path(stage), healthy(end, host(end))),
      );
      for (const document of all) assert.deepEqual(findings(document, all), []);
    });

    it(`with references as callback servers, ${name}, is silent`, () => {
      const all = Object.keys(stages).map((stage) =>
        documentOf(path(stage), healthy('', 'https://${CAMPAIGN_HOST}')),
      );
      for (const document of all) assert.deepEqual(findings(document, all), []);
    });
  }
});

describe('rules that look at other files', () => {
  it('find what is wrong between these', () => {
    const ids = ['callback-shared', 'environment-unknown', 'experience-cloud-account-duplicate'];
    const found = documents.flatMap((document) =>
      findings(document, documents)
        .filter(({ rule }) => ids.includes(rule))
        .map(({ rule }) => `${document.path} ${rule}`),
    );
    assert.deepEqual(found, [
      '/w/acme.ims.yaml callback-shared',
      '/w/dev/extaccount.xml callback-shared',
      '/w/dev/extaccount.xml experience-cloud-account-duplicate',
      '/w/prod/sso.xml experience-cloud-account-duplicate',
      '/w/qa.external-account.yaml environment-unknown',
    ]);
  });

  it('find nothing more once a file is gone', () => {
    const left = documents.filter(({ path }) => path !== '/w/prod/extaccount.xml');
    const sso = left.find(({ path }) => path === '/w/prod/sso.xml')!;
    const rules = findings(sso, left).map(({ rule }) => rule);
    assert.ok(!rules.includes('experience-cloud-account-duplicate'));
  });

  it('say the same in whichever order the files are known, and of another version of a file', () => {
    for (const document of documents) {
      const seen = (all: readonly ConfigDocument[]) =>
        findings(document, all).map(({ rule, span }) => [rule, span]);
      const others = documents.filter((each) => each !== document);
      assert.deepEqual(seen([...others].reverse()), seen(documents));
      assert.deepEqual(
        seen([documentOf(document.path, document.text), ...others]),
        seen(documents),
      );
    }
  });

  for (const { path, text } of documents) {
    it(`never throw while ${path} is damaged, and point into their files`, () => {
      for (const damaged of randomEdits(text, 40)) {
        const changed = readDocument(path, damaged);
        const all = [
          ...documents.filter((each) => each.path !== path),
          ...(changed ? [changed] : []),
        ];
        for (const document of all) {
          for (const { related, message } of findings(document, all)) {
            assert.ok(message.length > 0);
            for (const { span, document: where = document } of related) {
              assert.ok(span.start >= 0 && span.start <= span.end && span.end <= where.text.length);
            }
          }
        }
        if (!changed) continue;
        for (let at = 0; at < damaged.length; at += 7) hover(changed, at, among(all));
      }
    });
  }
});
