// Opens an example as a user would, and takes the pictures of the README on the way.
//   node scripts/editor/screenshots.mjs [folder] [theme]     after a build; the folder is docs/images
import fs from 'node:fs';
import path from 'node:path';
import { endEverything, endOnSignals } from '../lifetime.mjs';
import { packageExtension } from '../package.mjs';
import { startCodeServer } from './code-server.mjs';
import { openPage } from './page.mjs';
import { root } from './places.mjs';
import { setUpChromium, setUpCodeServer } from './setup.mjs';

const EXAMPLE = 'production.external-account.yaml';
const ONE_OF_SEVERAL = 'config-acme.xml';
const WITH_GROUPS = 'extaccount_prod.xml';
const VARIABLES = '.env';
const PROVIDER = 'com.adobe.granite.auth.oauth.accesstoken.provider.1700000000000.config';
const INTEGRATION = 'analytics.ims-integration.yaml';
const LOOK = {
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'workbench.tips.enabled': false,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'editor.minimap.enabled': false,
  'editor.fontSize': 15,
  'editor.lineHeight': 1.6,
  'editor.renderLineHighlight': 'none',
  'editor.occurrencesHighlight': 'off',
  'editor.hover.delay': 100,
  'git.enabled': false,
};

/**
 * Opens examples, quick fixes, hovers and a problem across files; a picture of each goes into the
 * folder.
 */
async function takePictures(folder, theme) {
  await setUpCodeServer(console.log);
  await setUpChromium(console.log);
  const vsix = path.join(root, 'out/screenshots.vsix');
  await packageExtension(vsix);
  const settings = theme ? { ...LOOK, 'workbench.colorTheme': theme } : LOOK;
  const editor = await startCodeServer({ vsix, settings });
  const workspace = path.join(editor.folder, 'examples');
  fs.cpSync(path.join(root, 'examples'), workspace, { recursive: true });
  const { page } = await openPage({ folder: editor.folder });
  try {
    await page.goto(`${editor.address}/?folder=${encodeURIComponent(workspace)}`);
    await page.getByRole('treeitem').first().waitFor();
    await openFile(page, EXAMPLE);
    await showQuickFixes(page);
    await takePicture(page, path.join(folder, 'finding-and-fix.png'));
    await page.keyboard.press('Escape');
    await showHover(page);
    await takePicture(page, path.join(folder, 'hover.png'));
    await openFile(page, ONE_OF_SEVERAL);
    await showProblem(page);
    await takePicture(page, path.join(folder, 'across-files.png'));
    await openFile(page, WITH_GROUPS);
    await showProductProfiles(page);
    await takePicture(page, path.join(folder, 'product-profiles.png'));
    await openFile(page, VARIABLES);
    await showFixesOfVariable(page);
    await takePicture(page, path.join(folder, 'dotenv.png'));
    await page.keyboard.press('Escape');
    await openFile(page, PROVIDER);
    await showFieldOfProvider(page);
    await takePicture(page, path.join(folder, 'osgi-config.png'));
    await openFile(page, INTEGRATION);
    await showCompletion(page);
    await takePicture(page, path.join(folder, 'completion.png'));
    await page.keyboard.press('Escape');
    await page.locator('.suggest-widget').waitFor({ state: 'hidden' });
    await runCommand(page, 'File: Revert File');
    await openFile(page, WITH_GROUPS);
    await showMaskPanel(page);
    await takePicture(page, path.join(folder, 'mask-panel.png'));
    await runCommand(page, 'View: Close All Editors');
    await showView(page);
    await showFilesToMigrate(page);
    await takePicture(page, path.join(folder, 'migrate-workspace.png'));
    await showChecklist(page);
    await takePicture(page, path.join(folder, 'checklist.png'));
    await showWalkthrough(page);
    await takePicture(page, path.join(folder, 'walkthrough.png'));
  } catch (error) {
    await takePicture(page, path.join(root, 'out/screenshots-failed.png'));
    throw error;
  }
}

async function openFile(page, name) {
  await pickFirst(page, 'Control+p', name, name);
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  // Keys pressed before the editor has the focus are lost.
  await page.locator('.monaco-editor.focused').waitFor();
}

const runCommand = (page, title) => pickFirst(page, 'F1', `>${title}`, title);

/** Opens a list, types, and takes what stands first as soon as it is what is meant. */
async function pickFirst(page, key, typed, label) {
  const list = page.locator('.quick-input-widget');
  await list.waitFor({ state: 'hidden' });
  await page.keyboard.press(key);
  await list.locator('input[type=text]').fill(typed);
  await list.locator('.monaco-list-row.focused').getByText(label).first().waitFor();
  await page.keyboard.press('Enter');
}

