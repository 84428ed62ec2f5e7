import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startPortal, type RunningPortal } from '../browser/portal.ts';

let portal: RunningPortal;
before(async () => {
  portal = await startPortal();
});
after(() => portal.stop());

const post = (path: string, body: string | FormData, type?: string) =>
  fetch(portal.url + path, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { origin: portal.url, ...(type && { 'content-type': type }) },
  }).then(async (answer) => ({ status: answer.status, text: await answer.text() }));

test('a body of a kind that no form has is refused before it is read', async () => {
  for (const type of ['application/json', 'text/plain', 'application/xml', 'application/x-www-form-urlencoded-not'])
    assert.equal((await post('/office/sign-in', '{"name":1}', type)).status, 415, type);
  assert.equal((await post('/api/office/notices', 'a=b', 'application/x-www-form-urlencoded')).status, 401);
  assert.equal(portal.errors(), '');
});

test('a body beyond 256 kB is refused with what is allowed', async () => {
  const { status, text } = await post(
    '/office/sign-in',
    `name=${'x'.repeat(300_000)}`,
    'application/x-www-form-urlencoded',
  );
  assert.equal(status, 413);
  assert.match(text, /256/);
});

test('broken and hostile forms end in a sentence, never in an error', async () => {
  const hostile = [
    "' OR 1=1 --",
    '\u0000',
    '<script>alert(1)</script>',
    '%',
    '\ud800',
    '${7*7}',
    '../../etc/passwd',
    '𠮷'.repeat(500),
    'a'.repeat(20_000),
  ];
  for (const name of hostile) {
    const { status, text } = await post(
      '/office/sign-in',
      new URLSearchParams({ name, password: name }).toString(),
      'application/x-www-form-urlencoded',
    );
    assert.ok([422, 429].includes(status), `${status}`);
    // Inside an attribute a sign is only a sign; nothing may stand outside of one.
    assert.ok(!text.replace(/"[^"]*"/g, '').includes('<script>alert(1)'), name);
  }
  for (const body of ['', '&&&', 'name', 'name[]=1&name[]=2', '%zz=%zz'])
    assert.ok(
      [422, 429].includes((await post('/office/sign-in', body, 'application/x-www-form-urlencoded')).status),
      body,
    );
  assert.ok([422, 429].includes((await post('/office/sign-in', 'no boundary', 'multipart/form-data')).status));
  assert.equal(portal.errors(), '');
});
