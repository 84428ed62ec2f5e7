import { XLSX } from '../faces.ts';
import * as z from 'zod';
import { findUnits } from '../../accounts/units/storage.ts';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import {
  directory,
  directoryTotal,
  lettersOf,
  tallies,
  type DirectoryQuery,
  type Listed,
  type Tally,
} from '../../parties/directory/storage.ts';
import { partyId, partyPath, speltName } from '../../parties/party.ts';
import { findParty } from '../../parties/storage.ts';
import { DAY, dayOf } from '../../values/date.ts';
import { dayOfKey } from '../../values/order-key.ts';
import { matchKey } from '../../values/script.ts';
import { synonymsOf } from '../../values/synonyms.ts';
import { unitNames } from '../../values/unit-names.ts';
import { href, withQuery } from '../address.ts';
import type { Portal } from '../portal.ts';
import { typedParty } from '../typed.ts';
import { roleTimes, type RoleTimes } from './role-times.ts';

/** The directory of units, or of all other parties. */
export type DirectoryOf = 'units' | 'parties';

export interface DirectoryParameters {
  /** A name or a part of it, also as it was or is called otherwise, a code, or letters that spell it. */
  q: string;
  /** From this letter on; `#` for what begins otherwise. */
  letter: string | null;
  /** The id of the last one of the page before. */
  after: string | null;
}

export const DIRECTORY_PARAMETERS: readonly string[] = ['q', 'letter', 'after', 'names'];

/** How each but the words is read. */
export const DIRECTORY_VALUES = { letter: z.string().regex(/^[a-z#]$/), after: typedParty };

const LONGEST_QUERY = 100;
const ROWS = 40;

export function readDirectoryParameters(search: URLSearchParams): DirectoryParameters {
  const letter = search.get('letter') ?? '';
  const after = search.get('after') ?? '';
  return {
    q: (search.get('q') ?? '').trim().slice(0, LONGEST_QUERY),
    letter: DIRECTORY_VALUES.letter.safeParse(letter).success ? letter : null,
    after: DIRECTORY_VALUES.after.safeParse(after).success ? after : null,
  };
}

export interface DirectoryRow {
  id: string;
  name: string;
  path: string;
  identifier: string | null;
  roles: RoleTimes[];
  records: number;
  won: number;
  newestOn: string;
}

export interface DirectoryPage {
  of: DirectoryOf;
  path: string;
  parameters: DirectoryParameters;
  rows: DirectoryRow[];
  /** All that are found, on however many pages. */
  total: number;
  letters: { letter: string; parties: number }[];
  /** The letter under which this page begins. */
  here: string | null;
  next: string | null;
}

export function directoryPage(
  portal: Portal,
  of: DirectoryOf,
  parameters: DirectoryParameters,
  locale: Locale,
): DirectoryPage {
  const { database } = portal;
  const query = queryOf(portal, of, parameters);
  const { rows, next } = findListed(portal, query, ROWS);
  return {
    of,
    path: `/${of}`,
    parameters,
    rows: directoryRows(portal, of, rows, locale),
    total: directoryTotal(database, query),
    letters: parameters.q === '' ? lettersOf(database, of === 'units') : [],
    here: parameters.q === '' && rows[0] ? letterOf(rows[0]) : null,
    next,
  };
}

/** As many as are asked for, and the id after which the next ones begin. */
export function findListed(
  { database }: Portal,
  query: Omit<DirectoryQuery, 'limit'>,
  limit: number,
): { rows: Listed[]; next: string | null } {
  const found = directory(database, { ...query, limit: limit + 1 });
  const rows = found.slice(0, limit);
  return { rows, next: found.length > limit ? rows.at(-1)!.id : null };
}

export function queryOf(
  { database }: Portal,
  of: DirectoryOf,
  { q, letter, after }: DirectoryParameters,
): Omit<DirectoryQuery, 'limit'> {
  const last = after === null ? undefined : placeOf(database, after);
  const isUnit = of === 'units';
  const key = matchKey(q);
  const place = { ...(letter !== null && letter !== '#' && { from: letter }), ...(last && { after: last }) };
  if (key === '') return { isUnit, ...place };
  // 住建 is short for 住建局, as that is for 住房和城乡建设局.
  const others = [q, `${q}局`].flatMap((name) => [...synonymsOf(name), ...unitNames(name)]);
  const also = findUnits(database)
    .filter(({ formerNames }) => formerNames.some(({ name }) => matchKey(name).includes(key)))
    .map(({ name }) => partyId(name));
  return {
    isUnit,
    ...(last && { after: last }),
    words: [...new Set([key, ...others.map(matchKey).filter(Boolean)])],
    ...(/^[0-9a-z]{6,18}$/.test(key) && { code: key.toUpperCase() }),
    also,
  };
}

function placeOf(database: Portal['database'], id: string): { sorted: string; id: string } | undefined {
  const party = findParty(database, id);
  return party && { id, sorted: speltName(party.name).sorted };
}

export function directoryRows(
  { database }: Portal,
  of: DirectoryOf,
  listed: readonly Listed[],
  locale: Locale,
): DirectoryRow[] {
  const counted = tallies(
    database,
    listed.map(({ id }) => id),
  );
  return listed.map(({ id, name, identifier }) => {
    const tally: Tally | undefined = counted.get(id);
    return {
      id,
      name,
      path: partyPath(id, of === 'units'),
      identifier,
      roles: roleTimes(tally, locale),
      records: tally?.records ?? 0,
      won: tally?.roles.find(({ role }) => role === 'supplier')?.records ?? 0,
      newestOn: tally ? dayOf(dayOfKey(tally.newest) * DAY) : '',
    };
  });
}

function letterOf({ sorted }: Listed): string {
  return /^[a-z]/.test(sorted) ? sorted[0]! : '#';
}

/** Where a directory leads, and what it says of itself. */
export function directoryView(page: DirectoryPage, locale: Locale) {
  const t = labels(locale).party.directory;
  const { of, path, parameters, total, here } = page;
  const { q, letter } = parameters;
  const n = total.toLocaleString('en-US');
  const asked = { q: q || undefined, letter: letter ?? undefined };
  const at = (face: string, query: Record<string, string | undefined>) => withQuery(href(locale, path + face), query);
  const other: DirectoryOf = of === 'units' ? 'parties' : 'units';
  const face = (ext: 'csv' | 'xlsx' | 'json', type: string) => ({
    href: at(`.${ext}`, { q: q || undefined }),
    text: labels(locale).party[ext],
    type,
  });
  return {
    title: t[of],
    lead: t[`${of}Lead`],
    count: q ? fill(t.found, { q, n }) : fill(t.count, { n }),
    nothing: fill(t.nothing, { q }),
    query: withQuery('', asked),
    letters: page.letters.map(({ letter: one, parties }) => ({
      text: one.toUpperCase(),
      label: fill(t.letterOf, { letter: one.toUpperCase(), n: parties }),
      href: at('', { letter: one }),
      current: one === here && (letter !== null || parameters.after !== null),
    })),
    first: parameters.after || letter ? { href: at('', { q: q || undefined }), text: t.first } : undefined,
    next: page.next ? { href: at('', { q: q || undefined, after: page.next }), text: t.next } : undefined,
    clear: { href: at('', {}), text: t.clear },
    other: {
      href: withQuery(href(locale, `/${other}`), { q: q || undefined }),
      text: fill(t.elsewhere, { name: t[other] }),
    },
    takeAway: fill(t.takeAway, { n }),
    faces: [face('csv', 'text/csv'), face('xlsx', XLSX), face('json', 'application/json')],
  };
}
