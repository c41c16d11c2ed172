import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isSecretName, withoutSecretForms } from '../../server/src/rules/secret-forms';

describe('what has the form of a secret', () => {
  /** What is hidden stands in « and ». */
  const HIDDEN: readonly string[] = [
    'http://«u:aa@pw»@x.example/a@b',
    'https://«token»@ims-na1.adobelogin.com',
    'http%3A%2F%2F«u%3Apw»%40x.example%2Fa',
    'callback at `http://«u:p»@x.example` and `0123@AdobeOrg`',
    '{"a":"http://«u:p»@x.example","b":"0123456789@AdobeOrg"}',
    '«u:pw»@ims-na1.adobelogin.com',
    'https://x.example/?scope=a&client_secret=«b»&state=c',
    'https://x.example/?clientSecret=«b»&amp;api_token=«c»',
    'https://x.example/#access_token=«b»&token_type=bearer',
    'https://x.example/?u=http%3A%2F%2Fy%3Fclient%5Fsecret%3D«b»%26state%3Dc',
    'https://x.example/?auth[token]=«a»&secret[]=«b»',
    '`https://x.example/?key=«a»` is one',
    'https://x.example/?code=«a»',
    'https://x.example/?api_key=«a»&dbpass=«b»',
    '«p8e-0123456789abcdef»',
  ];
  for (const marked of HIDDEN) {
    it(`is hidden: ${marked}`, () => {
      const text = marked.replace(/[«»]/g, '');
      assert.equal(withoutSecretForms(text), marked.replace(/«[^»]*»/g, '•••'));
    });
  }

  const SHOWN: readonly string[] = [
    'https://ims-na1.adobelogin.com/ims/authorize/v2?client_id=a&scope=b&redirect_uri=c&code_challenge=d&grant_type=e&response_type=code&token_type=f',
    'http://localhost:8080/cb/0123456789ABCDEF01234567@AdobeOrg',
    '{"a":"http://x.example","b":"0123456789@AdobeOrg"}',
    '-setimsoauth:0123@AdobeOrg/id/0123@techacct.adobe.com/',
    'orgId:0123@AdobeOrg,account:0123@techacct.adobe.com',
    'name <someone@x.example>',
    'https://x.example/?country_code=de',
    'https://x.example/?monkey=1&bypass=true',
    'contact mailto:john.doe@acme.example',
    'npm:lodash@4.17.21',
  ];
  for (const text of SHOWN) {
    it(`is not: ${text}`, () => assert.equal(withoutSecretForms(text), text));
  }

  it('is looked for in time that grows with the text', () => {
    const parts = ['://', '://a:', '%3A%2F%2Fa%3A', 'a:', '//a:b', '?key=', '&', 'a.', '@', '`'];
    for (const one of parts) {
      for (const other of ['', 'x', ...parts]) {
        const start = performance.now();
        withoutSecretForms((one + other).repeat(Math.ceil(60_000 / (one + other).length)));
        assert.ok(performance.now() - start < 2_000, `${one} ${other}`);
      }
    }
  });
});

describe('the name of a secret', () => {
  it('is known by its last words', () => {
    const secrets = ['client_secret', 'dbPassword', 'pwd', 'IMS_TOKEN', 'token', 'private-key'];
    assert.deepEqual(secrets.filter(isSecretName), secrets);
    const others = ['token_type', 'secretName', 'client_id', 'tokenEndpoint', 'publicKey'];
    assert.deepEqual(others.filter(isSecretName), []);
  });
});