/** The message stands in the problems panel, the fixes in the menu at the value. */
async function showQuickFixes(page) {
  await page.keyboard.press('Control+Shift+m');
  await page.locator('.markers-panel .monaco-list-row').first().waitFor();
  await page.keyboard.press('Control+b');
  await page.locator('.explorer-viewlet').waitFor({ state: 'hidden' });
  await wordOf(page, 'http://').click({ position: FIRST_CHARACTERS });
  await page.locator('.monaco-editor.focused').waitFor();
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget').getByText('Use “https”').waitFor();
}

async function showHover(page) {
  await page.keyboard.press('Control+j');
  await page.locator('.markers-panel').waitFor({ state: 'hidden' });
  await hoverOver(page, 'callbackServer', 'Callback server');
}

/** The message stands in the hover, with the places in the other file. */
async function showProblem(page) {
  await page.locator('.squiggly-error').first().waitFor();
  await hoverOver(page, 'IMSOrgId', 'serverConf.xml(');
}

async function showProductProfiles(page) {
  // It pushes the mask a line down when it appears.
  await page.locator('.codelens-decoration a').first().waitFor();
  await hoverOver(page, 'Campaign - acme - ', 'Product profiles');
}

async function showFixesOfVariable(page) {
  await page.locator('.squiggly-error').first().waitFor();
  await wordOf(page, 'meta__scopes').click({ position: FIRST_CHARACTERS });
  await page.locator('.monaco-editor.focused').waitFor();
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget').getByText('Migrate').first().waitFor();
}

async function showFieldOfProvider(page) {
  await page.locator('.squiggly-error').first().waitFor();
  await hoverOver(page, 'keypair.alias', 'Certificate');
}

/** The scopes that are not there yet, with what the chosen one is for. */
async function showCompletion(page) {
  await wordOf(page, 'additional_info.job_function').click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- ');
  const first = page.locator('.suggest-widget .monaco-list-row').first();
  await first.waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+Space');
  await page.locator('.suggest-details').waitFor();
}

/** Beside the file, with a name that does not match. */
async function showMaskPanel(page) {
  await page.locator('.codelens-decoration a').getByText('Try this association mask').click();
  const panel = page.frameLocator('iframe.webview').frameLocator('#active-frame');
  const names = panel.locator('#names input');
  await names.nth(2).waitFor();
  await names.nth(1).fill('Campaign -acme - partners');
  await panel.locator('#names > li[data-outcome="unmatched"]').waitFor();
  await panel.locator('#mask').focus();
}

async function showView(page) {
  await runCommand(page, 'Focus on IMS Configuration View');
  await page.getByRole('treeitem', { name: 'production' }).first().waitFor();
}

async function showFilesToMigrate(page) {
  await runCommand(page, 'Migrate Workspace to OAuth Server-to-Server…');
  const title = page.locator('.quick-input-title').getByText('Migrate to OAuth Server-to-Server');
  await title.waitFor();
  await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
}

/** With the view beside it, which nothing is left in that could be migrated. */
async function showChecklist(page) {
  const migratable = page.getByRole('treeitem', { name: /^Can be migrated/ });
  await migratable.waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.view-line').getByText('What remains').first().waitFor();
  await migratable.waitFor({ state: 'detached' });
  const message = page.locator('.notification-toast').filter({ hasText: 'what remains by hand' });
  await message.waitFor();
  await runCommand(page, 'Notifications: Clear All Notifications');
}

async function showWalkthrough(page) {
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  await runCommand(page, 'IMS Configuration: Get Started');
  await page.locator('.getting-started-step.expanded').getByRole('button').first().waitFor();
  const picture = page.frameLocator('iframe.webview').frameLocator('#active-frame').locator('svg');
  await picture.first().waitFor();
}

async function hoverOver(page, text, answer) {
  await wordOf(page, text).hover({ position: FIRST_CHARACTERS });
  await page.locator('.monaco-hover:not(.hidden)').getByText(answer).first().waitFor();
  await allAnswers(page);
}

/** Hovers answer one after the other. */
const allAnswers = (page) =>
  page.locator('.monaco-hover:not(.hidden)').getByText('Loading…').waitFor({ state: 'detached' });

/** Where a text stands in the editor, which may draw it anew at any time. */
const wordOf = (page, text) => page.locator('.view-line span').getByText(text).last();

const FIRST_CHARACTERS = { x: 40, y: 10 };

async function takePicture(page, file) {
  await page.locator('.notification-toast').first().waitFor({ state: 'detached' });
  await page.screenshot({ path: file, animations: 'disabled', caret: 'initial' });
  console.log(path.relative(root, file));
}

endOnSignals(1);
const folder = path.resolve(process.argv[2] ?? path.join(root, 'docs/images'));
fs.mkdirSync(folder, { recursive: true });
try {
  await takePictures(folder, process.argv[3]);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
await endEverything();
