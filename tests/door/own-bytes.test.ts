import assert from 'node:assert/strict';
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { test } from 'node:test';
import { Answer } from '../../src/door/answer.ts';
import { ownBytes } from '../../src/door/own-bytes.ts';
import { capture } from '../../src/door/page-handler.ts';

test('what is kept of a page keeps nothing but its own bytes', async () => {
  const request = new IncomingMessage(new Socket());
  const { body } = await capture((_, response) => response.write('a page, ') && response.end('in two pieces'), request);
  assert.equal(Buffer.from(body).toString(), 'a page, in two pieces');
  const { body: answered } = new Answer(200, { 'content-type': 'text/plain' }, '公示'.repeat(500));
  for (const one of [body, answered, ownBytes([Buffer.from('a'), Buffer.from('b')])])
    assert.equal(one.buffer.byteLength, one.byteLength);
});

test('bytes that stand alone are not copied', () => {
  const alone = Buffer.allocUnsafeSlow(100);
  assert.equal(ownBytes([alone]).buffer, alone.buffer);
});
