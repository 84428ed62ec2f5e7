import { coverages } from '../../clock/storage.ts';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import { recordCounts } from '../../notices/lists/facets/storage.ts';
import { closingNext, findRecords, newestReleases, newestTitles, tally } from '../../notices/storage.ts';
import type { RecordRow, Release } from '../../notices/release.ts';
import { owedFound } from '../clock/owed/owed-page.ts';
import type { OwedParameters } from '../clock/owed/parameters.ts';
import { insteadOfSum } from '../list/columns.ts';
import { basisLabel } from '../list/sum.ts';
import { stateOf, type State } from '../record/state.ts';
import { headline, type Amount } from '../../notices/amounts.ts';
import { fragmentOf } from '../../notices/compile.ts';
import { partyNames } from '../../parties/storage.ts';
import { findRegister, inNavigation, registers, underSupervision } from '../../registers/registers.ts';
import { DAY, dayOf, machineTime } from '../../values/date.ts';
import { noticePath, pathOf, recordPath, withQuery } from '../address.ts';
import type { Portal } from '../portal.ts';
import { counterOf, kindLabel, registerLabels, stateText } from '../words.ts';

/** What the first page shows, and what `/index.json` answers. */
export interface Home {
  /** Shanghai, `yyyy-mm-dd`. */
  day: string;
  /** Words to try, each of which finds something today. */
  examples: string[];
  tally: Figure[];
  closing: {
    title: string;
    path: string;
    deadline: string;
    state: State & { text: string };
    unit: string;
    register: string;
    fen: number | null;
    /** Which sum it is: 控制价, 中标价. */
    fenLabel: string;
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
    /** Which sum it is: 控制价, 中标价. */
    fenLabel: string;
    missing: string;
  }[];
  registers: { id: string; name: string; what: string; count: number; counter: string; updatedAt: string | null }[];
}

/** A number and the page that lists what it counts. */
export interface Figure {
  name: 'open' | 'closingSoon' | 'yesterday' | 'owed';
  /** Null where nothing is known: without a source taken whole nothing can be missing. */
  value: number | null;
  path: string;
  /** What it is made of: 招标中 5, 土地出让中 2. */
  parts: { text: string; value: number; path: string }[];
}

/** As its page counts them when nothing is chosen. */
const OWED: OwedParameters = { basis: 'verified', sort: 'longest', skip: 0 };
const ROWS = 6;
const EXAMPLES = 4;
/** Releases among which an example must find something; what is that new, every search finds. */
const NEWEST = 500;
const WEEK = 7 * DAY;

export function home(portal: Portal, locale: Locale): Home {
  const now = portal.now();
  return {
    day: dayOf(now),
    examples: examples(portal, locale),
    tally: figures(portal, locale, now),
    closing: closing(portal, locale, now),
    latest: latest(portal, locale, now),
    registers: kept(portal, locale),
  };
}

function examples({ database }: Portal, locale: Locale): string[] {
  const titles = newestTitles(database, NEWEST);
  return labels(locale)
    .home.oftenWords.split(' ')
    .filter((word) => titles.some((title) => title.includes(word)))
    .slice(0, EXAMPLES);
}

function figures(portal: Portal, locale: Locale, now: number): Figure[] {
  const { database } = portal;
  const yesterday = now - DAY;
  const { open, closingThisWeek, publishedYesterday } = tally(database, now, now + WEEK, yesterday);
  const day = dayOf(yesterday);
  const owed = owedFound(portal, OWED, 0).total;
  // What was first published here is all here, whatever else is taken.
  const isKnown = owed > 0 || coverages(database).length > 0;
  const openIn = (register?: string) => withQuery('/search', { due: 'open', register, sort: 'closing' });
  return [
    {
      name: 'open',
      value: [...open.values()].reduce((sum, count) => sum + count, 0),
      path: openIn(),
      parts: registers
        .filter(({ id }) => open.has(id))
        .map((register) => {
          const { open: word, name } = registerLabels(register, locale);
          return { text: word ?? name, value: open.get(register.id)!, path: openIn(register.id) };
        }),
    },
    {
      name: 'closingSoon',
      value: closingThisWeek,
      path: withQuery('/search', { due: 'soon', sort: 'closing' }),
      parts: [],
    },
    {
      name: 'yesterday',
      value: publishedYesterday,
      path: withQuery('/search', { from: day, to: day, each: 'notice' }),
      parts: [],
    },
    { name: 'owed', value: isKnown ? owed : null, path: '/owed', parts: [] },
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
      fenLabel: fenLabel(headline(record.compiled), record, locale),
      missing: insteadOfSum(record, now, locale),
    };
  });
}

