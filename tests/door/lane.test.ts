import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PageHandler } from '../../src/door/page-handler.ts';
import { BREATH, Turns } from '../../src/door/lane.ts';
import { door } from './door.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Pages that are answered when the test says so. */
function heldPages() {
  const held: (() => void)[] = [];
  let isOpen = false;
  const handler: PageHandler = (_, response) => {
    const answer = () => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>made</p>');
    if (isOpen) answer();
    else held.push(answer);
  };
  return {
    handler,
    waiting: async (count: number) => {
      while (held.length < count) await new Promise((resolve) => setImmediate(resolve));
    },
    open() {
      isOpen = true;
      for (const answer of held) answer();
    },
  };
}

test('when as many pages are under way as can be, the next reader is told at once when to come back', async (context) => {
  const { handler, waiting, open } = heldPages();
  const { ask } = await door(context, handler);
  const letIn = Array.from({ length: 32 }, (_, n) => ask(`/records/r${n}`));
  await waiting(32);
  const refused = await ask('/records/another');
  assert.equal(refused.status, 503);
  assert.equal(refused.headers['retry-after'], '2');
  assert.equal(refused.headers['cache-control'], 'no-store');
  assert.match(refused.text, /请 2 秒后再试[^]*try again in 2 seconds/);
  assert.equal((await ask('/healthz')).status, 200);
  open();
  assert.deepEqual(new Set((await Promise.all(letIn)).map(({ status }) => status)), new Set([200]));
  assert.equal((await ask('/records/another')).status, 200);
});

test('searches that fill their lane leave those of pages and of the office open', async (context) => {
  const { handler, waiting, open } = heldPages();
  const { ask } = await door(context, handler);
  const searches = Array.from({ length: 12 }, (_, n) => ask(`/search?q=${n}`));
  await waiting(12);
  assert.equal((await ask('/search?q=more')).status, 503);
  const others = [ask('/records/r1'), ask('/office/sign-in')];
  await waiting(14);
  open();
  assert.deepEqual(
    (await Promise.all([...others, ...searches])).map(({ status }) => status),
    Array(14).fill(200),
  );
});

test('readers who wait for the same page take one place', async (context) => {
  const { handler, waiting, open } = heldPages();
  const { ask } = await door(context, handler);
  const same = Array.from({ length: 40 }, () => ask('/records/r1'));
  await waiting(1);
  const other = ask('/records/r2');
  await waiting(2);
  open();
  assert.deepEqual(new Set((await Promise.all([...same, other])).map(({ status }) => status)), new Set([200]));
});

test('pages are begun one after another, between two of them everything that came is read, and the office goes first', async () => {
  let now = 0;
  const turns = new Turns(() => now);
  const begun: string[] = [];
  const begin = async (name: string, isFirst = false) => {
    await turns.next(isFirst);
    begun.push(name);
  };
  const all = [begin('one'), begin('two'), begin('three'), begin('office', true)];
  await Promise.resolve();
  assert.deepEqual(begun, ['one']);
  // Somebody comes with each turn: the next page waits, yet not for ever.
  turns.came();
  await turn();
  assert.deepEqual(begun, ['one']);
  turns.came();
  await turn();
  assert.deepEqual(begun, ['one']);
  now += BREATH;
  turns.came();
  await turn();
  assert.deepEqual(begun, ['one', 'office']);
  await Promise.all(all);
  assert.deepEqual(begun, ['one', 'office', 'two', 'three']);
});
