import type { Database } from '../database/database.ts';
import type { Delivery, Follow, News } from './follow.ts';

const FOLLOW =
  'id, subject, path, channel, address, rhythm, reminds, locale, state, officer, after_seq AS afterSeq, asked_at AS askedAt, confirmed_at AS confirmedAt, failures, failure';
type FollowRow = Omit<Follow, 'reminds'> & { reminds: number };
const followIn = (row: FollowRow): Follow => ({ ...row, reminds: row.reminds === 1 });

// ── Who follows what ──────────────────────────────────────────────────────────

export function insertFollow(database: Database, follow: Follow, fingerprint: string): void {
  database.run(
    'INSERT INTO follows (id, subject, path, channel, address, fingerprint, rhythm, reminds, locale, state, officer, after_seq, asked_at, confirmed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    follow.id,
    follow.subject,
    follow.path,
    follow.channel,
    follow.address,
    fingerprint,
    follow.rhythm,
    follow.reminds ? 1 : 0,
    follow.locale,
    follow.state,
    follow.officer,
    follow.afterSeq,
    follow.askedAt,
    follow.confirmedAt,
  );
}

export function findFollow(database: Database, id: string): Follow | undefined {
  const row = database.get<FollowRow>(`SELECT ${FOLLOW} FROM follows WHERE id = ?`, id);
  return row && followIn(row);
}

export function findByFingerprint(database: Database, fingerprint: string): Follow | undefined {
  const row = database.get<FollowRow>(`SELECT ${FOLLOW} FROM follows WHERE fingerprint = ?`, fingerprint);
  return row && followIn(row);
}

export function findByOfficer(database: Database, officer: string): Follow[] {
  return database
    .all<FollowRow>(`SELECT ${FOLLOW} FROM follows WHERE officer = ? ORDER BY asked_at`, officer)
    .map(followIn);
}

/** Of those who are told of a subject. */
export function activeFollows(database: Database, subject: string): Follow[] {
  return database
    .all<FollowRow>(`SELECT ${FOLLOW} FROM follows WHERE subject = ? AND state = 'active'`, subject)
    .map(followIn);
}

/** What anybody is told of: each once. */
export function activeSubjects(database: Database): string[] {
  return database
    .all<{ subject: string }>(`SELECT DISTINCT subject FROM follows WHERE state = 'active'`)
    .map(({ subject }) => subject);
}

/** By which a reader of `activeSubjects` knows that there may be others. */
export function subjectsStamp(database: Database): string {
  const { n, newest } = database.get<{ n: number; newest: number | null }>(
    "SELECT count(*) AS n, max(confirmed_at) AS newest FROM follows WHERE state = 'active'",
  )!;
  return `${n} ${newest}`;
}

export function confirmFollow(database: Database, id: string, afterSeq: number, now: number): void {
  database.run(
    "UPDATE follows SET state = 'active', after_seq = ?, confirmed_at = ? WHERE id = ? AND state = 'asked'",
    afterSeq,
    now,
    id,
  );
}

/** A pause is over: what came meanwhile is no news. */
export function resumeFollow(database: Database, id: string, afterSeq: number, now: number): void {
  database.run(
    "UPDATE follows SET state = 'active', after_seq = ?, confirmed_at = ?, failures = 0, failure = NULL WHERE id = ? AND state = 'paused'",
    afterSeq,
    now,
    id,
  );
}

/** What waited to be told is dropped. */
export function pauseFollow(database: Database, id: string, failure: string | null): void {
  database.run("UPDATE follows SET state = 'paused', failure = ? WHERE id = ? AND state = 'active'", failure, id);
  database.run('DELETE FROM news WHERE follow = ? AND delivery IS NULL', id);
}

export function changeFollow(
  database: Database,
  id: string,
  { rhythm, reminds, locale }: Pick<Follow, 'rhythm' | 'reminds' | 'locale'>,
): void {
  database.run(
    'UPDATE follows SET rhythm = ?, reminds = ?, locale = ? WHERE id = ?',
    rhythm,
    reminds ? 1 : 0,
    locale,
    id,
  );
}

/** Of everybody, for a change of key. */
export function allFollows(database: Database): Follow[] {
  return database.all<FollowRow>(`SELECT ${FOLLOW} FROM follows`).map(followIn);
}

export function saveAddress(database: Database, id: string, address: string, fingerprint: string): void {
  database.run('UPDATE follows SET address = ?, fingerprint = ? WHERE id = ?', address, fingerprint, id);
}

/** The address and all that hangs on it are gone. */
export function deleteFollow(database: Database, id: string): void {
  database.run('DELETE FROM follows WHERE id = ?', id);
}

/** Nobody proved that the address is theirs. */
export function deleteUnconfirmed(database: Database, before: number): number {
  return database.run("DELETE FROM follows WHERE state = 'asked' AND asked_at < ?", before);
}

/** The record that was followed is another's part now. */
export function moveSubject(database: Database, from: string, into: string): void {
  database.run('UPDATE follows SET subject = ? WHERE subject = ?', into, from);
}

// ── How often somebody asks ───────────────────────────────────────────────────

export function countAsks(database: Database, who: string, since: number): number {
  return database.get<{ n: number }>('SELECT count(*) AS n FROM follow_asks WHERE who = ? AND at >= ?', who, since)!.n;
}

export function insertAsk(database: Database, who: string, now: number): void {
  database.run('INSERT INTO follow_asks (who, at) VALUES (?, ?)', who, now);
}

export function deleteAsks(database: Database, before: number): number {
  return database.run('DELETE FROM follow_asks WHERE at < ?', before);
}

