import { labels, type Locale } from '../../locales/labels.ts';
import { recordCounts } from '../../notices/lists/facets/storage.ts';
import { closingNext, findRecords, newestReleases, tally } from '../../notices/storage.ts';
import type { RecordRow, Release } from '../../notices/release.ts';
import { stateOf, type State } from '../record/state.ts';
import { headlineFen } from '../../notices/amounts.ts';
import { fragmentOf } from '../../notices/compile.ts';
import { partyNames } from '../../parties/storage.ts';
import { registers } from '../../registers/registers.ts';
import { DAY, dayOf, machineTime } from '../../values/date.ts';
import { noticePath, pathOf, recordPath, withQuery } from '../address.ts';
import type { Portal } from '../portal.ts';
import { unknownOf } from '../unknown.ts';
import { kindLabel, registerLabels, stateText } from '../words.ts';

/** What the first page shows, and what `/index.json` answers. */
export interface Home {
  /** Shanghai, `yyyy-mm-dd`. */
  day: string;
  /** Figures, each with the search that lists what it counts. */
  tally: { name: 'open' | 'closingSoon' | 'yesterday'; value: number; path: string }[];
  closing: {
    title: string;
    path: string;
    deadline: string;
    state: State & { text: string };
    unit: string;
    register: string;
    fen: number | null;
    /** Said in the place of a sum. */
    missing: string;
  }[];
  latest: {
    title: string;
    path: string;
    noticePath: string;
    kind: string;
    publishedAt: string;
    who: string;
    fen: number | null;
    missing: string;
  }[];
  registers: { id: string; name: string; what: string; count: number; counter: string; updatedAt: string | null }[];
}

const ROWS = 6;
const WEEK = 7 * DAY;

export function home(portal: Portal, locale: Locale): Home {
  const now = portal.now();
  return {
    day: dayOf(now),
    tally: figures(portal, now),
    closing: closing(portal, locale, now),
    latest: latest(portal, locale),
    registers: kept(portal, locale),
  };
}

function figures({ database }: Portal, now: number): Home['tally'] {
  const yesterday = now - DAY;
  const { open, closingThisWeek, publishedYesterday } = tally(database, now, now + WEEK, yesterday);
  const day = dayOf(yesterday);
  return [
    { name: 'open', value: open, path: withQuery('/search', { due: 'open', sort: 'closing' }) },
    {
      name: 'closingSoon',
      value: closingThisWeek,
      path: withQuery('/search', { due: 'soon', sort: 'closing' }),
    },
    {
      name: 'yesterday',
      value: publishedYesterday,
      path: withQuery('/search', { from: day, to: day, each: 'notice' }),
    },
  ];
}

function closing({ database }: Portal, locale: Locale, now: number): Home['closing'] {
  const records = closingNext(database, now, ROWS);
  const names = partyNames(
    database,
    records.map(({ unit }) => unit),
  );
  return records.map((record) => {
    const state = stateOf(record, now);
    return {
      title: record.title,
      path: pathOf(record),
      deadline: machineTime(record.deadline!),
      state: { ...state, text: stateText(state, record.register, locale) },
      unit: names.get(record.unit) ?? '',
      register: registerName(record.register, locale),
      fen: record.amount,
      missing: labels(locale).missing[unknownOf('undisclosed', record, now)],
    };
  });
}

function latest({ database }: Portal, locale: Locale): Home['latest'] {
  const releases = newestReleases(database, ROWS);
  const records = new Map(
    findRecords(
      database,
      releases.map(({ ocid }) => ocid),
    ).map((record) => [record.ocid, record]),
  );
  return releases.map((release) => {
    const record = records.get(release.ocid);
    const { suppliers, fen } = said(release);
    return {
      title: record?.title ?? release.content.title,
      path: record ? pathOf(record) : recordPath(release.ocid),
      noticePath: noticePath(release.id),
      kind: kindLabel(release.register, release.kind, locale),
      publishedAt: machineTime(release.publishedAt),
      who: suppliers[0] ?? release.content.unit?.name ?? unitNameOf(record) ?? '',
      fen: fen ?? record?.amount ?? null,
      missing: labels(locale).missing[release.content.firstPublished ? 'in-text' : 'undisclosed'],
    };
  });
}

/** The newest fact of one notice: who won and how much, if it says so. */
function said(release: Release): { suppliers: string[]; fen: number | null } {
  const fragment = fragmentOf(release.content);
  const awards = Array.isArray(fragment.awards) ? fragment.awards : [];
  return {
    suppliers: awards.flatMap(({ suppliers }) => suppliers ?? []).flatMap(({ name }) => name ?? []),
    fen: headlineFen(fragment),
  };
}

function unitNameOf(record: RecordRow | undefined): string | undefined {
  return record?.compiled.tender?.procuringEntity?.name ?? record?.compiled.buyer?.name;
}

function kept({ database }: Portal, locale: Locale): Home['registers'] {
  const counts = new Map(recordCounts(database).map((row) => [row.register, row]));
  return registers.map((register) => {
    const { name, what, counter } = registerLabels(register, locale);
    const row = counts.get(register.id);
    return {
      id: register.id,
      name,
      what,
      count: row?.count ?? 0,
      counter,
      updatedAt: row ? machineTime(row.updatedAt) : null,
    };
  });
}

function registerName(id: string, locale: Locale): string {
  const register = registers.find((one) => one.id === id);
  return register ? registerLabels(register, locale).name : id;
}
