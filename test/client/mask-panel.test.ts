import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { newNonce, pageOf } from '../../client/src/mask-panel/html';
import { TypedText } from '../../client/src/mask-panel/page/typed-text';
import { MASK_PANEL } from '../../client/src/mask-panel/panel-id';
import { countOf, fileText } from '../../client/src/mask-panel/sentences';
import {
  afterEvent,
  type FileMask,
  isRemoval,
  isSaved,
  MOST_NAMES,
  needsTrial,
  newPanel,
  numberOf,
  openProposals,
  type PanelEvent,
  type PanelState,
  rememberedPanel,
  renamed,
  requestOf,
  split,
} from '../../client/src/mask-panel/state';
import type { NameTrial } from '../../server/src/features/mask-trial';
import { root } from '../support/root';

const URI = 'file:///shop/accounts.xml';
const line = { start: { line: 1 }, end: { line: 1 } };
const proposals = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, origin: 'of the mask' }));
const maskOf = (label: string, text: string): FileMask => ({
  ...{ label, text, range: line, proposals },
});
const file = (...masks: readonly FileMask[]): PanelEvent => ({ type: 'file', masks });
const panel = (names?: readonly string[]) =>
  newPanel({ uri: URI, index: 0, label: undefined }, 'accounts.xml', names);
const run = (state: PanelState, ...events: readonly PanelEvent[]) =>
  events.reduce(afterEvent, state);
const FIRST = maskOf('Shop', 'Campaign - shop - (.*)');

describe('the panel of an association mask', () => {
  it('shows the mask of the file, and fills in some names where nobody has chosen any', () => {
    const state = run(panel(), file(FIRST));
    assert.deepEqual([state.label, state.written, state.draft], ['Shop', FIRST.text, FIRST.text]);
    assert.deepEqual(state.names, ['a', 'b', 'c', 'd']);
    assert.deepEqual(
      openProposals(state).map(({ name }) => name),
      ['e'],
    );
    assert.ok(isSaved(state));
  });

  it('keeps the names that were chosen, even if there are none any more', () => {
    assert.deepEqual(run(panel(['x']), file(FIRST)).names, ['x']);
    assert.deepEqual(run(panel([]), file(FIRST)).names, []);
    const removed = run(panel(), file(maskOf('Shop', 'A')), ...[3, 2, 1, 0].map(removal));
    assert.deepEqual(run(removed, file(FIRST)).names, []);
  });

  it('follows the file, unless another mask is being tried', () => {
    const next = file(maskOf('Shop', 'Campaign - outlet - (.*)'));
    const shown = run(panel(), file(FIRST), next);
    assert.equal(shown.draft, 'Campaign - outlet - (.*)');
    const trying = run(panel(), file(FIRST), { type: 'draft', text: 'A (.*)' }, next);
    assert.deepEqual([trying.draft, trying.written], ['A (.*)', 'Campaign - outlet - (.*)']);
    assert.ok(!isSaved(trying));
    assert.equal(afterEvent(trying, { type: 'reset' }).draft, 'Campaign - outlet - (.*)');
  });

  it('knows its account by its name where others come before it, and by its place where it is renamed', () => {
    const moved = run(panel(), file(FIRST), file(maskOf('Other', 'B'), FIRST));
    assert.deepEqual([moved.index, moved.draft], [1, FIRST.text]);
    const renamed = run(panel(), file(FIRST), file(maskOf('Store', 'B')));
    assert.deepEqual([renamed.label, renamed.draft], ['Store', 'B']);
  });

  it('keeps what is tried where the mask is gone, and finds it again', () => {
    const gone = run(panel(), file(FIRST), file());
    assert.deepEqual([gone.written, gone.draft], [undefined, FIRST.text]);
    assert.equal(afterEvent(gone, { type: 'reset' }).draft, FIRST.text);
    assert.equal(run(gone, file(FIRST)).written, FIRST.text);
  });

  it('says once that the mask is gone, and no longer when it is back', () => {
    const gone = run(panel(), file(FIRST), file());
    assert.match(fileText(gone), /no longer/);
    const asked = afterEvent(gone, { type: 'notice', text: 'It is gone.' });
    assert.equal(fileText(asked), '');
    const back = run(asked, file(FIRST));
    assert.deepEqual([back.notice, fileText(back)], ['', 'This is the mask of the file.']);
  });

  it('goes where its file goes, alone or in a folder', () => {
    const cases: readonly (readonly [before: string, after: string, uri: string | undefined])[] = [
      [URI, 'file:///shop/other.xml', 'file:///shop/other.xml'],
      ['file:///shop', 'file:///store', 'file:///store/accounts.xml'],
      ['file:///shop/', 'file:///store', 'file:///store/accounts.xml'],
      ['file:///sho', 'file:///store', undefined],
      ['file:///shop/accounts.xml.bak', 'file:///store', undefined],
    ];
    for (const [before, after, uri] of cases) assert.equal(renamed(URI, before, after), uri);
    const trying = run(panel(['x']), file(FIRST), { type: 'draft', text: 'A' });
    const moved = run(trying, { type: 'moved', uri: 'file:///store/b.xml', file: 'b.xml' });
    assert.deepEqual(
      [moved.uri, moved.file, moved.draft, moved.names],
      ['file:///store/b.xml', 'b.xml', 'A', ['x']],
    );
  });

  it('counts the names that match, and those that do so in doubt', () => {
    const found = (...outcomes: readonly NameTrial['outcome'][]) => {
      const names = outcomes.map((outcome) => ({ ...NAME, outcome }));
      const trial = { mask: 'A', names };
      return countOf({ ...panel(outcomes.map((_, index) => String(index))), trial });
    };
    assert.equal(found('matched', 'unmatched'), '1 of 2 names matched.');
    assert.equal(found('doubtful', 'doubtful'), '0 matched, 2 doubtful, of 2 names.');
    assert.equal(found('matched', 'doubtful', 'untested'), '1 matched, 1 doubtful, of 3 names.');
    assert.match(found(), /No names yet/);
  });

  it('adds, changes and removes names', () => {
    const state = run(
      panel(['x']),
      { type: 'add', name: 'y' },
      { type: 'add', name: 'x' },
      { type: 'edit', index: 0, name: 'z' },
      { type: 'edit', index: 7, name: 'none' },
      removal(9),
    );
    assert.deepEqual(state.names, ['z', 'y']);
    const many = Array.from({ length: MOST_NAMES }, (_, index) => String(index));
    assert.equal(run(panel(many), { type: 'add', name: 'y' }).names.length, MOST_NAMES);
    assert.equal(
      run(panel([]), { type: 'add', name: 'y'.repeat(99_999) }).names[0]?.length,
      10_000,
    );
  });

  it('loses a name by a key only where there is nothing else to delete', () => {
    for (const key of ['Delete', 'Backspace']) {
      assert.ok(isRemoval(key, ''));
      assert.ok(!isRemoval(key, 'a'));
    }
    for (const key of ['Enter', 'Escape', 'a']) assert.ok(!isRemoval(key, ''));
  });

  it('is tried anew whenever mask or names are others', () => {
    const state = run(panel(['x']), file(FIRST));
    assert.ok(needsTrial(undefined, state));
    assert.ok(needsTrial(state, afterEvent(state, { type: 'draft', text: 'A' })));
    assert.ok(needsTrial(state, afterEvent(state, { type: 'add', name: 'y' })));
    assert.ok(!needsTrial(state, afterEvent(state, { type: 'draft', text: FIRST.text })));
    assert.ok(!needsTrial(state, afterEvent(state, { type: 'notice', text: 'A' })));
  });

  it('says what went wrong until something else is done', () => {
    const state = run(panel(), file(FIRST), { type: 'notice', text: 'Refused.' });
    assert.equal(run(state, file(FIRST)).notice, 'Refused.');
    assert.equal(afterEvent(state, { type: 'draft', text: 'A' }).notice, '');
  });
});

