import { revert } from './editor';
import { equal } from './expect';
import { acceptFirst, offered, type, typeIn, withFile } from './typing';

const ORG = '5B7C0DE15A1E0F2A0A495C11@AdobeOrg';
const OTHER_ORG = '3F2504E04F8941D39A0C0305@AdobeOrg';

describe('completion', () => {
  it('writes a key of YAML, and goes on with what belongs there', async () => {
    const lines = 'title: Target\nsolution: target\nauthType: oauth-server-to-server\n';
    const typing = await typeIn('target.ims-integration.yaml', `${lines}sc‸\n`);
    const keys = await offered(typing, 'scopes');
    equal(keys.includes('orgId'), true);
    // Neither what stands there nor what JWT alone has.
    equal(
      keys.filter((key) => /^(title|authType|metascopes|privateKey)$/.test(key)),
      [],
    );

    equal(await acceptFirst(typing), `${lines}scopes: []\n`);
    const cursor = typing.editor.selection.active;
    equal([cursor.line, cursor.character], [3, 9]);
    await offered({ ...typing, cursor }, 'target_sdk');
    await type('open');
    equal(await acceptFirst(typing), `${lines}scopes: [openid]\n`);
    await revert(typing.document);
  });

  it('adds the comma that is missing in JSON', async () => {
    const name = 'new.ims-integration.json';
    await withFile(name, async () => {
      const typing = await typeIn(name, '{\n  "title": "x"\n  "sol‸"\n}\n');
      await offered(typing, 'solution');
      equal(await acceptFirst(typing), '{\n  "title": "x",\n  "solution": ""\n}\n');
      await offered({ ...typing, cursor: typing.editor.selection.active }, 'campaign');
    });
  });

  it('writes an attribute of XML with an organization of the workspace', async () => {
    const [before, behind] = [
      '<package><entities schema="nms:extAccount">\n  <extAccount name="a" imsServer="https://ims-na1.adobelogin.com" ',
      '/>\n</entities></package>\n',
    ];
    const typing = await typeIn('accounts.xml', `${before}imsOr‸${behind}`);
    await offered(typing, 'imsOrgId');
    const blank = '&lt;organization-id>';
    equal(await acceptFirst(typing), `${before}imsOrgId="${blank}"${behind}`);
    // The blank is selected, and there are organizations to choose from.
    equal(typing.document.getText(typing.editor.selection), blank);
    const cursor = typing.editor.selection.active;
    equal(await offered({ ...typing, cursor }, ORG), [blank, OTHER_ORG, ORG]);
    await revert(typing.document);
  });

  it('continues a context in variables', async () => {
    const context = 'AIO_ims_contexts_Shop__-__Stage_';
    const lines = `${context}client__id=9f1c2ab34d5e6f708192a3b4c5d6e7f8\n${context}client__secrets=["\${SHOP_SECRET}"]\n`;
    const typing = await typeIn('app-builder/.env', `${lines}${context}ims__o‸\n`);
    await offered(typing, `${context}ims__org__id`);
    equal(await acceptFirst(typing), `${lines}${context}ims__org__id=${OTHER_ORG}\n`);
    await revert(typing.document);
  });

  it('writes a whole account into an empty file, and leads from blank to blank', async () => {
    const name = 'new.external-account.yaml';
    await withFile(name, async () => {
      const typing = await typeIn(name, '‸');
      await offered(typing, 'Adobe Experience Cloud external account');
      await type('Adobe');
      const text = await acceptFirst(typing);
      equal(text.split('\n')[0], 'name: Adobe_Experience_Cloud');
      equal(typing.document.getText(typing.editor.selection), 'Adobe_Experience_Cloud');
      await type('Shop');
      equal(typing.document.lineAt(0).text, 'name: Shop');
    });
  });
});
