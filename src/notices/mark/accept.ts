import type { Database } from '../../database/database.ts';
import { recordEvent } from '../../events/storage.ts';
import { done, refuse, type Result } from '../../values/result.ts';
import { findBehind, writeMark, type Behind } from './mark.ts';
import { insertLostNumbers } from './storage.ts';

/**
 * The operator takes a database as it is although a mark knows more: numbers up to that of the mark are lost for good and
 * never given again. Refusals: `accept-reason`, `nothing-to-accept`.
 */
export function acceptAsItIs(
  database: Database,
  paths: readonly string[],
  { reason, by, now }: { reason: string; by: string; now: number },
  onFailure: (path: string, error: unknown) => void,
): Result<Behind> {
  if (reason.trim() === '') return refuse({ code: 'accept-reason' });
  const worst = database.transaction(() => {
    const found = paths
      .flatMap((path) => findBehind(database, [path]) ?? [])
      .sort((a, b) => b.mark.seq - a.mark.seq)[0];
    if (!found) return undefined;
    const { code, mark, seq } = found;
    if (code === 'behind-mark')
      insertLostNumbers(database, { afterSeq: seq, untilSeq: mark.seq, at: now, by, reason: reason.trim() });
    recordEvent(database, {
      at: now,
      actor: by,
      act: 'database.accept',
      subject: `releases ${seq}`,
      detail: { ...found, reason: reason.trim() },
    });
    return found;
  });
  if (!worst) return refuse({ code: 'nothing-to-accept' });
  writeMark(database, paths, onFailure);
  return done(worst);
}
