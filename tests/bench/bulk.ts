import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bulkFolder, readManifest } from '../../src/views/bulk/files.ts';
import { ROOT } from '../promises/source.ts';
import type { Report } from './report.ts';

/** What writing all files of data costs, as it is done by night: in a process of its own. */
export async function benchBulk(data: string, report: Report): Promise<void> {
  rmSync(bulkFolder(data), { recursive: true, force: true });
  const first = await run(data);
  const { files } = readManifest(data);
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  report.line('all files', `${first.seconds.toFixed(0)} s, ${files.length} files, ${(bytes / 1e6).toFixed(0)} MB`);
  report.line('memory of its process', `${first.megabytes.toFixed(0)} MB at most`);
  report.line('again, nothing changed', `${(await run(data)).seconds.toFixed(1)} s`);
}

async function run(data: string): Promise<{ seconds: number; megabytes: number }> {
  const started = performance.now();
  const child = spawn(process.execPath, [join(ROOT, 'src/cli/gongshi.ts'), 'bulk'], {
    env: { ...process.env, GONGSHI_DATA: data },
    stdio: 'ignore',
  });
  let megabytes = 0;
  const watch = setInterval(() => (megabytes = Math.max(megabytes, peakOf(child.pid!))), 200);
  await new Promise((resolve) => child.once('close', resolve));
  clearInterval(watch);
  return { seconds: (performance.now() - started) / 1000, megabytes };
}

/** 0 where the system does not say. */
function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
