import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { ROOT } from '../promises/source.ts';
import { percentiles } from '../bench/measure.ts';
import { attack } from './attack.ts';
import { house, onLinux, pause } from './house.ts';
import { ms, readers, told } from './readers.ts';

const SECONDS = 20;
const TIMES = 5;
/** A page that is kept, and a search that nobody asked before. */
const PATHS = ['/search?q=%E9%81%93%E8%B7%AF{n}', '/construction', '/notices/{n}', '/about'];

/** One connection at a time comes through the process that started them, with a turn of each loop: it falls behind. */
const HANDED_OUT = 'not how the portal listens; connections handed out one by one wait for seconds';

type Asked = { path: number; status: number; took: number };

const LISTENING: [how: string, environment: Record<string, string>, todo?: string][] = [
  ['one socket for all (as it is)', {}],
  ['connections handed out in turn', { NODE_CLUSTER_SCHED_POLICY: 'rr' }, HANDED_OUT],
  ['a socket each (reusePort)', { NODE_OPTIONS: `--import ${ROOT}tests/faults/each-listens.mjs` }],
];

for (const [how, environment, todo] of LISTENING)
  attack(
    `five times what the portal can do, each request on a new connection, ${SECONDS} s; ${how}`,
    { skip: onLinux, ...(todo && { todo }) },
    async (context) => {
      const portal = await house(context).start(environment);
      await generated(portal.url, 'closed', 16, 2, 1_000_000);
      const peak = goodOf(await generated(portal.url, 'closed', 16, 4, 2_000_000)).length / 4;
      context.measured(`peak ${Math.round(peak)}/s`);
      await pause(1_000);
      const vital = readers(portal.url, ['/healthz', '/office/sign-in'], {
        keepAlive: false,
        count: 2,
        most: 10,
        patience: 10_000,
      });
      const answers = await generated(portal.url, 'open', peak * TIMES, SECONDS, 3_000_000);
      const seen = await vital.stop();
      const good = goodOf(answers);
      const others = percentiles(answers.filter(({ status }) => status !== 0).map(({ took }) => took));
      const statuses = Object.entries(Object.groupBy(answers, ({ status }) => status)).map(
        ([s, all]) => `${s === '0' ? 'no answer' : s} ×${all!.length}`,
      );
      const share = good.length / SECONDS / peak;
      context.measured(
        `offered ${Math.round(answers.length / SECONDS)}/s: ${statuses.join(', ')}; p50 ${ms(others.p50)}, p99 ${ms(others.p99)}`,
      );
      context.measured(
        `answered within 1 s ${Math.round(good.length / SECONDS)}/s, ${Math.round(share * 100)} % of the peak`,
      );
      context.measured(`/healthz and sign-in: ${told(seen)}`);
      assert.ok(
        Math.max(...seen.times) < 1_000 && Object.keys(seen.statuses).join() === '200',
        '/healthz or sign-in did not answer within 1 s',
      );
      assert.ok(
        answers.every(({ status }) => [200, 404, 503].includes(status)),
        'something else than 200, 404 or 503 was answered',
      );
      assert.ok(others.p99 < 1_000, 'a hundredth waited more than 1 s');
      assert.ok(share >= 0.7, 'goodput below 70 % of the peak');
    },
  );

/** What was wanted, within a second; a notice that is not there is told as such. */
const goodOf = (answers: Asked[]) => answers.filter(({ status, took }) => [200, 404].includes(status) && took < 1_000);

function generated(
  url: string,
  how: 'open' | 'closed',
  figure: number,
  seconds: number,
  seed: number,
): Promise<Asked[]> {
  const child = spawn(
    process.execPath,
    ['tests/faults/generator.ts', url, how, String(figure), String(seconds), String(seed), ...PATHS],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', () => resolve(JSON.parse(text) as Asked[]));
  });
}
