import type { Database } from '../database/database.ts';
import type { CompiledRelease } from '../registers/ocds.ts';
import { dayOf, startOfDay, type Day } from '../values/date.ts';
import { DAY_CAPACITY, firstKeyAt, firstKeyOf } from '../values/order-key.ts';
import type { RecordRow, Release } from './release.ts';

const RELEASE =
  'id, seq, ocid, register, kind, source_key AS sourceKey, published_at AS publishedAt, amends, content, hash, accepted_at AS acceptedAt';
const RECORD =
  'r.ocid, r.register, r.title, r.stage, r.region, r.unit, r.amount, r.deadline, r.is_reprint AS isReprint, r.quiet_on AS quietOn, r.has_text AS hasText, r.order_key AS orderKey, r.releases, r.compiled';

type Stored<Row, Key extends keyof Row> = Omit<Row, Key> & Record<Key, string>;

function toRelease(row: Stored<Release, 'content'>): Release {
  return Object.assign(row, { content: JSON.parse(row.content) as Release['content'] });
}

type StoredRecord = Omit<RecordRow, 'compiled' | 'isReprint' | 'hasText'> & {
  compiled: string;
  isReprint: number;
  hasText: number;
};

function toRecord(row: StoredRecord): RecordRow {
  return Object.assign(row, {
    isReprint: row.isReprint === 1,
    hasText: row.hasText === 1,
    compiled: JSON.parse(row.compiled) as CompiledRelease,
  });
}

// ── Releases ──────────────────────────────────────────────────────────────────

export function findRelease(database: Database, id: number): Release | undefined {
  const row = database.get<Stored<Release, 'content'>>(`SELECT ${RELEASE} FROM releases WHERE id = ?`, id);
  return row && toRelease(row);
}

