import type { Database } from '../../database/database.ts';
import { permission, type Act, type Actor, type Subject } from '../../accounts/permissions.ts';
import { refusalOf } from '../../accounts/refusal.ts';
import { findUnit } from '../../accounts/units/storage.ts';
import type { Notice, NoticeInput } from '../../registers/notice.ts';
import { canonicalJson, sha256 } from '../../values/canonical.ts';
import { done, refuse, type Result } from '../../values/result.ts';
import { prepare, type Prepared } from '../plan.ts';
import { STEPS, type Step } from './status.ts';
import { findDraft, isEditor, type Draft, type DraftContent } from './storage.ts';

export type { Draft, DraftContent };

/** The members of a notice that an officer writes; files come and go by acts of their own, the rest is the draft's. */
export const WRITTEN = [
  'title',
  'number',
  'project',
  'section',
  'region',
  'firstPublished',
  'reason',
  'body',
  'explanations',
  'confirmed',
  'fields',
] as const satisfies readonly Exclude<keyof DraftContent, 'attachments'>[];

/**
 * Takes from what came over an edge only what an officer writes. A member that slipped through would speak with the
 * draft's voice: `amends` would take back another unit's notice, an attachment name another's file.
 */
export function written(input: object): DraftContent {
  return Object.fromEntries(
    WRITTEN.flatMap((name) => (Object.hasOwn(input, name) ? [[name, (input as DraftContent)[name]]] : [])),
  ) as DraftContent;
}

type Written = Pick<Draft, 'id' | 'unit' | 'register' | 'kind' | 'amends' | 'content'>;

/** The notice as the door would take it at `now`: read once, for its hash, its checks and its publication. */
export function readDraft(database: Database, draft: Written, now: number, unreviewed?: true): Result<Prepared> {
  return prepare(noticeOf(database, draft, now), { now, ...(unreviewed && { unreviewed }) });
}

/**
 * SHA-256 of exactly what would be published, but for the moment and the mark of an emergency: whoever has the release
 * can compute it again. Of a draft that cannot be published yet, of what was typed.
 */
export function hashOf(database: Database, draft: Written, read = readDraft(database, draft, ANY_MOMENT)): string {
  if (read.ok) return noticeHash(read.value.notice);
  const { unit, register, kind, amends, content } = draft;
  return sha256(canonicalJson({ unit, register, kind, amends, content }));
}

/** The hash is the same whenever it is published. */
const ANY_MOMENT = Date.UTC(2000, 0, 1);

/** What was approved of a notice as it is published. */
export function noticeHash(notice: Notice): string {
  return sha256(canonicalJson({ ...notice, publishedAt: undefined, unreviewed: undefined }));
}

/** The notice a draft becomes when it is published at `now`, as the door takes it. */
export function noticeOf(database: Database, draft: Written, now: number): NoticeInput {
  const unit = findUnit(database, draft.unit)!;
  const { confirmed: _, ...said } = draft.content;
  return {
    ...said,
    id: `office:${draft.id}`,
    register: draft.register,
    kind: draft.kind,
    title: said.title ?? '',
    unit: { name: unit.name },
    publishedAt: now,
    ...(draft.amends !== null && { amends: draft.amends }),
  } as NoticeInput;
}

/** A draft as the table of permissions asks of it: whoever wrote in it is its author to themselves. */
export function subjectOf(
  database: Database,
  actor: Pick<Actor, 'id'>,
  { id, unit, register, author }: Pick<Draft, 'id' | 'unit' | 'register' | 'author'>,
): Subject {
  return { unit, register, author: isEditor(database, id, actor.id) ? actor.id : author };
}

/**
 * The draft, if this actor may do this to it now. Refusals: `hidden` (not there, or another unit's: they must look
 * alike), `forbidden`, `stale` (wants the second factor again), `wrong-state`.
 */
export function draftFor(database: Database, actor: Actor, act: Act, id: string, now: number): Result<Draft> {
  const draft = findDraft(database, id);
  if (!draft) return refuse({ code: 'hidden' });
  const refusal = refusalOf(permission(actor, act, subjectOf(database, actor, draft), now));
  if (refusal) return refuse(refusal);
  const step = STEPS[act as Step];
  if (step && step[draft.state] === undefined) return refuse({ code: 'wrong-state', found: draft.state });
  return done(draft);
}

/**
 * The draft after a step; `draftFor` has said that it leads somewhere. The version grows with it, so that a form left
 * open in another tab does not take back what it has not seen.
 */
export function after(step: Step, draft: Draft): Draft {
  return { ...draft, state: STEPS[step][draft.state]!, version: draft.version + 1 };
}
