import { findOfficer } from '../../accounts/officers/storage.ts';
import { stateOf } from '../../accounts/officers/officer.ts';
import type { Actor } from '../../accounts/permissions.ts';
import { findUnitRegisters } from '../../accounts/units/storage.ts';
import { owedNewest } from '../../clock/owed/storage.ts';
import type { Database } from '../../database/database.ts';
import { findFollower, moveFollower } from '../../jobs/storage.ts';
import { BEGINNING, changesAfter, changesBefore, END, isKnown, type Position } from '../../notices/changes/changes.ts';
import { tasksOf } from '../../notices/drafts/desk.ts';
import type { Follow } from '../../following/follow.ts';
import {
  activeFollows,
  activeSubjects,
  followsToldOf,
  insertNews,
  moveSubject,
  subjectsStamp,
} from '../../following/storage.ts';
import { awake, dueAt } from '../../following/times.ts';
import { endingBetween, findRecord } from '../../notices/storage.ts';
import { DAY, dayOf, startOfDay } from '../../values/date.ts';
import { rulesOwed } from '../clock/owed/duties.ts';
import { recordSubject, type Matcher } from './matcher.ts';
import { readSubject } from './subject.ts';

/** What was said longer ago is no news, whenever it comes in: a reprint, or the history of a source. */
export const NEWS_AGE = 7 * DAY;
/** Reminders before what ends, days. */
const REMINDERS = [1, 3];
/** Our place in the sequence of changes. */
const FOLLOWER = 'following';
const A_TIME = 100;
const MOST_OWED = 200;

/**
 * Takes the next changes and notes for each follower what is news to them; the place in the sequence moves in the same
 * transaction, so that nothing is noted twice or left out. `more` when there is more.
 */
export function noteChanges(database: Database, matcher: Matcher, now: number): boolean | 'more' {
  const known = findFollower<Position>(database, FOLLOWER);
  const place = known && isKnown(database, known.state) ? known.state : null;
  const last = changesBefore(database, END, 1)[0]?.position ?? BEGINNING;
  if (place !== null && place.event === last.event && place.seq === last.seq) return false;
  takeSubjects(database, matcher);
  // Nobody listens, or nothing was noted ever: what was before is news to nobody.
  if (place === null || matcher.size === 0) {
    moveFollower(database, FOLLOWER, last.event, last, now);
    return false;
  }
  const changes = changesAfter(database, place, A_TIME);
  const news = changes.flatMap((change) => {
    if (change.act !== 'publish') return [];
    const { release } = change;
    return now - release.publishedAt > NEWS_AGE
      ? []
      : matcher.meet(release, now).map((subject) => ({ subject, release }));
  });
  database.transaction(() => {
    for (const { subject, release } of news)
      for (const follow of activeFollows(database, subject))
        if (release.seq > follow.afterSeq)
          insertNews(database, {
            follow: follow.id,
            key: `release:${release.id}`,
            ocid: release.ocid,
            at: release.acceptedAt,
            dueAt: dueAt(follow.rhythm, now),
          });
    for (const change of changes)
      if (change.act === 'move' && change.decision.act === 'join' && change.decision.into !== null)
        if (!findRecord(database, change.decision.ocid))
          moveSubject(database, recordSubject(change.decision.ocid), recordSubject(change.decision.into));
    const at = changes.at(-1)?.position ?? last;
    moveFollower(database, FOLLOWER, at.event, at, now);
  });
  return changes.length === A_TIME ? 'more' : changes.length > 0;
}

/** The subjects as they stand now, when they are others than before. */
function takeSubjects(database: Database, matcher: Matcher): void {
  const stamp = subjectsStamp(database);
  if (taken.get(matcher) === stamp) return;
  matcher.take(activeSubjects(database));
  taken.set(matcher, stamp);
}

const taken = new WeakMap<Matcher, string>();

/** Notes what ends in three days and in one, for those who follow the record or were told of it. */
export function noteReminders(database: Database, now: number): boolean {
  let isAny = false;
  for (const { ocid, what, at } of endingBetween(database, now, now + Math.max(...REMINDERS) * DAY)) {
    const days = REMINDERS.find((one) => at - now <= one * DAY)!;
    const followers = new Map(
      [...activeFollows(database, recordSubject(ocid)), ...followsToldOf(database, ocid)]
        .filter(({ reminds }) => reminds)
        .map((follow) => [follow.id, follow]),
    );
    for (const { id } of followers.values()) {
      const due = awake(now);
      // In the morning it would be over.
      if (due >= at) continue;
      isAny =
        insertNews(database, { follow: id, key: `remind:${what}:${at}:${days}:${ocid}`, ocid, at: now, dueAt: due }) ||
        isAny;
    }
  }
  return isAny;
}

/** Notes what came to be owed and was not there by its day, since somebody follows it. */
export function noteOwed(database: Database, now: number): boolean {
  let isAny = false;
  for (const text of activeSubjects(database)) {
    const subject = readSubject(text);
    if (subject.what !== 'owed') continue;
    const { register, region, unit, duty } = subject;
    const rules = rulesOwed('verified').filter((rule) => duty === undefined || rule === duty);
    const rows = owedNewest(database, dayOf(now), { rules, register, region, unit, limit: MOST_OWED });
    for (const follow of activeFollows(database, text))
      for (const row of rows)
        if (row.dueOn !== null && startOfDay(row.dueOn)! + DAY > follow.confirmedAt!)
          isAny =
            insertNews(database, {
              follow: follow.id,
              key: `owed:${row.triggerRelease}:${row.rule}`,
              ocid: row.ocid,
              at: now,
              dueAt: dueAt(follow.rhythm, now),
            }) || isAny;
  }
  return isAny;
}

/** Notes what came to wait for an officer; not what they have begun themselves. */
export function noteTasks(database: Database, now: number): boolean {
  let isAny = false;
  for (const text of activeSubjects(database)) {
    const subject = readSubject(text);
    if (subject.what !== 'desk') continue;
    const actor = actorOf(database, subject.officer);
    if (!actor) continue;
    for (const { draft, why } of tasksOf(database, actor)) {
      const at = draft.submittedAt ?? draft.savedAt;
      if (why === 'unfinished' || (subject.whys && !subject.whys.includes(why))) continue;
      for (const follow of activeFollows(database, text))
        if (at > follow.confirmedAt!) isAny = insertNews(database, taskNews(follow, draft.id, why, at, now)) || isAny;
    }
  }
  return isAny;
}

function taskNews({ id, rhythm }: Follow, draft: string, why: string, at: number, now: number) {
  return { follow: id, key: `task:${draft}:${why}:${at}`, ocid: '', at: now, dueAt: dueAt(rhythm, now) };
}

/** As whom the officer acts; null for one who may not any more. */
export function actorOf(database: Database, id: string): Actor | null {
  const officer = findOfficer(database, id);
  if (!officer || stateOf(officer) !== 'active') return null;
  const { name, unit, roles } = officer;
  const registers = unit === null ? [] : findUnitRegisters(database, unit).map(({ register }) => register);
  return { id, name, unit, registers, roles };
}
