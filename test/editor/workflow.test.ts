import { applyAction, codeAction, finding, noFinding, openFile, revert } from './editor';
import { equal, matches } from './expect';

describe('a workflow of GitHub', () => {
  it('is migrated with all steps of the action', async () => {
    const document = await openFile('.github/workflows/deploy.yml');
    const { range } = await finding(document, 'jwt-credential');
    equal(document.getText(range), 'auth');
    await applyAction(await codeAction(document, range, 'Migrate to OAuth Server-to-Server'));
    const after = document.getText();
    matches(after, /command: oauth_sts/);
    matches(after, /TECHNICALACCOUNTEMAIL: \$\{\{ secrets\.TECHNICALACCEMAIL_STAGE \}\}/);
    equal(after.match(/aio-apps-action@3\.3\.0/g)?.length, 2);
    equal(after.includes('KEY:'), false);
    await noFinding(document, 'jwt-credential');
    await revert(document);
  });
});
