import type { Actor } from '../../accounts/permissions.ts';
import type { Database } from '../../database/database.ts';
import { scanAgain } from '../../notices/attachments/scans.ts';
import { publishDraft } from '../../notices/drafts/issue.ts';
import { approveDraft } from '../../notices/drafts/review.ts';
import { findDraft } from '../../notices/drafts/storage.ts';
import type { Draft } from '../../notices/drafts/draft.ts';
import { refuse, type Refusal, type Result } from '../../values/result.ts';
import type { Settings } from '../../values/settings.ts';
import { logFailure } from '../../views/error-log.ts';
import type { Batch } from './batches.ts';

/** What came of one act on many notices. */
export interface Acted {
  done: number;
  /** Why each of the others was not, by its id. */
  refused: ReadonlyMap<string, readonly Refusal[]>;
}

/**
 * Approves or issues what was ticked as seen, each as if it were alone: in a transaction of its own, bound to the hash that
 * was shown, by the same acts and with the same refusals. What was not ticked is left.
 */
export async function actOnBatch(
  database: Database,
  settings: Settings,
  actor: Actor,
  batch: Batch,
  form: FormData,
  now: number,
): Promise<Acted> {
  const seen = new Set(form.getAll('seen').map(String));
  const refused = new Map<string, readonly Refusal[]>();
  let done = 0;
  for (const draft of batch.drafts.filter(({ id }) => seen.has(id))) {
    const result = await actOnOne(database, settings, actor, batch, draft, form, now);
    if (result.ok) done += 1;
    else refused.set(draft.id, result.refusals);
  }
  return { done, refused };
}

async function actOnOne(
  database: Database,
  settings: Settings,
  actor: Actor,
  { act }: Batch,
  { id, content }: Draft,
  form: FormData,
  now: number,
): Promise<Result<Draft>> {
  const hash = String(form.get(`hash.${id}`) ?? '');
  if (act === 'publish') {
    const why = await scanAgain(database, settings, content.attachments, now);
    if (why !== null) logFailure({ id: 'clamd', error: why });
    // What was looked at is what goes out, though it was approved anew meanwhile.
    if (findDraft(database, id)?.approvedHash !== hash) return refuse({ code: 'changed-meanwhile' });
    return publishDraft(database, actor, id, now, settings);
  }
  const isCompared = form.getAll('compared').includes(id);
  if (!isCompared && (content.attachments?.length ?? 0) > 0)
    return refuse({ code: 'compare-missing', path: 'compared' });
  return approveDraft(database, actor, id, hash, now);
}
