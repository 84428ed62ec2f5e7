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
      const { version: now, begun, at, verdicts, doubts, readings, open } = (await answer.json()) as Saved;
      seen.value = String(now);
      draft.querySelector<HTMLInputElement>('#begun')!.value = begun;
      status.textContent = draft.dataset['saved']!.replace('{at}', at);
      showVerdicts(verdicts);
      showDoubts(doubts);
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
  /** By the ids of their boxes. */
  doubts: Record<string, Doubt[]>;
  readings: Record<string, string>;
  open: Open[];
}

interface Open {
  label: string;
  href: string;
  tone: string;
  word: string;
}

interface Doubt {
  name: string;
  answer: string;
  text: string;
  isAnswered: boolean;
}

interface Judged {
  rule: string;
  /** The id of the box of its date; null where it concerns none. */
  box: string | null;
  bound: string;
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

/**
 * The dates are judged while they are typed: the server reckons, here only words are put in place, once at the date and once
 * in the list of all.
 */
function showVerdicts(verdicts: readonly Judged[]): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-verdicts]')) {
    const here = verdicts.filter(({ box }) => place.id === `${box}-verdicts`);
    const items = here.map((one) => verdictItem(one, one.bound, one.law, reasonLink(one, place)));
    // A reader is told of what is new only.
    if (items.map(textOf).join() !== [...place.children].map(textOf).join()) place.replaceChildren(...items);
  }
  const list = document.getElementById('draft-verdicts');
  const none = Object.assign(document.createElement('li'), {
    className: 'unset',
    textContent: list?.dataset['none'] ?? '',
  });
  const items = verdicts.map((one) => verdictItem(one, one.dates, one.law));
  list?.replaceChildren(...(items.length > 0 ? items : [none]));
}

function textOf({ textContent }: Node): string {
  return textContent!.replace(/\s+/g, '');
}

function verdictItem({ tone, word, title, count }: Judged, first: string, law: string, link?: Element): HTMLElement {
  const part = (name: string, className: string, text: string) =>
    Object.assign(document.createElement(name), { className, textContent: text });
  const item = document.createElement('li');
  const words = part('span', '', `${title}，${count}`);
  const sub = part('span', 'sub', [first, law].filter(Boolean).join('　'));
  if (link) sub.append(' ', link);
  words.append(sub);
  item.append(part('span', `verdict-word is-${tone}`, word), words);
  return item;
}

/** To the box for the reason, where the page has one already. */
function reasonLink({ tone, rule }: Judged, place: HTMLElement): Element | undefined {
  const href = `#explain-${rule}`;
  if (tone !== 'broken' || !document.querySelector(`[id="explain-${rule}"]`)) return undefined;
  return Object.assign(document.createElement('a'), { href, textContent: place.dataset['why']! });
}

/** What is odd is asked beside its box as soon as it is; an answer that was ticked meanwhile stays. */
function showDoubts(doubts: Readonly<Record<string, Doubt[]>>): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-confirm]')) {
    const now = doubts[place.id.replace(/-doubts$/, '')] ?? [];
    const there = [...place.querySelectorAll('input')].map(({ name, value }) => `${name} ${value}`);
    if (now.map(({ name, answer }) => `${name} ${answer}`).join() === there.join()) continue;
    place.replaceChildren(...now.map((doubt) => doubtItem(doubt, place)));
  }
}

function doubtItem({ name, answer, text, isAnswered }: Doubt, place: HTMLElement): HTMLElement {
  const item = Object.assign(document.createElement('div'), { className: 'doubt' });
  const box = Object.assign(document.createElement('input'), { type: 'checkbox', name, value: answer });
  box.checked = isAnswered;
  const label = document.createElement('label');
  const whose = Object.assign(document.createElement('span'), {
    className: 'hidden-text',
    textContent: `：${place.dataset['label']}`,
  });
  label.append(box, ` ${place.dataset['confirm']}`, whose);
  item.append(Object.assign(document.createElement('p'), { textContent: text }), label);
  return item;
}
