import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../support/root';

const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');

interface Command {
  readonly command: string;
  readonly title: string;
  readonly category?: string;
  readonly icon?: string;
}
interface MenuItem {
  readonly command: string;
  readonly when?: string;
}
interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: { readonly svg: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

const { contributes } = JSON.parse(read('package.json'));
const commands: readonly Command[] = contributes.commands;
const menus: Readonly<Record<string, readonly MenuItem[]>> = contributes.menus;
const steps: readonly Step[] = contributes.walkthroughs[0].steps;
const texts: Readonly<Record<string, string>> = JSON.parse(read('package.nls.json'));
const source = readdirSync(path.join(root, 'client/src'), { recursive: true })
  .map((name) => path.join('client/src', String(name)))
  .filter((name) => name.endsWith('.ts') && statSync(path.join(root, name)).isFile())
  .map(read)
  .join('\n');

describe('what people see in the editor', () => {
  it('is said in package.nls.json, all of which is used', () => {
    const used = [...read('package.json').matchAll(/"%([^%"]+)%"/g)].map(([, id]) => id);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(texts).sort());
  });

  it('are commands with a title, an icon or none, one category, and something that answers them', () => {
    for (const { command, title, category, icon } of commands) {
      assert.equal(category, '%category%', command);
      assert.match(texts[title.slice(1, -1)] ?? '', /^[A-Z]/, command);
      if (icon !== undefined) assert.match(icon, /^\$\([a-z-]+\)$/);
      assert.ok(source.includes(`'${command}'`), `${command} is not registered`);
    }
  });

  it('are all commands that there are, but for those that actions and commands of ours end in', () => {
    const registered = [...source.matchAll(/registerCommand\(\s*'([^']+)'/g)].map(([, id]) => id);
    const hidden = registered.filter((id) => !commands.some(({ command }) => command === id));
    assert.deepEqual(hidden.sort(), ['imsConfig.convert', 'imsConfig.openText']);
  });

  it('has menus of those commands only, and offers the same there as in the palette', () => {
    const palette = new Map(menus.commandPalette?.map(({ command, when }) => [command, when]));
    for (const [menu, items] of Object.entries(menus)) {
      for (const { command, when } of items) {
        assert.ok(
          commands.some((each) => each.command === command),
          `${menu}: ${command}`,
        );
        if (menu === 'editor/context') assert.equal(when, palette.get(command), command);
      }
    }
  });

  it('begins a new file from the menu of files', () => {
    assert.deepEqual(
      menus['file/newFile']?.map(({ command }) => command),
      ['imsConfig.newFile'],
    );
  });
});

describe('the walkthrough', () => {
  it('has a picture for each step, with a text for those who do not see it', () => {
    assert.ok(steps.length >= 5);
    for (const { id, media, completionEvents } of steps) {
      assert.ok(existsSync(path.join(root, media.svg)), id);
      assert.ok((texts[media.altText.slice(1, -1)] ?? '').length > 40, id);
      assert.ok(completionEvents.length > 0, id);
    }
  });

  it('links to commands that there are', () => {
    const ours = new Set(commands.map(({ command }) => command));
    const named = [
      ...steps.flatMap(({ description }) =>
        [...(texts[description.slice(1, -1)] ?? '').matchAll(/\(command:([^)]+)\)/g)].map(
          ([, id = '']) => id,
        ),
      ),
      ...steps
        .flatMap(({ completionEvents }) => completionEvents)
        .filter((event) => event.startsWith('onCommand:'))
        .map((event) => event.slice('onCommand:'.length)),
    ];
    const missing = named.filter((id) => id.startsWith('imsConfig.') && !ours.has(id));
    assert.deepEqual(missing, []);
  });

  it('has pictures in the colors of the theme, which run nothing and load nothing', () => {
    for (const { media } of steps) {
      const svg = read(media.svg);
      for (const [, , color = ''] of svg.matchAll(/ (fill|stroke)="([^"]*)"/g)) {
        assert.match(color, /^(none|var\(--vscode-.*\))$/, media.svg);
      }
      // The page of a walkthrough allows no styles of others.
      assert.doesNotMatch(svg, /<(script|style|image|foreignObject|use)|style=|href=|\son\w+=/);
      assert.ok(svg.length < 8000, media.svg);
    }
  });
});
