import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { sealSecrets } from '../accounts/factors/sealing.ts';
import { forget } from '../complaints/file.ts';
import { Vault } from '../accounts/vault.ts';
import { Database } from '../database/database.ts';
import { takeBallast } from '../database/space.ts';
import { labels, fill, type Locale } from '../locales/labels.ts';
import { publishDue, scanDue } from '../notices/drafts/issue.ts';
import { keepMark } from '../notices/mark/mark.ts';
import { rejudgeRules } from '../notices/rejudge.ts';
import { writeTrail } from '../events/trail-log.ts';
import { textOf } from '../notices/search-document.ts';
import { writingClient } from '../search/meilisearch/client.ts';
import { runJobs, type Job, type RunningJobs } from '../jobs/jobs.ts';
import { followingJob } from '../search/meilisearch/follow.ts';
import { logFolder, removeOldLogs } from '../watch/day-log.ts';
import { forgetOldHours } from '../watch/storage.ts';
import { logFailure } from '../views/error-log.ts';
import { done, refuse, type Refusal, type Result } from '../values/result.ts';
import type { Settings } from '../values/settings.ts';
import type { Command } from './command.ts';
import { markFailed, openDataFolder, type DataFolder } from './data-folder.ts';
import { sentence } from './sentence.ts';
import { ENTRY } from './serve/built.ts';
import { holdPort } from './serve/port.ts';
import { startFleet, type Fleet } from './serve/fleet.ts';
import { followingJobs } from './serve/following.ts';
import { stopUpkeep, upkeepJobs } from './serve/upkeep.ts';
import { watch } from './serve/watching.ts';

/**
 * `gongshi serve [--workers N]`: brings the database up to date, fills a new one with the demo stories, starts the
 * processes that answer readers (as many as cores unless told otherwise), and does what exactly one may do: publishing
 * what is due. A database that lacks what its mark knows, or is damaged, is only read. SIGHUP puts new processes in the place of the old ones without a request failing.
 * Refusals: `bad-workers`, those of `openDataFolder`, `not-built`, `port-taken`, `cannot-listen`, `process-ended`.
 */
export async function serve(command: Command): Promise<Result<number>> {
  const workers = readWorkers(command.words);
  if (!workers.ok) return workers;
  if (!existsSync(ENTRY)) return refuse({ code: 'not-built', path: ENTRY });
  const port = await holdPort(command.settings);
  if (!port.ok) return port;
  const prepared = await prepareData(command).finally(port.value);
  if (!prepared.ok) return prepared;

  const stop = stopSignal();
  const { path, held } = prepared.value;
  if (held) tellHeld(held, command.locale);
  // What may not be written is not written about either.
  const watching = watch(held ? null : path, workers.value);
  const key = command.settings.key ?? randomBytes(32).toString('base64url');
  const started = await startFleet(workers.value, { key, isReadOnly: held !== null }, watching.take);
  if (!started.ok) {
    watching.close();
    return started;
  }
  watching.begin();
  const fleet = started.value;
  takeBallast(command.settings.data);
  process.on('SIGHUP', () => void fleet.renew().then((refusal) => refusal && tellRefused(refusal, command.locale)));
  announce(command, path, workers.value);
  const jobs = held ? undefined : startJobs(command.settings, path);
  await stop;
  await jobs?.stop();
  const status = await stopServing(command, fleet);
  watching.close();
  return status;
}

const MOST_WORKERS = 64;

function readWorkers(words: string[]): Result<number> {
  try {
    const { workers } = parseArgs({ args: words, options: { workers: { type: 'string' } } }).values;
    const count = workers === undefined ? availableParallelism() : Number(workers);
    if (Number.isInteger(count) && count >= 1 && count <= MOST_WORKERS) return done(count);
  } catch {
    // An option that nobody knows is refused with the same sentence.
  }
  return refuse({ code: 'bad-workers', found: words.join(' '), expected: String(MOST_WORKERS) });
}

