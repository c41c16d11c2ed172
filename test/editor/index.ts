import Mocha from 'mocha';
import { finish, options, report } from './report';

/** Called by the editor in Node's extension host, which it was told to run the tests in. */
export async function run(): Promise<void> {
  const mocha = new Mocha(options);
  mocha.suite.emit('pre-require', globalThis, null, mocha);
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
  // In the browser the server is a worker, which nobody can kill.
  await import('./killed-server.test');
  finish(await new Promise((resolve) => report(mocha.run(resolve))));
}
