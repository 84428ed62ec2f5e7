import type { Actor } from '../../accounts/permissions.ts';
import type { Database } from '../../database/database.ts';
import type { Beginning } from '../../notices/drafts/beginning.ts';
import { submitDraft } from '../../notices/drafts/review.ts';
import { attachToDraft, saveDraft, startDraft } from '../../notices/drafts/write.ts';
import type { Draft, DraftContent } from '../../notices/drafts/draft.ts';
import { findBySourceKey } from '../../notices/storage.ts';
import type { Attachment } from '../../registers/notice.ts';
import { findKind } from '../../registers/registers.ts';
import { done, refuse, type Refusal, type Result } from '../../values/result.ts';

/** A notice that comes whole, by a system or a table: it is handed to review at once, or not taken at all. */
export interface HandedIn {
  register: string;
  kind: string;
  /** Source id of the notice it restates, changes or takes back. */
  amends?: string;
  content: DraftContent;
  /** Files that are kept already. */
  files?: readonly Attachment[];
  /** What else was found wrong: told with all the rest, and it keeps the notice out. */
  wrong?: readonly Refusal[];
}

/** Refusals of `startDraft`, `saveDraft` and `submitDraft`; `amends-unknown`. Nothing is kept of what is refused. */
export function handIn(
  database: Database,
  actor: Actor,
  { register, kind, amends, content, files = [], wrong = [] }: HandedIn,
  now: number,
): Result<Draft> {
  class Refused extends Error {
    readonly refusals: readonly Refusal[];
    constructor(refusals: readonly Refusal[]) {
      super('refused');
      this.refusals = refusals;
    }
  }
  const value = <T>(result: Result<T>): T => {
    if (!result.ok) throw new Refused(result.refusals);
    return result.value;
  };
  try {
    return database.transaction(() => {
      const draft = value(startDraft(database, actor, value(beginningOf(database, register, kind, amends)), now));
      // What the notice itself says stands over what was taken from an earlier one; its title it says itself.
      const { title: _, ...taken }: DraftContent = amends === undefined ? {} : draft.content;
      const said = { ...taken, ...content, ...(files.length > 0 && { attachments: [...files] }) };
      const { version } = files.reduce((_, file) => value(attachToDraft(database, actor, draft.id, file, now)), draft);
      const saved = value(saveDraft(database, actor, draft.id, version, said, now));
      const submitted = value(submitDraft(database, actor, saved.id, now));
      if (wrong.length > 0) throw new Refused([]);
      return done(submitted);
    });
  } catch (error) {
    if (error instanceof Refused) return refuse(...wrong, ...error.refusals);
    throw error;
  }
}

function beginningOf(
  database: Database,
  register: string,
  kind: string,
  amends: string | undefined,
): Result<Beginning> {
  if (amends === undefined) return done({ register, kind });
  const known = findBySourceKey(database, amends);
  if (!known) return refuse({ code: 'amends-unknown', path: 'amends', found: amends });
  const isRestating = findKind(register, kind)?.act === 'state';
  return done({ register, kind, from: isRestating ? { correct: known.id } : { amend: known.id } } as Beginning);
}
