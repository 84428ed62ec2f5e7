import type { Database } from '../../database/database.ts';
import type { Actor } from '../../accounts/permissions.ts';
import { recordAct } from '../../accounts/trail.ts';
import { recordEvent } from '../../events/storage.ts';
import { DAY, minuteOf } from '../../values/date.ts';
import { done, refuse, type Refusal, type Result } from '../../values/result.ts';
import type { Settings } from '../../values/settings.ts';
import { scanAgain, scanRefusals } from '../attachments/scans.ts';
import { publishPrepared, type Outcome } from '../publish.ts';
import { findRelease } from '../storage.ts';
import { restated } from './beginning.ts';
import { after, draftFor, hashOf, readDraft, type Draft } from './draft.ts';
import { clockRefusals, officerRefusals } from './moment.ts';
import { forgetSubmissions } from './remarks/storage.ts';
import { checkDraft } from './review.ts';
import { findDraft, findDue, saveDraftRow } from './storage.ts';
import type { Step } from './status.ts';

/** Whether there is a scanner, so that nothing goes out unscanned. */
type Scanner = Pick<Settings, 'clamd'>;

/** Publishes what was approved. Refusals: those of `draftFor`, of the door (`publishBatch`) and of `scanRefusals`. */
export function publishDraft(
  database: Database,
  actor: Actor,
  id: string,
  now: number,
  scanner: Scanner = {},
): Result<Draft> {
  return database.transaction(() => {
    const found = draftFor(database, actor, 'notice.publish', id, now);
    if (!found.ok) return found;
    return issue(
      database,
      found.value,
      'notice.publish',
      { id: actor.id, unit: actor.unit, address: actor.address },
      now,
      scanner,
    );
  });
}

/**
 * Without review, in an emergency: the public page says 未经复核, and it is counted. Refusals: `reason-missing`,
 * those of `checkDraft` and of `scanRefusals`.
 */
export function publishUnreviewed(
  database: Database,
  actor: Actor,
  id: string,
  reason: string,
  now: number,
  scanner: Scanner = {},
): Result<Draft> {
  if (reason.trim() === '') return refuse({ code: 'reason-missing', path: 'reason' });
  return database.transaction(() => {
    const found = draftFor(database, actor, 'notice.publishUnreviewed', id, now);
    if (!found.ok) return found;
    return issue(
      database,
      { ...found.value, unreviewedReason: reason.trim() },
      'notice.publishUnreviewed',
      { id: actor.id, unit: actor.unit, address: actor.address },
      now,
      scanner,
    );
  });
}

/**
 * To be published at `at` (UTC ms), by whichever process is up then; it is judged as of that hour, and again when it
 * comes. Refusals: `in-the-past`, `too-far` (a year), `not-then` (and the last hour at which it could go out), with those
 * of `checkDraft` at that hour.
 */
export function scheduleDraft(database: Database, actor: Actor, id: string, at: number, now: number): Result<Draft> {
  return database.transaction(() => {
    const found = draftFor(database, actor, 'notice.schedule', id, now);
    if (!found.ok) return found;
    if (at <= now) return refuse({ code: 'in-the-past', path: 'at' });
    if (at > now + FURTHEST) return refuse({ code: 'too-far', path: 'at' });
    const then = checkDraft(database, found.value, at);
    if (then.length > 0) return refuse(notThen(database, found.value, at, now), ...then);
    const draft: Draft = {
      ...after('notice.schedule', found.value),
      issuer: actor.id,
      scheduledFor: at,
      trouble: null,
    };
    saveDraftRow(database, draft);
    recordAct(database, actor, 'notice.schedule', `draft:${id}`, { hash: draft.hash, at }, now);
    return done(draft);
  });
}

const FURTHEST = 366 * DAY;

/** Why not at that hour, with the last day before it on which the notice could go out at the same time of day. */
function notThen(database: Database, draft: Draft, at: number, now: number): Refusal {
  const days = Array.from({ length: Math.min(60, Math.ceil((at - now) / DAY)) }, (_, day) => at - (day + 1) * DAY);
  const last = days.find((moment) => moment > now && checkDraft(database, draft, moment).length === 0);
  return {
    code: last === undefined ? 'not-then' : 'not-then-but',
    path: 'at',
    found: minuteOf(at),
    ...(last !== undefined && { expected: minuteOf(last) }),
  };
}

