import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Database } from '../../src/database/database.ts';
import { isBusy } from '../../src/database/faults.ts';
import { Writing } from '../../src/door/writing.ts';
import { countingHandler, door, newDatabase } from './door.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };

test('while another holds the database readers go on, and a form comes back with what was typed', async (context) => {
  const { handler, asked } = countingHandler();
  const path = newDatabase(context);
  const writing = new Writing(new Database(path, { patience: 0 }), 150);
  const { ask, port } = await door(context, handler, { writing });
  const send = (body: string) =>
    ask('/office/drafts/d1?step=2', {
      method: 'POST',
      headers: { ...FORM, host: `127.0.0.1:${port}`, origin: `http://127.0.0.1:${port}` },
      body,
    });
  const holder = new Database(path);
  holder.handle.exec('BEGIN IMMEDIATE');
  const held = send('title=%E6%B9%96%E6%BB%A8%E8%B7%AF%22%3E%3Cscript%3E&code=123456&body=%0A%E4%B8%80');
  // Nobody stands still: a reader who comes later is answered first.
  const page = await ask('/laws', { headers: { host: `127.0.0.1:${port}` } });
  assert.equal(page.status, 200);
  const told = await held;
  assert.equal(told.status, 503);
  assert.equal(told.headers['retry-after'], '3');
  assert.match(told.text, /<form method="post" action="\/office\/drafts\/d1\?step=2">/);
  assert.match(told.text, /name="title">\n湖滨路&quot;&gt;&lt;script&gt;</);
  assert.match(told.text, /name="body">\n\n一</);
  assert.doesNotMatch(told.text, /123456/);
  assert.equal(asked.filter(({ method }) => method === 'POST').length, 0);
  holder.handle.exec('ROLLBACK');
  assert.equal((await send('title=x')).status, 200);
  holder.close();
});

test('who waits comes in as soon as the lock is free', async (context) => {
  const path = newDatabase(context);
  const writing = new Writing(new Database(path, { patience: 0 }), 60_000);
  const holder = new Database(path);
  holder.handle.exec('BEGIN IMMEDIATE');
  const all = Promise.all([writing.isFree(), writing.isFree()]);
  holder.handle.exec('ROLLBACK');
  assert.deepEqual(await all, [true, true]);
  holder.close();
});

test('a lock that is taken between the look and the act is told as busy, and nothing else is', (context) => {
  const path = newDatabase(context);
  const [holder, writer] = [new Database(path), new Database(path, { patience: 0 })];
  holder.handle.exec('BEGIN IMMEDIATE');
  assert.throws(() => writer.transaction(() => {}), isBusy);
  assert.throws(
    () => writer.run('INSERT INTO nowhere VALUES (1)'),
    (error) => !isBusy(error),
  );
  holder.close();
  writer.close();
});
