import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';

/** Milliseconds of each run, sorted. */
export interface Latencies {
  p50: number;
  p95: number;
  p99: number;
  max: number;
  runs: number;
}

export function percentiles(times: readonly number[]): Latencies {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: sorted.at(-1) ?? NaN, runs: sorted.length };
}

/** A line on stderr every ten seconds, wherever that goes: how much is done, how fast. */
export function progress(label: string, total: number): { update(done: number): void; end(): void } {
  const start = performance.now();
  let [shown, last] = [start, 0];
  const tell = () => {
    const now = performance.now();
    if (now - shown < 10_000) return;
    shown = now;
    const perSecond = Math.round((last * 1_000) / (now - start));
    process.stderr.write(`${label}: ${last} of ${total}, ${perSecond}/s, ${Math.round((now - start) / 1_000)} s\n`);
  };
  // Also while something else is waited for; what never lets go of the thread tells by `update`.
  const timer = setInterval(tell, 1_000);
  return {
    update(done) {
      last = done;
      tell();
    },
    end: () => clearInterval(timer),
  };
}

/** Each item once, timed; the first round only warms. */
export async function timeEach<Item>(
  items: readonly Item[],
  work: (item: Item) => unknown,
  label = 'timed',
): Promise<Latencies> {
  const tell = progress(label, 2 * items.length);
  let done = 0;
  for (const item of items) {
    await work(item);
    tell.update(++done);
  }
  const times: number[] = [];
  for (const item of items) {
    const start = performance.now();
    await work(item);
    times.push(performance.now() - start);
    tell.update(++done);
  }
  tell.end();
  return percentiles(times);
}

/** One request after another over HTTP; the times of those answered with 200. */
export async function timeRequests(urls: readonly string[], label = 'requests'): Promise<Latencies> {
  const tell = progress(label, urls.length);
  const times: number[] = [];
  // What was computed in between may have taken longer than a connection is kept.
  if (urls[0]) await fetch(new URL('/healthz', urls[0])).catch(() => undefined);
  for (const url of urls) {
    tell.update(times.length);
    const start = performance.now();
    const answer = await fetch(url);
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
    times.push(performance.now() - start);
  }
  tell.end();
  return percentiles(times);
}

export interface Load {
  perSecond: number;
  p50: string;
  p99: string;
}

export const hasWrk = spawnSync('wrk', ['--version']).error === undefined;
export const hasNginx = spawnSync('nginx', ['-v']).error === undefined;

/** Sixteen connections for a few seconds, by wrk. */
export function load(url: string, seconds = 4): Load {
  const { stdout } = spawnSync(
    'wrk',
    ['-t1', '-c16', `-d${seconds}s`, '--latency', '-H', 'Accept-Encoding: identity', url],
    { encoding: 'utf8' },
  );
  const find = (pattern: RegExp) => pattern.exec(stdout)?.[1] ?? '?';
  if (/Non-2xx/.test(stdout)) throw new Error(`${url} answered errors under load`);
  return { perSecond: Number(find(/Requests\/sec:\s*([\d.]+)/)), p50: find(/50%\s*(\S+)/), p99: find(/99%\s*(\S+)/) };
}

/** The peer: a bare node:http server in a process of its own that answers the same bytes. */
export async function bareServer(body: Buffer, contentType: string): Promise<{ url: string; stop(): void }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', BARE, contentType], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(body);
  const url = await new Promise<string>((resolve) =>
    child.stdout.once('data', (line: Buffer) => resolve(line.toString().trim())),
  );
  return { url, stop: () => child.kill() };
}

const BARE = `
import { createServer } from 'node:http';
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const body = Buffer.concat(chunks);
const server = createServer((request, response) => {
  response.writeHead(200, { 'content-type': process.argv[1], 'content-length': body.length });
  response.end(body);
});
server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port + '/'));
`;

/** A port nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** MB of a process: its own, and pages of files that the system shares and may take back. */
export function memoryOf(pid: number): { anonymous: number; fileBacked: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const of = (name: string) => Math.round(Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]) / 1024);
  return { anonymous: of('RssAnon'), fileBacked: of('RssFile') };
}
