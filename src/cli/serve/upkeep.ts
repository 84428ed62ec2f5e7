import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Database } from '../../database/database.ts';
import type { Job } from '../../jobs/jobs.ts';
import { rewriteMark } from '../../notices/marks/storage.ts';
import { lastVerification } from '../../notices/verification/storage.ts';
import type { Verification } from '../../notices/verification/findings.ts';
import { DAY, dayOf } from '../../values/date.ts';
import type { Settings } from '../../values/settings.ts';
import { readManifest, type Manifest } from '../../views/bulk/files.ts';
import { SPARING } from './sparing.ts';

const MINUTE = 60_000;
/** Hour of Shanghai at which few read. */
const NIGHT = 3;

/** Verifying and writing the files of data by night, and backing up where a folder is set. Each in a process of its own: the one that serves waits for nothing. */
export function upkeepJobs(
  { backup, data }: Pick<Settings, 'backup' | 'data'>,
  database: Database,
  run: (words: string[]) => Promise<void> = runCommand,
): Job[] {
  let firstSeen: number | null = null;
  const jobs: Job[] = [
    {
      name: 'verify',
      every: 10 * MINUTE,
      run: async (now) => {
        const isRun = isDue(lastVerification(database), now);
        if (isRun) await run(['verify']);
        const last = lastVerification(database);
        // Until somebody has seen to it: the job stays failed, where the administrator sees it.
        if (last && !last.ok) throw new Error(last.findings.map(({ code, n }) => `${code} ×${n}`).join(', '));
        // Nothing is thrown away while something is wrong.
        if (isRun) await run(['sweep']);
        return isRun;
      },
    },
    {
      name: 'bulk',
      every: 10 * MINUTE,
      run: async (now) => {
        firstSeen ??= now;
        const isRun = isBulkDue(readManifest(data), rewriteMark(database), now, firstSeen);
        if (isRun) await run(['bulk']);
        return isRun;
      },
    },
  ];
  if (backup)
    jobs.push({
      name: 'backup',
      every: 15 * MINUTE,
      run: async () => {
        await run(['backup', backup]);
        return true;
      },
    });
  return jobs;
}

/** Once each night; a portal that runs by day only, when a day and a half have gone by. */
export function isDue(last: Pick<Verification, 'at'> | undefined, now: number): boolean {
  const isNight = new Date(now + 8 * 60 * MINUTE).getUTCHours() === NIGHT;
  if (isNight) return last === undefined || dayOf(last.at) !== dayOf(now);
  return last !== undefined && now - last.at > 1.5 * DAY;
}

/** A portal's first files are written some minutes after its start; a text that was redacted leaves the files at once. */
export function isBulkDue(
  { at, rewrites }: Pick<Manifest, 'at' | 'rewrites'>,
  rewritesNow: string,
  now: number,
  startedAt: number,
): boolean {
  if (at === null) return now - startedAt >= 5 * MINUTE;
  return rewrites !== rewritesNow || isDue({ at }, now);
}

const running = new Set<ReturnType<typeof spawn>>();

/** Rejects with what the command said when it could not do it. That something was found is no such thing: the report says it. */
function runCommand(words: string[]): Promise<void> {
  const gongshi = fileURLToPath(new URL('../gongshi.ts', import.meta.url));
  const child = spawn(process.execPath, [...SPARING, gongshi, ...words], { stdio: ['ignore', 'ignore', 'pipe'] });
  running.add(child);
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-2_000)));
  if (child.pid !== undefined) setPriority(child.pid, 10);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      running.delete(child);
      if (code === 0 || (words[0] === 'verify' && code === 1)) resolve();
      else reject(new Error(`${words[0]}: ${signal ?? code} ${said.trim()}`));
    });
  });
}

/** What is broken off leaves nothing that could be taken for whole. */
export function stopUpkeep(): void {
  for (const child of running) child.kill('SIGTERM');
}
