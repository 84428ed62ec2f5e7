/**
 * Runs in the browser: a calendar beside date boxes. The box stays the input; the calendar writes a day into it and keeps the
 * hour. Keys are those of the ARIA pattern (date picker dialog); Escape and a click elsewhere close it.
 */
import { dayIn, moved, monthsOn, weeksOf, withDay, workingOn } from './month.ts';
import type { PickerData } from './picker-data.ts';

const source = document.querySelector<HTMLElement>('[data-picker]');
let close: ((isBack: boolean) => void) | undefined;
if (source) start(JSON.parse(source.dataset['picker']!) as PickerData);

function start(data: PickerData): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-pick]')) button.hidden = false;
  // At the document, so that rows that are added later have it too.
  document.addEventListener('click', (event) => {
    const at = event.target instanceof Element ? event.target : null;
    const button = at?.closest<HTMLButtonElement>('[data-pick]');
    if (!button) return at?.closest('.picker') || at?.isConnected === false ? undefined : close?.(false);
    const isOpen = button.getAttribute('aria-expanded') === 'true';
    close?.(true);
    if (!isOpen) open(button, data);
  });
}

function open(button: HTMLButtonElement, { today, years, narrow, weekdays, words }: PickerData): void {
  const affix = button.closest('.affix')!;
  const box = affix.querySelector('input')!;
  const dialog = element('div', { className: 'picker' });
  dialog.setAttribute('role', 'dialog');
  dialog.setAttribute('aria-modal', 'true');
  dialog.setAttribute('aria-label', button.textContent.trim());
  const chosen = dayIn(box.value);
  let day = chosen ?? today;

  const title = element('p', { className: 'picker-title' });
  title.setAttribute('aria-live', 'polite');
  const head = element('div', { className: 'picker-head' });
  const turn = (label: string, sign: string, months: number) => {
    const made = element('button', { type: 'button', className: 'plain', textContent: sign });
    made.setAttribute('aria-label', label);
    made.addEventListener('click', () => show(monthsOn(day, months), false));
    return made;
  };
  head.append(
    turn(words.previousYear, '«', -12),
    turn(words.previousMonth, '‹', -1),
    title,
    turn(words.nextMonth, '›', 1),
    turn(words.nextYear, '»', 12),
  );
  const table = element('table', { className: 'days' });
  table.setAttribute('role', 'grid');
  const note = element('p', { className: 'label' });
  dialog.append(head, table, note);
  affix.append(dialog);
  button.setAttribute('aria-expanded', 'true');
  close = (isBack) => {
    dialog.remove();
    button.setAttribute('aria-expanded', 'false');
    close = undefined;
    if (isBack) button.focus();
  };
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      return close?.(true);
    }
    if (event.key === 'Tab') keepWithin(dialog, event);
  });
  table.addEventListener('keydown', (event) => {
    const next = moved(day, event.key, event.shiftKey);
    if (next === null && event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    if (next === null) choose(day);
    else show(next, true);
  });
  table.addEventListener('click', (event) => {
    const cell = (event.target as Element).closest<HTMLElement>('[data-day]');
    if (cell) choose(cell.dataset['day']!);
  });
  show(day, true);

  function choose(one: string): void {
    box.value = withDay(box.value, one);
    box.dispatchEvent(new Event('input', { bubbles: true }));
    // An hour is still to be written.
    const lacksHour = box.dataset['date'] === 'instant' && box.value === one;
    close?.(!lacksHour);
    if (!lacksHour) return;
    box.focus();
    box.setSelectionRange(one.length, one.length);
  }

  function show(next: string, isFocused: boolean): void {
    day = next;
    const [year = '', month = ''] = day.split('-');
    const name = words.title
      .replace('{year}', year)
      .replace('{m}', String(Number(month)))
      .replace('{month}', month);
    if (title.textContent !== name) title.textContent = name;
    table.setAttribute('aria-label', name);
    note.textContent = year in years ? words.hint : words.unknown.replace('{year}', year);
    const row = element('tr');
    narrow.forEach((text, at) => {
      const cell = element('th', { textContent: text, abbr: weekdays[at]! });
      cell.scope = 'col';
      row.append(cell);
    });
    const body = weeksOf(day).map((week) => {
      const line = element('tr');
      line.append(...week.map((one, at) => (one === null ? element('td') : cellOf(one, at))));
      return line;
    });
    table.replaceChildren(row, ...body);
    if (isFocused) table.querySelector<HTMLElement>('[tabindex="0"]')!.focus();
  }

  function cellOf(one: string, at: number): HTMLTableCellElement {
    const is = workingOn(one, years);
    const mark = is === 'rest' ? words.rest : is === 'made-up' ? words.work : '';
    const cell = element('td', { tabIndex: one === day ? 0 : -1 });
    cell.dataset['day'] = one;
    cell.className = is === 'rest' || is === 'weekend' ? 'off' : '';
    const said =
      is === 'weekend' ? words.weekend : is === 'rest' ? words.restLong : is === 'made-up' ? words.workLong : '';
    const seen = element('span', { textContent: String(Number(one.slice(8))) });
    seen.setAttribute('aria-hidden', 'true');
    if (mark !== '') seen.append(element('small', { textContent: mark }));
    const heard = [one, weekdays[at], said].filter(Boolean).join(' ');
    cell.append(seen, element('span', { className: 'hidden-text', textContent: heard }));
    cell.setAttribute('aria-selected', String(one === chosen));
    if (one === today) cell.setAttribute('aria-current', 'date');
    return cell;
  }
}

/** The dialog is modal: what lies behind it is not reached by Tab. */
function keepWithin(dialog: HTMLElement, event: KeyboardEvent): void {
  const stops = [...dialog.querySelectorAll<HTMLElement>('button, [tabindex="0"]')];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  event.preventDefault();
  stops[(at + (event.shiftKey ? -1 : 1) + stops.length) % stops.length]!.focus();
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), properties);
}