/** In the order of the ids given; unknown ones are left out. */
export function findReleases(database: Database, ids: readonly number[]): Release[] {
  const rows = database.all<Stored<Release, 'content'>>(
    `SELECT ${RELEASE} FROM releases WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
  const found = new Map(rows.map((row) => [row.id, toRelease(row)]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** All releases of a record by moment of publication, then order key. */
export function releasesOf(database: Database, ocid: string): Release[] {
  return database
    .all<Stored<Release, 'content'>>(`SELECT ${RELEASE} FROM releases WHERE ocid = ? ORDER BY published_at, id`, ocid)
    .map(toRelease);
}

export function findBySourceKey(
  database: Database,
  key: string,
): { id: number; ocid: string; hash: string; register: string } | undefined {
  return database.get('SELECT id, ocid, hash, register FROM releases WHERE source_key = ?', key);
}

/** A release as it is stored: its content as canonical JSON. */
export type StoredRelease = Stored<Release, 'content'>;

export function insertRelease(database: Database, release: StoredRelease): void {
  database.run(
    'INSERT INTO releases (id, seq, ocid, register, kind, source_key, published_at, amends, content, hash, accepted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    release.id,
    release.seq,
    release.ocid,
    release.register,
    release.kind,
    release.sourceKey,
    release.publishedAt,
    release.amends,
    release.content,
    release.hash,
    release.acceptedAt,
  );
}

/**
 * The last order key that is taken of a day (`dayNumber`). Which days lost releases were of is not known, so any of them
 * may have taken as many as were lost since the last that is there.
 */
export function lastIdOf(database: Database, day: number): number | null {
  const first = firstKeyOf(day);
  const last = database.get<{ id: number; seq: number }>(
    'SELECT id, seq FROM releases WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT 1',
    first,
    first + DAY_CAPACITY - 1,
  );
  const { lost } = database.get<{ lost: number }>(
    'SELECT ifnull(sum(until_seq - after_seq), 0) AS lost FROM lost_numbers WHERE after_seq >= ?',
    last?.seq ?? 0,
  )!;
  return last === undefined && lost === 0 ? null : (last?.id ?? first - 1) + lost;
}

/** When the newest release was taken in, UTC ms; null before the first. */
export function lastAcceptedAt(database: Database): number | null {
  return database.get<{ at: number }>('SELECT accepted_at AS at FROM releases ORDER BY seq DESC LIMIT 1')?.at ?? null;
}

/** What a release is called at its source. */
export function sourceKeyOf(database: Database, id: number): string {
  return database.get<{ key: string }>('SELECT source_key AS key FROM releases WHERE id = ?', id)!.key;
}

/** The last arrival that is there. */
export function lastSeq(database: Database): number {
  return database.get<{ last: number | null }>('SELECT max(seq) AS last FROM releases')?.last ?? 0;
}

/** The last number that was ever given: of a release, or of one that was lost. */
export function lastGivenSeq(database: Database): number {
  return database.get<{ last: number }>(
    'SELECT max(ifnull((SELECT max(seq) FROM releases), 0), ifnull((SELECT max(until_seq) FROM lost_numbers), 0)) AS last',
  )!.last;
}

/** Changes with everything that readers can see: releases, what the search rows say of them, the calendar of working days, what is covered, which records were joined or parted, what was looked at after an emergency issue, and what was put to units and answered. */
export function publicStamp(database: Database): string {
  const row = database.get<{ stamp: string }>(
    "SELECT ifnull(max(seq), 0) || '.' || (SELECT ifnull(max(change), 0) FROM search_rows) || '.' || (SELECT ifnull(max(imported_at), 0) FROM calendar_years) || '.' || (SELECT ifnull(max(declared_at), 0) || ifnull(group_concat(until_day), '') FROM coverage) || '.' || (SELECT ifnull(max(id), 0) FROM link_decisions) || '.' || (SELECT count(*) FROM reviews_afterwards) || '.' || (SELECT ifnull(group_concat(name || ifnull(phone, '') || ifnull(hours, '') || ifnull(address, '') || phone_verified_on || ifnull(verified_by, '')), '') FROM units WHERE phone_verified_on IS NOT NULL) || '.' || (SELECT count(*) || ifnull(max(ended_on), '') FROM unit_delegations) || '.' || (SELECT ifnull(max(approved_at), 0) FROM complaint_summaries) || '.' || (SELECT count(*) || '.' || ifnull(max(accepted_at), 0) || '.' || ifnull(max(closed_at), 0) FROM complaints) || '.' || (SELECT ifnull(group_concat(unit || way || ifnull(promised_days, '')), '') FROM unit_ways) AS stamp FROM releases",
  );
  return row!.stamp;
}

/** Releases by arrival, from after `seq`. */
export function releasesAfter(database: Database, seq: number, limit: number): Release[] {
  return database
    .all<Stored<Release, 'content'>>(`SELECT ${RELEASE} FROM releases WHERE seq > ? ORDER BY seq LIMIT ?`, seq, limit)
    .map(toRelease);
}

/** Releases of some registers by arrival: those after `seq`, the first first; or those before it, the last first. */
export function releasesBySeq(
  database: Database,
  registers: readonly string[],
  side: 'after' | 'before',
  seq: number,
  limit: number,
): Release[] {
  const [where, order] = side === 'after' ? ['seq > ?', 'seq'] : ['seq < ?', 'seq DESC'];
  return database
    .all<Stored<Release, 'content'>>(
      `SELECT ${RELEASE} FROM releases WHERE ${where} AND register IN (SELECT value FROM json_each(?)) ORDER BY ${order} LIMIT ?`,
      seq,
      JSON.stringify(registers),
      limit,
    )
    .map(toRelease);
}

/** Releases of a register whose ids are from `from` to before `to`, the first first. */
export function releasesWithin(
  database: Database,
  { register, from, to }: { register: string; from: number; to: number },
  limit: number,
): Release[] {
  return database
    .all<Stored<Release, 'content'>>(
      `SELECT ${RELEASE} FROM releases WHERE id >= ? AND id < ? AND register = ? ORDER BY id LIMIT ?`,
      from,
      to,
      register,
      limit,
    )
    .map(toRelease);
}

/** The newest releases of records, by arrival: who reads on from the last sees every record that changes. */
export function newestOfRecordsAfter(
  database: Database,
  registers: readonly string[],
  seq: number,
  limit: number,
): Pick<Release, 'ocid' | 'seq' | 'acceptedAt'>[] {
  return database.all(
    'SELECT r.ocid, r.seq, r.accepted_at AS acceptedAt FROM releases r WHERE r.seq > ? AND r.register IN (SELECT value FROM json_each(?)) AND NOT EXISTS (SELECT 1 FROM releases s WHERE s.ocid = r.ocid AND s.seq > r.seq) ORDER BY r.seq LIMIT ?',
    seq,
    JSON.stringify(registers),
    limit,
  );
}

// ── Records that point to others ─────────────────────────────────────────────

/** One record pointing to another (`linking.ts`, `targetOf`). */
export interface RecordLink {
  relationship: string;
  target: string;
  /** As printed. */
  code: string;
}

export function saveLinks(database: Database, ocid: string, links: readonly RecordLink[]): void {
  database.run('DELETE FROM record_links WHERE ocid = ?', ocid);
  for (const { relationship, target, code } of links)
    database.run(
      'INSERT OR REPLACE INTO record_links (ocid, relationship, target, code) VALUES (?, ?, ?, ?)',
      ocid,
      relationship,
      target,
      code,
    );
}

export function linksFrom(database: Database, ocid: string): RecordLink[] {
  return database.all(
    'SELECT relationship, target, code FROM record_links WHERE ocid = ? ORDER BY relationship, target',
    ocid,
  );
}

/** Who points to one of these targets. */
export function linksTo(
  database: Database,
  targets: readonly string[],
): (Pick<RecordLink, 'relationship' | 'target'> & { ocid: string })[] {
  return database.all(
    'SELECT ocid, relationship, target FROM record_links WHERE target IN (SELECT value FROM json_each(?)) ORDER BY relationship, ocid',
    JSON.stringify(targets),
  );
}

export function clearLinks(database: Database): void {
  database.run('DELETE FROM record_links');
}

// ── Records ───────────────────────────────────────────────────────────────────

/** A record as it is stored, apart from what it says. */
export interface RecordHead extends Omit<RecordRow, 'compiled'> {
  isOpen: boolean;
  /** UTC ms; only while candidates or an award are what was said last. */
  publicityUntil: number | null;
  /** When it was decided, or signed where only the contract is held. */
  dealtOn: Day | null;
}

/** Written in place: taken out and put in again, a record would leave its page and rewrite every index. */
export function saveRecord(database: Database, record: RecordHead, compiled: string): void {
  database.run(
    `INSERT INTO records (ocid, register, title, stage, region, unit, amount, deadline, is_open, is_reprint, quiet_on, has_text, publicity_until, dealt_on, order_key, releases, compiled) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (ocid) DO UPDATE SET (register, title, stage, region, unit, amount, deadline, is_open, is_reprint, quiet_on, has_text, publicity_until, dealt_on, order_key, releases, compiled) =
       (excluded.register, excluded.title, excluded.stage, excluded.region, excluded.unit, excluded.amount, excluded.deadline, excluded.is_open, excluded.is_reprint, excluded.quiet_on, excluded.has_text, excluded.publicity_until, excluded.dealt_on, excluded.order_key, excluded.releases, excluded.compiled)`,
    record.ocid,
    record.register,
    record.title,
    record.stage,
    record.region,
    record.unit,
    record.amount,
    record.deadline,
    Number(record.isOpen),
    Number(record.isReprint),
    record.quietOn,
    Number(record.hasText),
    record.publicityUntil,
    record.dealtOn,
    record.orderKey,
    record.releases,
    compiled,
  );
}

export function removeRecord(database: Database, ocid: string): void {
  database.run('DELETE FROM records WHERE ocid = ?', ocid);
}

export function clearRecords(database: Database): void {
  database.run('DELETE FROM records');
}

export function findRecord(database: Database, ocid: string): RecordRow | undefined {
  const row = database.get<StoredRecord>(`SELECT ${RECORD} FROM records r WHERE ocid = ?`, ocid);
  return row && toRecord(row);
}

/** Every record of a register. */
export function ocidsOf(database: Database, register: string): string[] {
  return database
    .all<{ ocid: string }>('SELECT ocid FROM records WHERE register = ? ORDER BY ocid', register)
    .map(({ ocid }) => ocid);
}

/** What search rows repeat of a record: when it changes, they do. */
export function findStanding(
  database: Database,
  ocid: string,
): Pick<RecordRow, 'stage' | 'deadline' | 'quietOn' | 'unit' | 'amount'> | undefined {
  return database.get('SELECT stage, deadline, quiet_on AS quietOn, unit, amount FROM records WHERE ocid = ?', ocid);
}

/** In the order of the ocids given; unknown ones are left out. */
export function findRecords(database: Database, ocids: readonly string[]): RecordRow[] {
  const rows = database.all<StoredRecord>(
    `SELECT ${RECORD} FROM records r WHERE ocid IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ocids),
  );
  const found = new Map(rows.map((row) => [row.ocid, toRecord(row)]));
  return ocids.flatMap((ocid) => found.get(ocid) ?? []);
}

