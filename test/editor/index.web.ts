// The browser's bundle: it defines `mocha` on the global object.
import 'mocha/mocha.js';
import { finish, options, report } from './report';

/** Called by the editor in the web worker extension host, which it was told to run the tests in. */
export async function run(): Promise<void> {
  mocha.setup(options);
  await import('./foreign.test');
  await import('./account.test');
  await import('./migration.test');
  await import('./campaign.test');
  await import('./workflow.test');
  await import('./dotenv.test');
  await import('./workspace.test');
  await import('./workspace-view.test');
  await import('./completion.test');
  await import('./mask-panel.test');
  await import('./new-files.test');
  await import('./navigation.test');
  await import('./aem.test');
  finish(await new Promise((resolve) => report(mocha.run(resolve))));
}
