import type { NameTrial } from '../../../../server/src/features/mask-trial';
import { isRemoval } from '../state';
import { pageText } from '../texts';
import { element, fill, icon, marked, quotedText } from './elements';
import { type Send, TypedText } from './typed-text';

/** The row of one name. */
export interface RowParts {
  readonly item: HTMLElement;
  readonly field: HTMLInputElement;
  /** The last number says what the panel has heard. */
  show(name: string, trial: NameTrial | undefined, mask: string, heard: number): void;
  /** Tells at once what was typed in it. */
  flush(): void;
  /** Lets what was typed in it go. */
  forget(): void;
  /** What stands in it, as a test would read it. */
  shown(): unknown;
}

/** Makes the row at that position; results are put into it later, without making it anew. */
export function nameRow(index: number, send: Send, removed: (index: number) => void): RowParts {
  const id = `result-${index}`;
  const label = pageText('name', index + 1);
  const field = element('input', {
    type: 'text',
    spellcheck: 'false',
    autocomplete: 'off',
    'aria-label': label,
    'aria-describedby': id,
  });
  const remove = element('button', { class: 'secondary', type: 'button' }, icon('remove'));
  const summary = element('p', { class: 'summary', id });
  const more = element('div');
  const result = element('div', { class: 'result' }, summary, more);
  const item = element('li', {}, element('div', { class: 'line' }, field, remove), result);
  const typed = new TypedText(field, (name) => send({ type: 'edit', index, name }));
  remove.addEventListener('click', () => removed(index));
  const removing = (name: () => string) => (event: KeyboardEvent) => {
    // A key that is held down empties the field, and no more.
    if (event.repeat || !isRemoval(event.key, name())) return;
    event.preventDefault();
    removed(index);
  };
  field.addEventListener(
    'keydown',
    removing(() => field.value),
  );
  remove.addEventListener(
    'keydown',
    removing(() => ''),
  );
  // Whoever listens hears how the name fares that is being typed, and not all of them with each
  // letter of the mask.
  field.addEventListener('focus', () => summary.setAttribute('aria-live', 'polite'));
  field.addEventListener('blur', () => summary.removeAttribute('aria-live'));
  return {
    item,
    field,
    show(name, trial, mask, heard) {
      typed.show(name, heard);
      remove.setAttribute('aria-label', pageText('remove', name || label));
      remove.title = pageText('remove', name || label);
      if (trial) showResult({ item, summary, more }, trial, mask);
    },
    flush: () => typed.flush(),
    forget: () => typed.forget(),
    shown: () => ({
      name: field.value,
      outcome: item.dataset.outcome,
      result: summary.textContent,
    }),
  };
}

interface ResultPlace {
  readonly item: HTMLElement;
  /** To which the field points as the sentence that says how its name did. */
  readonly summary: HTMLElement;
  readonly more: HTMLElement;
}

function showResult({ item, summary, more }: ResultPlace, trial: NameTrial, mask: string): void {
  const key = JSON.stringify([trial, mask]);
  if (more.dataset.key === key) return;
  more.dataset.key = key;
  item.dataset.outcome = trial.outcome;
  const isOpen = more.querySelector('details')?.open ?? false;
  const said = JSON.stringify([trial.outcome, trial.summary]);
  if (summary.dataset.said !== said) {
    summary.dataset.said = said;
    const outcome = element('strong', {}, pageText(trial.outcome));
    const sentence = [document.createTextNode(' '), ...quotedText(trial.summary)];
    fill(summary, [icon(trial.outcome), outcome, ...sentence]);
  }
  fill(more, [...comparison(trial, mask), readings(trial, isOpen)]);
}

/** Name and mask below each other, with the place where they part. */
function comparison({ name, mismatch, groupAt }: NameTrial, mask: string): readonly Node[] {
  if (!mismatch) {
    if (!groupAt || groupAt.from === groupAt.to) return [];
    return [element('p', { class: 'shown' }, ...marked(name, groupAt, 'group'))];
  }
  const line = (title: string, text: string, place: { from: number; to: number }) => [
    element('dt', {}, title),
    element('dd', { class: 'shown' }, ...marked(text, place, 'mismatch')),
  ];
  return [
    element(
      'dl',
      {},
      ...line(pageText('inName'), name, mismatch.inName),
      ...line(pageText('inMask'), mask, mismatch.inMask),
    ),
  ];
}

function readings({ asPattern, asPrefix }: NameTrial, isOpen: boolean): HTMLElement {
  const details = element(
    'details',
    {},
    element('summary', {}, pageText('readings')),
    element('p', {}, element('strong', {}, pageText('asPattern')), ': ', ...quotedText(asPattern)),
    element('p', {}, element('strong', {}, pageText('asPrefix')), ': ', ...quotedText(asPrefix)),
  );
  details.open = isOpen;
  return details;
}