/** The open records whose deadline comes next. */
export function closingNext(database: Database, now: number, limit: number): RecordRow[] {
  return database
    .all<StoredRecord>(
      `SELECT ${RECORD} FROM records r WHERE is_open = 1 AND deadline >= ? ORDER BY deadline, ocid LIMIT ?`,
      now,
      limit,
    )
    .map(toRecord);
}

/** What ends between two instants (UTC ms, the first excluded): taking part, or publicity. */
export function endingBetween(
  database: Database,
  after: number,
  until: number,
): { ocid: string; what: 'closes' | 'publicity'; at: number }[] {
  return database.all(
    `SELECT ocid, 'closes' AS what, deadline AS at FROM records WHERE is_open = 1 AND deadline > ? AND deadline <= ?
     UNION ALL SELECT ocid, 'publicity' AS what, publicity_until AS at FROM records WHERE publicity_until > ? AND publicity_until <= ?`,
    after,
    until,
    after,
    until,
  );
}

/** When taking part and publicity end, UTC ms. */
export function endsOf(
  database: Database,
  ocid: string,
): { closes: number | null; publicity: number | null } | undefined {
  return database.get(
    'SELECT CASE is_open WHEN 1 THEN deadline END AS closes, publicity_until AS publicity FROM records WHERE ocid = ?',
    ocid,
  );
}

