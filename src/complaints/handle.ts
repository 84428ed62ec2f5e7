import { permission, type Actor } from '../accounts/permissions.ts';
import { refusalOf } from '../accounts/refusal.ts';
import type { Sealer } from '../accounts/sealer.ts';
import { recordAct } from '../accounts/trail.ts';
import { findUnit } from '../accounts/units/storage.ts';
import { calendarOf } from '../clock/storage.ts';
import type { Database } from '../database/database.ts';
import { dayOf } from '../values/date.ts';
import { done, refuse, type Result } from '../values/result.ts';
import { OPEN, type Complaint, type State, type StepAct } from './complaint.ts';
import { dueOf, limitNamed } from './limits.ts';
import {
  approveSummary,
  copyBarred,
  findComplaint,
  findSummary,
  insertBarred,
  insertStep,
  isBarred,
  joinedTo,
  saveComplaint,
  saveSummary,
  saveWays,
  waysOf,
  type UnitWay,
} from './storage.ts';

/** What an officer does with a case. */
export type Handling =
  | { act: 'accept' }
  | { act: 'refuse' | 'ask'; text: string }
  /** `summary`: what everybody may read; '' for nothing. */
  | { act: 'answer'; text: string; summary: string }
  | { act: 'handOver'; unit: string; text: string }
  | { act: 'join'; into: string }
  /** 回避: why, for those who go on with it. */
  | { act: 'standAside'; text: string };

/** From which states an act leads on. */
const FROM: Record<Handling['act'], readonly State[]> = {
  accept: ['filed', 'asked'],
  refuse: ['filed', 'asked'],
  ask: ['filed', 'accepted'],
  answer: ['filed', 'accepted', 'asked'],
  handOver: OPEN,
  join: OPEN,
  standAside: OPEN,
};

const LONGEST = 3_000;

/**
 * Refusals: those of `refusalOf`; `complaint-gone`; `complaint-over` (its state does not allow it); `complaint-reason` (what
 * is to be said is missing), `complaint-long`; `hidden` (who made what it is about, or stood aside); `complaint-unit`, `complaint-closed` (the other unit takes none here);
 * `complaint-into` (no open case of this unit, or one in which the officer has no part).
 */
export function handle(
  database: Database,
  sealer: Sealer,
  actor: Actor,
  id: string,
  handling: Handling,
  now: number,
): Result<null> {
  return database.transaction(() => {
    const complaint = findComplaint(database, id);
    if (!complaint) return refuse({ code: 'complaint-gone' });
    const refused = refusalOf(permission(actor, 'complaint.handle', { unit: complaint.unit }, now));
    if (refused) return refuse(refused);
    if (isBarred(database, id, actor.id)) return refuse({ code: 'hidden' });
    if (!FROM[handling.act].includes(complaint.state)) return refuse({ code: 'complaint-over' });
    if ('text' in handling && handling.text.trim() === '') return refuse({ code: 'complaint-reason', path: 'text' });
    if ('text' in handling && handling.text.length > LONGEST)
      return refuse({ code: 'complaint-long', path: 'text', expected: String(LONGEST) });
    const next = nextOf(database, complaint, handling, actor.id, now);
    if (!next.ok) return next;
    const isLeft = handling.act === 'handOver' || handling.act === 'standAside';
    saveComplaint(database, { ...next.value, handler: isLeft ? null : actor.id });
    if (handling.act === 'standAside') insertBarred(database, id, actor.id);
    if (handling.act === 'join') copyBarred(database, id, handling.into);
    step(database, sealer, actor, complaint, handling.act, 'text' in handling ? handling.text.trim() : null, now);
    if (handling.act === 'answer' && handling.summary.trim() !== '' && complaint.mayPublish)
      saveSummary(database, {
        complaint: id,
        text: handling.summary.trim().slice(0, LONGEST),
        writtenBy: actor.id,
        writtenAt: now,
        approvedBy: null,
        approvedAt: null,
      });
    if (handling.act === 'answer' || handling.act === 'refuse')
      closeJoined(database, sealer, actor, id, { act: handling.act, text: handling.text }, now);
    return done(null);
  });
}

