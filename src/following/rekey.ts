import type { Database } from '../database/database.ts';
import { done, refuse, type Result } from '../values/result.ts';
import type { FollowerKeys } from './keys.ts';
import { allFollows, saveAddress } from './storage.ts';

/**
 * Seals every address by the new key. Links in letters that went before open nothing any more; the next letter has new
 * ones. All or nothing, and may be done again. Returns how many were sealed anew. Refusal: `secrets-unreadable`.
 */
export function rekeyFollows(database: Database, old: FollowerKeys, keys: FollowerKeys): Result<number> {
  return database.transaction(() => {
    const follows = allFollows(database).map((one) => ({ ...one, anew: keys.anew(old, one.id, one.address) }));
    const unreadable = follows.filter(({ anew }) => anew === null).length;
    if (unreadable > 0) return refuse({ code: 'secrets-unreadable', found: String(unreadable) });
    const others = follows.filter(({ address, anew }) => address !== anew);
    for (const { id, channel, subject, anew } of others)
      saveAddress(database, id, anew!, keys.fingerprint('follow', channel, keys.open(id, anew!)!, subject));
    return done(others.length);
  });
}
