import { connect } from 'node:net';

/**
 * A process that asks on a new connection for each request: `closed N` keeps N under way, `open R` sends R a second
 * whatever comes back. Paths may hold `{n}`, a number that never comes again. Prints what it saw, as JSON.
 */
const [origin = '', how = 'open', figure = '1', seconds = '1', seed = '0', ...paths] = process.argv.slice(2);
const { port, host } = new URL(origin);
const seen: { path: number; status: number; took: number }[] = [];
let count = Number(seed);
let underWay = 0;
let isOver = false;

function ask(): Promise<void> {
  const which = count++ % paths.length;
  const path = paths[which]!.replace('{n}', String(count));
  const since = performance.now();
  underWay++;
  return new Promise((resolve) => {
    let head = '';
    const socket = connect({ port: Number(port), host: '127.0.0.1' });
    socket.setTimeout(10_000, () => socket.destroy());
    socket.on('connect', () => socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`));
    socket.on('data', (part) => (head ||= part.toString('latin1', 0, 12)));
    socket.on('error', () => {});
    socket.on('close', () => {
      underWay--;
      seen.push({ path: which, status: Number(head.slice(9, 12)) || 0, took: performance.now() - since });
      resolve();
    });
  });
}

setTimeout(() => (isOver = true), Number(seconds) * 1_000);
if (how === 'closed') {
  const one = async () => {
    while (!isOver) await ask();
  };
  await Promise.all(Array.from({ length: Number(figure) }, one));
} else {
  const since = performance.now();
  let sent = 0;
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const due = ((performance.now() - since) / 1_000) * Number(figure);
      // What cannot be sent in time is not sent in a heap later on; how many were is in what is printed.
      for (let burst = 0; sent < due && burst < 200 && underWay < 8_000; burst++, sent++) void ask();
      if (sent < due) sent = Math.max(sent, Math.floor(due) - 200);
      if (!isOver) return;
      clearInterval(timer);
      resolve();
    }, 5);
  });
  while (underWay > 0) await new Promise((resolve) => setTimeout(resolve, 20));
}
process.stdout.write(JSON.stringify(seen));
