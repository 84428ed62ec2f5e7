import { owedBefore, owedByUnit } from '../../clock/storage.ts';
import { labels, type Locale } from '../../locales/labels.ts';
import { sourceIn } from '../../clock/coverage.ts';
import { findRecords, findReleases } from '../../notices/storage.ts';
import { partyPath } from '../../parties/party.ts';
import { partyNames } from '../../parties/storage.ts';
import { findRegister, registers } from '../../registers/registers.ts';
import { dayOf } from '../../values/date.ts';
import { pathOf } from '../address.ts';
import type { Portal } from '../portal.ts';
import { kindLabel, registerLabels } from '../words.ts';
import { coverageRows, sourceText, type CoverageRow } from './coverage.ts';
import { verdictLine, type VerdictLine } from './verdict-line.ts';

export interface OwedParameters {
  unit?: string;
  register?: string;
}

export const OWED_PARAMETERS: readonly string[] = ['unit', 'register'];
export const MOST_OWED = 200;

export function readOwedParameters(search: URLSearchParams): OwedParameters {
  const unit = search.get('unit');
  const register = search.get('register');
  return {
    ...(unit && /^p[0-9a-f]{12}$/.test(unit) && { unit }),
    ...(register && findRegister(register) && { register }),
  };
}

/** 应公开未公开: what the law wanted published by today and is absent. The page, its JSON and its CSV. */
export interface OwedPage {
  on: string;
  total: number;
  rows: {
    ocid: string;
    title: string;
    path: string;
    register: string;
    registerName: string;
    unit: { id: string; name: string; path: string } | null;
    what: string;
    dueOn: string;
    daysLate: number;
    /** Why its absence says something: by what the notice it runs from is among those taken whole. */
    source: string;
    line: VerdictLine;
  }[];
  /** Of which sources absence says anything. */
  coverage: CoverageRow[];
  byUnit: { id: string; name: string; register: string; registerName: string; count: number; oldest: string }[];
}

export function owedPage(
  portal: Portal,
  parameters: OwedParameters,
  locale: Locale,
  found = owedBefore(portal.database, dayOf(portal.now()), { ...parameters, limit: MOST_OWED }),
): OwedPage {
  const { database } = portal;
  const today = dayOf(portal.now());
  const { rows, total } = found;
  const records = new Map(
    findRecords(
      database,
      rows.map(({ ocid }) => ocid),
    ).map((record) => [record.ocid, record]),
  );
  const triggers = new Map(
    findReleases(
      database,
      rows.map(({ triggerRelease }) => triggerRelease),
    ).map((release) => [release.id, release]),
  );
  const sourceOf = sourceIn(database);
  const groups = owedByUnit(database, today);
  const names = partyNames(database, [...rows.map(({ unit }) => unit), ...groups.map(({ unit }) => unit)]);
  const nameOf = (register: string) =>
    registerLabels(
      registers.find(({ id }) => id === register)!,
      locale,
    ).name;
  return {
    on: today,
    total,
    rows: rows.flatMap((row) => {
      const record = records.get(row.ocid);
      const line = verdictLine(row, today, locale);
      if (!record || !line) return [];
      const name = names.get(row.unit);
      const trigger = triggers.get(row.triggerRelease);
      const source = trigger ? sourceOf(trigger) : null;
      return [
        {
          ocid: row.ocid,
          title: record.title,
          path: pathOf(record),
          register: row.register,
          registerName: nameOf(row.register),
          unit: name === undefined ? null : { id: row.unit, name, path: partyPath(row.unit, true) },
          what: owedWhat(row.register, row.rule, locale),
          dueOn: row.dueOn!,
          daysLate: Math.round((Date.parse(today) - Date.parse(row.dueOn!)) / 86_400_000),
          source: source ? sourceText(source, locale) : '',
          line,
        },
      ];
    }),
    coverage: coverageRows(portal, locale),
    byUnit: groups.map(({ unit, register, count, oldest }) => ({
      id: unit,
      name: names.get(unit) ?? '',
      register,
      registerName: nameOf(register),
      count,
      oldest,
    })),
  };
}

/** The notices of which one was owed: 成交公示、未成交公告、终止公告. */
function owedWhat(register: string, rule: string, locale: Locale): string {
  const found = findRegister(register)?.periods?.rules.find(({ id }) => id === rule);
  const target = found && 'target' in found ? found.target : '';
  return target
    .split('|')
    .map((reference) => kindLabel(register, reference.split(/[.@]/)[0]!, locale))
    .join(labels(locale).record.list);
}

export function owedTable(page: OwedPage, locale: Locale): string[][] {
  const t = labels(locale).clock.owed;
  return [
    [
      t.item,
      t.register,
      t.unit,
      t.what,
      t.due,
      t.late,
      labels(locale).clock.methodPage.law,
      labels(locale).clock.coverage.source,
    ],
    ...page.rows.map((row) => [
      row.title,
      row.registerName,
      row.unit?.name ?? '',
      row.what,
      row.dueOn,
      String(row.daysLate),
      row.line.law,
      row.source,
    ]),
  ];
}
