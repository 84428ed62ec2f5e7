import type { Database } from '../../database/database.ts';
import { permission, type Act, type Actor } from '../../accounts/permissions.ts';
import { refusalOf } from '../../accounts/refusal.ts';
import { findUnit } from '../../accounts/units/storage.ts';
import type { NoticeInput } from '../../registers/notice.ts';
import { canonicalJson, sha256 } from '../../values/canonical.ts';
import { done, refuse, type Refusal, type Result } from '../../values/result.ts';
import { STEPS, type State, type Step } from './status.ts';
import { findDraft, isEditor } from './storage.ts';

/** What was typed so far: a notice that may lack anything. */
export type DraftContent = Partial<Omit<NoticeInput, 'id' | 'register' | 'kind' | 'publishedAt' | 'unit' | 'amends' | 'ocds' | 'remarks'>>;

/** A notice being written by a unit. */
export interface Draft {
  id: string;
  unit: string;
  register: string;
  kind: string;
  /** Source key of the release it restates, changes or takes back. */
  amends: string | null;
  /** ocid of the record it was begun from. */
  follows: string | null;
  author: string;
  state: State;
  /** Grows with every save; a save names the one it saw. */
  version: number;
  title: string;
  content: DraftContent;
  /** Of exactly what would be published; approval is of one hash. */
  hash: string;
  startedAt: number;
  savedAt: number;
  savedBy: string;
  submittedAt: number | null;
  reviewer: string | null;
  approvedAt: number | null;
  approvedHash: string | null;
  issuer: string | null;
  scheduledFor: number | null;
  /** Why a scheduled publication was refused. */
  trouble: Refusal[] | null;
  unreviewedReason: string | null;
  release: number | null;
}

export function hashOf({ unit, register, kind, amends, content }: Pick<Draft, 'unit' | 'register' | 'kind' | 'amends' | 'content'>): string {
  return sha256(canonicalJson({ unit, register, kind, amends, content }));
}

/** The notice a draft becomes when it is published at `now`, as the door takes it. */
export function noticeOf(database: Database, draft: Draft, now: number): NoticeInput {
  const unit = findUnit(database, draft.unit)!;
  return {
    ...draft.content,
    id: `office:${draft.id}`,
    register: draft.register,
    kind: draft.kind,
    title: draft.content.title ?? '',
    unit: { name: unit.name },
    publishedAt: now,
    ...(draft.amends !== null && { amends: draft.amends }),
  } as NoticeInput;
}

/**
 * The draft, if this actor may do this to it now. Refusals: `hidden` (not there, or another unit's: they must look
 * alike), `forbidden`, `stale` (wants the second factor again), `wrong-state`.
 */
export function draftFor(database: Database, actor: Actor, act: Act, id: string, now: number): Result<Draft> {
  const draft = findDraft(database, id);
  if (!draft) return refuse({ code: 'hidden' });
  const author = isEditor(database, id, actor.id) ? actor.id : draft.author;
  const refusal = refusalOf(permission(actor, act, { unit: draft.unit, register: draft.register, author }, now));
  if (refusal) return refuse(refusal);
  const step = STEPS[act as Step];
  if (step && step[draft.state] === undefined) return refuse({ code: 'wrong-state', found: draft.state });
  return done(draft);
}

/** Where the step leads from here; `draftFor` has said that it leads somewhere. */
export function after(step: Step, draft: Draft): State {
  return STEPS[step][draft.state]!;
}
