import { statSync } from 'node:fs';
import type { Database } from '../../../database/database.ts';
import { expectMany, mergeSome } from '../../../search/storage.ts';
import { lastSeq } from '../../storage.ts';
import { directPublisher, type PublisherOptions } from './publisher.ts';
import type { ImportOptions } from './options.ts';
import { readFiles } from './read-files.ts';
import type { RunReport } from './report.ts';
import { importOnThreads } from './threads.ts';

/** So many leave the search index in pieces; merging them halves the time of a search and takes about 20 µs a notice. */
const MANY = 5_000;
/** Merging reads and writes the whole index: not for less than one in so many of its notices. */
const SHARE = 10;
/** Bytes from which a second thread is worth its start. */
const LARGE = 8 * 1024 * 1024;

/**
 * Imports files one after another. Good rows go in whatever the others are; refused ones are reported and written
 * to the reject file. Rows that wait for others of the same run — a correction before what it corrects, a compiled
 * record before its releases — are read again at the end.
 */
export async function importFiles(
  database: Database,
  paths: readonly string[],
  options: ImportOptions,
): Promise<RunReport> {
  const publishing = { now: options.now, actor: options.actor ?? 'import', dryRun: options.dryRun };
  const location = database.handle.location();
  const onThreads = location !== null && !options.dryRun && (options.threads ?? sizeOf(paths) >= LARGE);
  const report = onThreads
    ? await importMany(database, location, paths, options, publishing)
    : await readFiles(directPublisher(database, publishing), paths, options);
  const published = report.files.reduce((sum, file) => sum + file.published, 0);
  if (!options.dryRun && published >= MANY && published * SHARE >= lastSeq(database)) await gather(database);
  return report;
}

async function importMany(
  database: Database,
  ...run: [file: string, paths: readonly string[], options: ImportOptions, publishing: PublisherOptions]
): Promise<RunReport> {
  database.expectMany(true);
  expectMany(database, true);
  try {
    return await importOnThreads(database, ...run);
  } finally {
    expectMany(database, false);
    database.expectMany(false);
  }
}

/** Merges the index into one piece, step by step: at a million notices that takes many seconds, and others write meanwhile. */
async function gather(database: Database): Promise<void> {
  for (let first = true; mergeSome(database, first); first = false) await new Promise(setImmediate);
}

function sizeOf(paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0);
}