function latest({ database }: Portal, locale: Locale, now: number): Home['latest'] {
  const releases = newestReleases(database, ROWS);
  const records = new Map(
    findRecords(
      database,
      releases.map(({ ocid }) => ocid),
    ).map((record) => [record.ocid, record]),
  );
  return releases.map((release) => {
    const record = records.get(release.ocid);
    const { suppliers, sum } = said(release);
    const shown = sum ?? (record ? headline(record.compiled) : null);
    return {
      title: record?.title ?? release.content.title,
      path: record ? pathOf(record) : recordPath(release.ocid),
      noticePath: noticePath(release.id),
      kind: kindLabel(release.register, release.kind, locale),
      publishedAt: machineTime(release.publishedAt),
      // Two notices of one project are told apart by their section.
      who: [suppliers[0] ?? release.content.unit?.name ?? unitNameOf(record), sectionOf(release)]
        .filter(Boolean)
        .join(labels(locale).record.dot),
      fen: shown?.fen ?? null,
      fenLabel: record ? fenLabel(shown, record, locale) : '',
      missing: record ? insteadOfSum(record, now, locale) : '',
    };
  });
}

function sectionOf({ content: { section } }: Release): string | undefined {
  return section && (section.name ?? section.id);
}

/** Which sum it is: 控制价, 中标价. */
function fenLabel(sum: Amount | null, record: RecordRow, locale: Locale): string {
  const register = findRegister(record.register);
  return sum && register ? basisLabel(sum.basis, record, register, locale) : '';
}

/** The newest fact of one notice: who won and how much, if it says so. */
function said(release: Release): { suppliers: string[]; sum: Amount | null } {
  const fragment = fragmentOf(release.content);
  const awards = Array.isArray(fragment.awards) ? fragment.awards : [];
  return {
    suppliers: awards.flatMap(({ suppliers }) => suppliers ?? []).flatMap(({ name }) => name ?? []),
    sum: headline(fragment),
  };
}

function unitNameOf(record: RecordRow | undefined): string | undefined {
  return record?.compiled.tender?.procuringEntity?.name ?? record?.compiled.buyer?.name;
}

/** The registers of the navigation, then all that stands behind the door 监督 in one line. */
function kept({ database }: Portal, locale: Locale): Home['registers'] {
  const rows = recordCounts(database);
  const counts = new Map(rows.map((row) => [row.register, row]));
  const ofDoor = rows.filter(({ register }) => underSupervision.some(({ id }) => id === register));
  const { home, pages, supervision } = labels(locale);
  const supervised = ofDoor.reduce((sum, { count }) => sum + count, 0);
  const door = {
    id: 'supervision',
    name: pages.supervision,
    what: [...underSupervision.map((register) => registerLabels(register, locale).name), supervision.owed].join(
      labels(locale).record.list,
    ),
    count: supervised,
    counter: fill(home.matters, { n: supervised }),
    updatedAt: ofDoor.length > 0 ? machineTime(Math.max(...ofDoor.map(({ updatedAt }) => updatedAt))) : null,
  };
  const own = inNavigation.map((register) => {
    const { name, what } = registerLabels(register, locale);
    const row = counts.get(register.id);
    const count = row?.count ?? 0;
    return {
      id: register.id,
      name,
      what,
      count,
      counter: counterOf(register, count, locale),
      updatedAt: row ? machineTime(row.updatedAt) : null,
    };
  });
  return [...own, door];
}

function registerName(id: string, locale: Locale): string {
  const register = registers.find((one) => one.id === id);
  return register ? registerLabels(register, locale).name : id;
}
