import { permission, type Act, type Actor } from '../accounts/permissions.ts';
import type { Database } from '../database/database.ts';
import { STEPS, type Step } from '../notices/drafts/status.ts';
import { subjectOf, type Draft } from '../notices/drafts/draft.ts';

/** What this officer may do to a draft as it stands; a stale second factor hides nothing, the form asks for it. */
export function stepsFor(database: Database, actor: Actor, draft: Draft, now: number): ReadonlySet<Step> {
  const subject = subjectOf(database, actor, draft);
  const may = (step: Act) => ['granted', 'stale'].includes(permission(actor, step, subject, now));
  return new Set((Object.keys(STEPS) as Step[]).filter((step) => STEPS[step][draft.state] !== undefined && may(step)));
}
