/**
 * Runs in the browser: says how many characters stand in a box, counted as the limit is, while it is typed in. Of a short box
 * only when its limit is near.
 */
const NEAR = 0.8;

for (const form of document.querySelectorAll('form[data-autosave]')) {
  form.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) count(target);
  });
  for (const box of form.querySelectorAll<HTMLTextAreaElement>('[data-most]')) count(box);
}

function count(box: HTMLInputElement | HTMLTextAreaElement): void {
  const place = document.getElementById(`${box.id}-count`);
  const most = Number(box.dataset['most']);
  if (!place || !most) return;
  // A rare character is one, though it is stored as two.
  const n = [...box.value].length;
  const text = n > most ? place.dataset['over']! : place.dataset['count']!;
  const isTold = n > most * NEAR || (box.dataset['markdown'] !== undefined && n > 0);
  place.textContent = isTold
    ? text
        .replace('{n}', n.toLocaleString('en'))
        .replace('{most}', most.toLocaleString('en'))
        .replace('{over}', (n - most).toLocaleString('en'))
    : '';
  place.classList.toggle('over', n > most);
  // Each key would be told; only what is too much is.
  place.setAttribute('aria-live', n > most ? 'polite' : 'off');
}

export {};
