import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rulePage } from '../../server/src/features/rule-page';
import { folder } from '../cli/terminal';

describe('the page of a rule', () => {
  it('says its level, and how to switch it off', () => {
    const page = rulePage('org-id-overridden-empty') ?? '';
    assert.match(page, /\| error \| safe:/);
    assert.match(page, /rules: \{ org-id-overridden-empty: off \}/);
  });

  it('says that a rule is off by default, and how to switch it on', () => {
    const page = rulePage('webview2-off') ?? '';
    assert.match(page, /\| off by default \(info\) \|/);
    assert.match(page, /rules: \{ webview2-off: info \}/);
  });

  it('shows the other files that an example takes', () => {
    const page = rulePage('aem-operator-locked-out') ?? '';
    assert.match(page, /`config-luma\.xml`\n\n```xml\n[\s\S]*`example\.xml`\n\n```xml\n/);
  });

  it('does not exist for an id that is no rule', () => {
    assert.equal(rulePage('no-such-rule'), undefined);
  });
});

describe('the command line', () => {
  const here = folder({});

  it('lists a rule that is off by default as such', async () => {
    const { out } = await here.run(['rules']);
    assert.match(out, /^webview2-off +off by default \(info\)/m);
  });

  it('explains a rule that is off by default, with the other files of its examples', async () => {
    const { out } = await here.run(['explain', 'webview2-off']);
    assert.match(out, /^off by default \(info\); fixed by --unsafe-fixes/m);
    assert.match(out, /^Beside it \(example\.ims\.yaml\):$/m);
  });
});
