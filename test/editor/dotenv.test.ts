import { applyAction, codeAction, finding, hoverText, noFinding, openFile, revert } from './editor';
import { matches } from './expect';

describe('a .env file', () => {
  it('explains its variables, and is migrated', async () => {
    const document = await openFile('app-builder/.env');
    matches(await hoverText(document, 'meta__scopes'), /an array of JSON/);
    const { range } = await finding(document, 'jwt-credential');
    await applyAction(await codeAction(document, range, 'Migrate to OAuth Server-to-Server'));
    matches(document.getText(), /^# Shop$/m);
    matches(document.getText(), /_client__secrets=\["\$\{SHOP_SECRET\}"\]$/m);
    matches(document.getText(), /_scopes=\["openid","AdobeID","user_management_sdk"\]$/m);
    await noFinding(document, 'jwt-credential');
    await revert(document);
  });
});
