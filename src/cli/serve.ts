import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Database } from '../database/database.ts';
import { labels, fill, type Locale } from '../locales/labels.ts';
import { publishDue } from '../notices/drafts/issue.ts';
import { rejudgeRules } from '../notices/rejudge.ts';
import { logFailure } from '../site/error-log.ts';
import type { PageHandler } from '../site/page-handler.ts';
import { startServer, type RunningServer } from '../site/server.ts';
import { done, refuse, type Result } from '../values/result.ts';
import type { Command } from './command.ts';
import { openDataFolder, type DataFolder } from './data-folder.ts';

/** What `astro build` made. Tests build elsewhere. */
const DIST = resolve(process.env['GONGSHI_DIST'] || 'dist');

/**
 * `gongshi serve`: brings the database up to date, fills a new one with the demo stories, and serves until it is told
 * to stop. Refusals: those of `openDataFolder`, `not-built`, `port-taken`, `cannot-listen`.
 */
export async function serve(command: Command): Promise<Result<number>> {
  const entry = join(DIST, 'server/entry.mjs');
  if (!existsSync(entry)) return refuse({ code: 'not-built', path: entry });
  const prepared = await prepareData(command);
  if (!prepared.ok) return prepared;

  const { settings } = command;
  const database = new Database(prepared.value, { readOnly: true });
  const { handler } = (await import(pathToFileURL(entry).href)) as { handler: PageHandler };
  const started = await startServer({ settings, handler, database, clientFolder: join(DIST, 'client') }).catch((error: NodeJS.ErrnoException) => error);
  if (started instanceof Error) return cannotListen(started, settings);

  announce(command, prepared.value);
  const stop = stopSignal();
  keepServing();
  const ended = startScheduler(prepared.value);
  await stop;
  ended();
  return stopServing(command, started, database);
}

/** The path of a database that is ready to be read. */
async function prepareData({ settings, locale }: Command): Promise<Result<string>> {
  const folder = openDataFolder(settings);
  if (!folder.ok) return folder;
  const { database, path } = folder.value;
  try {
    if (settings.demo) await seedOnce(folder.value, locale);
    // A new version of the program may know other rules than those that the verdicts were reckoned by.
    rejudgeRules(database);
    return done(path);
  } finally {
    database.close();
  }
}

/** Into a new database only: in one that was in use the operator decides, by `gongshi seed`. */
async function seedOnce({ database, isNew }: DataFolder, locale: Locale): Promise<void> {
  if (!isNew) return;
  const { seed } = await import('./seed.ts');
  const { seedDemoOfficers } = await import('../accounts/officers/demo.ts');
  const { published } = seed(database, { now: Date.now(), demo: true });
  process.stdout.write(`${[fill(labels(locale).cli.seeded, { n: published }), ...seedDemoOfficers(database, locale, Date.now())].join('\n')}\n`);
}

function cannotListen(error: NodeJS.ErrnoException, { host, port }: Command['settings']): Result<never> {
  return refuse({ code: error.code === 'EADDRINUSE' ? 'port-taken' : 'cannot-listen', path: `${host}:${port}`, found: error.code ?? error.message });
}

function announce({ settings, locale }: Command, path: string): void {
  const t = labels(locale).cli;
  process.stdout.write(`${fill(t.listening, { url: settings.origin })}\n${fill(t.data, { path })}\n${t.howToStop}\n`);
}

/** One reader's failure must not end the others' requests: it is written down and the server goes on. */
function keepServing(): void {
  process.on('uncaughtException', (error) => logFailure({ id: 'uncaught', error }));
  process.on('unhandledRejection', (error) => logFailure({ id: 'unhandled', error }));
}

/** Publishes what is due, every few seconds; what fell due while nothing ran comes out at once. */
function startScheduler(path: string): () => void {
  const database = new Database(path);
  const look = () => {
    try {
      publishDue(database, Date.now());
    } catch (error) {
      logFailure({ id: 'scheduler', error });
    }
  };
  look();
  const timer = setInterval(look, EVERY);
  return () => {
    clearInterval(timer);
    database.close();
  };
}

const EVERY = 5_000;

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.on('SIGTERM', () => resolve());
    process.on('SIGINT', () => resolve());
  });
}

async function stopServing({ locale }: Command, server: RunningServer, database: Database): Promise<Result<number>> {
  const t = labels(locale).cli;
  process.stdout.write(`${t.stopping}\n`);
  await server.close();
  database.close();
  process.stdout.write(`${t.stopped}\n`);
  // The handler's own connection and timers would keep the process.
  process.exit(0);
}
