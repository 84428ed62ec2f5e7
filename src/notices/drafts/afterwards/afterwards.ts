import { permission, type Actor, type Permission } from '../../../accounts/permissions.ts';
import { refusalOf } from '../../../accounts/refusal.ts';
import { recordAct } from '../../../accounts/trail.ts';
import type { Database } from '../../../database/database.ts';
import { DAY } from '../../../values/date.ts';
import { done, refuse, type Result } from '../../../values/result.ts';
import { subjectOf } from '../draft.ts';
import { findDraft, type Draft } from '../storage.ts';
import { lookedAt, saveLook } from './storage.ts';

/** By when another officer looks at what went out without review: a day, ms. */
export const WITHIN = DAY;

/** Whether an actor may look at a draft afterwards: its issuer may as little as its authors. */
export function lookPermission(database: Database, actor: Actor, draft: Draft, now: number): Permission {
  const subject = subjectOf(database, actor, draft);
  const author = draft.issuer === actor.id ? actor.id : subject.author!;
  return permission(actor, 'notice.reviewAfterwards', { ...subject, author }, now);
}

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
    const refused = refusalOf(lookPermission(database, actor, draft, now));
    if (refused) return refuse(refused);
    if (draft.state !== 'published' || draft.unreviewedReason === null || lookedAt(database, draft.release!) !== null)
      return refuse({ code: 'wrong-state', found: draft.state });
    saveLook(database, id, actor.id, now, finding.trim() || null);
    recordAct(database, actor, 'notice.reviewAfterwards', `draft:${id}`, { finding: finding.trim() || null }, now);
    return done(null);
  });
}
