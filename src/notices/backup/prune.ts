import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DAY, dayOf } from '../../values/date.ts';
import { backupsIn, readManifest } from './manifest.ts';

/** Days. A redacted text is in no backup any more when they are over. */
const KEPT = 35;

/**
 * Of the last day every backup is kept, before that the last of each day of Shanghai, and none that is older than 35
 * days; the newest always. Then attachments that no backup names. Returns how many backups went.
 */
export function prune(folder: string, now: number): number {
  const backups = backupsIn(folder);
  const lastOfDay = new Map(backups.map(({ name, at }) => [dayOf(at), name]));
  const gone = backups.slice(0, -1).filter(({ name, at }) => {
    if (now - at <= DAY) return false;
    return now - at > KEPT * DAY || lastOfDay.get(dayOf(at)) !== name;
  });
  for (const { path } of gone) rmSync(path, { recursive: true, force: true });
  if (gone.length > 0) pruneAttachments(folder, now);
  return gone.length;
}

/** Young ones may be of a backup that is being made. A backup whose manifest cannot be read may name any. */
function pruneAttachments(folder: string, now: number): void {
  const root = join(folder, 'attachments');
  if (!existsSync(root)) return;
  const named = new Set<string>();
  try {
    for (const { path } of backupsIn(folder))
      for (const { sha256 } of readManifest(path).attachments) named.add(sha256);
  } catch {
    return;
  }
  for (const shelf of readdirSync(root)) {
    for (const name of readdirSync(join(root, shelf))) {
      const path = join(root, shelf, name);
      if (!named.has(name) && now - statSync(path).mtimeMs > DAY) rmSync(path);
    }
  }
}
