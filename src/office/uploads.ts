/**
 * Runs in the browser: files go up one after another while the form is written on, each in a row with its progress, its
 * refusal, and what can be done about it. Taking one away keeps the place. Without it the plain form sends one file.
 */
const form = document.querySelector<HTMLFormElement>('#add-files');
const list = document.querySelector<HTMLElement>('#uploads');
if (form && list) start(form, list);

/** What the server says of a file: it is kept, perhaps with a remark, or why it is not. */
interface Answer {
  name: string;
  href?: string;
  said?: string;
  /** The draft's version before and after: a file takes a draft back from review. */
  before?: number;
  version?: number;
}

function start(form: HTMLFormElement, list: HTMLElement): void {
  const box = form.querySelector<HTMLInputElement>('input[type=file]')!;
  const words = form.dataset as Record<string, string>;
  box.multiple = true;
  document.getElementById('file-hint')!.textContent = words['hint']!;
  document.getElementById('send-file')!.remove();
  let turn = Promise.resolve();
  box.addEventListener('change', () => {
    for (const file of [...(box.files ?? [])]) {
      const row = rowFor(file.name);
      turn = turn.then(() => send(file, row));
    }
    box.value = '';
  });

  function rowFor(name: string): HTMLElement {
    const row = Object.assign(document.createElement('li'), { tabIndex: -1 });
    row.append(part('span', '', name));
    list.append(row);
    document.getElementById('no-files')?.remove();
    return row;
  }

  function send(file: File, row: HTMLElement): Promise<void> {
    if (!row.isConnected) return Promise.resolve();
    if (file.size > Number(words['largest'])) {
      refuse(row, file.name, words['tooLarge']!.replace('{found}', file.name));
      return Promise.resolve();
    }
    const request = new XMLHttpRequest();
    const progress = Object.assign(document.createElement('progress'), { max: 100, value: 0 });
    progress.setAttribute('aria-label', file.name);
    const name = part('span', '', file.name);
    const meta = part('span', 'meta', '');
    name.append(meta);
    row.className = '';
    row.replaceChildren(
      name,
      button(words['cancel']!, file.name, () => (request.abort(), row.remove())),
      progress,
    );
    return new Promise((resolve) => {
      request.upload.onprogress = ({ loaded, total }) => {
        progress.value = (loaded / total) * 100;
        const sent = words['sending']!.replace('{sent}', megabytes(loaded)).replace('{whole}', megabytes(total));
        meta.textContent = loaded < total ? sent : words['checking']!;
      };
      request.onloadend = () => {
        if (row.isConnected) show(file, row, answerOf(request));
        resolve();
      };
      request.open('POST', form.action);
      request.setRequestHeader('accept', 'application/json');
      const body = new FormData();
      body.set('file', file);
      request.send(body);
    });
  }

  function show(file: File, row: HTMLElement, answer: Answer | null): void {
    if (answer?.href === undefined) {
      refuse(row, file.name, answer?.said ?? words['failed']!.replace('{found}', file.name), answer ? null : file);
      return;
    }
    takeVersion(answer);
    for (const other of [...list.children])
      if (other !== row && other.querySelector('a')?.textContent === answer.name) other.remove();
    const link = Object.assign(document.createElement('a'), { href: answer.href, textContent: answer.name });
    row.replaceChildren(
      link,
      button(words['detach']!, answer.name, () => void detach(row, answer.name)),
    );
    if (answer.said) row.append(live(part('p', 'sub', answer.said)));
  }

  function refuse(row: HTMLElement, name: string, said: string, again: File | null = null): void {
    row.className = 'refused';
    const acts = part('span', 'acts', '');
    if (again) acts.append(button(words['again']!, name, () => void (turn = turn.then(() => send(again, row)))));
    acts.append(button(words['dismiss']!, name, () => leave(row)));
    row.replaceChildren(part('span', '', name), acts, live(part('span', 'error', said)));
  }

  async function detach(row: HTMLElement, name: string): Promise<void> {
    const body = new FormData();
    body.set('remove', name);
    const query = new URLSearchParams({ remove: name });
    const answer = await fetch(`${form.action}?${query}`, { method: 'POST', body, redirect: 'error' }).catch(
      () => null,
    );
    if (!answer?.ok) return;
    takeVersion((await answer.json()) as Answer);
    leave(row);
  }

  /** The next row is where the hand is, or else the box. */
  function leave(row: HTMLElement): void {
    const next = (row.nextElementSibling ?? row.previousElementSibling)?.querySelector<HTMLElement>('button') ?? box;
    row.remove();
    next.focus({ preventScroll: true });
  }

  list.addEventListener('click', (event) => {
    const pressed = (event.target as HTMLElement).closest<HTMLButtonElement>('button[name="_act"]');
    if (!pressed) return;
    event.preventDefault();
    void detach(pressed.closest('li')!, pressed.value.slice('detach '.length));
  });
}

/** The form goes on from the version that a file made, unless somebody else's lies between. */
function takeVersion({ before, version }: Answer): void {
  const seen = document.querySelector<HTMLInputElement>('#version');
  if (seen && version !== undefined && seen.value === String(before)) seen.value = String(version);
}

function answerOf(request: XMLHttpRequest): Answer | null {
  try {
    return JSON.parse(request.responseText) as Answer;
  } catch {
    // Signed out, or no connection: whatever came is no answer.
    return null;
  }
}

function part(name: string, className: string, text: string): HTMLElement {
  return Object.assign(document.createElement(name), { className, textContent: text });
}

function live(element: HTMLElement): HTMLElement {
  element.setAttribute('role', 'status');
  return element;
}

function button(text: string, about: string, press: () => void): HTMLElement {
  const made = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'plain',
    textContent: text,
  });
  made.append(part('span', 'hidden-text', `：${about}`));
  made.addEventListener('click', press);
  return made;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

export {};
