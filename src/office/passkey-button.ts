/** Runs in the browser: a button that needs passkeys shows itself where there are some; a failure is told beside it. */
export function passkeyButton(id: string, press: (place: HTMLElement) => Promise<void>): void {
  const place = document.getElementById(id);
  const button = place?.querySelector('button');
  if (!place || !button || !('PublicKeyCredential' in window)) return;
  place.hidden = false;
  button.addEventListener('click', () => void press(place).catch(() => tell(place)));
}

export async function send(address: string, body: unknown): Promise<Response> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer;
}

function tell(place: HTMLElement): void {
  const line = document.createElement('p');
  line.className = 'error';
  line.setAttribute('role', 'alert');
  line.textContent = place.dataset['failed'] ?? '';
  place.append(line);
}