function nextOf(
  database: Database,
  complaint: Complaint,
  handling: Handling,
  officer: string,
  now: number,
): Result<Complaint> {
  switch (handling.act) {
    case 'accept':
      return done({ ...complaint, state: 'accepted', acceptedAt: now, dueOn: reckoned(database, complaint, now) });
    case 'standAside':
      return done(complaint);
    case 'ask':
      return done({ ...complaint, state: 'asked' });
    case 'refuse':
      return done({ ...complaint, state: 'refused', closedAt: now });
    case 'answer':
      return done({ ...complaint, state: 'answered', closedAt: now });
    case 'handOver': {
      const unit = findUnit(database, handling.unit);
      if (!unit || unit.endedAt !== null || unit.id === complaint.unit) return refuse({ code: 'complaint-unit' });
      if (!waysOf(database, unit.id).some(({ way }) => way === complaint.way))
        return refuse({ code: 'complaint-closed' });
      // Who waits, waits from the day on which it was filed.
      return done({ ...complaint, unit: unit.id, state: complaint.state === 'asked' ? 'filed' : complaint.state });
    }
    case 'join': {
      const into = findComplaint(database, handling.into);
      const fits =
        into &&
        !isBarred(database, into.id, officer) &&
        into.id !== complaint.id &&
        into.unit === complaint.unit &&
        OPEN.includes(into.state) &&
        !into.joinedTo;
      if (!fits) return refuse({ code: 'complaint-into', path: 'into' });
      return done({ ...complaint, state: 'joined', joinedTo: into.id });
    }
  }
}

function reckoned(database: Database, { rule, unit, way, filedAt }: Complaint, acceptedAt: number): string | null {
  const promised = waysOf(database, unit).find((one) => one.way === way)?.promisedDays ?? null;
  const due = dueOf(limitNamed(rule), promised, dayOf(filedAt), dayOf(acceptedAt), calendarOf(database));
  return due?.on ?? null;
}

/** What was joined is answered with it. */
function closeJoined(
  database: Database,
  sealer: Sealer,
  actor: Actor,
  id: string,
  handling: { act: 'answer' | 'refuse'; text: string },
  now: number,
): void {
  for (const other of joinedTo(database, id)) {
    saveComplaint(database, { ...other, state: handling.act === 'answer' ? 'answered' : 'refused', closedAt: now });
    step(database, sealer, actor, other, handling.act, handling.text.trim(), now);
  }
}

function step(
  database: Database,
  sealer: Sealer,
  actor: Actor,
  { id, unit }: Complaint,
  act: StepAct,
  said: string | null,
  now: number,
): void {
  insertStep(database, id, { at: now, officer: actor.id, act, said: said === null ? null : sealer.seal(id, said) });
  // The trail says who did what to which; never what was said.
  recordAct(database, actor, `complaint.${act}`, `complaint:${id}`, { unit }, now);
}

/**
 * A second officer has read what everybody will. Refusals: those of `refusalOf` (never who wrote it); `complaint-gone`.
 */
export function approve(database: Database, actor: Actor, id: string, now: number): Result<null> {
  return database.transaction(() => {
    const [complaint, summary] = [findComplaint(database, id), findSummary(database, id)];
    if (!complaint || !summary) return refuse({ code: 'complaint-gone' });
    const subject = { unit: complaint.unit, author: summary.writtenBy };
    const refused = refusalOf(permission(actor, 'complaint.publish', subject, now));
    if (refused) return refuse(refused);
    if (isBarred(database, id, actor.id)) return refuse({ code: 'hidden' });
    approveSummary(database, id, actor.id, now);
    recordAct(database, actor, 'complaint.publish', `complaint:${id}`, { unit: complaint.unit }, now);
    return done(null);
  });
}

/**
 * A supervisor (监督员) says something to those who handle a case. Refusals: those of `refusalOf`; `complaint-gone`,
 * `complaint-reason`, `complaint-long`.
 */
export function remark(
  database: Database,
  sealer: Sealer,
  actor: Actor,
  id: string,
  text: string,
  now: number,
): Result<null> {
  return database.transaction(() => {
    const complaint = findComplaint(database, id);
    if (!complaint) return refuse({ code: 'complaint-gone' });
    const refused = refusalOf(permission(actor, 'complaint.oversee', { unit: complaint.unit }, now));
    if (refused) return refuse(refused);
    const said = text.trim();
    if (said === '') return refuse({ code: 'complaint-reason', path: 'text' });
    if (said.length > LONGEST) return refuse({ code: 'complaint-long', path: 'text', expected: String(LONGEST) });
    step(database, sealer, actor, complaint, 'remark', said, now);
    return done(null);
  });
}

/** What the unit takes here. Refusals: those of `refusalOf`; `complaint-promise`. */
export function setWays(
  database: Database,
  actor: Actor,
  unit: string,
  ways: readonly UnitWay[],
  now: number,
): Result<null> {
  const refused = refusalOf(permission(actor, 'complaint.ways', { unit }, now));
  if (refused) return refuse(refused);
  if (ways.some(({ promisedDays: n }) => n !== null && !(Number.isInteger(n) && n >= 1 && n <= 60)))
    return refuse({ code: 'complaint-promise', path: 'promise' });
  return database.transaction(() => {
    saveWays(database, unit, ways);
    recordAct(database, actor, 'complaint.ways', `unit:${unit}`, { ways: ways.map(({ way }) => way) }, now);
    return done(null);
  });
}
