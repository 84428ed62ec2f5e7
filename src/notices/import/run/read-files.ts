import type { Refusal } from '../../../values/result.ts';
import { UnreadableFile } from '../item.ts';
import { readFile } from '../read/read-file.ts';
import { Batch } from './batch.ts';
import { FileRun } from './file-run.ts';
import type { ImportOptions } from './options.ts';
import type { Publisher } from './publisher.ts';
import { statusOf, type RunReport } from './report.ts';
import { Settling } from './settling.ts';

/** Reads the files from beginning to end, whoever publishes what is in them. */
export async function readFiles(
  publisher: Publisher,
  paths: readonly string[],
  options: ImportOptions,
): Promise<RunReport> {
  const settling = new Settling(publisher.known, options.dryRun ?? false);
  const files = paths.map((path) => new FileRun(path, options));
  try {
    for (const file of files) await readOne(file, new Batch(publisher, settling, file, false), options);
    for (let before = Infinity, waiting = countWaiting(files); waiting > 0 && waiting < before;) {
      for (const file of files.filter((one) => one.waiting.size > 0))
        await readWaiting(file, new Batch(publisher, settling, file, false), options);
      before = waiting;
      waiting = countWaiting(files);
    }
    for (const file of files.filter((one) => one.waiting.size > 0))
      await readWaiting(file, new Batch(publisher, settling, file, true), options);
    for (const file of files) file.report.rejectFile = file.rejects?.finish();
  } finally {
    settling.close();
  }
  const reports = files.map(({ report }) => report);
  return { files: reports, status: statusOf(reports) };
}

function countWaiting(files: readonly FileRun[]): number {
  return files.reduce((sum, { waiting }) => sum + waiting.size, 0);
}

/** From beginning to end. */
async function readOne(file: FileRun, batch: Batch, { format, onProgress }: ImportOptions): Promise<void> {
  const { report } = file;
  let rows = 0;
  try {
    const { source, unusedColumns, items } = readFile(report.path, format);
    report.unusedColumns = unusedColumns;
    for await (const item of items) {
      report.format ??= item.format;
      if (item.compiledOf) file.waiting.add(item.row);
      else if (!item.notice && item.problems.length > 0) file.refuse(item, item.problems);
      else if (!item.notice) file.unchanged();
      else await batch.add(item);
      onProgress?.({ path: report.path, rows: ++rows, bytesRead: source.bytesRead, bytes: source.size });
    }
  } catch (error) {
    report.unreadable = problemOf(error);
  }
  await batch.end();
}

/** The rows that waited, again; in the last round what still waits is refused. */
async function readWaiting(file: FileRun, batch: Batch, { format }: ImportOptions): Promise<void> {
  const due = file.waiting;
  file.waiting = new Set();
  for await (const item of readFile(file.report.path, format).items) {
    if (due.has(item.row) && item.notice) await batch.add(item);
  }
  await batch.end();
}

function problemOf(error: unknown): Refusal {
  if (error instanceof UnreadableFile) return error.problem;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') return { code: `file-${code.toLowerCase()}` };
  if (typeof code === 'string' && code.startsWith('CSV_')) return { code: 'broken-csv', found: message };
  throw error;
}
