import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Written beside the database by whoever makes a backup: `{"at": <UTC ms>}`. */
export const BACKUP_FILE = 'last-backup.json';

/** UTC ms; null where no backup was noted, or what stands there is no moment. */
export function lastBackup(data: string): number | null {
  try {
    const { at } = JSON.parse(readFileSync(join(data, BACKUP_FILE), 'utf8')) as { at?: unknown };
    return typeof at === 'number' && Number.isFinite(at) ? at : null;
  } catch {
    return null;
  }
}
