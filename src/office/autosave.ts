/**
 * Runs in the browser: saves a draft a few seconds after the last key. While the connection is dead it says so and
 * tries again; when another tab or officer saved meanwhile it stops, and the next save by hand shows both texts.
 */
const form = document.querySelector<HTMLFormElement>('form[data-autosave]');
const line = document.getElementById('saved');
const version = document.querySelector<HTMLInputElement>('#version');
if (form && line && version) start(form, line, version);

function start(draft: HTMLFormElement, status: HTMLElement, seen: HTMLInputElement): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDirty = false;
  let isStopped = false;
  const later = (milliseconds: number) => {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(() => void save(), milliseconds);
  };
  // Somebody saved or handed in meanwhile: the next save by hand shows both texts, or says what happened.
  const stop = (refusals: { code: string }[]) => {
    isStopped = isDirty = true;
    status.textContent = draft.dataset[refusals.some(({ code }) => code === 'clash') ? 'clash' : 'failed']!;
  };
  const save = async () => {
    isDirty = false;
    try {
      const body = new URLSearchParams(
        [...new FormData(draft)].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      );
      const answer = await fetch(draft.dataset['autosave']!, { method: 'POST', body, redirect: 'error' });
      if (answer.status === 409) return stop((await answer.json()) as { code: string }[]);
      if (!answer.ok) throw new Error(String(answer.status));
      const { version: now, begun, at, verdicts, readings, open } = (await answer.json()) as Saved;
      seen.value = String(now);
      draft.querySelector<HTMLInputElement>('#begun')!.value = begun;
      status.textContent = draft.dataset['saved']!.replace('{at}', at);
      showVerdicts(verdicts);
      showOpen(open);
      for (const [box, reading] of Object.entries(readings)) showReading(box, reading);
    } catch {
      isDirty = true;
      status.textContent = draft.dataset['failed']!;
      later(10_000);
    }
  };
  draft.addEventListener('input', () => {
    isDirty = true;
    later(2_000);
  });
  addEventListener('online', () => isDirty && later(0));
  // What is typed and not saved is not thrown away by a careless click.
  draft.addEventListener('submit', () => (isDirty = false));
  addEventListener('beforeunload', (event) => isDirty && event.preventDefault());
}

interface Saved {
  version: number;
  begun: string;
  at: string;
  verdicts: Judged[];
  readings: Record<string, string>;
  open: Open[];
}

interface Open {
  label: string;
  href: string;
  tone: string;
  word: string;
}

interface Judged {
  tone: string;
  word: string;
  title: string;
  count: string;
  dates: string;
  law: string;
}

/** What is still missing shrinks while it is written. */
function showOpen(open: readonly Open[]): void {
  const list = document.getElementById('open-points');
  const count = document.getElementById('open-count');
  if (!list || !count) return;
  count.textContent = open.length > 0 ? count.dataset['text']!.replace('{n}', String(open.length)) : '';
  const items = open.map(({ label, href, tone, word }) => {
    const item = document.createElement('li');
    item.append(
      Object.assign(document.createElement('a'), { href, textContent: label }),
      Object.assign(document.createElement('span'), { className: `verdict-word is-${tone}`, textContent: word }),
    );
    return item;
  });
  const none = Object.assign(document.createElement('li'), { textContent: list.dataset['none']! });
  list.replaceChildren(...(items.length > 0 ? items : [none]));
}

/** What was typed is said again as it is read, under its box. */
function showReading(box: string, reading: string): void {
  const line = document.getElementById(`${box}-read`);
  if (!line || line.textContent === reading) return;
  line.textContent = reading;
  const field = line.closest('.wrong');
  if (reading === '' || !field) return;
  // It can be read now: what was wrong with it is over.
  field.classList.remove('wrong');
  document.getElementById(`${box}-error`)?.remove();
  document.getElementById(box)?.removeAttribute('aria-invalid');
}

/** The dates are judged while they are typed: the server reckons, here only words are put in place. */
function showVerdicts(verdicts: readonly Judged[]): void {
  const list = document.getElementById('draft-verdicts');
  if (!list) return;
  const part = (name: string, className: string, text: string) =>
    Object.assign(document.createElement(name), { className, textContent: text });
  const items = verdicts.map(({ tone, word, title, count, dates, law }) => {
    const item = document.createElement('li');
    const words = part('span', '', `${title}，${count}`);
    words.append(part('span', 'sub', `${dates} ${law}`));
    item.append(part('span', `verdict-word is-${tone}`, word), words);
    return item;
  });
  list.replaceChildren(...(items.length > 0 ? items : [part('li', 'unset', list.dataset['none']!)]));
}
