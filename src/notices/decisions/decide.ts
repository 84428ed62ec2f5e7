import type { Database } from '../../database/database.ts';
import { recordEvent } from '../../events/storage.ts';
import { partiesNamedBy } from '../../parties/storage.ts';
import { done, refuse, type Refusal, type Result } from '../../values/result.ts';
import { newOcidFor } from '../linking.ts';
import { dropRecord, projectRecords } from '../project.ts';
import { renameParties } from '../projections/parties.ts';
import type { RecordRow, Release } from '../release.ts';
import { findRecord, findRelease, lastSeq, releasesOf } from '../storage.ts';
import { relinkDecided } from './relink.ts';
import { insertDecision, moveReleases, nextDecision, whereNow, type Decision } from './storage.ts';

/**
 * Which notices are of one project is told by codes and titles (`linking.ts`); where these mislead, a person decides.
 * What was said stays as it was published: its text, its hash, its address. Only the record that has it changes.
 */
export interface Deciding {
  by: string;
  reason: string;
  now: number;
}

export interface Decided {
  decision: Decision;
  /** How many notices were moved. */
  moved: number;
}

/**
 * All notices of a record belong to another from now on, and its address leads there. Refusals: `decision-reason`,
 * `record-same`, `record-unknown`, `record-joined` (no record any more), `record-registers` (of different registers).
 */
export function joinRecords(database: Database, ocid: string, into: string, deciding: Deciding): Result<Decided> {
  return database.transaction(() => {
    const refusals = reasonRefusals(deciding);
    if (ocid === into) refusals.push({ code: 'record-same', found: ocid });
    const records = (ocid === into ? [ocid] : [ocid, into]).map((one) => recordOrRefusal(database, one, refusals));
    const [from, to] = records.map((record) => record?.register);
    if (from !== undefined && to !== undefined && from !== to)
      refusals.push({ code: 'record-registers', found: from, expected: to });
    if (refusals.length > 0) return refuse(...refusals);
    return done(decide(database, { act: 'join', ocid, into, release: null }, releasesOf(database, ocid), deciding));
  });
}

/**
 * A notice, and what amends it, make a record of their own. Refusals: `decision-reason`, `notice-unknown`,
 * `notice-amends` (it goes where the one goes that it amends), `notice-alone` (its record has no other).
 */
export function partNotice(database: Database, id: number, deciding: Deciding): Result<Decided> {
  return database.transaction(() => {
    const refusals = reasonRefusals(deciding);
    const release = findRelease(database, id);
    if (!release) return refuse(...refusals, { code: 'notice-unknown', found: String(id) });
    if (release.amends !== null)
      refusals.push({ code: 'notice-amends', found: String(id), expected: String(release.amends) });
    const all = releasesOf(database, release.ocid);
    const moved = withAmendments(release, all);
    if (release.amends === null && moved.length === all.length)
      refusals.push({ code: 'notice-alone', found: String(id) });
    if (refusals.length > 0) return refuse(...refusals);
    const into = newOcidFor(release, nextDecision(database));
    return done(decide(database, { act: 'part', ocid: release.ocid, into, release: id }, moved, deciding));
  });
}

function decide(
  database: Database,
  what: Pick<Decision, 'act' | 'ocid' | 'into' | 'release'>,
  moved: readonly Release[],
  { by, reason, now }: Deciding,
): Decided {
  const decision: Decision = {
    id: nextDecision(database),
    at: now,
    by,
    ...what,
    reason: reason.trim(),
    afterSeq: lastSeq(database),
  };
  const { id, act, ocid, into } = decision;
  const misnamed = partiesNamedBy(database, [ocid, into]);
  const before = findRecord(database, ocid)!;
  insertDecision(
    database,
    decision,
    moved.map((release) => release.id),
  );
  relinkDecided(database, decision);
  moveReleases(database, decision);
  const left = releasesOf(database, ocid);
  if (left.length === 0) dropRecord(database, before);
  projectRecords(database, [...left, ...releasesOf(database, into)]);
  renameParties(database, misnamed);
  recordEvent(database, {
    at: now,
    actor: by,
    act: `links.${act}`,
    subject: act === 'join' ? `record:${ocid}` : `release:${what.release}`,
    detail: { decision: id, ocid, into, reason: decision.reason, releases: moved.map((release) => release.id) },
  });
  return { decision, moved: moved.length };
}

function reasonRefusals({ reason }: Deciding): Refusal[] {
  return reason.trim() === '' ? [{ code: 'decision-reason' }] : [];
}

function recordOrRefusal(database: Database, ocid: string, refusals: Refusal[]): RecordRow | undefined {
  const record = findRecord(database, ocid);
  const now = whereNow(database, ocid);
  if (now !== ocid) refusals.push({ code: 'record-joined', found: ocid, expected: now });
  else if (!record) refusals.push({ code: 'record-unknown', found: ocid });
  return record;
}

/** A notice and all that amends it, or amends what amends it. */
function withAmendments(release: Release, all: readonly Release[]): Release[] {
  return [release, ...all.filter(({ amends }) => amends === release.id).flatMap((one) => withAmendments(one, all))];
}
