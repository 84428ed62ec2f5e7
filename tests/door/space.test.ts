import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Database } from '../../src/database/database.ts';
import { Writing } from '../../src/door/writing.ts';
import { countingHandler, door, newDatabase } from './door.ts';

const MB = 1024 ** 2;

test('on a volume that is nearly full readers go on, nothing is taken in, and an administrator can still come in', async (context) => {
  const { handler, asked } = countingHandler();
  let free = 10 * MB;
  const space = () => ({ free, size: 100_000 * MB });
  const { ask, port } = await door(context, handler, { space });
  const host = `127.0.0.1:${port}`;
  const send = (path: string) =>
    ask(path, {
      method: 'POST',
      headers: { host, origin: `http://${host}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'a=b',
    });
  const ready = async () => {
    const { status, text } = await ask('/readyz', { headers: { host } });
    return [status, (JSON.parse(text) as { why?: string }).why];
  };
  assert.equal((await ask('/laws', { headers: { host } })).status, 200);
  const refused = await send('/office/drafts/new');
  assert.equal(refused.status, 507);
  assert.match(refused.text, /存储空间不足/);
  assert.equal((await send('/office/sign-in')).status, 200);
  assert.deepEqual(await ready(), [503, 'disk-full']);
  free = 50_000 * MB;
  assert.equal((await send('/office/drafts/new')).status, 200);
  assert.deepEqual(await ready(), [200, undefined]);
  assert.equal(asked.filter(({ method }) => method === 'POST').length, 2);
});

test('ready is who can serve and publish: another writer is no fault, a database that is only read is one', async (context) => {
  const { handler } = countingHandler();
  const path = newDatabase(context);
  const holder = new Database(path);
  const { ask, port } = await door(context, handler, { writing: new Writing(new Database(path, { patience: 0 })) });
  const host = `127.0.0.1:${port}`;
  holder.handle.exec('BEGIN IMMEDIATE');
  assert.equal((await ask('/readyz', { headers: { host } })).status, 200);
  holder.close();
  const held = await door(context, handler, { isReadOnly: true });
  const told = await held.ask('/readyz', { headers: { host: `127.0.0.1:${held.port}` } });
  assert.deepEqual([told.status, (JSON.parse(told.text) as { why: string }).why], [503, 'read-only']);
});
