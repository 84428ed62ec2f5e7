import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { once } from 'node:events';
import { test, type TestContext } from 'node:test';
import { download } from '../../src/notices/attachments/download.ts';
import { filePath } from '../../src/notices/attachments/keep.ts';
import type { PageHandler } from '../../src/door/page-handler.ts';
import { readersBehind } from '../../src/door/sending.ts';
import { bulkDownload } from '../../src/views/bulk/download.ts';
import { bulkFolder, bulkPath, manifestPath, NO_FILES, storedName, type BulkFile } from '../../src/views/bulk/files.ts';
import type { Portal } from '../../src/views/portal.ts';
import { door } from './door.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

const SHA = 'ab'.repeat(32);
const BYTES = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 251));

/** A portal whose every page is one file. */
async function fileDoor(context: TestContext, patience?: number, bytes = BYTES) {
  const data = mkdtempSync(join(tmpdir(), 'gongshi-sending-'));
  context.after(() => rmSync(data, { recursive: true, force: true }));
  const path = filePath(data, SHA);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  const handler: PageHandler = (_, response) => {
    response.writeHead(200, Object.fromEntries(download({ name: '文件.pdf', sha256: SHA }).headers));
    response.end();
  };
  const settings = { host: '127.0.0.1', port: 0, origin: 'http://portal.test:4321', data };
  return door(context, handler, { settings, ...(patience && { patience }) });
}

const host = (port: number) => ({ host: `127.0.0.1:${port}` });

test('a file goes out whole, with its tag, and its name inside the house is told to nobody', async (context) => {
  const { ask, port } = await fileDoor(context);
  const whole = await ask('/notices/1/files/a.pdf', { headers: host(port) });
  assert.equal(whole.status, 200);
  assert.deepEqual(whole.body, BYTES);
  assert.equal(whole.headers['accept-ranges'], 'bytes');
  assert.equal(whole.headers['x-gongshi-file'], undefined);
  assert.match(whole.headers['content-disposition']!, /^attachment;/);
  const again = await ask('/notices/1/files/a.pdf', {
    headers: { ...host(port), 'if-none-match': whole.headers.etag! },
  });
  assert.deepEqual([again.status, again.body.length], [304, 0]);
  const head = await ask('/notices/1/files/a.pdf', { method: 'HEAD', headers: host(port) });
  assert.deepEqual([head.status, head.headers['content-length'], head.body.length], [200, '300000', 0]);
});

test('a download that broke off goes on where it ended', async (context) => {
  const { ask, port } = await fileDoor(context);
  const part = (range: string, more = {}) =>
    ask('/notices/1/files/a.pdf', { headers: { ...host(port), range, ...more } });
  for (const [range, from, to] of [
    ['bytes=0-0', 0, 1],
    ['bytes=299990-', 299_990, 300_000],
    ['bytes=-10', 299_990, 300_000],
    ['bytes=299990-999999', 299_990, 300_000],
  ] as const) {
    const reply = await part(range);
    assert.equal(reply.status, 206, range);
    assert.deepEqual(reply.body, BYTES.subarray(from, to), range);
    assert.equal(reply.headers['content-range'], `bytes ${from}-${to - 1}/300000`);
  }
  assert.deepEqual([(await part('bytes=300000-')).status, (await part('bytes=-0')).status], [416, 416]);
  // Several ranges, nonsense, and another file than the one begun: the whole.
  for (const range of ['bytes=0-1,5-6', 'bytes=5-2', 'lines=1-2', 'bytes=-'])
    assert.equal((await part(range)).body.length, 300_000, range);
  assert.equal((await part('bytes=0-0', { 'if-range': '"another"' })).status, 200);
});

/** Asks for something, and takes nothing of it. */
async function slowReader(port: number, path: string): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1' });
  socket.pause();
  await once(socket, 'connect');
  socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
  return socket;
}

test('readers who take nothing are let go, of files and of pages, and others are served meanwhile', async (context) => {
  const large = Buffer.alloc(12 * 1024 * 1024, 1);
  const files = await fileDoor(context, 2_000, large);
  const pages = await door(
    context,
    (_, response) => {
      response.writeHead(200, { 'content-type': 'application/octet-stream' });
      response.end(large);
    },
    { patience: 2_000 },
  );
  for (const { port, ask } of [files, pages]) {
    const readers = await Promise.all(Array.from({ length: 5 }, () => slowReader(port, '/notices/1/files/a.pdf')));
    while (readersBehind() < readers.length) await turn();
    assert.equal((await ask('/healthz', { headers: host(port) })).status, 200);
    while (readersBehind() > 0) await turn();
    for (const socket of readers) {
      socket.on('error', () => {}).resume();
      await once(socket, 'close');
      assert.ok(socket.bytesRead < large.length);
    }
  }
});

test('a file of data is known by its day too, and goes on only where it is the same', async (context) => {
  const data = mkdtempSync(join(tmpdir(), 'gongshi-sending-'));
  context.after(() => rmSync(data, { recursive: true, force: true }));
  const writtenAt = Date.parse('2026-11-27T03:10:20+08:00');
  const file = { name: 'land-all.parquet', register: 'land', format: 'parquet', sha256: SHA, writtenAt } as BulkFile;
  mkdirSync(bulkFolder(data));
  writeFileSync(manifestPath(data), JSON.stringify({ ...NO_FILES, files: [file] }));
  writeFileSync(bulkPath(data, storedName(file)), BYTES);
  const settings = { host: '127.0.0.1', port: 0, origin: 'http://portal.test:4321', data };
  const handler: PageHandler = (_, response) => {
    const { headers } = bulkDownload({ settings } as unknown as Portal, file.name)!;
    response.writeHead(200, Object.fromEntries(headers)).end();
  };
  const { ask, port } = await door(context, handler, { settings });
  const said = async (headers: Record<string, string>) => {
    const reply = await ask('/data/files/land-all.parquet', { headers: { ...host(port), ...headers } });
    return [reply.status, reply.body.length];
  };
  const whole = await ask('/data/files/land-all.parquet', { headers: host(port) });
  const day = whole.headers['last-modified']!;
  assert.equal(day, 'Thu, 26 Nov 2026 19:10:20 GMT');
  assert.deepEqual(whole.body, BYTES);
  assert.equal(whole.headers['x-gongshi-bulk'], undefined);
  assert.deepEqual(await said({ 'if-modified-since': day }), [304, 0]);
  assert.deepEqual(await said({ 'if-modified-since': 'Thu, 26 Nov 2026 19:10:19 GMT' }), [200, BYTES.length]);
  // A tag says more than a day.
  assert.deepEqual(await said({ 'if-modified-since': day, 'if-none-match': '"other"' }), [200, BYTES.length]);
  const range = 'bytes=100-199';
  assert.deepEqual(await said({ range, 'if-range': day }), [206, 100]);
  assert.deepEqual(await said({ range, 'if-range': 'Wed, 25 Nov 2026 19:10:20 GMT' }), [200, BYTES.length]);
});
