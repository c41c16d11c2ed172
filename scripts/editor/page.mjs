// Opens the workbench of a running code-server in a Chromium that a program drives.
import path from 'node:path';
import { chromium } from 'playwright-core';
import { onEnd } from '../lifetime.mjs';
import { chromiumFolder, findChromium } from './places.mjs';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Opens an empty page; `developmentOptions` are those of the workbench, for tests inside it. */
export async function openPage({ folder, developmentOptions }) {
  const context = await chromium.launchPersistentContext(path.join(folder, 'chromium'), {
    executablePath: findChromium(),
    headless: true,
    viewport: { width: 1280, height: 800 },
    env: {
      PATH: process.env.PATH,
      HOME: path.join(folder, 'home'),
      TMPDIR: folder,
      // Only there for the Chromium from npm.
      LD_LIBRARY_PATH: path.join(chromiumFolder, 'lib'),
    },
    args: FLAGS,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const close = onEnd(() => context.close());
  if (developmentOptions) await context.addInitScript(editConfiguration, developmentOptions);
  const page = context.pages()[0] ?? (await context.newPage());
  return { page, close };
}

/**
 * Runs in the page: edits the workbench's configuration as soon as it is parsed, before any script
 * reads it. A released VS Code heeds its options for development only with `enableSmokeTestDriver`.
 */
function editConfiguration(options) {
  new MutationObserver((_, observer) => {
    const element = document.getElementById('vscode-workbench-web-configuration');
    if (!element) return;
    observer.disconnect();
    const configuration = JSON.parse(element.dataset.settings);
    configuration.developmentOptions = { ...options, enableSmokeTestDriver: true };
    configuration._wrapWebWorkerExtHostInIframe = false;
    element.dataset.settings = JSON.stringify(configuration);
  }).observe(document, { childList: true, subtree: true });
}
