import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import type { Database } from '../../database/database.ts';
import { writeDurably } from '../../database/durable.ts';
import { lastSeq } from '../storage.ts';
import { hashAt } from './storage.ts';

/** The high-water mark: the last number that was given, and what was published under it. Kept outside of the database. */
export interface Mark {
  seq: number;
  /** Of the release of that number; '' for none yet. */
  hash: string;
}

/** Beside the database. */
export const MARK_FILE = 'gongshi.mark';

const schema = z.object({ seq: z.int().min(0), hash: z.string() });

const paths = new WeakMap<Database, { paths: readonly string[]; onFailure: (path: string, error: unknown) => void }>();

/**
 * From now on each publication through this connection is marked beside the database, and in another place where one is
 * given. A mark that cannot be written undoes nothing: what was published is public, and a database may be ahead of its mark.
 */
export function keepMark(
  database: Database,
  elsewhere: string | undefined,
  onFailure: (path: string, error: unknown) => void,
): void {
  const location = database.handle.location();
  if (location !== null) paths.set(database, { paths: markPaths(dirname(location), elsewhere), onFailure });
}

/** Where the marks of a data folder stand. */
export function markPaths(data: string, elsewhere: string | undefined): string[] {
  return [join(data, MARK_FILE), ...(elsewhere === undefined ? [] : [elsewhere])];
}

/** To be called in the transaction of a publication. */
export function markPublication(database: Database): void {
  const kept = paths.get(database);
  if (!kept) return;
  let work = works.get(database);
  if (!work) works.set(database, (work = () => writeMark(database, kept.paths, kept.onFailure)));
  database.afterCommit(work);
}

const works = new WeakMap<Database, () => void>();

/** Holds the writer meanwhile: of two processes the one that comes late would else put the mark back. */
export function writeMark(
  database: Database,
  paths: readonly string[],
  onFailure: (path: string, error: unknown) => void,
): void {
  for (const path of paths) {
    try {
      database.transaction(() => writeDurably(path, `${JSON.stringify(markOf(database))}\n`));
    } catch (error) {
      onFailure(path, error);
    }
  }
}

export function markOf(database: Database): Mark {
  const seq = lastSeq(database);
  return { seq, hash: hashAt(database, seq) ?? '' };
}

/** What keeps a database from being written: it lacks what the mark knows, or has other things under its number. */
export interface Behind {
  code: 'behind-mark' | 'beside-mark';
  /** Which mark. */
  path: string;
  mark: Mark;
  /** The last number of the database. */
  seq: number;
}

/** Undefined when the database has all that every mark knows. A place without a mark knows nothing; one that cannot be read throws. */
export function findBehind(database: Database, paths: readonly string[]): Behind | undefined {
  const seq = lastSeq(database);
  for (const path of paths) {
    const mark = readMark(path);
    if (!mark || mark.seq === 0) continue;
    if (mark.seq > seq) return { code: 'behind-mark', path, mark, seq };
    if (hashAt(database, mark.seq) !== mark.hash) return { code: 'beside-mark', path, mark, seq };
  }
  return undefined;
}

export function readMark(path: string): Mark | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`${path}: ${(error as Error).message}`);
  }
}