/** A database that is ready to be read, and why nothing may be written into it. */
async function prepareData({ settings, locale }: Command): Promise<Result<Pick<DataFolder, 'path' | 'held'>>> {
  const folder = openDataFolder(settings, { whenHeld: 'read', isChecked: true });
  if (!folder.ok) return folder;
  const { database, path, held } = folder.value;
  try {
    if (held) return done({ path, held });
    if (settings.demo) await seedOnce(folder.value, settings, locale);
    sealAll(database, settings, locale);
    // A new version of the program may know other rules than those that the verdicts were reckoned by.
    rejudgeRules(database);
    return done({ path, held });
  } finally {
    database.close();
  }
}

/** Into a new database only: in one that was in use the operator decides, by `gongshi seed`. */
async function seedOnce({ database, isNew }: DataFolder, { key }: Settings, locale: Locale): Promise<void> {
  if (!isNew) return;
  const { seed } = await import('./seed.ts');
  const { seedDemoOfficers } = await import('../accounts/officers/demo.ts');
  const { seedDemoWays } = await import('../complaints/demo.ts');
  const { published } = seed(database, { now: Date.now(), demo: true });
  const officers = seedDemoOfficers(database, new Vault(key), locale, Date.now());
  seedDemoWays(database);
  process.stdout.write(`${[fill(labels(locale).cli.seeded, { n: published }), ...officers].join('\n')}\n`);
}

/** The processes of before go on. */
function tellRefused(refusal: Refusal, locale: Locale): void {
  process.stderr.write(`${sentence(refusal, locale)}\n`);
}

/** The secrets of authenticators, and what the operator has to know of them. */
function sealAll(database: Database, { key, demo }: Settings, locale: Locale): void {
  const t = labels(locale).cli;
  const { unreadable } = sealSecrets(database, new Vault(key));
  if (unreadable > 0) process.stderr.write(`${fill(t.secretsUnreadable, { n: unreadable })}\n`);
  else if (key === undefined && !demo) process.stderr.write(`${t.secretsClear}\n`);
}

function tellHeld(held: Refusal, locale: Locale): void {
  process.stderr.write(`${sentence(held, locale)}\n${labels(locale).cli.readOnly}\n`);
}

function announce({ settings, locale }: Command, path: string, workers: number): void {
  const t = labels(locale).cli;
  process.stdout.write(
    `${fill(t.listening, { url: settings.origin, n: workers })}\n${fill(t.data, { path })}\n${t.howToStop}\n`,
  );
}

/** What goes on by itself: publishing what is due (what fell due while nothing ran comes out at once), following, upkeep. */
function startJobs(settings: Settings, path: string): RunningJobs {
  const { data, meilisearch, mark } = settings;
  const database = new Database(path);
  keepMark(database, mark, markFailed);
  const folder = logFolder(data);
  const following = followingJobs(settings, database);
  const jobs: Job[] = [
    {
      name: 'publish',
      every: 5_000,
      run: async (now) => {
        const why = await scanDue(database, settings, now);
        if (why !== null) logFailure({ id: 'clamd', error: why });
        return publishDue(database, now, settings) > 0;
      },
    },
    { name: 'trail', every: 10_000, run: (now) => writeTrail(database, folder, now) },
    {
      name: 'kept',
      every: 3_600_000,
      run: (now) => {
        // What was redacted while somebody read an older state is still in it.
        const impatient = new Database(path, { patience: 0 });
        impatient.emptyLog();
        impatient.close();
        return [removeOldLogs(folder, now), forgetOldHours(database, now), forget(database, now)].includes(true);
      },
    },
    ...upkeepJobs(settings, database),
    ...following.jobs,
  ];
  if (meilisearch) jobs.push(followingJob(database, writingClient(meilisearch), textOf(database)));
  const running = runJobs(database, jobs, { onFailure: (name, error) => logFailure({ id: name, error }) });
  return {
    async stop() {
      stopUpkeep();
      await running.stop();
      following.close();
      database.close();
    },
  };
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.on('SIGTERM', () => resolve());
    process.on('SIGINT', () => resolve());
  });
}

async function stopServing({ locale }: Command, fleet: Fleet): Promise<Result<number>> {
  const t = labels(locale).cli;
  process.stdout.write(`${t.stopping}\n`);
  await fleet.stop();
  process.stdout.write(`${t.stopped}\n`);
  return done(0);
}
