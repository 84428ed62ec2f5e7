import { permission, type Actor } from '../../../accounts/permissions.ts';
import { refusalOf } from '../../../accounts/refusal.ts';
import { recordAct } from '../../../accounts/trail.ts';
import type { Database } from '../../../database/database.ts';
import { DAY } from '../../../values/date.ts';
import { done, refuse, type Result } from '../../../values/result.ts';
import { findDraft, isEditor } from '../storage.ts';
import { lookedAt, saveLook } from './storage.ts';

/** By when another officer looks at what went out without review: a day, ms. */
export const WITHIN = DAY;

/**
 * Another officer has looked at what went out without review; `finding` says what is to be corrected, '' that nothing
 * is. Refusals: `hidden`, `forbidden` (whoever wrote or issued it), `wrong-state` (reviewed, or looked at already).
 */
export function reviewAfterwards(
  database: Database,
  actor: Actor,
  id: string,
  finding: string,
  now: number,
): Result<null> {
  return database.transaction(() => {
    const draft = findDraft(database, id);
    if (!draft) return refuse({ code: 'hidden' });
    const isOwn = isEditor(database, id, actor.id) || draft.issuer === actor.id;
    const author = isOwn ? actor.id : draft.author;
    const subject = { unit: draft.unit, register: draft.register, author };
    const refused = refusalOf(permission(actor, 'notice.reviewAfterwards', subject, now));
    if (refused) return refuse(refused);
    if (draft.state !== 'published' || draft.unreviewedReason === null || lookedAt(database, draft.release!) !== null)
      return refuse({ code: 'wrong-state', found: draft.state });
    saveLook(database, id, actor.id, now, finding.trim() || null);
    recordAct(database, actor, 'notice.reviewAfterwards', `draft:${id}`, { finding: finding.trim() || null }, now);
    return done(null);
  });
}
