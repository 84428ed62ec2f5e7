import { permission, type Actor } from '../accounts/permissions.ts';
import { refusalOf } from '../accounts/refusal.ts';
import type { Database } from '../database/database.ts';
import { scanAgain } from '../notices/attachments/scans.ts';
import { approveDraft, checkDraft, returnDraft, submitDraft } from '../notices/drafts/review.ts';
import { publishDraft, publishUnreviewed, scheduleDraft, unscheduleDraft } from '../notices/drafts/issue.ts';
import { findDraft } from '../notices/drafts/storage.ts';
import { saveTemplate } from '../notices/drafts/templates/template.ts';
import { detachFromDraft, discardDraft, restoreDraft, saveDraft } from '../notices/drafts/write.ts';
import { reviewAfterwards } from '../notices/drafts/afterwards/afterwards.ts';
import { answerRemarks } from '../notices/drafts/remarks/storage.ts';
import type { Draft, DraftContent } from '../notices/drafts/draft.ts';
import { composedOver } from './draft/compose.ts';
import { findKind } from '../registers/registers.ts';
import { parseDay, parseInstant } from '../values/date.ts';
import type { Settings } from '../values/settings.ts';
import { done, refuse, type Refusal, type Result } from '../values/result.ts';
import { clashOf, merge, type Dropped, type Sides } from './clash/clash.ts';
import { inputOf, rowsIn, withoutRow, type DraftInput } from './form/input.ts';

/** What came of a form sent to a draft's page. */
export interface Sent {
  draft: Draft;
  refusals: Refusal[];
  /** What was typed, where it was not kept: shown again, word for word. */
  typed?: DraftInput;
  /** How many rows a list shows at least, by its path. */
  rows?: Record<string, number>;
  /** Remarks that were written and not sent on, by path. */
  remarks?: ReadonlyMap<string, string>;
  /** What was ticked by whoever decides, and not sent on: `compared`, and remarks by their ids. */
  ticked?: ReadonlySet<string>;
  /** The hour as it was typed, where it was not taken or is only to be judged. */
  at?: string;
  /** Somebody saved meanwhile: what was sent, and what of it was chosen already. */
  clash?: Sides;
  /** What was not chosen when two texts were made one. */
  dropped?: Dropped[];
  /** Where to go now. */
  to?: string;
}

/** A draft the actor may see. Refusal: `hidden`. */
export function readableDraft(database: Database, actor: Actor, id: string, now: number): Result<Draft> {
  const draft = findDraft(database, id);
  const refusal = draft ? refusalOf(permission(actor, 'draft.read', { unit: draft.unit }, now)) : { code: 'hidden' };
  return refusal || !draft ? refuse(refusal ?? { code: 'hidden' }) : done(draft);
}

/** Acts by which files become public, at once or later. */
const ISSUING = ['publish', 'schedule', 'unreviewed'];

/**
 * Before an act that publishes, by who may: the draft's files are scanned that never were. Returns why one could not be,
 * for the error log; the act itself refuses.
 */
export async function scanBeforeIssue(
  database: Database,
  settings: Settings,
  actor: Actor,
  { unit, register, content }: Draft,
  form: FormData,
  now: number,
): Promise<string | null> {
  const mayIssue = permission(actor, 'notice.publish', { unit, register }, now) === 'granted';
  return mayIssue && ISSUING.includes(String(form.get('_act')))
    ? scanAgain(database, settings, content.attachments, now)
    : null;
}

/** The acts of the page by the value of `_act`; those that write first keep what was typed. */
export function actOnDraft(
  database: Database,
  settings: Settings,
  actor: Actor,
  draft: Draft,
  form: FormData,
  now: number,
): Sent {
  const text = (name: string) => String(form.get(name) ?? '');
  const act = text('_act');
  const path = `/office/drafts/${draft.id}`;
  const after = (result: Result<Draft>, to: string): Sent =>
    result.ok ? { draft: result.value, refusals: [], to } : { draft, refusals: result.refusals };
  switch (act) {
    case 'return':
    case 'approve':
      return decide(database, actor, draft, form, act, now);
    case 'look': {
      const looked = reviewAfterwards(database, actor, draft.id, text('finding'), now);
      return looked.ok ? { draft, refusals: [], to: path } : { draft, refusals: looked.refusals };
    }
    case 'restore':
      return after(restoreDraft(database, actor, draft.id, now), path);
    case 'publish':
      return after(publishDraft(database, actor, draft.id, now, settings), path);
    case 'judge':
      return { draft, refusals: [], at: text('at') };
    case 'unschedule':
      return after(unscheduleDraft(database, actor, draft.id, now), path);
    case 'unreviewed':
      return after(publishUnreviewed(database, actor, draft.id, text('reason'), now, settings), path);
    case 'template': {
      const kept = saveTemplate(database, actor, draft.id, text('name'), now);
      return kept.ok ? { draft, refusals: [], to: '/office/drafts/new' } : { draft, refusals: kept.refusals };
    }
    case 'discard':
      return after(discardDraft(database, actor, draft.id, now), '/office');
    case 'detach':
      return after(detachFromDraft(database, actor, draft.id, text('file'), now), `${path}#files`);
    case 'merge':
    case 'merge mine':
    case 'merge theirs':
      return join(database, actor, draft, form, act, now);
    default:
      if (act === 'schedule' || act.startsWith('schedule ')) {
        const at = act.slice('schedule '.length) || text('at');
        return { ...after(schedule(database, actor, draft, at, now), path), at };
      }
      return write(database, actor, draft, form, act, now);
  }
}

