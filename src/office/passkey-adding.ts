import { passkeyButton, send } from './passkey-button.ts';

passkeyButton('add-passkey', async () => {
  const options = await (await send('/office/passkeys', {})).json();
  const credential = (await navigator.credentials.create({
    publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
  })) as PublicKeyCredential;
  await send('/office/passkeys', { response: credential.toJSON(), name: navigator.platform || 'passkey' });
  location.reload();
});
