import { findRegister } from '../../src/registers/registers.ts';
import { listPage } from '../../src/views/list/list-page.ts';
import { readListParameters } from '../../src/views/list/parameters.ts';
import type { Portal } from '../../src/views/portal.ts';
import { recordPage } from '../../src/views/record/record-page.ts';
import { readSearchParameters } from '../../src/views/search/parameters.ts';
import { searchPage } from '../../src/views/search/search-page.ts';
import { freePort, type RunningPortal } from '../browser/portal.ts';
import { bareServer, hasNginx, hasWrk, load, percentiles, timeRequests, type Latencies } from './measure.ts';
import { nginxBefore, nginxServer } from './proxies.ts';
import { benchNotices } from './notices.ts';
import { benchQueries } from './queries.ts';
import { ms, rate, type Column, type Report } from './report.ts';

const REGIONS = ['620502', '620503', '620521', '620522', '620523', '620524', '620525'];
const STAGES = ['tender', 'award', 'contract'];

/** Pages nobody asked for before, one after another; then one page many times, beside those who serve the same bytes. */
export async function benchPages(
  portal: Portal,
  { url }: RunningPortal,
  folder: string,
  report: Report,
): Promise<void> {
  const records = someRecords(portal, 300);
  const words = benchQueries(
    [...benchNotices(400)].map(({ title }) => title),
    ['x'],
    ['x'],
  ).flatMap(({ kind, q }) => (kind === 'two' || kind === 'longer' ? `q=${encodeURIComponent(q)}` : []));
  const lists = REGIONS.flatMap((region) => STAGES.map((stage) => `region=${region}&stage=${stage}`));
  const construction = findRegister('construction')!;
  const queryOf = (text: string) => new URLSearchParams(text);

  // Each process is warm, with other pages than those that are timed.
  await timeRequests(records.slice(200).map((ocid) => `${url}/records/${ocid}`));
  await timeRequests(words.slice(0, 30).map((q) => `${url}/search?${q}&year=2015`));
  await timeRequests(REGIONS.map((region) => `${url}/construction?region=${region}`));
  await timePages('records', records.slice(0, 200), {
    url: (ocid) => `${url}/records/${ocid}`,
    query: (ocid) => recordPage(portal, ocid, 'zh'),
  });
  await timePages('searches', words, {
    url: (q) => `${url}/search?${q}`,
    query: (q) => searchPage(portal, readSearchParameters(queryOf(q)).parameters, 'zh'),
  });
  await timePages('lists', lists, {
    url: (q) => `${url}/construction?${q}`,
    query: (q) => listPage(portal, construction, readListParameters(construction, queryOf(q)).parameters, 'zh'),
  });
  if (hasWrk) await benchCached(`${url}/construction`, folder, report);
  else report.line('cached', 'wrk is not installed', 'cached');

  /** `query`: what the page asks for its data, here and without a page. */
  async function timePages(
    kind: 'records' | 'searches' | 'lists',
    all: string[],
    how: { url(one: string): string; query(one: string): unknown },
  ): Promise<void> {
    const data = await timeAll(all, how.query);
    const pages = await timeRequests(all.map(how.url), kind);
    report.latency(`${kind}, uncached`, pages, 'page', `; ${ms(pages.p50 - data.p50)} beyond its query`);
    report.latency(`  the query of ${kind}`, data);
    report.curve(`${kind} p99` satisfies Column, ms(pages.p99));
  }
}

/** From the first year to the last. */
export function someRecords({ database }: Portal, most: number): string[] {
  const { n } = database.get<{ n: number }>('SELECT count(*) AS n FROM records')!;
  return database
    .all<{ ocid: string }>(
      'SELECT ocid FROM records WHERE rowid % ? = 0 LIMIT ?',
      Math.max(1, Math.floor(n / most)),
      most,
    )
    .map(({ ocid }) => ocid);
}

/** Each once, as a page does, when the first few have warmed it. */
async function timeAll(all: string[], query: (one: string) => unknown): Promise<Latencies> {
  for (const one of all.slice(0, 10)) await query(one);
  const times: number[] = [];
  for (const one of all) {
    const start = performance.now();
    await query(one);
    times.push(performance.now() - start);
  }
  return percentiles(times);
}

/** The same bytes from the page cache, from a bare node:http server and, where installed, from nginx and through it; three rounds, the best of each. */
async function benchCached(page: string, folder: string, report: Report): Promise<void> {
  const answer = await fetch(page, { headers: { 'accept-encoding': 'identity' } });
  const body = Buffer.from(await answer.arrayBuffer());
  const contentType = answer.headers.get('content-type')!;
  const bare = await bareServer(body, contentType);
  const nginx = hasNginx ? await nginxServer(body, folder, await freePort()) : null;
  const before = hasNginx ? await nginxBefore(new URL(page).origin, folder, await freePort()) : null;
  try {
    const best = { ours: 0, bare: 0, nginx: 0, through: 0 };
    let p99 = '';
    for (let round = 0; round < 3; round++) {
      const ours = load(page);
      if (ours.perSecond > best.ours) p99 = ours.p99;
      best.ours = Math.max(best.ours, ours.perSecond);
      best.bare = Math.max(best.bare, load(bare.url).perSecond);
      if (nginx) best.nginx = Math.max(best.nginx, load(nginx.url).perSecond);
      if (before) {
        const through = load(before.url + new URL(page).pathname);
        best.through = Math.max(best.through, through.perSecond);
      }
    }
    const ratio = (best.ours / best.bare).toFixed(2);
    report.line(`cached (${body.length} bytes)`, `${rate(best.ours)}/s, p99 ${p99}`);
    report.line('  bare node:http, same bytes', `${rate(best.bare)}/s, ratio ${ratio}`, 'cached');
    report.line(
      '  nginx static, same bytes',
      nginx ? `${rate(best.nginx)}/s, ratio ${(best.ours / best.nginx).toFixed(2)}` : 'not installed',
    );
    report.line(
      '  through nginx as in db/deploy',
      before ? `${rate(best.through)}/s, ratio to static ${(best.through / best.nginx).toFixed(2)}` : 'not installed',
    );
    report.curve('cached ratio', ratio);
    // What the client costs that timed the pages above.
    report.latency('  the client alone', await timeRequests(Array.from({ length: 200 }, () => bare.url)));
  } finally {
    bare.stop();
    await nginx?.stop();
    await before?.stop();
  }
}
