import { fill, labels, type Locale } from '../../locales/labels.ts';
import {
  MOST_PAIRED,
  pairs,
  yearBids,
  yearSums,
  type Pair,
  type Side,
  type YearSum,
} from '../../parties/dealings/storage.ts';
import { partyPath } from '../../parties/party.ts';
import { findRegister } from '../../registers/registers.ts';
import { formatFen, formatWan } from '../../values/money.ts';
import { gridOf, type ColumnOf, type Grid } from '../grid.ts';
import type { Portal } from '../portal.ts';
import { registerLabels } from '../words.ts';

/** What it won (`supplier`) or bought (`buyer`): by year, and from or for whom. */
export interface Dealings {
  side: Side;
  /** The answer as a heading: 中选3个项目，工程建设中标价合计8,230.50万元. */
  heading: string;
  /** Where there are sums of several sorts: each in a sentence of its own. */
  sums: string[];
  /** Whether any sum is told. */
  hasSums: boolean;
  chart: Chart | null;
  grid: Grid;
  counterparties: { grid: Grid; note: string } | null;
}

/** A bar a year, oldest first; the figures stand in the table beside it. */
export interface Chart {
  label: string;
  bars: { text: string; value: number; shown: string }[];
}

const COUNTERPARTIES = 10;
const MOST_BARS = 10;

/** Sums that may be added: of one register, and called the same. */
interface Sort {
  register: string;
  bases: string[];
  /** 工程建设中标价; in a table of one register 中标价. */
  label: string;
  short: string;
}

interface Year {
  year: number;
  records: number;
  bids: { bids: number; won: number; lost: number } | undefined;
  /** By sort, in their order. */
  sums: ({ fen: number; records: number } | undefined)[];
}

export function dealingsOf({ database }: Portal, id: string, side: Side, locale: Locale): Dealings | null {
  const rows = yearSums(database, id, side);
  const bids = side === 'supplier' ? yearBids(database, id) : [];
  if (rows.length === 0 && bids.length === 0) return null;
  const sorts = sortsOf(rows, locale);
  const years = [...new Set([...rows, ...bids].map(({ year }) => year))]
    .toSorted((a, b) => a - b)
    .map((year): Year => {
      const own = rows.filter((row) => row.year === year);
      return {
        year,
        records: total(own.map(({ records }) => records)),
        bids: bids.find((row) => row.year === year),
        sums: sorts.map((sort) => sumOfSort(own, sort)),
      };
    });
  return {
    side,
    ...answerOf(years, sorts, side, locale),
    hasSums: sorts.length > 0,
    chart: years.length > 1 ? chartOf(years, sorts, side, locale) : null,
    grid: yearGrid(years, sorts, side, locale),
    counterparties: counterpartiesOf(pairs(database, id, side), side, locale),
  };
}

function sortsOf(rows: readonly YearSum[], locale: Locale): Sort[] {
  const found = new Map<string, Sort>();
  for (const { register, basis } of rows) {
    if (basis === null) continue;
    const { label, short } = sumLabel(register, basis, locale);
    const sort = found.get(label) ?? { register, bases: [], label, short };
    found.set(label, sort);
    if (!sort.bases.includes(basis)) sort.bases.push(basis);
  }
  const sorts = [...found.values()];
  return new Set(sorts.map(({ register }) => register)).size > 1
    ? sorts.map((sort) => ({ ...sort, short: sort.label }))
    : sorts;
}

/** A price of nothing is a price: land is allocated without one. */
function sumOfSort(rows: readonly YearSum[], { register, bases }: Sort): Year['sums'][number] {
  const own = rows.filter((row) => row.register === register && row.basis !== null && bases.includes(row.basis));
  if (own.length === 0) return undefined;
  return { fen: total(own.map(({ amount }) => amount ?? 0)), records: total(own.map(({ records }) => records)) };
}

/** 工程建设中标价, 土地使用权成交价, 政府采购合同价. */
function sumLabel(id: string, basis: string, locale: Locale): { label: string; short: string } {
  const register = findRegister(id);
  const { party, record } = labels(locale);
  if (!register) return { label: id, short: id };
  const { name, columns, subject } = registerLabels(register, locale);
  const price =
    basis === 'contract' ? record.contractPrice : (subject?.dealPrice ?? columns['price'] ?? record.dealPrice);
  return { label: fill(party.sumOf, { register: name, price }), short: price };
}

/** One sum stands in the heading; several, which do not add up, under it. */
function answerOf(
  years: readonly Year[],
  sorts: readonly Sort[],
  side: Side,
  locale: Locale,
): Pick<Dealings, 'heading' | 'sums'> {
  const t = labels(locale).party;
  const won = total(years.map(({ records }) => records));
  if (won === 0) return { heading: fill(t.bidOnly, { n: total(years.map(({ bids }) => bids?.bids ?? 0)) }), sums: [] };
  const heading = fill(t.dealt[side], { n: won });
  const sums = sorts.map(({ label }, at) => {
    const { fen, records } = sumOf(years, at);
    const text = records < won ? t.sumOfSome : t.sumText;
    return fill(text, { label, wan: formatWan(fen), yuan: formatFen(fen), n: records });
  });
  const [only] = sums;
  return sums.length === 1 ? { heading: fill(t.withSums, { heading, sums: only! }), sums: [] } : { heading, sums };
}

