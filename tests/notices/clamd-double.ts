import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** The test file of all virus scanners (eicar.org), put together here so that none takes this source for it. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', '!$H+H*'].join('');

export type Mood = 'answers' | 'silent' | 'fails' | 'hangs-up' | 'half';

/** A clamd that speaks zINSTREAM over a real socket, and finds EICAR. */
export interface ClamdDouble {
  mood: Mood;
  /** Bytes it takes: its `StreamMaxLength`. */
  limit: number;
  /** Of each stream that came whole, what was in it. */
  readonly streams: Buffer[];
  readonly connections: number;
  /** Where it listens at a port. */
  readonly port: number;
  stop(): Promise<void>;
}

/** Listens at the path of a socket; or, by a number, at that port of loopback. */
export async function startClamd(at: string | number): Promise<ClamdDouble> {
  const open = new Set<Socket>();
  let connections = 0;
  const streams: Buffer[] = [];
  const server: Server = createServer((socket) => {
    connections += 1;
    open.add(socket);
    socket.on('close', () => open.delete(socket)).on('error', () => {});
    if (double.mood === 'hangs-up') return void socket.destroy();
    let heard = Buffer.alloc(0);
    let isOver = false;
    socket.on('data', (bytes: Buffer) => {
      heard = Buffer.concat([heard, bytes]);
      const answer = isOver ? null : answerTo(heard, double);
      if (answer === null || double.mood === 'silent') return;
      isOver = true;
      if (double.mood === 'half') socket.end('stream: O');
      else socket.end(`${double.mood === 'fails' ? 'stream: Can’t allocate memory ERROR' : answer}\0`);
    });
  });
  const double: ClamdDouble = {
    mood: 'answers',
    limit: 50 * 1024 * 1024,
    streams,
    get connections() {
      return connections;
    },
    get port() {
      return (server.address() as AddressInfo).port;
    },
    async stop() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  await new Promise<void>((resolve) => {
    if (typeof at === 'number') server.listen(at, '127.0.0.1', resolve);
    else server.listen(at, resolve);
  });
  return double;
}

/** Null until the stream is whole. */
function answerTo(heard: Buffer, { limit, streams }: ClamdDouble): string | null {
  const command = 'zINSTREAM\0';
  if (heard.length < command.length) return null;
  if (heard.subarray(0, command.length).toString() !== command) return 'UNKNOWN COMMAND';
  const chunks: Buffer[] = [];
  let size = 0;
  for (let at = command.length; at + 4 <= heard.length;) {
    const length = heard.readUInt32BE(at);
    if (length === 0) {
      const whole = Buffer.concat(chunks);
      streams.push(whole);
      return whole.includes(EICAR) ? 'stream: Eicar-Signature FOUND' : 'stream: OK';
    }
    size += length;
    if (size > limit) return 'INSTREAM size limit exceeded. ERROR';
    if (at + 4 + length > heard.length) return null;
    chunks.push(heard.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
