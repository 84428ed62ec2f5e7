import { passkeyButton, send } from './passkey-button.ts';

passkeyButton('passkey', async (place) => {
  const options = await (await send('/office/passkey', {})).json();
  const credential = (await navigator.credentials.get({
    publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
  })) as PublicKeyCredential;
  await send('/office/passkey', { response: credential.toJSON() });
  location.assign(place.dataset['next'] ?? '/office');
});
