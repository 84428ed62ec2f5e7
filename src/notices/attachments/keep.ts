import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database } from '../../database/database.ts';
import { flush, nameDurably } from '../../database/durable.ts';
import { confined } from '../../jobs/confined.ts';
import type { Attachment } from '../../registers/notice.ts';
import { done, refuse, type Refusal, type Result } from '../../values/result.ts';
import type { Settings } from '../../values/settings.ts';
import { namedFile, type CheckedFile } from './check.ts';
import { scanFile } from './clamd.ts';
import { findFile, forgetFile, isNamed, namedFiles, saveFile, saveScan } from './storage.ts';

/** Where the bytes of a file stand under the data folder. */
export function filePath(data: string, sha256: string): string {
  return join(data, 'attachments', sha256.slice(0, 2), sha256);
}

/** A file that came in and lies beside the others, with a name of its own, until it is kept or thrown away. */
export interface Incoming {
  path: string;
  /** Bytes. */
  size: number;
  sha256: string;
}

/** Where what is coming in is written; what is left there after a crash goes with the orphans. */
export function incomingPath(data: string): string {
  const folder = join(data, 'attachments', 'incoming');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return join(folder, randomUUID());
}

/**
 * Checks a file that came in, has it scanned where there is a scanner, and keeps it by what is in it: the same bytes are
 * kept once. It is on the disk before the row says so; a crash between leaves a file that nobody names, never a name
 * without a file. One whose words cannot be read in time is kept all the same, `unread`; one that could not be scanned as
 * well, with the reason as `unscanned`. The incoming file is gone afterwards. Refusals of `namedFile` and `check.ts`;
 * `file-infected`, `file-scan-size` (the scanner takes none so large), `file-too-hard` (it takes more to look at than it
 * may), `too-many`.
 */
export async function keepIncoming(
  database: Database,
  { data, clamd }: Pick<Settings, 'data' | 'clamd'>,
  printed: string,
  { path, size, sha256 }: Incoming,
  now: number,
): Promise<Result<Attachment & { sha256: string; unread?: true; unscanned?: string }>> {
  try {
    const checked = await checkIncoming(printed, { path, size });
    if (!checked.ok) return checked;
    const { name, type } = checked.value;
    const scan = clamd && (await scanFile(clamd, path));
    if (scan?.verdict === 'infected') {
      // Kept, perhaps, before there was a scanner.
      saveScan(database, sha256, scan.found, now);
      return refuse({ code: 'file-infected', path: 'file', found: name, expected: scan.found });
    }
    if (scan?.verdict === 'too-large') return refuse({ code: 'file-scan-size', path: 'file', found: name });
    const text = await confined<string>('src/notices/attachments/text.ts', { path, type });
    const scannedAt = scan?.verdict === 'clean' ? now : null;
    database.transaction(() => {
      keepDurably(path, filePath(data, sha256));
      saveFile(database, { sha256, type, size, text: text.ok ? text.value : '', keptAt: now, scannedAt });
    });
    return done({
      name,
      type,
      size,
      sha256,
      ...(!text.ok && { unread: true }),
      ...(scan?.verdict === 'unscanned' && { unscanned: scan.why }),
    });
  } finally {
    rmSync(path, { force: true });
  }
}

/** The same of bytes that are in memory already. */
export function keepFile(
  database: Database,
  data: string,
  name: string,
  bytes: Buffer,
  now: number,
  clamd?: Settings['clamd'],
): ReturnType<typeof keepIncoming> {
  const path = incomingPath(data);
  writeFileSync(path, bytes, { mode: 0o600 });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return keepIncoming(database, { data, ...(clamd && { clamd }) }, name, { path, size: bytes.length, sha256 }, now);
}

/** A file that came in, by its name and by what is in it. Refusals of `namedFile` and `check.ts`; `file-too-hard`, `too-many`. */
async function checkIncoming(
  printed: string,
  { path, size }: Pick<Incoming, 'path' | 'size'>,
): Promise<Result<CheckedFile>> {
  const named = namedFile(printed, size);
  if (!named.ok) return named;
  const { name } = named.value;
  const found = await confined<string | null>('src/notices/attachments/check.ts', { path, name });
  if (!found.ok) return refuse(...found.refusals.map((one) => tooHard(one, name)));
  return found.value === null ? named : refuse({ code: found.value, path: 'file', found: name });
}

/**
 * Looks at a file that is kept elsewhere than among the attachments: checked in a thread that can be killed, and scanned
 * where there is a scanner. It is on the disk only meanwhile. Refusals as of `keepIncoming`.
 */
export async function vetted(
  { data, clamd }: Pick<Settings, 'data' | 'clamd'>,
  printed: string,
  bytes: Uint8Array,
): Promise<Result<CheckedFile & { isScanned: boolean }>> {
  const path = incomingPath(data);
  try {
    writeFileSync(path, bytes, { mode: 0o600 });
    const checked = await checkIncoming(printed, { path, size: bytes.length });
    if (!checked.ok) return checked;
    const { name } = checked.value;
    const scan = clamd && (await scanFile(clamd, path));
    if (scan?.verdict === 'infected')
      return refuse({ code: 'file-infected', path: 'file', found: name, expected: scan.found });
    if (scan?.verdict === 'too-large') return refuse({ code: 'file-scan-size', path: 'file', found: name });
    return done({ ...checked.value, isScanned: scan?.verdict === 'clean' });
  } finally {
    rmSync(path, { force: true });
  }
}

function tooHard(refusal: Refusal, name: string): Refusal {
  return refusal.code === 'work-too-much' ? { code: 'file-too-hard', path: 'file', found: name } : refusal;
}

/** Bytes; null when there is no such file. */
export function fileSize(data: string, sha256: string): number | null {
  return statSync(filePath(data, sha256), { throwIfNoEntry: false })?.size ?? null;
}

/** Flushed, and put in place at once. */
function keepDurably(from: string, path: string): void {
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  flush(from);
  nameDurably(from, path);
}

const YOUNG = 24 * 3_600_000;

/** Removes at once what no draft and no release names any more: the files of a redaction. */
export function removeUnnamed(database: Database, data: string): void {
  removeOrphans(database, data, Number.MAX_SAFE_INTEGER);
}

/**
 * Removes files older than a day that no draft and no release names: uploads that were given up, crashes. Each is looked
 * at again under the lock under which files are kept, so one that comes in anew just now stays. Returns how many went.
 */
export function removeOrphans(database: Database, data: string, now: number): number {
  const root = join(data, 'attachments');
  if (!existsSync(root)) return 0;
  const isYoung = (path: string, name: string) =>
    now - Math.max(statSync(path).mtimeMs, findFile(database, name)?.keptAt ?? 0) < YOUNG;
  const candidates = readdirSync(root).flatMap((shelf) =>
    readdirSync(join(root, shelf)).map((name) => ({ name, path: join(root, shelf, name) })),
  );
  const named = namedFiles(database);
  let removed = 0;
  for (const { name, path } of candidates.filter((one) => !named.has(one.name) && !isYoung(one.path, one.name))) {
    database.transaction(() => {
      if (isYoung(path, name) || isNamed(database, name)) return;
      forgetFile(database, name);
      rmSync(path, { force: true });
      removed += 1;
    });
  }
  return removed;
}
