import type { Database } from '../../database/database.ts';
import { speltName } from '../party.ts';

/** The directories of units and of all others: by name as it is spelt, found by any part of it. */

/** Stands for a record in which it has a role, whichever. */
export const ANY_ROLE = '';

/** One record more, or less, in which it has this role. */
export function countRole(database: Database, party: string, role: string, change: 1 | -1): void {
  database.run(
    'INSERT INTO party_tallies (party, role, records) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET records = records + excluded.records',
    party,
    role,
    change,
  );
}

/** Those saved before their names were spelt are spelt now; how many. */
export function spellNames(database: Database): number {
  const parties = database.all<{ id: string; name: string }>("SELECT id, name FROM parties WHERE sorted = ''");
  for (const { id, name } of parties) {
    const { sorted, found } = speltName(name);
    database.run('UPDATE parties SET sorted = ?, found = ? WHERE id = ?', sorted, found, id);
  }
  return parties.length;
}

export interface Listed {
  id: string;
  name: string;
  identifier: string | null;
  sorted: string;
}

/** Where one stands in a directory. */
export type DirectoryPlace = Pick<Listed, 'sorted' | 'id'>;

export interface DirectoryQuery {
  isUnit: boolean;
  /** Folded: any of these stands in the name, in its pinyin or in its initials. */
  words?: readonly string[] | undefined;
  /** Begins the code. */
  code?: string | undefined;
  /** These as well: found by a name that they bore. */
  also?: readonly string[] | undefined;
  /** From here on. */
  from?: string | undefined;
  /** The last of the page before. */
  after?: DirectoryPlace | undefined;
  limit: number;
}

/** In the order of their names as they are spelt. Without words one index is walked; with words each name is looked at. */
export function directory(database: Database, query: DirectoryQuery): Listed[] {
  const { from, where, values } = conditions(query);
  const { after = { sorted: query.from ?? '', id: '' }, limit } = query;
  return database.all<Listed>(
    `SELECT id, name, identifier, sorted FROM ${from}
     WHERE is_unit = ? AND (sorted, id) > (?, ?) AND (${where}) ORDER BY sorted, id LIMIT ?`,
    query.isUnit ? 1 : 0,
    after.sorted,
    after.id,
    ...values,
    limit,
  );
}

export function directoryTotal(database: Database, query: Omit<DirectoryQuery, 'limit' | 'after' | 'from'>): number {
  const { from, where, values } = conditions(query);
  return database.get<{ n: number }>(
    `SELECT count(*) AS n FROM ${from} WHERE is_unit = ? AND (${where})`,
    query.isUnit ? 1 : 0,
    ...values,
  )!.n;
}

/** Names are looked at where they stand: by the index each would be fetched from elsewhere. */
function conditions({ words, code, also = [] }: Pick<DirectoryQuery, 'words' | 'code' | 'also'>): {
  from: string;
  where: string;
  values: string[];
} {
  if (words === undefined) return { from: 'parties INDEXED BY parties_by_sorted', where: 'true', values: [] };
  return {
    from: 'parties NOT INDEXED',
    where: [
      ...words.map(() => 'instr(found, ?)'),
      ...(code === undefined ? [] : ['(identifier >= ? AND identifier < ?)']),
      ...(also.length === 0 ? [] : ['id IN (SELECT value FROM json_each(?))']),
    ].join(' OR '),
    values: [
      ...words,
      ...(code === undefined ? [] : [code, `${code}\uffff`]),
      ...(also.length === 0 ? [] : [JSON.stringify(also)]),
    ],
  };
}

/** How many names begin with each letter; '#' for all others. Each is a range of the index. */
export function lettersOf(database: Database, isUnit: boolean): { letter: string; parties: number }[] {
  const count = (from: string, until: string) =>
    database.get<{ n: number }>(
      'SELECT count(*) AS n FROM parties INDEXED BY parties_by_sorted WHERE is_unit = ? AND sorted >= ? AND sorted < ?',
      isUnit ? 1 : 0,
      from,
      until,
    )!.n;
  const others = count('', 'a') + count('{', '\u{10ffff}');
  return [
    ...(others > 0 ? [{ letter: '#', parties: others }] : []),
    ...[...'abcdefghijklmnopqrstuvwxyz']
      .map((letter) => ({ letter, parties: count(letter, String.fromCharCode(letter.charCodeAt(0) + 1)) }))
      .filter(({ parties }) => parties > 0),
  ];
}

/** Some of a directory in its order, for a piece of a site map. */
export function directoryIds(database: Database, isUnit: boolean, limit: number, offset: number): string[] {
  return database
    .all<{ id: string }>(
      'SELECT id FROM parties INDEXED BY parties_by_sorted WHERE is_unit = ? ORDER BY sorted, id LIMIT ? OFFSET ?',
      isUnit ? 1 : 0,
      limit,
      offset,
    )
    .map(({ id }) => id);
}

/** What each did: in how many records, in each role, and the order key of the newest of them. */
export interface Tally {
  party: string;
  records: number;
  roles: { role: string; records: number }[];
  newest: number;
}

export function tallies(database: Database, parties: readonly string[]): Map<string, Tally> {
  const rows = database.all<{ party: string; role: string; records: number; newest: number }>(
    `SELECT t.party, t.role, t.records, (SELECT max(order_key) FROM party_roles r WHERE r.party = t.party) AS newest
     FROM json_each(?) AS asked JOIN party_tallies t ON t.party = asked.value WHERE t.records > 0 ORDER BY t.party, t.records DESC, t.role`,
    JSON.stringify(parties),
  );
  const found = new Map<string, Tally>();
  for (const { party, role, records, newest } of rows) {
    const tally = found.get(party) ?? { party, records: 0, roles: [], newest };
    found.set(party, tally);
    if (role === ANY_ROLE) tally.records = records;
    else tally.roles.push({ role, records });
  }
  return found;
}
