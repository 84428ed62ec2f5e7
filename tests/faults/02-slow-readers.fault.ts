import assert from 'node:assert/strict';
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { keepFile } from '../../src/notices/attachments/keep.ts';
import { publish } from '../../src/notices/publish.ts';
import { zipOf } from '../notices/files.ts';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { attack } from './attack.ts';
import { house, memoryOf, onLinux, until, workersOf } from './house.ts';
import { noticeOf } from './notice.ts';
import { readersFor, told } from './readers.ts';

const HALF = 100;

attack(
  '200 readers who take nothing, of a large file and of a page: memory stays, connections end',
  { skip: onLinux },
  async (context) => {
    const { start, inDatabase, data, path } = house(context);
    const portal = await start();
    // Random bytes do not pack, so it is large on the wire; an archive, for offices upload those.
    const bytes = zipOf({ name: '[Content_Types].xml', data: '<Types/>' }, { name: '图.png', data: png(12) });
    const { Database } = await import('../../src/database/database.ts');
    const writing = new Database(path);
    const kept = await keepFile(writing, data, '图纸.zip', bytes, Date.now());
    writing.close();
    assert.ok(kept.ok, JSON.stringify(kept));
    const { name, type, size, sha256 } = kept.value;
    const outcome = inDatabase((database) =>
      publish(database, { ...noticeOf(900), attachments: [{ name, type, size, sha256 }] } as never, {
        actor: 'test',
        now: Date.now(),
      }),
    );
    assert.equal(outcome.status, 'published', JSON.stringify(outcome));
    const id = outcome.status === 'published' ? outcome.id : 0;
    const file = `/notices/${id}/files/${encodeURIComponent('图纸.zip')}`;
    await readersFor(2_000, portal.url, ['/', '/construction']);
    const before = memoryOf(workersOf(portal));
    const slow = await Promise.all([
      ...Array.from({ length: HALF }, () => slowReader(portal.url, file)),
      ...Array.from({ length: HALF }, () => slowReader(portal.url, '/construction')),
    ]);
    const others = await readersFor(10_000, portal.url, ['/', '/construction', '/about']);
    const meanwhile = memoryOf(workersOf(portal));
    context.measured(`others meanwhile: ${told(others)}`);
    const isOpen = (socket: Socket) => openOf(portal.url, socket);
    const since = Date.now();
    // What is small enough to stand in the system's buffers is sent, and then its connection idles out.
    await until(() => !slow.some(isOpen), 60_000);
    context.measured(`all closed after ${Math.round((Date.now() - since) / 1_000 + 10)} s`);
    for (const socket of slow) socket.destroy();
    const after = memoryOf(workersOf(portal));
    context.measured(`memory of the workers ${before} → ${meanwhile} → ${after} MB`);
    assert.deepEqual(Object.keys(others.statuses), ['200']);
    assert.ok(meanwhile - before < 200, 'memory grew by 200 MB');
  },
);

function png(megabytes: number): Buffer {
  const head = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([head, randomBytes(megabytes * 1024 * 1024)]);
}

async function slowReader(url: string, path: string): Promise<Socket> {
  const { port, host } = new URL(url);
  const socket = connect({ port: Number(port), host: '127.0.0.1' });
  socket.pause().on('error', () => {});
  await once(socket, 'connect');
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAccept-Encoding: identity\r\n\r\n`);
  return socket;
}

/** Whether the server still holds it: the reader itself reads nothing, and so hears nothing. */
function openOf(url: string, socket: Socket): boolean {
  const key = `${hex(Number(new URL(url).port))}>${hex(socket.localPort ?? 0)}`;
  return established().has(key);
}

const hex = (port: number) => port.toString(16).toUpperCase().padStart(4, '0');

function established(): Set<string> {
  const lines = readFileSync('/proc/net/tcp', 'utf8').split('\n').slice(1);
  const open = lines.flatMap((line) => {
    const [, local = '', remote = '', state] = line.trim().split(/\s+/);
    return state === '01' ? [`${local.split(':')[1]}>${remote.split(':')[1]}`] : [];
  });
  return new Set(open);
}
