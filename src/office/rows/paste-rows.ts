/**
 * Runs in the browser: cells copied from a spreadsheet and pasted into a box of a list fill its rows, from that box on or by
 * their headings; rows that are not there yet are added. It says what it did, and takes it back.
 */
import { cellsOf, placed, type Column } from './cells.ts';

type Box = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** More at once are no list that somebody looks through. */
const MOST_ROWS = 200;

for (const list of document.querySelectorAll<HTMLElement>('.rows[data-rows]')) start(list);

function start(list: HTMLElement): void {
  const words = list.dataset as Record<string, string>;
  const said = list.querySelector<HTMLElement>(':scope > [data-pasted]')!;
  let undo: (() => void) | undefined;
  if (rowsOf(list).length > 0) list.querySelector<HTMLElement>(':scope > [data-paste-hint]')!.hidden = false;

  list.addEventListener('paste', (event) => {
    const box = event.target;
    const row = box instanceof Element ? box.closest<HTMLElement>('fieldset.one') : null;
    if (!row || row.parentElement !== list) return;
    const html = event.clipboardData?.getData('text/html') ?? '';
    const cells = cellsOf(event.clipboardData?.getData('text/plain') ?? '', /<table\b/i.test(html));
    const boxes = boxesOf(list, row);
    const from = boxes.findIndex((one) => one === box);
    if (cells === null || from < 0) return;
    event.preventDefault();
    const done = paste(list, row, cells, from);
    undo = done.undo;
    const parts = [fillIn(words['pasteSaid']!, { rows: done.rows, cells: done.cells })];
    if (done.added > 0) parts.push(fillIn(words['pasteAdded']!, { n: done.added }));
    if (done.left.length > 0) parts.push(fillIn(words['pasteLeft']!, { said: done.left.slice(0, 5).join('、') }));
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'plain',
      textContent: words['pasteUndo']!,
    });
    button.addEventListener('click', () => takeBack(box as Box));
    said.replaceChildren(parts.join(words['pasteComma']), ' ', button);
    tell(box as Box);
  });
  // The first undoing after a paste is of all of it; once something was typed, of what was typed.
  list.addEventListener('keydown', (event) => {
    if (!undo || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.key.toLowerCase() !== 'z') return;
    event.preventDefault();
    takeBack(event.target as Box);
  });
  list.addEventListener('input', (event) => {
    if (event.isTrusted) undo = undefined;
  });

  function takeBack(box: Box): void {
    if (!undo) return;
    undo();
    undo = undefined;
    said.replaceChildren(words['pasteUndone']!);
    const back = box.isConnected && box.matches('input, textarea, select') ? box : boxesOf(list, rowsOf(list)[0]!)[0];
    back?.focus();
    if (back) tell(back);
  }
}

interface Done {
  rows: number;
  cells: number;
  added: number;
  /** What found no place, as it was written. */
  left: string[];
  undo: () => void;
}

function paste(list: HTMLElement, row: HTMLElement, cells: string[][], from: number): Done {
  const words = list.dataset as Record<string, string>;
  const columns = boxesOf(list, row).map((box): Column => ({
    name: withinRow(list, box),
    label: box.labels?.[0]?.firstChild?.textContent?.trim() ?? '',
  }));
  const { rows, strange, beyond } = placed(cells, columns, from);
  const before: { box: Box; value: string }[] = [];
  const added: HTMLElement[] = [];
  const left = [...strange];
  if (beyond > 0) left.push(fillIn(words['pasteBeyond']!, { n: beyond }));
  if (rows.length > MOST_ROWS) left.push(fillIn(words['pasteTooMany']!, { n: rows.length - MOST_ROWS }));
  let at: HTMLElement | undefined = row;
  for (const one of rows.slice(0, MOST_ROWS)) {
    if (!at) added.push((at = addRow(list)));
    const boxes = new Map(boxesOf(list, at).map((box) => [withinRow(list, box), box]));
    for (const [name, text] of one) {
      const box = boxes.get(name);
      const value = box && valueFor(box, text);
      if (!box || value === undefined) {
        left.push(text);
        continue;
      }
      before.push({ box, value: box.value });
      box.value = value;
      const fold = box.closest<HTMLDetailsElement>('details.tuck');
      if (fold && list.contains(fold)) fold.open = true;
    }
    at = nextRow(list, at);
  }
  const undo = () => {
    for (const { box, value } of before.toReversed()) box.value = value;
    for (const one of added) one.remove();
  };
  return { rows: Math.min(rows.length, MOST_ROWS), cells: before.length, added: added.length, left, undo };
}