/** Ids of all releases of these records. */
export function releasesIn(database: Database, ocids: readonly string[]): Set<number> {
  return new Set(
    database
      .all<{ id: number }>(
        'SELECT id FROM releases WHERE ocid IN (SELECT value FROM json_each(?))',
        JSON.stringify(ocids),
      )
      .map(({ id }) => id),
  );
}

/** Ids of the releases of records whose publicity runs at `now` (UTC ms). */
export function releasesInPublicity(database: Database, now: number): Set<number> {
  const today = dayOf(now);
  return releasesIn(
    database,
    database
      .all<{ ocid: string }>(
        `SELECT ocid FROM records WHERE publicity_until >= ? AND ifnull(compiled ->> '$.tender.publicityPeriod.startDate', '') < ? || 'T99'`,
        startOfDay(today)!,
        today,
      )
      .map(({ ocid }) => ocid),
  );
}

/** When the newest release was published, UTC ms; without reading what it says, for every page names it. */
export function lastPublishedAt(database: Database): number | undefined {
  return database.get<{ at: number }>('SELECT published_at AS at FROM releases ORDER BY id DESC LIMIT 1')?.at;
}

/** The newest releases, newest first. */
export function newestReleases(database: Database, limit: number): Release[] {
  return database
    .all<Stored<Release, 'content'>>(`SELECT ${RELEASE} FROM releases ORDER BY id DESC LIMIT ?`, limit)
    .map(toRelease)
    .toSorted((a, b) => b.publishedAt - a.publishedAt || b.id - a.id);
}

/** The home page's figures, what is open by register. `weekEnd`: the end of the coming seven days. */
export function tally(
  database: Database,
  now: number,
  weekEnd: number,
  yesterday: number,
): { open: Map<string, number>; closingThisWeek: number; publishedYesterday: number } {
  const day = firstKeyAt(yesterday);
  const open = database.all<{ register: string; count: number }>(
    'SELECT register, count(*) AS count FROM records WHERE is_open = 1 AND deadline >= ? GROUP BY register',
    now,
  );
  const counts = database.get<{ closingThisWeek: number; publishedYesterday: number }>(
    `SELECT (SELECT count(*) FROM records WHERE is_open = 1 AND deadline BETWEEN ? AND ?) AS closingThisWeek,
            (SELECT count(*) FROM releases WHERE id BETWEEN ? AND ?) AS publishedYesterday`,
    now,
    weekEnd,
    day,
    day + DAY_CAPACITY - 1,
  )!;
  return { open: new Map(open.map(({ register, count }) => [register, count])), ...counts };
}

/** Titles of the records that the newest `releases` releases are about. */
export function newestTitles(database: Database, releases: number): string[] {
  return database
    .all<{ title: string }>(
      'SELECT title FROM records WHERE ocid IN (SELECT ocid FROM releases ORDER BY id DESC LIMIT ?)',
      releases,
    )
    .map(({ title }) => title);
}

/** How many notices of one unit's records in a register were published in a year, as far as they are held here. */
export function heldOf(
  database: Database,
  { unit, register, year }: { unit: string; register: string; year: string },
): number {
  const [first, next] = [year, String(Number(year) + 1)].map((one) => firstKeyAt(startOfDay(`${one}-01-01`)!));
  return database.get<{ n: number }>(
    `SELECT count(*) AS n FROM (SELECT DISTINCT ocid FROM party_roles WHERE party = ?) named
     JOIN records r ON r.ocid = named.ocid AND r.register = ? AND r.unit = ?
     JOIN releases l ON l.ocid = r.ocid WHERE l.id >= ? AND l.id < ?`,
    unit,
    register,
    unit,
    first!,
    next!,
  )!.n;
}
