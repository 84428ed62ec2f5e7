import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copyDurably, flush, nameDurably, writeDurably } from '../../database/durable.ts';
import { migrations } from '../../database/migrate.ts';
import { done, refuse, type Refusal, type Result } from '../../values/result.ts';
import { filePath } from '../attachments/keep.ts';
import { MARK_FILE } from '../mark/mark.ts';
import { measure } from '../verification/attachments.ts';
import { backupsIn, COPY_FILE, MANIFEST_FILE, readManifest, type Manifest } from './manifest.ts';

export interface Restored {
  /** Which backup. */
  path: string;
  manifest: Manifest;
}

/**
 * Puts a backup (of a folder of backups the newest) into an empty data folder, as the file `database`. Every byte is
 * compared with the manifest before the first is written; the database comes last, so that a folder whose restoring was
 * broken off has none. Refusals: `data-not-empty`, `backup-absent`, `backup-broken`, `newer-schema`, `data-unwritable`.
 */
export function restore(folder: string, data: string, database: string): Result<Restored> {
  if (existsSync(data) && readdirSync(data).length > 0) return refuse({ code: 'data-not-empty', path: data });
  const path = existsSync(join(folder, MANIFEST_FILE)) ? folder : backupsIn(folder).at(-1)?.path;
  if (path === undefined) return refuse({ code: 'backup-absent', path: folder });
  const checked = checkBackup(path);
  if (!checked.ok) return checked;
  const manifest = checked.value;
  try {
    if (!existsSync(data)) mkdirSync(data);
    for (const { sha256 } of manifest.attachments) {
      const to = filePath(data, sha256);
      mkdirSync(dirname(to), { recursive: true });
      copyDurably(filePath(dirname(path), sha256), to);
    }
    if (manifest.attachments.length > 0) flush(join(data, 'attachments'));
    writeDurably(join(data, MARK_FILE), `${JSON.stringify({ seq: manifest.seq, hash: manifest.hash })}\n`);
    const draft = join(data, `${database}.new`);
    copyDurably(join(path, COPY_FILE), draft);
    nameDurably(draft, join(data, database));
    return done({ path, manifest });
  } catch (error) {
    return refuse({ code: 'data-unwritable', path: data, found: (error as Error).message });
  }
}

/** Reads a backup through and compares it with its manifest. Refusals: `backup-broken`, one for each file; `newer-schema`. */
export function checkBackup(path: string): Result<Manifest> {
  let manifest: Manifest;
  try {
    manifest = readManifest(path);
  } catch {
    return refuse({ code: 'backup-broken', path: join(path, MANIFEST_FILE) });
  }
  const newest = migrations().at(-1)!.version;
  if (manifest.schema > newest)
    return refuse({ code: 'newer-schema', path, found: String(manifest.schema), expected: String(newest) });
  const files = [
    { path: join(path, COPY_FILE), ...manifest.database },
    ...manifest.attachments.map((file) => ({ path: filePath(dirname(path), file.sha256), ...file })),
  ];
  const broken = files.flatMap((file): Refusal[] => {
    const found = measure(file.path);
    return found?.sha256 === file.sha256 && found.size === file.size
      ? []
      : [{ code: 'backup-broken', path: file.path }];
  });
  return broken.length > 0 ? refuse(...broken) : done(manifest);
}
