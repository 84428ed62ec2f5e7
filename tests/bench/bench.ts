import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Database } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { importFiles } from '../../src/notices/import/run/import-files.ts';
import { rejudge } from '../../src/notices/rejudge.ts';
import type { SearchFilters } from '../../src/search/engine.ts';
import { DATABASE_FILE, openPortal } from '../../src/views/portal.ts';
import { readSettings } from '../../src/values/settings.ts';
import { bareServer, freePort, hasNginx, hasWrk, load, timeEach, timeRequests, type Latencies } from './measure.ts';
import { nginxServer } from './nginx.ts';
import { benchNotices } from './notices.ts';
import { benchQueries } from './queries.ts';
import { benchLaw } from './law.ts';
import { benchReading } from './reading.ts';

/**
 * `npm run bench -- --n 100000`: makes notices, imports them through the real door, and prints what an import, a
 * search and a page cost. Speed is printed, never asserted; pages are ratios against a bare server in the same run.
 * `npm run bench -- --reading FOLDER`: what is read of notices against what a person read in them (`X.json` with
 * `X.gold.json`, compared by the folder's `score.py`). `-- --law FOLDER`: verdicts against right ones.
 */
const { values } = parseArgs({
  options: { n: { type: 'string', default: '100000' }, reading: { type: 'string' }, law: { type: 'string' } },
});
if (values.reading !== undefined) process.exit(benchReading(values.reading));
if (values.law !== undefined) process.exit(benchLaw(values.law));
const count = Number(values.n);
if (!Number.isInteger(count) || count < 100) {
  console.error('bench: --n must be a whole number of at least 100');
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'gongshi-bench-'));
try {
  print(
    `machine: ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB; Node ${process.version}; ${count} notices`,
  );
  const file = await writeNotices();
  await benchImport(file);
  await benchSearch();
  await benchPages();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function writeNotices(): Promise<string> {
  const path = join(folder, 'notices.jsonl');
  const stream = createWriteStream(path);
  for (const notice of benchNotices(count)) {
    if (!stream.write(`${JSON.stringify(notice)}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
  return path;
}

async function benchImport(file: string): Promise<void> {
  const database = new Database(join(folder, DATABASE_FILE));
  migrate(database);
  const start = performance.now();
  const report = await importFiles(database, [file], {
    now: Date.now(),
    onProgress: ({ rows }) => progress('import', rows, start),
  });
  const seconds = (performance.now() - start) / 1000;
  database.run('PRAGMA wal_checkpoint(TRUNCATE)');
  const published = report.files[0]!.published;
  if (published !== count) throw new Error(`only ${published} of ${count} notices were published`);
  const text = database.get<{ n: number }>('SELECT sum(length(CAST(content AS BLOB))) AS n FROM releases')!.n;
  const size = statSync(join(folder, DATABASE_FILE)).size;
  const judged = judgedAnew(database);
  database.close();
  print(
    `import: ${rate(count / seconds)} notices/s (${seconds.toFixed(1)} s), ${Math.round(size / count)} bytes a notice, of which ${Math.round(text / count)} are its text`,
  );
  print(judged);
}

/** How fast every period of every record is judged anew: what a change of the rules costs. */
function judgedAnew(database: Database): string {
  const ocids = database.all<{ ocid: string }>('SELECT ocid FROM records').map(({ ocid }) => ocid);
  const start = performance.now();
  database.transaction(() => rejudge(database, ocids));
  const took = (performance.now() - start) / 1_000;
  return `periods: ${rate(ocids.length / took)} records/s judged anew (100,000 would take ${((100_000 / ocids.length) * took).toFixed(0)} s)`;
}

async function benchSearch(): Promise<void> {
  const settings = readSettings({ GONGSHI_DATA: folder });
  if (!settings.ok) throw new Error(JSON.stringify(settings.refusals));
  const { search, database } = openPortal(settings.value);
  const sample = [...benchNotices(2_000)];
  const queries = benchQueries(
    sample.map(({ title }) => title),
    sample.map(({ project }) => project!.code!),
    sample.flatMap(({ fields }) => (fields as { supplier?: string }).supplier ?? []),
  );
  const now = Date.now();
  const run = (filters: SearchFilters, facets: boolean, sort: 'newest' | 'best' | 'amount' = 'newest') =>
    timeEach(queries, ({ q }) => search.search({ q, filters, sort, limit: 20, facets, now }));
  const filtered: SearchFilters = {
    kind: ['award'],
    region: ['620502', '620503', '620523'],
    year: ['2020', '2021', '2022', '2023', '2024', '2025'],
  };
  print(`search, ${queries.length} mixed queries, newest 20:`);
  printLatency('  no facets', await run({}, false));
  printLatency('  with facets', await run({}, true));
  printLatency('  filtered, with facets', await run(filtered, true));
  printLatency('  best match, with facets', await run({}, true, 'best'));
  printLatency('  by amount, with facets', await run({}, true, 'amount'));
  for (const kind of new Set(queries.map((query) => query.kind))) {
    printLatency(
      `  ${kind}, with facets`,
      await timeEach(
        queries.filter((query) => query.kind === kind),
        ({ q }) => search.search({ q, filters: {}, sort: 'newest', limit: 20, facets: true, now }),
      ),
    );
  }
  database.close();
}

async function benchPages(): Promise<void> {
  const port = await freePort();
  const server = spawn(process.execPath, ['src/cli/gongshi.ts', 'serve'], {
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      GONGSHI_ORIGIN: '',
      GONGSHI_DATA: folder,
      GONGSHI_DEMO: '0',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    const url = `http://127.0.0.1:${port}`;
    await untilUp(`${url}/healthz`);
    const list = (await (await fetch(`${url}/construction.json`)).json()) as unknown;
    const records = [...new Set(JSON.stringify(list).match(/gongshi-\d+-construction-[0-9a-f]{12}/g))].slice(0, 20);
    const words = benchQueries(
      [...benchNotices(400)].map(({ title }) => title),
      ['x'],
      ['x'],
    ).filter(({ kind }) => kind === 'two' || kind === 'longer');
    print('pages, uncached, one after another:');
    printLatency('  records', await timeRequests(records.map((ocid) => `${url}/records/${ocid}`)));
    printLatency('  searches', await timeRequests(words.map(({ q }) => `${url}/search?q=${encodeURIComponent(q)}`)));
    printLatency(
      '  lists',
      await timeRequests(
        ['620502', '620503', '620521', '620522', '620523'].flatMap((region) =>
          ['tender', 'award', 'contract'].map((stage) => `${url}/construction?region=${region}&stage=${stage}`),
        ),
      ),
    );
    if (hasWrk) await benchCached(`${url}/construction`);
    else print('cached pages: wrk is not installed, not measured');
    print(`memory of the serving process: ${memoryOf(server)} MB`);
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
}

/** The same bytes from the page cache, from a bare node:http server and, where installed, from nginx; three rounds, the best of each. */
async function benchCached(page: string): Promise<void> {
  const answer = await fetch(page, { headers: { 'accept-encoding': 'identity' } });
  const body = Buffer.from(await answer.arrayBuffer());
  const contentType = answer.headers.get('content-type')!;
  const bare = await bareServer(body, contentType);
  const nginx = hasNginx ? await nginxServer(body, folder, await freePort()) : null;
  try {
    const best = { ours: 0, bare: 0, nginx: 0 };
    let p99 = '';
    for (let round = 0; round < 3; round++) {
      const ours = load(page);
      if (ours.perSecond > best.ours) p99 = ours.p99;
      best.ours = Math.max(best.ours, ours.perSecond);
      best.bare = Math.max(best.bare, load(bare.url).perSecond);
      if (nginx) best.nginx = Math.max(best.nginx, load(nginx.url).perSecond);
    }
    print(
      `pages, cached (${body.length} bytes): ${rate(best.ours)}/s, p99 ${p99}; bare node:http ${rate(best.bare)}/s, ratio ${(best.ours / best.bare).toFixed(2)}`,
    );
    print(
      nginx
        ? `  nginx static, same bytes: ${rate(best.nginx)}/s, ratio ${(best.ours / best.nginx).toFixed(2)}`
        : '  nginx is not installed, not measured',
    );
  } finally {
    bare.stop();
    nginx?.stop();
  }
}

async function untilUp(url: string): Promise<void> {
  for (;;) {
    const up = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function memoryOf({ pid }: ChildProcess): string {
  try {
    return String(Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024));
  } catch {
    return 'unknown';
  }
}

function printLatency(label: string, { p50, p95, p99, max, runs }: Latencies): void {
  print(`${label.padEnd(28)} p50 ${ms(p50)}  p95 ${ms(p95)}  p99 ${ms(p99)}  max ${ms(max)}  (${runs})`);
}

function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 1)} ms`.padStart(9);
}

function rate(perSecond: number): string {
  return Math.round(perSecond).toLocaleString('en');
}

function progress(label: string, done: number, start: number): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r${label}: ${done} of ${count}, ${Math.round(done / ((performance.now() - start) / 1000))}/s`);
}

function print(line: string): void {
  console.log(line);
}
