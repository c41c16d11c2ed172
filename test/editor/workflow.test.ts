import { applyAction, codeAction, finding, hoverText, noFinding, openFile, revert } from './editor';
import { equal, matches } from './expect';

describe('a workflow of GitHub', () => {
  it('is migrated with all steps of the action', async () => {
    const document = await openFile('.github/workflows/deploy.yml');
    const before = document.getText();
    matches(await hoverText(document, 'TECHNICALACCOUNTID'), /Technical Account ID/);
    const { range } = await finding(document, 'jwt-credential');
    equal(document.getText(range), 'auth');
    await applyAction(await codeAction(document, range, 'Migrate to OAuth Server-to-Server'));
    const id = '          TECHNICALACCOUNTID: ${{ secrets.TECHNICALACCID_STAGE }}\n';
    equal(
      document.getText(),
      before
        .replaceAll('aio-apps-action@2.0.2', 'aio-apps-action@3.3.0')
        .replace('command: auth', 'command: oauth_sts')
        .replace(id, id + id.replace('COUNTID:', 'COUNTEMAIL:').replace('ACCID_', 'ACCEMAIL_'))
        .replace('          KEY: ${{ secrets.KEY_STAGE }}\n', ''),
    );
    await noFinding(document, 'jwt-credential');
    await revert(document);
  });
});
