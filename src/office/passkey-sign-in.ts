/** Runs in the browser: signs in with a passkey where there are some. Without it the password does. */
const place = document.getElementById('passkey');
const button = place?.querySelector('button');
if (place && button && 'PublicKeyCredential' in window) {
  place.hidden = false;
  button.addEventListener('click', () => void enter(place).catch(() => tell(place)));
}

async function enter(where: HTMLElement): Promise<void> {
  const options = await fetch('/office/passkey', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }).then((answer) => answer.json());
  const credential = (await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })) as PublicKeyCredential;
  const answer = await fetch('/office/passkey', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ response: credential.toJSON() }) });
  if (!answer.ok) throw new Error('refused');
  location.assign(where.dataset['next'] ?? '/office');
}

function tell(where: HTMLElement): void {
  const line = document.createElement('p');
  line.className = 'error';
  line.setAttribute('role', 'alert');
  line.textContent = where.dataset['failed'] ?? '';
  where.append(line);
}
