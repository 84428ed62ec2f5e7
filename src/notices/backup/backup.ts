import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Database } from '../../database/database.ts';
import { copyDurably, flush, nameDurably, writeDurably } from '../../database/durable.ts';
import { schemaVersion } from '../../database/migrate.ts';
import { DAY } from '../../values/date.ts';
import { done, refuse, type Result } from '../../values/result.ts';
import { filePath } from '../attachments/keep.ts';
import { markOf } from '../mark/mark.ts';
import { measure } from '../verification/attachments.ts';
import { allFiles } from '../verification/storage.ts';
import { backupName, COPY_FILE, MANIFEST_FILE, type Manifest } from './manifest.ts';
import { prune } from './prune.ts';

export interface BackupOptions {
  /** The data folder, of which `database` is the database. */
  data: string;
  /** Where backups are gathered; made when it is not there, the folder above it is not. */
  folder: string;
  /** Names of settings that must be kept elsewhere. */
  settings: readonly string[];
  now: number;
}

export interface Made {
  path: string;
  manifest: Manifest;
  /** Backups that were removed because of their age. */
  removed: number;
}

/**
 * Copies the database as it stands at one moment, then every attachment that it names and the folder of backups does not
 * have. Others publish meanwhile. Until it is whole it has another name; what fails leaves nothing under the name of a
 * backup. Refusals: `backup-unwritable`, `backup-damaged` (the copy is not sound: so is the original).
 */
export function backUp(database: Database, { data, folder, settings, now }: BackupOptions): Result<Made> {
  const path = join(folder, backupName(now));
  const draft = `${path}${UNFINISHED}`;
  try {
    if (!existsSync(folder)) mkdirSync(folder);
    sweep(folder, now);
    mkdirSync(draft);
    const copy = join(draft, COPY_FILE);
    database.copyInto(copy);
    const described = describe(copy, now, settings);
    if (!described.ok) return described;
    // Files come before the rows that name them, so those that the copy names are there since before.
    const manifest = { ...described.value.manifest, ...copyAttachments(described.value.files, data, folder) };
    writeDurably(join(draft, MANIFEST_FILE), `${JSON.stringify(manifest, null, 1)}\n`);
    nameDurably(draft, path);
    return done({ path, manifest, removed: prune(folder, now) });
  } catch (error) {
    return refuse({ code: 'backup-unwritable', path: folder, found: (error as Error).message });
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

const UNFINISHED = '.new';

/** What crashes have left. */
function sweep(folder: string, now: number): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name.endsWith(UNFINISHED) && now - statSync(path).mtimeMs > DAY) rmSync(path, { recursive: true, force: true });
  }
}

type File = { sha256: string; size: number };

function describe(
  path: string,
  at: number,
  settings: readonly string[],
): Result<{ manifest: Omit<Manifest, 'attachments' | 'absent'>; files: File[] }> {
  const copy = new Database(path, { readOnly: true });
  try {
    const [damage] = copy.damage('quick');
    if (damage !== undefined) return refuse({ code: 'backup-damaged', found: damage });
    const { seq, hash } = markOf(copy);
    return done({
      files: allFiles(copy),
      manifest: {
        format: 1,
        at,
        schema: schemaVersion(copy),
        seq,
        hash,
        database: measure(path)!,
        settings: [...settings],
      },
    });
  } finally {
    copy.close();
  }
}

/** Those that were copied before are only touched, so that nobody who clears up meanwhile takes them for forgotten. */
function copyAttachments(
  files: readonly File[],
  data: string,
  folder: string,
): Pick<Manifest, 'attachments' | 'absent'> {
  const attachments: File[] = [];
  const absent: string[] = [];
  const shelves = new Set<string>();
  for (const { sha256, size } of files) {
    const [from, to] = [filePath(data, sha256), filePath(folder, sha256)];
    if (statSync(to, { throwIfNoEntry: false })?.size === size) touch(to);
    else if (isWhole(from, sha256)) {
      mkdirSync(dirname(to), { recursive: true });
      shelves.add(dirname(dirname(to)));
      copyDurably(from, to);
    } else {
      absent.push(sha256);
      continue;
    }
    attachments.push({ sha256, size });
  }
  for (const shelf of shelves) flush(shelf);
  return { attachments, absent };
}

function touch(path: string): void {
  const now = new Date();
  utimesSync(path, now, now);
}

function isWhole(path: string, sha256: string): boolean {
  return measure(path)?.sha256 === sha256;
}
