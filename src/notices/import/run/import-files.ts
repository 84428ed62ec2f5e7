import { statSync } from 'node:fs';
import type { Database } from '../../../database/database.ts';
import { expectMany, mergeSome } from '../../../search/storage.ts';
import { findKind } from '../../../registers/registers.ts';
import { canonicalJson, sha256 } from '../../../values/canonical.ts';
import type { Refusal } from '../../../values/result.ts';
import type { Outcome } from '../../plan.ts';
import { lastSeq } from '../../storage.ts';
import { UnreadableFile, type Format, type Item } from '../item.ts';
import { BATCH, directPublisher, type Publisher, type PublisherOptions } from './publisher.ts';
import { readFile } from '../read/read-file.ts';
import { RejectFile } from './rejects.ts';
import {
  addProblems,
  addWarnings,
  emptyReport,
  statusOf,
  type FileReport,
  type Problem,
  type RunReport,
} from './report.ts';
import { SeenNotices } from './storage.ts';
import { importOnThreads } from './threads.ts';

export interface ImportOptions {
  now: number;
  actor?: string;
  /** Goes through everything and keeps nothing; no reject file either. */
  dryRun?: boolean;
  /** Overrides recognition. */
  format?: Format;
  /** Where reject files go; beside each file otherwise. */
  rejects?: string;
  onProgress?(state: Progress): void;
  /** On two threads; files of some size are unless this says otherwise. */
  threads?: boolean;
}

/** How far the reading of a file has come. */
export interface Progress {
  path: string;
  /** Read; they are written a little later. */
  rows: number;
  bytesRead: number;
  bytes: number;
}

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

/** Reads the files from beginning to end, whoever publishes what is in them. */
export async function readFiles(
  publisher: Publisher,
  paths: readonly string[],
  options: ImportOptions,
): Promise<RunReport> {
  const run = new Run(publisher, options);
  const files = paths.map((path) => new FileRun(path, options));
  try {
    for (const file of files) await run.read(file);
    for (let before = Infinity, waiting = countWaiting(files); waiting > 0 && waiting < before;) {
      for (const file of files.filter((one) => one.waiting.size > 0)) await run.readWaiting(file);
      before = waiting;
      waiting = countWaiting(files);
    }
    for (const file of files.filter((one) => one.waiting.size > 0)) await run.readWaiting(file, { last: true });
    for (const file of files) file.report.rejectFile = file.rejects?.finish();
  } finally {
    run.close();
  }
  const reports = files.map(({ report }) => report);
  return { files: reports, status: statusOf(reports) };
}

function countWaiting(files: readonly FileRun[]): number {
  return files.reduce((sum, { waiting }) => sum + waiting.size, 0);
}

/** One file of a run. */
class FileRun {
  readonly report: FileReport;
  readonly rejects: RejectFile | undefined;
  /** Rows to be read again when everything else is in. */
  waiting = new Set<Item['row']>();

  constructor(path: string, options: ImportOptions) {
    this.report = emptyReport(path);
    this.rejects = options.dryRun ? undefined : new RejectFile(path, options.rejects);
  }

  refuse(item: Item, refusals: readonly Refusal[]): void {
    const named = refusals.map((refusal): Problem => ({ row: item.row, ...refusal, path: nameOf(item, refusal.path) }));
    // One cell may fill two members of a notice; its problem is one.
    const problems = [...new Map(named.map((problem) => [`${problem.path} ${problem.code}`, problem])).values()];
    this.report.rows += 1;
    this.report.refused += 1;
    addProblems(this.report, problems);
    this.rejects?.add(
      item,
      problems.map(({ row: _, ...problem }) => problem),
    );
  }
}

/** The field as the file calls it. */
function nameOf(item: Item, path: string | undefined): string | undefined {
  if (path === undefined || !item.names) return path;
  const known = Object.keys(item.names).filter((name) => path === name || path.startsWith(`${name}.`));
  const longest = known.reduce<string | undefined>(
    (best, name) => (best === undefined || name.length > best.length ? name : best),
    undefined,
  );
  return longest === undefined ? path : item.names[longest];
}

class Run {
  readonly #publisher: Publisher;
  readonly #options: ImportOptions;
  readonly #seen = new SeenNotices();

  constructor(publisher: Publisher, options: ImportOptions) {
    this.#publisher = publisher;
    this.#options = options;
  }

  close(): void {
    this.#seen.close();
  }

