import type { Database } from '../../database/database.ts';
import type { Server } from './client.ts';
import { reportedHash } from './index-settings.ts';
import { compareMarks, isOurs, markQuery, readMark, type Mark } from './mark.ts';
import { changeOf, newestChange, type Follower } from './storage.ts';
import { hasCode, type Finding } from './trouble.ts';

/**
 * Looks whether the index is the one that was left there: owner, epoch and last row by its mark, how many documents it
 * holds, its settings. Three short questions; null when all is as it was.
 */
export async function look(
  database: Database,
  { client, index }: Server,
  follower: Follower | undefined,
): Promise<Finding | null> {
  const answers = await Promise.all([
    client.multiSearch({ queries: [markQuery(index)] }),
    client.index(index).getStats(),
    client.index(index).getSettings(),
  ]).catch((error: unknown) => {
    if (hasCode(error, 'index_not_found')) return null;
    // An index that somebody made without our settings cannot even be asked for its mark.
    if (hasCode(error, 'invalid_search_filter')) return 'unmarked' as const;
    throw error;
  });
  if (answers === null) return 'missing';
  if (answers === 'unmarked') {
    const { numberOfDocuments: documents } = await client.index(index).getStats();
    return documents === 0 ? 'emptied' : follower ? 'settings' : 'foreign';
  }
  const [{ results }, { numberOfDocuments: documents }, settings] = answers;
  if (documents === 0) return 'emptied';
  const mark = readMark(results[0]?.hits);
  if (mark === null) return follower ? 'half' : 'foreign';
  if (mark.owner !== follower?.owner) return 'foreign';
  if (!isOurs(mark, follower) || !isOfHere(database, mark)) return 'older';
  // Rows that were taken while nobody heard of it are sent again, and counted then.
  if (compareMarks(mark, follower) === 0 && documents !== follower.documents) return 'half';
  return reportedHash(settings) === follower.reported ? null : 'settings';
}

/** Whether this database has written what the mark speaks of: one that was put back to an earlier day has not. */
function isOfHere(database: Database, mark: Mark): boolean {
  if (mark.row === 0) return true;
  return compareMarks(mark, newestChange(database)) <= 0 && (changeOf(database, mark.row) ?? -1) >= mark.change;
}
