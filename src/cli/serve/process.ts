import { join } from 'node:path';
import { Database } from '../../database/database.ts';
import { migrations, schemaVersion } from '../../database/migrate.ts';
import { spaceIn } from '../../database/space.ts';
import { logFailure } from '../../views/error-log.ts';
import { logFolder, DayLog } from '../../watch/day-log.ts';
import { Counter, REPORTS } from '../../watch/served.ts';
import { AccessLog } from '../../door/access-log.ts';
import type { PageHandler } from '../../door/page-handler.ts';
import { DATABASE_FILE } from '../../views/portal.ts';
import { startServer, type RunningServer } from '../../door/server.ts';
import { Writing } from '../../door/writing.ts';
import { SlowPages } from '../../door/slow-pages.ts';
import { readSettings, type Settings } from '../../values/settings.ts';
import { CLIENT, ENTRY } from './built.ts';
import { BEATS, READ_ONLY, type Order, type Report } from './fleet.ts';

/** One of the processes that answer readers. `gongshi serve` has prepared the data and checked the settings. */
export async function serve(handler: PageHandler): Promise<void> {
  const settings = readSettings(process.env);
  if (!settings.ok) throw new Error(settings.refusals[0]!.code);
  await run(settings.value, handler);
}

async function run(settings: Settings, handler: PageHandler): Promise<void> {
  const database = new Database(join(settings.data, DATABASE_FILE), { readOnly: true });
  // Put in the place of another while the program on the disk is a newer one: it would not know its tables.
  const [version, wanted] = [schemaVersion(database), migrations().at(-1)!.version];
  if (version !== wanted) {
    tell({ refused: { code: 'schema-differs', found: String(version), expected: String(wanted) } });
    process.disconnect();
    process.exit(1);
  }
  const slow = new SlowPages(ENTRY);
  // The first search reads the whole index into memory; nobody is let in before, or a restart would be felt.
  // On a machine that is too busy for it the first reader waits instead.
  await slow
    .warm('/search.json', { host: new URL(settings.origin).host })
    .catch((error: unknown) => logFailure({ id: 'warm', error }));
  const isReadOnly = process.env[READ_ONLY] === '1';
  const path = join(settings.data, DATABASE_FILE);
  const log = new DayLog(logFolder(settings.data), 'access', {
    onFailure: (error) => logFailure({ id: 'access log', error }),
  });
  const counter = new Counter();
  const server = await startServer({
    settings,
    handler,
    slow,
    database,
    clientFolder: CLIENT,
    isReadOnly,
    ...(!isReadOnly && { writing: new Writing(new Database(path, { patience: 0 })) }),
    space: () => spaceIn(settings.data),
    access: new AccessLog({ log, counter, queries: settings.logQueries }),
    metrics: { token: settings.metricsToken, totals: () => counter.totals },
  }).catch((error: NodeJS.ErrnoException) => error);
  if (server instanceof Error) {
    tell({
      refused: {
        code: server.code === 'EADDRINUSE' ? 'port-taken' : 'cannot-listen',
        path: `${settings.host}:${settings.port}`,
        found: server.code ?? server.message,
      },
    });
    process.disconnect();
    process.exit(1);
  }
  const report = () => tell({ served: counter.take(server.cache.hits) });
  report();
  setInterval(report, REPORTS).unref();
  setInterval(() => tell({ beat: true }), BEATS).unref();
  process.on('exit', () => log.flushNow());
  obey(server, counter, report);
  keepServing();
}

function obey(server: RunningServer, counter: Counter, report: () => void): void {
  const leave = async (gently: boolean) => {
    await (gently ? server.leave() : server.close());
    report();
    tell({ left: true });
  };
  process.on('message', (order: Order) => {
    if (typeof order === 'object') {
      counter.totals = order.totals;
      return;
    }
    if (order === 'exit') process.exit(0);
    void leave(order === 'leave');
  });
  // Without the process that started it nobody hands it connections any more.
  process.on('disconnect', () => process.exit(0));
  // A terminal sends these to every process; the one that started this one says what is to be done.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
}

function tell(report: Report): void {
  if (process.connected) process.send!(report);
}

/** One reader's failure must not end the others' requests: it is written down and the server goes on. */
function keepServing(): void {
  process.on('uncaughtException', (error) => logFailure({ id: 'uncaught', error }));
  process.on('unhandledRejection', (error) => logFailure({ id: 'unhandled', error }));
}