function sumOf(years: readonly Year[], at: number): { fen: number; records: number } {
  const known = years.flatMap(({ sums }) => sums[at] ?? []);
  return { fen: total(known.map(({ fen }) => fen)), records: total(known.map(({ records }) => records)) };
}

/** By sum where every record has one of the same sort; else by how many, for years would not compare. */
function chartOf(years: readonly Year[], sorts: readonly Sort[], side: Side, locale: Locale): Chart {
  const t = labels(locale).party;
  const bySum = sorts.length === 1 && years.every(({ records, sums }) => records === (sums[0]?.records ?? 0));
  const bars = years.slice(-MOST_BARS).map(({ year, records, sums }) => {
    const fen = sums[0]?.fen ?? 0;
    return bySum
      ? { text: String(year), value: fen, shown: records === 0 ? '0' : formatWan(fen) }
      : { text: String(year), value: records, shown: String(records) };
  });
  const counted = side === 'supplier' ? t.chartOfRecords : t.chartOfBought;
  return { label: bySum ? fill(t.chart, { what: sorts[0]!.label }) : counted, bars };
}

function yearGrid(years: readonly Year[], sorts: readonly Sort[], side: Side, locale: Locale): Grid {
  const t = labels(locale).party;
  const count = (id: 'records' | 'bids' | 'won' | 'lost' | 'open', of: (year: Year) => number): ColumnOf<Year> => ({
    id,
    label: t[id],
    numeric: true,
    cell: (year) => ({ text: String(of(year)) }),
    total: (all) => ({ text: String(total(all.map(of))) }),
  });
  const counts =
    side === 'buyer'
      ? [count('records', ({ records }) => records)]
      : [
          count('bids', ({ bids, records }) => bids?.bids ?? records),
          count('won', ({ records }) => records),
          count('lost', ({ bids }) => bids?.lost ?? 0),
          count('open', ({ bids }) => (bids ? bids.bids - bids.won - bids.lost : 0)),
        ];
  return gridOf<Year>(
    [
      { id: 'year', label: t.year, cell: ({ year }) => ({ text: String(year) }), total: () => ({ text: t.total }) },
      ...counts,
      ...sorts.map(({ register, bases, short }, at): ColumnOf<Year> => ({
        id: `${register}-${bases[0]}`,
        label: short,
        unit: t.wan,
        numeric: true,
        optional: true,
        cell: ({ sums, records }) => sumCell(sums[at], records, locale),
        total: () => {
          const { fen, records } = sumOf(years, at);
          return records > 0 ? { text: formatWan(fen) } : undefined;
        },
      })),
    ],
    years.toReversed(),
    { text: labels(locale).missing['in-text'], missing: true },
  );
}

/** A sum of fewer records than there are says of how many. */
function sumCell(sum: { fen: number; records: number } | undefined, records: number, locale: Locale) {
  if (!sum) return undefined;
  return {
    text: formatWan(sum.fen),
    sub: sum.records < records ? fill(labels(locale).party.ofRecords, { n: sum.records }) : undefined,
  };
}

interface Other {
  id: string;
  name: string;
  isUnit: boolean;
  records: number;
  of: Pair[];
}

/** Most records first; sums by register, since a price paid to it and one paid by it are not to be added. */
function counterpartiesOf(rows: readonly Pair[], side: Side, locale: Locale): Dealings['counterparties'] {
  if (rows.length === 0) return null;
  const t = labels(locale).party;
  const others = othersIn(rows);
  const shown = others.slice(0, COUNTERPARTIES);
  const registers = [...new Set(rows.filter(({ withAmount }) => withAmount > 0).map(({ register }) => register))];
  const grid = gridOf<Other>(
    [
      {
        id: 'name',
        label: t.counterparty[side],
        cell: ({ id, name, isUnit }) => ({ text: name, path: partyPath(id, isUnit) }),
      },
      {
        id: 'records',
        label: t.records,
        numeric: true,
        cell: ({ records }) => ({ text: String(records) }),
      },
      ...registers.map((register): ColumnOf<Other> => ({
        id: register,
        label: sumLabel(register, 'award', locale)[registers.length > 1 ? 'label' : 'short'],
        unit: t.wan,
        numeric: true,
        optional: true,
        cell: ({ of, records }) => {
          const pair = of.find((one) => one.register === register);
          return pair && pair.amount !== null
            ? sumCell({ fen: pair.amount, records: pair.withAmount }, records, locale)
            : undefined;
        },
      })),
    ],
    shown,
    { text: '' },
  );
  const paired = total(others.map(({ records }) => records));
  const note = [
    fill(others.length > shown.length ? t.shown : t.all, { n: others.length, m: shown.length }),
    ...(paired >= MOST_PAIRED ? [fill(t.newestOnly, { n: MOST_PAIRED })] : []),
  ].join(labels(locale).list.comma);
  return { grid, note };
}

function othersIn(rows: readonly Pair[]): Other[] {
  const found = new Map<string, Other>();
  for (const row of rows) {
    const other = found.get(row.id) ?? { id: row.id, name: row.name, isUnit: row.isUnit === 1, records: 0, of: [] };
    found.set(row.id, other);
    other.records += row.records;
    other.of.push(row);
  }
  const sum = ({ of }: Other) => total(of.map(({ amount }) => amount ?? 0));
  return [...found.values()].toSorted((a, b) => b.records - a.records || sum(b) - sum(a) || (a.id < b.id ? -1 : 1));
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