/** Approves, or returns with what was remarked; remarks that are not sent on are kept in the form. */
function decide(database: Database, actor: Actor, draft: Draft, form: FormData, act: string, now: number): Sent {
  const remarks = remarksOf([...form].map(([name, value]) => [name, String(value)]));
  const ticked = new Set([...form.getAll('settled').map(String), ...(form.get('compared') ? ['compared'] : [])]);
  const after = (result: Result<Draft>, to: string): Sent =>
    result.ok ? { draft: result.value, refusals: [], to } : { draft, refusals: result.refusals, remarks, ticked };
  if (act === 'return')
    return after(
      returnDraft(
        database,
        actor,
        draft.id,
        [...remarks].map(([path, said]) => ({ path, text: said })),
        now,
      ),
      '/office',
    );
  if (remarks.size > 0) return { draft, refusals: [{ code: 'remarks-written', path: 'settled' }], remarks, ticked };
  if (!form.get('compared') && (draft.content.attachments?.length ?? 0) > 0)
    return { draft, refusals: [{ code: 'compare-missing', path: 'compared' }], ticked };
  const settled = form.getAll('settled').map(Number);
  const hash = String(form.get('hash') ?? '');
  return after(approveDraft(database, actor, draft.id, hash, now, settled), `/office/drafts/${draft.id}`);
}

/** What was remarked in a form, by path; what is blank is not there. Of a form that was kept, its text. */
export function remarksOf(form: string | readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const sent = typeof form === 'string' ? [...new URLSearchParams(form)] : form;
  return new Map(
    sent.flatMap(([name, value]) =>
      name.startsWith('remark:') && value.trim() !== ''
        ? [[name.slice('remark:'.length), value.trim().slice(0, LONGEST_REMARK)] as const]
        : [],
    ),
  );
}

/** Characters, as the boxes say. */
const LONGEST_REMARK = 500;

/** At the hour that was typed; a day without one is no moment. Refusals: `not-an-instant`, and those of `scheduleDraft`. */
function schedule(database: Database, actor: Actor, draft: Draft, at: string, now: number): Result<Draft> {
  const moment = parseDay(at) === null ? parseInstant(at) : null;
  if (moment === null) return refuse({ code: 'not-an-instant', path: 'at', found: at });
  return scheduleDraft(database, actor, draft.id, moment, now);
}

/** Saves the form; then, where the button asked for it, goes on to the preview or submits. */
function write(database: Database, actor: Actor, draft: Draft, form: FormData, act: string, now: number): Sent {
  const text = (name: string) => String(form.get(name) ?? '');
  const kind = findKind(draft.register, draft.kind)!;
  const typed = inputOf(form, kind);
  const remove = text('_remove');
  const add = text('_add');
  const input = remove ? withoutRow(typed, remove) : typed;
  const composed = act === 'compose' ? composedOver(database, draft, input, now) : undefined;
  if (composed !== undefined) input['body'] = composed;
  const saved = saveDraft(database, actor, draft.id, Number(text('version')), input as DraftContent, now);
  // Whose version it is does not matter to answers; that the author may write was asked.
  if (saved.ok || saved.clash) answerRemarks(database, draft.id, repliesIn(form));
  if (!saved.ok) {
    const clash = saved.clash && { draft: saved.clash.theirs, clash: clashOf(form, draft) };
    return { draft, refusals: saved.refusals, typed: input, ...clash };
  }
  const path = `/office/drafts/${draft.id}`;
  // What is typed is kept before a file goes.
  if (act.startsWith('detach ')) {
    const left = detachFromDraft(database, actor, draft.id, act.slice('detach '.length), now);
    return left.ok ? { draft: left.value, refusals: [] } : { draft: saved.value, refusals: left.refusals };
  }
  if (add) return { draft: saved.value, refusals: [], rows: { [add]: rowsIn(form, add) + 1 } };
  if (remove || act === 'compose') return { draft: saved.value, refusals: [] };
  if (act === 'submit') {
    const submitted = submitDraft(database, actor, draft.id, now);
    return submitted.ok
      ? { draft: submitted.value, refusals: [], to: path }
      : { draft: saved.value, refusals: submitted.refusals };
  }
  if (act === 'preview') {
    const refusals = checkDraft(database, saved.value, now);
    return refusals.length > 0
      ? { draft: saved.value, refusals }
      : { draft: saved.value, refusals, to: `${path}/preview` };
  }
  return { draft: saved.value, refusals: [] };
}

/** Saves two texts as one, on top of the newer, when of every box that both changed one side was chosen. */
function join(database: Database, actor: Actor, draft: Draft, form: FormData, act: string, now: number): Sent {
  const { input, open, dropped, sides } = merge(draft, form, act);
  const saved = open ? null : saveDraft(database, actor, draft.id, draft.version, input as DraftContent, now);
  if (saved?.ok) {
    answerRemarks(database, draft.id, repliesIn(form));
    return { draft: saved.value, refusals: [], dropped };
  }
  const refusals = saved ? saved.refusals : [{ code: 'clash', expected: String(form.get('version') ?? '') }];
  const typed = inputOf(form, findKind(draft.register, draft.kind)!);
  return saved && !saved.clash
    ? { draft, refusals, typed }
    : { draft: saved?.clash?.theirs ?? draft, refusals, typed, clash: sides };
}

/** What the author answers to remarks, by their ids. */
export function repliesIn(form: FormData): ReadonlyMap<number, string> {
  return new Map(
    [...form].flatMap(([name, value]) =>
      /^reply\.\d{1,15}$/.test(name) && typeof value === 'string'
        ? [[Number(name.slice('reply.'.length)), value.slice(0, LONGEST_REMARK)] as const]
        : [],
    ),
  );
}
