import { applyAction, codeAction, finding, hoverText, noFinding, openFile, revert } from './editor';
import { equal, matches } from './expect';

describe('a .env file', () => {
  it('explains its variables, and is migrated', async () => {
    const document = await openFile('app-builder/.env');
    const before = document.getText();
    matches(await hoverText(document, 'meta__scopes'), /an array of JSON/);
    const { range } = await finding(document, 'jwt-credential');
    equal(document.getText(range), 'AIO_ims_contexts_Shop__-__Stage_meta__scopes');
    await applyAction(await codeAction(document, range, 'Migrate to OAuth Server-to-Server'));
    equal(
      document.getText(),
      before
        .replace('_client__secret=${SHOP_SECRET}', '_client__secrets=["${SHOP_SECRET}"]')
        .replace(
          '_meta__scopes=["ent_user_sdk"]',
          '_scopes=["openid","AdobeID","user_management_sdk"]',
        ),
    );
    await noFinding(document, 'jwt-credential');
    await revert(document);
  });
});
