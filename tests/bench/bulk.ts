import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { SPARING } from '../../src/cli/serve/sparing.ts';
import { bulkFolder, readManifest } from '../../src/views/bulk/files.ts';
import type { Portal } from '../../src/views/portal.ts';
import type { RunningPortal } from '../browser/portal.ts';
import { readers, readersFor, told } from '../faults/readers.ts';
import { ROOT } from '../promises/source.ts';
import { memoryOf } from './measure.ts';
import { someRecords } from './pages.ts';
import type { Report } from './report.ts';

/** What writing all files of data costs, as it is done by night — in a process of its own, after all others — and what readers notice of it. */
export async function benchBulk(portal: Portal, { url }: RunningPortal, report: Report): Promise<void> {
  const { data } = portal.settings;
  rmSync(bulkFolder(data), { recursive: true, force: true });
  const records = someRecords(portal, 4_000).map((ocid) => `/records/${ocid}`);
  const alone = await readersFor(5_000, url, records.slice(0, 500), { count: 1, most: 50 });
  const reading = readers(url, records.slice(500), { count: 1, most: 50 });
  const first = await run(data);
  const beside = await reading.stop();
  const { files } = readManifest(data);
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  report.line('all files', `${first.seconds.toFixed(0)} s, ${files.length} files, ${(bytes / 1e6).toFixed(0)} MB`);
  report.line('memory of its process', `${first.anonymous} MB anonymous at most`);
  report.line('records, nobody else', told(alone));
  report.line('records while they are written', told(beside));
  report.line('again, nothing changed', `${(await run(data)).seconds.toFixed(1)} s`);
  report.curve('bulk anonymous MB', String(first.anonymous));
}

async function run(data: string): Promise<{ seconds: number; anonymous: number }> {
  const started = performance.now();
  const child = spawn(process.execPath, [...SPARING, join(ROOT, 'src/cli/gongshi.ts'), 'bulk'], {
    env: { ...process.env, GONGSHI_DATA: data },
    stdio: 'ignore',
  });
  setPriority(child.pid!, 10);
  let anonymous = 0;
  const watch = setInterval(() => (anonymous = Math.max(anonymous, anonymousOf(child.pid!))), 200);
  await new Promise((resolve) => child.once('close', resolve));
  clearInterval(watch);
  return { seconds: (performance.now() - started) / 1000, anonymous };
}

/** MB; 0 where the system does not say, and of a process that has ended. */
function anonymousOf(pid: number): number {
  try {
    return memoryOf(pid).anonymous || 0;
  } catch {
    return 0;
  }
}
