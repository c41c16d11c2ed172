import { countOf, fileText } from '../sentences';
import {
  isSaved,
  type NumberedRequest,
  openProposals,
  type PanelRequest,
  type PanelState,
} from '../state';
import { pageText } from '../texts';
import { element, fill, icon, marked, quotedText } from './elements';
import { nameRow, type RowParts } from './name-row';
import { TypedText } from './typed-text';

declare function acquireVsCodeApi(): {
  postMessage(message: NumberedRequest): void;
  setState(state: PanelState): void;
  getState(): PanelState | undefined;
};

const editor = acquireVsCodeApi();
let sent = 0;
const send = (request: PanelRequest): number => {
  editor.postMessage({ ...request, number: ++sent });
  return sent;
};
const part = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;

const maskField = part<HTMLInputElement>('mask');
const newName = part<HTMLInputElement>('new-name');
const list = part('names');
const mask = new TypedText(maskField, (text) => send({ type: 'draft', text }));
const rows: RowParts[] = [];
let state: PanelState | undefined;

function show(next: PanelState, heard: number): void {
  state = next;
  editor.setState(next);
  showMask(next, heard);
  showNames(next, heard);
  showProposals(next);
  send({ type: 'shown', shown: shown() });
}

function showMask(now: PanelState, heard: number): void {
  const { draft, trial, written, label, file, notice } = now;
  part('title').textContent = `${pageText('mask')}: ${label ?? file}`;
  mask.show(draft, heard);
  const group = trial?.mask === draft ? trial.group : undefined;
  fill(part('mask-shown'), marked(draft, group, 'group'), [
    element('span', { class: 'tag' }, pageText(group ? 'operatorGroup' : 'noGroup')),
  ]);
  const isGone = written === undefined;
  const isSame = isSaved(now);
  part('mask-state').textContent = fileText(now);
  part<HTMLButtonElement>('write').disabled = isGone || isSame;
  part<HTMLButtonElement>('reset').disabled = isGone || isSame;
  const problem = trial?.mask === draft ? (trial.problem?.message ?? '') : '';
  announce('mask-problem', problem);
  announce('notice', notice);
}

/** Whoever listens hears a text when it changes, not with every letter that is typed. */
function announce(id: string, message: string): void {
  const place = part(id);
  if (place.dataset.message === message) return;
  place.dataset.message = message;
  fill(place, message === '' ? [] : [icon('doubtful'), ...quotedText(message)]);
}

function showNames(now: PanelState, heard: number): void {
  const { names, trial, draft } = now;
  while (rows.length > names.length) rows.pop()?.item.remove();
  while (rows.length < names.length) {
    const row = nameRow(rows.length, send, removeRow);
    rows.push(row);
    list.append(row.item);
  }
  for (const [index, name] of names.entries()) {
    const found = trial?.names[index];
    rows[index]?.show(name, found?.name === name ? found : undefined, draft, heard);
  }
  const count = countOf(now);
  if (part('count').textContent !== count) part('count').textContent = count;
}

/** The focus stays among the names. */
function removeRow(index: number): void {
  for (const row of rows) {
    if (row === rows[index]) row.forget();
    else row.flush();
  }
  const next = rows[index + 1] ? index : index - 1;
  send({ type: 'remove', index });
  const target = next < 0 ? newName : rows[next]?.field;
  target?.focus();
}

function showProposals(now: PanelState): void {
  const open = openProposals(now);
  part('proposals-part').hidden = open.length === 0;
  const place = part('proposals');
  const key = JSON.stringify(open);
  // A button that has the focus must not be made anew for nothing.
  if (place.dataset.key === key) return;
  place.dataset.key = key;
  const focused = [...place.querySelectorAll('button')].indexOf(
    document.activeElement as HTMLButtonElement,
  );
  fill(
    place,
    open.map(({ name, origin }) => {
      const label = pageText('addProposal', name, origin);
      const button = element(
        'button',
        { class: 'secondary', type: 'button', 'aria-label': label },
        name,
      );
      button.addEventListener('click', () => send({ type: 'add', name }));
      return element('li', {}, button, element('span', { class: 'quiet' }, origin));
    }),
  );
  if (focused < 0) return;
  const buttons = place.querySelectorAll('button');
  (buttons[Math.min(focused, buttons.length - 1)] ?? newName).focus();
}

/** What stands on the screen, as a test would read it. */
const shown = () => ({
  mask: maskField.value,
  group: part('mask-shown').querySelector('mark')?.textContent ?? '',
  state: part('mask-state').textContent,
  problem: part('mask-problem').textContent,
  notice: part('notice').textContent,
  count: part('count').textContent,
  names: rows.map((row) => row.shown()),
  proposals: [...part('proposals').querySelectorAll('button')].map((each) => each.textContent),
});

function write(event: Event): void {
  event.preventDefault();
  mask.forget();
  send({ type: 'write', text: maskField.value });
}

part('mask-form').addEventListener('submit', write);
part('reset').addEventListener('click', () => {
  mask.forget();
  send({ type: 'reset' });
  maskField.focus();
});
maskField.addEventListener('keydown', (event) => {
  // The button is disabled for a moment after the last letter, and with it what Enter does in a
  // form.
  if (event.key === 'Enter' && !event.isComposing) write(event);
  if (event.key !== 'Escape') return;
  mask.forget();
  send({ type: 'reset' });
});
newName.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') newName.value = '';
});
part('new-form').addEventListener('submit', (event) => {
  event.preventDefault();
  if (newName.value === '') return;
  send({ type: 'add', name: newName.value });
  newName.value = '';
});
window.addEventListener('message', ({ data }) => {
  if (data?.type === 'state') show(data.state, data.heard);
});
const before = state ?? editor.getState();
if (before) show(before, sent);
send({ type: 'ready' });
maskField.focus();
