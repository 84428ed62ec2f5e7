import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readSheet } from 'read-excel-file/node';
import { startPortal } from '../browser/portal.ts';
import { ROOT } from '../promises/source.ts';
import { addressesIn, asSaid, facesOf } from './addresses.ts';

/**
 * Whether another checkout of the portal says the same as this one. Both are started over one demo database and read
 * side by side, link by link, in three languages with every machine face; what differs is printed. Both must be built.
 *
 *     node tests/crawl/compare.ts /path/to/the/other [--most 10000]
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { most: { type: 'string', default: '10000' } },
});
const other = resolve(positionals[0] ?? '');
const most = Number(values.most);
if (!positionals[0] || !(most > 0)) {
  console.error('usage: node tests/crawl/compare.ts CHECKOUT [--most N]');
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'gongshi-crawl-'));
try {
  const data = { before: join(folder, 'before'), after: join(folder, 'after') };
  execFileSync(process.execPath, ['src/cli/gongshi.ts', 'seed'], {
    cwd: other,
    env: { ...process.env, GONGSHI_DATA: data.before },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  cpSync(data.before, data.after, { recursive: true });
  const before = await startPortal({ GONGSHI_DATA: data.before }, [], other);
  const after = await startPortal({ GONGSHI_DATA: data.after }, [], ROOT);
  const differing = await compare(before.url, after.url).finally(() => Promise.all([before.stop(), after.stop()]));
  process.exitCode = differing === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** How many addresses differ; each is printed with the first place where it does. */
async function compare(before: string, after: string): Promise<number> {
  const queue = ['/', '/en', '/hant'];
  const seen = new Set(queue);
  let differing = 0;
  let read = 0;
  for (const address of queue) {
    if (read++ >= most) break;
    const [old, now] = await Promise.all([ask(before, address), ask(after, address)]);
    if (old !== now) {
      differing++;
      console.log(`${address}\n${firstDifference(old, now)}`);
    }
    if (read % 500 === 0) console.error(`${read} addresses read, ${queue.length - read} to come, ${differing} differ`);
    for (const next of [...addressesIn(old, address), ...facesOf(address)]) {
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  console.log(
    `${read} addresses read, ${queue.length - Math.min(read, queue.length)} left unread, ${differing} differ`,
  );
  return differing;
}

async function ask(origin: string, address: string): Promise<string> {
  const answer = await fetch(origin + address, { redirect: 'manual' });
  const headers = ['content-type', 'location', 'cache-control', 'content-disposition', 'link'].map(
    (name) => `${name}: ${answer.headers.get(name) ?? ''}`,
  );
  return asSaid(`${answer.status}\n${headers.join('\n')}\n${await textOf(answer)}`, origin);
}

/** A workbook is packed differently each time: its cells are compared. */
async function textOf(answer: Response): Promise<string> {
  if (!answer.headers.get('content-type')?.includes('spreadsheet')) return answer.text();
  return JSON.stringify(await readSheet(Buffer.from(await answer.arrayBuffer())));
}

function firstDifference(old: string, now: string): string {
  let at = 0;
  while (at < old.length && old[at] === now[at]) at++;
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 160));
  return `  before ${around(old)}\n  after  ${around(now)}`;
}