const NAME: NameTrial = {
  ...{ name: 'x', outcome: 'matched', summary: '', asPattern: '', asPrefix: '' },
  ...{ group: undefined, groupAt: undefined, mismatch: undefined },
};
const removal = (index: number): PanelEvent => ({ type: 'remove', index });

describe('what a page sends', () => {
  it('is taken only where it is something that it may ask', () => {
    const good = [
      { type: 'ready' },
      { type: 'reset' },
      { type: 'draft', text: 'A' },
      { type: 'write', text: 'A' },
      { type: 'add', name: 'A' },
      { type: 'edit', index: 0, name: 'A' },
      { type: 'remove', index: 0 },
    ];
    for (const message of good) assert.deepEqual(requestOf({ ...message, more: 1 }), message);
    const bad = [
      ...[undefined, null, 1, 'ready', [], {}],
      ...[
        { type: 'file', masks: [] },
        { type: 'tried' },
        { type: 'moved', uri: 'a', file: 'b' },
        { type: 'notice', text: 'A' },
      ],
      ...[{ type: 'draft' }, { type: 'write', text: 1 }, { type: 'add' }, { type: 'remove' }],
    ];
    for (const message of bad) assert.equal(requestOf(message), undefined);
  });

  it('has a number, by which it is told that it was heard', () => {
    assert.equal(numberOf({ type: 'reset', number: 7 }), 7);
    for (const message of [undefined, null, 7, {}, { number: '7' }]) {
      assert.equal(numberOf(message), undefined);
    }
  });

  it('is restored from what it remembered, and from nothing else', () => {
    const state = run(panel(['x']), file(FIRST), { type: 'draft', text: 'A' });
    const { uri, index, label, draft, written, names } = state;
    const restored = rememberedPanel(JSON.parse(JSON.stringify(state)));
    assert.deepEqual(
      { ...restored },
      { ...panel(['x']), uri, index, label, draft, written, names },
    );
    for (const value of [undefined, null, 1, {}, { uri: 1 }, { uri: 'a', index: '0', draft: '' }]) {
      assert.equal(rememberedPanel(value), undefined);
    }
    const names2 = rememberedPanel({ ...state, names: ['x', 1, null] })?.names;
    assert.deepEqual(names2, ['x']);
  });
});