  /** Reads a file from beginning to end. */
  async read(file: FileRun): Promise<void> {
    const { report } = file;
    let rows = 0;
    let batch: Item[] = [];
    const flush = async () => {
      const full = batch;
      batch = [];
      await this.#publish(file, full, false);
    };
    try {
      const { source, unusedColumns, items } = readFile(report.path, this.#options.format);
      report.unusedColumns = unusedColumns;
      for await (const item of items) {
        report.format ??= item.format;
        if (item.compiledOf) file.waiting.add(item.row);
        else if (!item.notice && item.problems.length > 0) file.refuse(item, item.problems);
        else if (!item.notice) this.#unchanged(file);
        else if (batch.push(item) === BATCH) await flush();
        this.#options.onProgress?.({
          path: report.path,
          rows: ++rows,
          bytesRead: source.bytesRead,
          bytes: source.size,
        });
      }
    } catch (error) {
      report.unreadable = problemOf(error);
    }
    await flush();
    await this.#publisher.drain();
  }

  /** Reads the waiting rows again; in the last round what still waits is refused. */
  async readWaiting(file: FileRun, { last = false } = {}): Promise<void> {
    const due = file.waiting;
    file.waiting = new Set();
    let batch: Item[] = [];
    const flush = async () => {
      const full = batch;
      batch = [];
      await this.#publish(file, full, last);
    };
    for await (const item of readFile(file.report.path, this.#options.format).items) {
      if (due.has(item.row) && item.notice && batch.push(item) === BATCH) await flush();
    }
    await flush();
    await this.#publisher.drain();
  }

  async #publish(file: FileRun, batch: readonly Item[], last: boolean): Promise<void> {
    const items = batch.filter((item) => {
      if (!this.#isCovered(item)) return true;
      this.#unchanged(file);
      return false;
    });
    if (items.length === 0) return;
    await this.#publisher.publish(
      items.map((item) => this.#restating(item)),
      (outcomes) => {
        this.#seen.together(() => {
          for (const [index, item] of items.entries()) this.#settle(file, item, outcomes[index]!, last);
        });
      },
    );
  }

  #settle(file: FileRun, item: Item, printed: Outcome, last: boolean): void {
    const id = String(item.notice!.id);
    const hash = this.#options.dryRun ? sha256(canonicalJson(item.notice)) : '';
    const outcome = this.#withinRun(id, hash, item, printed);
    if (outcome.status === 'refused') {
      if (!last && outcome.refusals.every(({ code }) => code === 'amends-unknown')) file.waiting.add(item.row);
      else file.refuse(item, outcome.refusals);
      return;
    }
    this.#seen.add(id, { hash, file: file.report.path, row: String(item.row) });
    if (item.notice!.ocid && !item.compiledOf)
      this.#seen.add(`ocid ${item.notice!.ocid}`, { hash, file: file.report.path, row: String(item.row) });
    if (outcome.status === 'unchanged') return this.#unchanged(file);
    file.report.rows += 1;
    file.report.published += 1;
    addWarnings(
      file.report,
      outcome.warnings.map((warning) => ({ row: item.row, ...warning, path: nameOf(item, warning.path) })),
    );
  }

  /** The outcome seen with what this run took before: a dry run keeps nothing, and a duplicate is told with its first place. */
  #withinRun(id: string, hash: string, item: Item, outcome: Outcome): Outcome {
    const { dryRun } = this.#options;
    if (outcome.status === 'refused') {
      const [refusal] = outcome.refusals;
      const first = refusal!.code === 'already-published' ? this.#seen.find(id) : undefined;
      if (first)
        return {
          status: 'refused',
          refusals: [{ code: 'duplicate-in-run', path: 'id', found: id, expected: `${first.file}:${first.row}` }],
        };
      const amended = dryRun && refusal!.code === 'amends-unknown' && item.notice!.amends;
      return amended && this.#seen.find(amended) ? { status: 'published', id: 0, ocid: '', warnings: [] } : outcome;
    }
    const before = dryRun && outcome.status === 'published' ? this.#seen.find(id) : undefined;
    if (!before) return outcome;
    if (before.hash === hash) return { status: 'unchanged', id: 0 };
    return {
      status: 'refused',
      refusals: [{ code: 'duplicate-in-run', path: 'id', found: id, expected: `${before.file}:${before.row}` }],
    };
  }

  /** A listing row whose full text is here; a compiled record of which releases are here. */
  #isCovered(item: Item): boolean {
    if (item.unless && (this.#seen.find(item.unless) || this.#publisher.known.origin(item.unless))) return true;
    if (!item.compiledOf) return false;
    const compiled = `ocds:${item.compiledOf}/compiled@`;
    return Boolean(
      this.#seen.find(`ocid ${item.compiledOf}`) ||
      this.#publisher.known.record(item.compiledOf)?.releases.some(({ sourceKey }) => !sourceKey.startsWith(compiled)),
    );
  }

  /** A full text that comes after its listing row restates it. A correction may not: its `amends` names what it corrects. */
  #restating(item: Item): Item['notice'] {
    const notice = item.notice!;
    if (!item.restates || notice.amends || findKind(notice.register, notice.kind)?.act !== 'state') return notice;
    const listed = this.#publisher.known.origin(item.restates);
    return listed && listed.register === notice.register ? { ...notice, amends: item.restates } : notice;
  }

  #unchanged(file: FileRun): void {
    file.report.rows += 1;
    file.report.unchanged += 1;
  }
}

function problemOf(error: unknown): Refusal {
  if (error instanceof UnreadableFile) return error.problem;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') return { code: `file-${code.toLowerCase()}` };
  if (typeof code === 'string' && code.startsWith('CSV_')) return { code: 'broken-csv', found: message };
  throw error;
}