export function unscheduleDraft(database: Database, actor: Actor, id: string, now: number): Result<Draft> {
  return database.transaction(() => {
    const found = draftFor(database, actor, 'notice.unschedule', id, now);
    if (!found.ok) return found;
    const draft: Draft = { ...after('notice.unschedule', found.value), issuer: null, scheduledFor: null };
    saveDraftRow(database, draft);
    recordAct(database, actor, 'notice.unschedule', `draft:${id}`, { hash: draft.hash }, now);
    return done(draft);
  });
}

/**
 * Publishes everything that is due: the step of a job, safe to run in several processes and after any restart.
 * Each is a transaction that looks again, so nothing is published twice. What the door refuses, or those who let it
 * out may not let out any more, goes back to approved with the reason. Returns how many were published.
 */
export function publishDue(database: Database, now: number, scanner: Scanner = {}): number {
  let published = 0;
  for (const id of findDue(database, now)) {
    database.transaction(() => {
      const draft = findDraft(database, id);
      if (draft?.state !== 'scheduled' || draft.scheduledFor! > now) return;
      const gone = officerRefusals(database, draft, now);
      const result =
        gone.length > 0
          ? refuse(...gone)
          : issue(database, draft, 'notice.publish', { id: draft.issuer!, unit: draft.unit }, now, scanner);
      if (result.ok) published += 1;
      else {
        saveDraftRow(database, {
          ...after('notice.unschedule', draft),
          issuer: null,
          scheduledFor: null,
          trouble: result.refusals,
        });
        recordEvent(database, {
          at: now,
          actor: draft.issuer!,
          act: 'notice.publishRefused',
          subject: `draft:${id}`,
          detail: { refusals: result.refusals },
          unit: draft.unit,
        });
      }
    });
  }
  return published;
}

/** Has the files of what is due scanned that never were. Returns why one could not be; null when all were. */
export async function scanDue(
  database: Database,
  settings: Pick<Settings, 'data' | 'clamd'>,
  now: number,
): Promise<string | null> {
  for (const id of settings.clamd ? findDue(database, now) : []) {
    const why = await scanAgain(database, settings, findDraft(database, id)?.content.attachments, now);
    // Where nobody answers, what carries no such file is not to wait for each that does.
    if (why !== null) return why;
  }
  return null;
}

function issue(
  database: Database,
  draft: Draft,
  step: Step,
  by: { id: string; unit: string | null; address?: string | undefined },
  now: number,
  scanner: Scanner,
): Result<Draft> {
  const late = clockRefusals(database, now);
  if (late.length > 0) return refuse(...late);
  const isUnreviewed = step === 'notice.publishUnreviewed';
  const read = readDraft(database, draft, now, isUnreviewed || undefined);
  const hash = hashOf(database, draft, read);
  if (!isUnreviewed && hash !== draft.approvedHash) return refuse({ code: 'changed-meanwhile' });
  const refusals = [
    ...checkDraft(database, draft, now, read),
    ...scanRefusals(database, scanner, draft.content.attachments),
  ];
  if (refusals.length > 0) return refuse(...refusals);
  const [outcome] = publishPrepared(database, [read], { actor: by.id, now }) as [Outcome];
  if (outcome.status === 'refused') return refuse(...outcome.refusals);
  const { content } = findRelease(database, outcome.id)!;
  // From here on the draft says what the release says: names that were masked at the door are kept nowhere.
  const issued: Draft = {
    ...after(step, draft),
    hash,
    title: content.title,
    content: { ...restated(content), ...(content.reason && { reason: content.reason }) },
    issuer: by.id,
    scheduledFor: null,
    release: outcome.id,
  };
  saveDraftRow(database, issued);
  forgetSubmissions(database, draft.id);
  const detail = {
    hash,
    release: outcome.id,
    ...(draft.unreviewedReason !== null && { reason: draft.unreviewedReason }),
  };
  recordEvent(database, {
    at: now,
    actor: by.id,
    act: step,
    subject: `draft:${draft.id}`,
    detail,
    unit: by.unit,
    address: by.address,
  });
  return done(issued);
}
