import { Database } from '../database/database.ts';
import { rebuild } from '../notices/rebuild.ts';
import { progressLine } from './progress.ts';

/** `gongshi rebuild`: drops records, parties and search rows and makes them again from the releases. */
export function rebuildProjections(database: Database): number {
  const progress = progressLine('rebuild');
  const count = rebuild(database, progress.update);
  progress.end();
  return count;
}
