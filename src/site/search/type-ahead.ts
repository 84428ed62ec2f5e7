/**
 * Suggestions under a search box, where scripts run: a combobox (WAI-ARIA) that never takes the focus away. The form
 * works as before; what is chosen is a link. Nothing is asked while a word is being composed.
 */
interface Suggestion {
  text: string;
  label: string;
  path: string;
}

const PAUSE = 120;

for (const box of document.querySelectorAll<HTMLInputElement>('form[role=search] input[data-suggest]')) {
  const list = document.createElement('ul');
  list.id = `${box.id}-suggestions`;
  list.className = 'suggestions';
  list.role = 'listbox';
  list.ariaLabel = box.dataset['suggestLabel'] ?? '';
  list.hidden = true;
  box.form!.classList.add('has-suggestions');
  box.form!.append(list);
  box.role = 'combobox';
  box.ariaExpanded = 'false';
  box.autocomplete = 'off';
  box.setAttribute('aria-autocomplete', 'list');
  box.setAttribute('aria-controls', list.id);

  let shown: Suggestion[] = [];
  let chosen = -1;
  let timer = 0;
  let asking: AbortController | null = null;

  const choose = (index: number) => {
    chosen = index;
    [...list.children].forEach((option, at) => option.setAttribute('aria-selected', String(at === chosen)));
    if (chosen < 0) box.removeAttribute('aria-activedescendant');
    else box.setAttribute('aria-activedescendant', `${list.id}-${chosen}`);
    list.children[chosen]?.scrollIntoView({ block: 'nearest' });
  };
  const show = (found: Suggestion[]) => {
    shown = found;
    list.replaceChildren(
      ...found.map(({ text, label }, index) => {
        const option = document.createElement('li');
        option.role = 'option';
        option.id = `${list.id}-${index}`;
        const kind = document.createElement('span');
        kind.textContent = label;
        option.append(text, kind);
        return option;
      }),
    );
    list.hidden = found.length === 0;
    box.ariaExpanded = String(found.length > 0);
    choose(-1);
  };
  const ask = async () => {
    asking?.abort();
    const words = box.value.trim();
    if (words === '') return show([]);
    const mine = (asking = new AbortController());
    try {
      const answer = await fetch(`${box.dataset['suggest']}?${new URLSearchParams({ q: words })}`, {
        signal: mine.signal,
      });
      if (answer.ok && document.activeElement === box) show((await answer.json()) as Suggestion[]);
    } catch {
      // Another letter came, or the line is down: the form works all the same.
    }
  };

  box.addEventListener('input', (event) => {
    clearTimeout(timer);
    if (!(event as InputEvent).isComposing) timer = window.setTimeout(ask, PAUSE);
  });
  box.addEventListener('compositionend', () => void ask());
  box.addEventListener('blur', () => show([]));
  box.addEventListener('keydown', (event) => {
    if (event.isComposing || list.hidden) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      choose(((chosen + 1 + step + shown.length + 1) % (shown.length + 1)) - 1);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      show([]);
    } else if (event.key === 'Enter' && chosen >= 0) {
      event.preventDefault();
      location.assign(shown[chosen]!.path);
    }
  });
  // Before the box loses the focus and the list goes.
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    const index = [...list.children].findIndex((option) => option.contains(event.target as Node));
    if (index >= 0) location.assign(shown[index]!.path);
  });
}