/** Choices are taken by what they are called; what is none of them finds no place. */
function valueFor(box: Box, text: string): string | undefined {
  if (box instanceof HTMLTextAreaElement) return text;
  if (box instanceof HTMLInputElement) return text.replace(/\s*\n\s*/g, ' ');
  return [...box.options].find(({ label, value }) => value !== '' && (label.trim() === text || value === text))?.value;
}

function rowsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>(':scope > fieldset.one')];
}

function nextRow(list: HTMLElement, row: HTMLElement): HTMLElement | undefined {
  return rowsOf(list)[rowsOf(list).indexOf(row) + 1];
}

/** Its boxes as they stand; not those of a list within, nor what folds away under a name. */
function boxesOf(list: HTMLElement, row: HTMLElement): Box[] {
  return [...row.querySelectorAll<Box>('input:not([type="checkbox"]), textarea, select')].filter(
    (box) => box.name !== '' && box.closest('.rows') === list && !box.closest('details:not(.tuck)'),
  );
}

/** `area` of `fields.parcels.3.area`. */
function withinRow(list: HTMLElement, box: Box): string {
  return box.name.slice(list.dataset['rows']!.length + 1).replace(/^\d+\./, '');
}

/** The last row once more, blank, under the next number. */
function addRow(list: HTMLElement): HTMLElement {
  const path = list.dataset['rows']!;
  const last = rowsOf(list).at(-1)!;
  const n = Number(
    boxesOf(list, last)[0]!
      .name.slice(path.length + 1)
      .split('.')[0],
  );
  const row = last.cloneNode(true) as HTMLElement;
  const renamed = (text: string) =>
    text
      .split(' ')
      .map((one) =>
        one === `${path}.${n}`
          ? `${path}.${n + 1}`
          : one.startsWith(`${path}.${n}.`)
            ? `${path}.${n + 1}.${one.slice(`${path}.${n}.`.length)}`
            : one.startsWith(`${list.id}-${n}-`)
              ? `${list.id}-${n + 1}-${one.slice(`${list.id}-${n}-`.length)}`
              : one,
      )
      .join(' ');
  const label = (number: number) => fillIn(list.dataset['rowLabel']!, { n: number + 1 });
  for (const one of row.querySelectorAll('.error, .doubt, .picker, .rows > fieldset')) one.remove();
  for (const one of row.querySelectorAll('.after, .gist, [data-verdicts]')) one.textContent = '';
  for (const one of row.querySelectorAll('.wrong')) one.classList.remove('wrong');
  for (const one of row.querySelectorAll('*')) {
    for (const name of ['name', 'id', 'for', 'aria-describedby', 'data-rows'])
      if (one.hasAttribute(name)) one.setAttribute(name, renamed(one.getAttribute(name)!));
    one.removeAttribute('aria-invalid');
    one.removeAttribute('autofocus');
    if (one instanceof HTMLButtonElement) one.value = renamed(one.value);
    else if (one.matches('input, textarea, select')) (one as Box).value = '';
    if (one.matches('legend, button') && one.textContent.includes(label(n)))
      one.textContent = one.textContent.replace(label(n), label(n + 1));
  }
  last.after(row);
  return row;
}

function tell(box: Box): void {
  box.dispatchEvent(new Event('input', { bubbles: true }));
}

function fillIn(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
