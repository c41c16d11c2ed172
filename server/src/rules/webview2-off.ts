import { atLeast } from '../facts/campaign-releases';
import { webView2Release } from '../facts/campaign-server';
import { links } from '../facts/links';
import type { EntityEdit } from '../model/edit';
import { fieldOf, isOn, says } from '../model/entity';
import { children } from '../model/kinds/elements';
import { environmentExample } from './campaign-examples';
import { installationOf, isHosted } from './environment';
import { environmentsFor } from './placement';
import { entityRule } from './rule';
import { serverExample } from './server-examples';
import { anySays, entitiesOf, filesBeside, instanceOf, isForAllInstances } from './server-files';

export const webview2Off = entityRule({
  meta: {
    id: 'webview2-off',
    severity: 'info',
    offByDefault: true,
    since: '0.1.0',
    fix: 'unsafe',
    messages: {
      off: '**WebView2 mode** (`webView2Mode`) is off, but the client console of this release shows web pages with WebView2. Set it to `1`, reload the configuration (`nlserver config -reload`), then restart `web` (`nlserver restart web`) and Apache.',
      absent:
        '**WebView2 mode** (`webView2Mode`) is not set and so is off, but the client console of this release shows web pages with WebView2. Set it to `1`, reload the configuration (`nlserver config -reload`), then restart `web` (`nlserver restart web`) and Apache.',
    },
    fixes: { on: 'Set it to `1`' },
    docs: {
      summary: 'WebView2 that is off although the release needs it.',
      why: 'From 7.3.1 (build 9352) on the client console shows web pages with Microsoft Edge WebView2, the Adobe ID page among them. On premise the server has to be set to it, and it is off where nothing is said. The release is known from the environments that the workspace describes.',
      invalid: { ...serverExample('<web webView2Mode="0"/>'), beside: [environmentExample()] },
      valid: { ...serverExample('<web webView2Mode="1"/>'), beside: [environmentExample()] },
      links: [links.serverConfiguration],
    },
  },

  concepts: ['server-configuration'],

  check(entity, report, { document, workspace }) {
    const environments = environmentsFor(document, workspace, instanceOf(document));
    const needsIt = environments.every(
      (each) => !isHosted(each) && atLeast(installationOf(each), webView2Release.version),
    );
    if (environments.length === 0 || !needsIt) return;
    const field = fieldOf(entity, 'webView2Mode');
    if (field && says(entity, 'webView2Mode')) {
      if (isOn(entity, 'webView2Mode') !== false) return;
      const at = field.items[0]?.span ?? field.span;
      const edit = { title: 'on' as const, edit: (each: EntityEdit) => each.set(field, '1') };
      return report({ at, message: 'off', fix: edit });
    }
    // An instance's file says only what differs from the one for all, and that one is for all to
    // correct.
    const beside = entitiesOf(filesBeside(document, workspace), 'server-configuration');
    if (!isForAllInstances(document) || anySays(beside, 'webView2Mode')) return;
    const web = children(entity.home, 'web').at(-1);
    report({ at: web?.nameSpan ?? entity.head, message: 'absent' });
  },
});
