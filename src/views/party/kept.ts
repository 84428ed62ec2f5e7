import { duesOf, owedBefore, type Due } from '../../clock/owed/storage.ts';
import { fill, labels, language, type Locale } from '../../locales/labels.ts';
import { findRecords } from '../../notices/storage.ts';
import { registers } from '../../registers/registers.ts';
import { dayOf } from '../../values/date.ts';
import { pathOf, withQuery } from '../address.ts';
import { owedWhat, rulesOwed } from '../clock/owed/duties.ts';
import { gridOf, type ColumnOf, type Grid } from '../grid.ts';
import type { Portal } from '../portal.ts';

/** How many notices a unit had to publish, how many it did, and when: first of how many, then which. */
export interface Kept {
  /** 应公开86件，本站见到84件. */
  heading: string;
  due: number;
  inTime: number;
  late: number;
  unseen: number;
  /** What stands on the bar, in words. */
  parts: { id: 'inTime' | 'late' | 'unseen'; n: number; text: string }[];
  chart: string;
  grid: Grid | null;
  /** What is not counted, and why. */
  notes: string[];
  owed: { grid: Grid; total: number; path: string } | null;
}

const OWED = 5;

interface Row {
  rule: string;
  title: string;
  due: number;
  inTime: number;
  late: number;
  unseen: number;
}

export function keptBy(portal: Portal, id: string, path: string, locale: Locale): Kept {
  const t = labels(locale).party.kept;
  const today = dayOf(portal.now());
  // As on the page of what is owed: only a rule of which every version was compared with its source counts.
  const verified = rulesOwed('verified');
  const titles = titlesIn(locale);
  const dues = duesOf(portal.database, id, [...verified, ...rulesOwed('unverified')], today);
  const rows = verified.flatMap((rule) => rowOf(rule, dues, titles) ?? []);
  const [inTime, late, unseen] = (['inTime', 'late', 'unseen'] as const).map((what) => sum(rows, what)) as [
    number,
    number,
    number,
  ];
  const due = inTime + late + unseen;
  const counted = dues.filter(({ rule }) => verified.includes(rule));
  const ahead = count(counted, 'ahead');
  const other = total(counted) - due - ahead;
  const unverified = total(dues) - total(counted);
  const figures = { due, published: inTime + late, inTime, late, unseen };
  return {
    heading: due > 0 ? fill(t.title, figures) : t.none,
    due,
    inTime,
    late,
    unseen,
    parts: (
      [
        ['inTime', inTime, t.inTimeN],
        ['late', late, t.lateN],
        ['unseen', unseen, t.unseenN],
      ] as const
    ).map(([part, n, text]) => ({ id: part, n, text: fill(text, { n }) })),
    chart: fill(t.chart, figures),
    grid: due > 0 ? ruleGrid(rows, path, locale) : null,
    notes: [
      ...(ahead > 0 ? [fill(t.ahead, { n: ahead })] : []),
      ...(other > 0 ? [fill(t.notCounted, { n: other })] : []),
      ...(unverified > 0 ? [fill(t.unverified, { n: unverified })] : []),
      t.note,
    ],
    owed: unseen > 0 ? owedGrid(portal, id, today, locale) : null,
  };
}

function titlesIn(locale: Locale): Map<string, string> {
  return new Map(registers.flatMap((register) => Object.entries(register.labels[language(locale)].periods ?? {})));
}

function rowOf(rule: string, dues: readonly Due[], titles: ReadonlyMap<string, string>): Row | null {
  const own = dues.filter((row) => row.rule === rule);
  const [inTime, late, unseen] = (['in-time', 'late', 'unseen'] as const).map((one) => count(own, one)) as [
    number,
    number,
    number,
  ];
  const due = inTime + late + unseen;
  return due > 0 ? { rule, title: titles.get(rule) ?? rule, due, inTime, late, unseen } : null;
}

function ruleGrid(rows: readonly Row[], path: string, locale: Locale): Grid {
  const t = labels(locale).party.kept;
  const column = (id: 'due' | 'inTime' | 'late' | 'unseen'): ColumnOf<Row> => ({
    id,
    label: t[id],
    numeric: true,
    cell: (row) => ({ text: String(row[id]) }),
    total: (all) => ({ text: String(sum(all, id)) }),
  });
  return gridOf<Row>(
    [
      {
        id: 'rule',
        label: t.rule,
        cell: ({ rule, title }) => ({ text: title, path: withQuery(`${path}/compliance`, { rule }) }),
        total: () => ({ text: labels(locale).party.total }),
      },
      ...(['due', 'inTime', 'late', 'unseen'] as const).map(column),
    ],
    rows.toSorted((a, b) => b.due - a.due),
    { text: '' },
  );
}

function owedGrid({ database }: Portal, unit: string, today: string, locale: Locale): Kept['owed'] {
  const t = labels(locale).party.kept;
  const { rows, total: all } = owedBefore(database, today, { rules: rulesOwed('verified'), unit, limit: OWED });
  const records = new Map(
    findRecords(
      database,
      rows.map(({ ocid }) => ocid),
    ).map((record) => [record.ocid, record]),
  );
  const known = rows.flatMap((row) => {
    const record = records.get(row.ocid);
    return record ? [{ ...row, title: record.title, path: `${pathOf(record)}#clock` }] : [];
  });
  const late = (due: string) => Math.round((Date.parse(today) - Date.parse(due)) / 86_400_000);
  return {
    total: all,
    path: withQuery('/owed', { unit }),
    grid: gridOf(
      [
        {
          id: 'record',
          label: labels(locale).party.project,
          cell: ({ title, path }) => ({ text: title, path }),
        },
        { id: 'what', label: t.what, cell: ({ register, rule }) => ({ text: owedWhat({ register, rule }, locale) }) },
        { id: 'dueOn', label: t.dueOn, cell: ({ dueOn }) => ({ text: dueOn! }) },
        {
          id: 'late',
          label: t.late1,
          numeric: true,
          cell: ({ dueOn }) => ({ text: fill(t.days, { n: late(dueOn!) }) }),
        },
      ],
      known,
      { text: '' },
    ),
  };
}

function count(dues: readonly Due[], standing: Due['standing']): number {
  return total(dues.filter((row) => row.standing === standing));
}

function total(dues: readonly Due[]): number {
  return dues.reduce((all, { count: n }) => all + n, 0);
}

function sum(rows: readonly Row[], what: 'due' | 'inTime' | 'late' | 'unseen'): number {
  return rows.reduce((all, row) => all + row[what], 0);
}