// ── What is to be told ────────────────────────────────────────────────────────

/** False when it was known already. */
export function insertNews(database: Database, { follow, key, ocid, at, dueAt }: News): boolean {
  return (
    database.run(
      'INSERT INTO news (follow, key, ocid, at, due_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
      follow,
      key,
      ocid,
      at,
      dueAt,
    ) > 0
  );
}

/** Followers for whom something is due. */
export function followsWithNews(database: Database, now: number, limit: number): string[] {
  return database
    .all<{ follow: string }>(
      "SELECT DISTINCT follow FROM news WHERE delivery IS NULL AND due_at <= ? AND follow IN (SELECT id FROM follows WHERE state = 'active') LIMIT ?",
      now,
      limit,
    )
    .map(({ follow }) => follow);
}

/** All that waits for a follower goes along: who is told at all is told everything. */
export function assignNews(database: Database, follow: string, delivery: string): void {
  database.run('UPDATE news SET delivery = ? WHERE follow = ? AND delivery IS NULL', delivery, follow);
}

export function newsOf(database: Database, delivery: string): { key: string; ocid: string }[] {
  return database.all('SELECT key, ocid FROM news WHERE delivery = ? ORDER BY at, key', delivery);
}

/** Who was told of a record, and may be told that it is about to close. */
export function followsToldOf(database: Database, ocid: string): Follow[] {
  return database
    .all<FollowRow>(
      `SELECT ${FOLLOW} FROM follows WHERE state = 'active' AND reminds = 1 AND id IN (SELECT follow FROM news WHERE ocid = ?)`,
      ocid,
    )
    .map(followIn);
}

/** What was told long ago need not be known any more: it is too old to come again. */
export function deleteOldNews(database: Database, before: number): number {
  const told = database.run(
    'DELETE FROM news WHERE at < ? AND delivery IN (SELECT id FROM deliveries WHERE next_at IS NULL)',
    before,
  );
  return told + database.run('DELETE FROM deliveries WHERE made_at < ? AND next_at IS NULL', before);
}

// ── On the way ────────────────────────────────────────────────────────────────

const DELIVERY = 'id, follow, kind, made_at AS madeAt, next_at AS nextAt, attempts, sent_at AS sentAt, failure';

export function insertDelivery(database: Database, { id, follow, kind, madeAt, nextAt }: Delivery): void {
  database.run(
    'INSERT INTO deliveries (id, follow, kind, made_at, next_at) VALUES (?, ?, ?, ?, ?)',
    id,
    follow,
    kind,
    madeAt,
    nextAt,
  );
}

export function findDelivery(database: Database, id: string): Delivery | undefined {
  return database.get(`SELECT ${DELIVERY} FROM deliveries WHERE id = ?`, id);
}

export function waitingDeliveries(database: Database, now: number, limit: number): Delivery[] {
  return database.all(
    `SELECT ${DELIVERY} FROM deliveries WHERE next_at IS NOT NULL AND next_at <= ? ORDER BY next_at LIMIT ?`,
    now,
    limit,
  );
}

export function deliveriesOf(database: Database, follow: string, limit: number): Delivery[] {
  return database.all(
    `SELECT ${DELIVERY} FROM deliveries WHERE follow = ? ORDER BY made_at DESC LIMIT ?`,
    follow,
    limit,
  );
}

export function saveSent(database: Database, { id, follow }: Pick<Delivery, 'id' | 'follow'>, now: number): void {
  database.run(
    'UPDATE deliveries SET sent_at = ?, next_at = NULL, attempts = attempts + 1, failure = NULL WHERE id = ?',
    now,
    id,
  );
  database.run('UPDATE follows SET failures = 0, failure = NULL WHERE id = ?', follow);
}

/** `nextAt`: null when it is given up. */
export function saveUnsent(
  database: Database,
  { id, follow }: Pick<Delivery, 'id' | 'follow'>,
  failure: string,
  nextAt: number | null,
): void {
  database.run(
    'UPDATE deliveries SET attempts = attempts + 1, failure = ?, next_at = ? WHERE id = ?',
    failure,
    nextAt,
    id,
  );
  database.run('UPDATE follows SET failures = failures + 1, failure = ? WHERE id = ?', failure, follow);
}

/** Once more, as it was. */
export function redeliver(database: Database, id: string, follow: string, now: number): void {
  database.run('UPDATE deliveries SET next_at = ? WHERE id = ? AND follow = ?', now, id, follow);
}

/** How it stands, for the administrator. */
export interface FollowingCounts {
  asked: number;
  active: number;
  paused: number;
  waiting: number;
  /** UTC ms of the oldest that waits. */
  waitingSince: number | null;
  /** Given up in the last seven days. */
  dead: number;
  sent: number;
}

export function followingCounts(database: Database, since: number): FollowingCounts {
  return database.get<FollowingCounts>(
    `SELECT (SELECT count(*) FROM follows WHERE state = 'asked') AS asked,
       (SELECT count(*) FROM follows WHERE state = 'active') AS active,
       (SELECT count(*) FROM follows WHERE state = 'paused') AS paused,
       (SELECT count(*) FROM deliveries WHERE next_at IS NOT NULL) AS waiting,
       (SELECT min(made_at) FROM deliveries WHERE next_at IS NOT NULL) AS waitingSince,
       (SELECT count(*) FROM deliveries WHERE next_at IS NULL AND sent_at IS NULL AND made_at >= ?) AS dead,
       (SELECT count(*) FROM deliveries WHERE sent_at >= ?) AS sent`,
    since,
    since,
  )!;
}
