/**
 * Filters apply as soon as they are chosen: a choice at once, a day or a sum when its range is left or by Enter. The
 * control keeps the focus on the page that comes. Without this script the button below the filters does it.
 */
const filters = document.querySelector<HTMLFormElement>('form[data-applies]');
const FOCUS = 'list-focus';

if (filters) {
  for (const hint of filters.querySelectorAll<HTMLElement>('[data-applied]')) hint.hidden = false;
  keepFocus(filters);
  filters.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLSelectElement) apply(filters, target);
  });
  filters.addEventListener('focusout', ({ target, relatedTarget }) => {
    if (!(target instanceof HTMLInputElement) || target.name === 'q') return;
    const range = target.closest('fieldset');
    // Who goes on to the other end of the range, or to a button, has not finished.
    if (relatedTarget instanceof Node && (range?.contains(relatedTarget) || relatedTarget instanceof HTMLButtonElement))
      return;
    const hasChanged = [...(range?.querySelectorAll('input') ?? [])].some((one) => one.value !== one.defaultValue);
    if (hasChanged) apply(filters, relatedTarget instanceof HTMLElement ? relatedTarget : target);
  });
  filters.addEventListener('submit', (event) => {
    event.preventDefault();
    apply(filters, document.activeElement);
  });
}

/** The address names what was chosen and nothing else. */
function apply(from: HTMLFormElement, focused: Element | null): void {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(from)) if (typeof value === 'string' && value) query.append(name, value);
  try {
    sessionStorage.setItem(FOCUS, focused?.id ?? '');
  } catch {
    // A browser that keeps nothing only loses the place of the focus.
  }
  location.assign(from.action.replace(/\?.*$/, '') + (query.size > 0 ? `?${query}` : ''));
}

function keepFocus(within: HTMLFormElement): void {
  try {
    const id = sessionStorage.getItem(FOCUS);
    sessionStorage.removeItem(FOCUS);
    const control = id ? within.querySelector<HTMLElement>(`#${CSS.escape(id)}`) : null;
    if (!control) return;
    control.closest('details')?.setAttribute('open', '');
    control.focus({ preventScroll: true });
  } catch {
    // As above.
  }
}