describe('a field of the page', () => {
  function typing(context: TestContext) {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const field = Object.assign(new EventTarget(), { value: '' });
    const told: string[] = [];
    const typed = new TypedText(field, (text) => told.push(text));
    const type = (text: string) => {
      field.value = text;
      field.dispatchEvent(new Event('input'));
    };
    return { field, told, typed, type, wait: () => context.mock.timers.tick(1000) };
  }

  it('tells what was typed after a pause, or at once where it is asked to, and once', (context) => {
    const { told, typed, type, wait } = typing(context);
    typed.flush();
    type('a');
    type('ab');
    assert.deepEqual(told, []);
    wait();
    assert.deepEqual(told, ['ab']);
    type('abc');
    typed.flush();
    typed.flush();
    wait();
    assert.deepEqual(told, ['ab', 'abc']);
    type('abcd');
    typed.forget();
    wait();
    assert.deepEqual(told, ['ab', 'abc']);
  });

  it('keeps what was typed until that was heard, and shows what has come of it then', (context) => {
    const { field, typed, type, wait } = typing(context);
    type('too long');
    typed.show('before', 0);
    wait();
    typed.show('before', 0);
    assert.equal(field.value, 'too long');
    typed.show('too', 1);
    assert.equal(field.value, 'too');
    typed.show('of the file', 1);
    assert.equal(field.value, 'of the file');
  });

  it('keeps what was typed behind what was heard', (context) => {
    const { field, typed, type, wait } = typing(context);
    type('a');
    wait();
    type('ab');
    typed.show('a', 1);
    assert.equal(field.value, 'ab');
    wait();
    typed.show('a', 1);
    typed.show('ab', 2);
    assert.equal(field.value, 'ab');
  });
});

describe('the page', () => {
  const parts = { script: 'https://a/b.js', style: 'https://a/b.css', source: 'https://a' };
  const html = pageOf({ ...parts, nonce: 'abc' });

  it('runs its own script only, and reaches no network', () => {
    const [, policy] = /Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    assert.equal(
      policy,
      "default-src 'none'; style-src https://a; script-src 'nonce-abc'; base-uri 'none'; form-action 'none'",
    );
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.doesNotMatch(html, /\son\w+=|style="|javascript:/);
    const style = readFileSync(path.join(root, 'client/src/mask-panel/page/view.css'), 'utf8');
    assert.doesNotMatch(style, /url\(|@import|https?:/);
  });

  it('takes all colors from the theme', () => {
    const style = readFileSync(path.join(root, 'client/src/mask-panel/page/view.css'), 'utf8');
    assert.doesNotMatch(style, /#[\da-f]{3,8}\b(?=[;,)])|rgba?\(|hsl/i);
  });

  it('has a name for every field and button', () => {
    for (const [field] of html.matchAll(/<input[^>]*>/g)) {
      const id = /id="([^"]*)"/.exec(field)?.[1];
      assert.ok(field.includes('aria-label=') || html.includes(`<label for="${id}"`), field);
    }
    const ids = [...html.matchAll(/id="([^"]*)"/g)].map(([, id]) => id);
    const references = [...html.matchAll(/aria-(?:labelledby|describedby)="([^"]*)"/g)];
    const missing = references
      .flatMap(([, list = '']) => list.split(' '))
      .filter((id) => !ids.includes(id));
    assert.deepEqual(missing, []);
  });

  it('escapes addresses', () => {
    const odd = pageOf({ ...parts, script: 'https://a/"><b>&', nonce: newNonce() });
    assert.ok(odd.includes('src="https://a/&quot;>&lt;b>&amp;"'));
    assert.match(newNonce(), /^[\da-f]{32}$/);
  });

  it('is packaged, and the editor knows that it can be restored', () => {
    const kept = readFileSync(path.join(root, '.vscodeignore'), 'utf8').split('\n');
    for (const name of ['!dist/mask-panel.js', '!dist/mask-panel.css'])
      assert.ok(kept.includes(name));
    const { activationEvents } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    assert.ok(activationEvents.includes(`onWebviewPanel:${MASK_PANEL}`));
  });
});

describe('a text with a place in it', () => {
  it('is split there', () => {
    assert.deepEqual(split('abcd', { from: 1, to: 3 }), ['a', 'bc', 'd']);
    assert.deepEqual(split('abcd', { from: 2, to: 2 }), ['ab', '', 'cd']);
    assert.deepEqual(split('abcd', undefined), ['abcd', '', '']);
  });
});
