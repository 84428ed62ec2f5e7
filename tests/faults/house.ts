import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { Database } from '../../src/database/database.ts';
import { startPortal, type RunningPortal } from '../browser/portal.ts';
import { ROOT } from '../promises/source.ts';

/** A data folder of its own, in which portals are started, killed and started again. */
export interface House {
  data: string;
  /** The database file. */
  path: string;
  start(environment?: Record<string, string>, words?: string[]): Promise<RunningPortal>;
  gongshi(words: string[]): { status: number | null; stdout: string; stderr: string };
  inDatabase<T>(work: (database: Database) => T): T;
}

/** `data`: a folder that is there already; without it one is made, and removed when the test is over. */
export function house(context: TestContext, data = temporary(context, 'data')): House {
  const path = join(data, 'gongshi.sqlite');
  const environment = { PATH: process.env['PATH'], GONGSHI_DATA: data };
  return {
    data,
    path,
    async start(more = {}, words = ['--workers', '2']) {
      const portal = await startPortal({ GONGSHI_DATA: data, ...more }, words);
      context.after(() => portal.stop());
      return { ...portal, path };
    },
    gongshi: (words) =>
      spawnSync(process.execPath, ['src/cli/gongshi.ts', ...words], {
        cwd: ROOT,
        encoding: 'utf8',
        env: environment,
      }),
    inDatabase(work) {
      const database = new Database(path);
      try {
        return work(database);
      } finally {
        database.close();
      }
    },
  };
}

export function temporary(context: TestContext, name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `gongshi-fault-${name}-`));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Those that answer: the children of the process that was started. */
export function workersOf({ pid }: Pick<RunningPortal, 'pid'>): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
  // By night others verify and back up beside them.
  return children
    .filter((one) => /^$|server\/entry\.mjs/.test(readFileSync(`/proc/${one}/cmdline`, 'utf8')))
    .map(Number);
}

/** MB, of all of them together. */
export function memoryOf(pids: readonly number[]): number {
  const kilobytes = pids.map((pid) =>
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0),
  );
  return Math.round(kilobytes.reduce((sum, one) => sum + one, 0) / 1024);
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export async function until(holds: () => boolean | Promise<boolean>, patience = 60_000): Promise<void> {
  const end = Date.now() + patience;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`not within ${patience / 1_000} s: ${holds}`);
    await pause(20);
  }
}

export const onLinux = process.platform !== 'linux' && 'processes are read from /proc';
