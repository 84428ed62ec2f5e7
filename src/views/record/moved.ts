import { whereNow } from '../../notices/decisions/storage.ts';
import { recordPath } from '../address.ts';
import type { Portal } from '../portal.ts';

/** Where the notices of a record are that was joined to another; undefined for an ocid that never was one. */
export function movedPath({ database }: Pick<Portal, 'database'>, ocid: string): string | undefined {
  const now = whereNow(database, ocid);
  return now === ocid ? undefined : recordPath(now);
}
