import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database } from '../../database/database.ts';
import type { Attachment } from '../../registers/notice.ts';
import { done, type Result } from '../../values/result.ts';
import { checkFile } from './check.ts';
import { forgetFile, isNamed, saveFile } from './storage.ts';
import { textOf } from './text.ts';

/** Where the bytes of a file stand under the data folder. */
export function filePath(data: string, sha256: string): string {
  return join(data, 'attachments', sha256.slice(0, 2), sha256);
}

/**
 * Checks a file and keeps it by what is in it: the same bytes are kept once. The file is on the disk before the row
 * says so; a crash between leaves a file that nobody names, never a name without a file. Refusals of `checkFile`.
 */
export async function keepFile(
  database: Database,
  data: string,
  name: string,
  bytes: Buffer,
  now: number,
): Promise<Result<Attachment & { sha256: string }>> {
  const checked = checkFile(name, bytes);
  if (!checked.ok) return checked;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { type } = checked.value;
  const text = await textOf(type, bytes);
  writeDurably(filePath(data, sha256), bytes);
  saveFile(database, { sha256, type, size: bytes.length, text, keptAt: now });
  return done({ name: checked.value.name, type, size: bytes.length, sha256 });
}

export function readFile(data: string, sha256: string): Buffer | null {
  const path = filePath(data, sha256);
  return existsSync(path) ? readFileSync(path) : null;
}

/** Written beside, flushed, and put in place at once; then the folder is flushed, or the name could be lost. */
function writeDurably(path: string, bytes: Buffer): void {
  if (existsSync(path)) return;
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  const draft = `${path}.${process.pid}.new`;
  const file = openSync(draft, 'w', 0o640);
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
  const directory = openSync(folder, 'r');
  fsyncSync(directory);
  closeSync(directory);
}

const YOUNG = 24 * 3_600_000;

/** Removes at once what no draft and no release names any more: the files of a redaction. */
export function removeUnnamed(database: Database, data: string): void {
  removeOrphans(database, data, Number.MAX_SAFE_INTEGER);
}

/** Removes files older than a day that no draft and no release names: uploads that were given up, crashes. */
export function removeOrphans(database: Database, data: string, now: number): number {
  const root = join(data, 'attachments');
  if (!existsSync(root)) return 0;
  let removed = 0;
  for (const shelf of readdirSync(root)) {
    for (const name of readdirSync(join(root, shelf))) {
      const path = join(root, shelf, name);
      if (now - statSync(path).mtimeMs < YOUNG || isNamed(database, name)) continue;
      rmSync(path);
      forgetFile(database, name);
      removed += 1;
    }
  }
  return removed;
}
