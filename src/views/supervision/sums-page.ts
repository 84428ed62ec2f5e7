import { labels, type Locale } from '../../locales/labels.ts';
import { listRecords } from '../../notices/lists/storage.ts';
import type { RecordRow } from '../../notices/release.ts';
import { partyNames } from '../../parties/storage.ts';
import { addUp } from '../../registers/ocds.ts';
import type { Register } from '../../registers/register.ts';
import { meaningOf } from '../../registers/stages.ts';
import { formatWan } from '../../values/money.ts';
import { regionName } from '../../values/region.ts';
import { withQuery } from '../address.ts';
import { gridOf, type Grid, type GridCell } from '../grid.ts';
import type { Portal } from '../portal.ts';
import { choiceLabel, registerLabels } from '../words.ts';
import { underSupervision } from '../../registers/registers.ts';

/** What registers of supervision add up to: by matter, by place, by unit; only sums that notices say. */
export interface SumsPage {
  registers: {
    id: string;
    name: string;
    records: number;
    grids: { id: string; title: string; grid: Grid }[];
    /** The same, a line a sum. */
    lines: SummedLine[];
  }[];
}

export interface SummedLine {
  register: string;
  /** By what it is added up, and which of these. */
  by: string;
  key: string;
  records: number;
  /** Which sum, and how much. */
  sum: string;
  /** Null where no notice says one. */
  fen: number | null;
}

const GRIDS = ['matter', 'place', 'unit'] as const;
const BATCH = 500;
const MOST = 5_000;

interface Line {
  key: string;
  records: number;
  /** Null for what no record of the line says: nothing said is not nothing. */
  sums: (number | null)[];
}

export function sumsPage(portal: Portal, locale: Locale): SumsPage {
  return {
    registers: underSupervision
      .filter(({ sums }) => sums)
      .map((register) => {
        const rows = recordsOf(portal, register);
        const t = labels(locale);
        const names = partyNames(
          portal.database,
          rows.map(({ unit }) => unit),
        );
        const { by } = register.sums!;
        const grid = (title: string, keyOf: (row: RecordRow) => string, cellOf: (key: string) => GridCell) =>
          gridFor(register, rows, title, keyOf, cellOf, locale);
        const { name } = registerLabels(register, locale);
        const summed = [
          grid(
            registerLabels(register, locale).columns[by] ?? by,
            (row) => codeIn(register, by, row),
            (code) => ({
              text: choiceLabel(register, by, code, locale),
              path: withQuery(`/${register.id}`, { [by]: code }),
            }),
          ),
          grid(
            t.list.region,
            ({ region }) => region,
            (region) => ({ text: regionName(region, locale), path: withQuery(`/${register.id}`, { region }) }),
          ),
          grid(
            t.supervision.unit,
            ({ unit }) => unit,
            (unit) => ({ text: names.get(unit) ?? unit, path: `/units/${unit}` }),
          ),
        ];
        return {
          id: register.id,
          name,
          records: rows.length,
          grids: summed.map(({ title, grid: shown }, index) => ({ id: GRIDS[index]!, title, grid: shown })),
          lines: summed.flatMap(({ title, lines }) => lines.map((line) => ({ register: name, by: title, ...line }))),
        };
      }),
  };
}

function recordsOf({ database, now }: Portal, register: Register): RecordRow[] {
  const { id } = register;
  const rows: RecordRow[] = [];
  let before: string | undefined;
  do {
    const { records, next } = listRecords(database, { register: id, facets: {}, limit: BATCH, now: now(), before });
    // What was revoked or taken back was not found.
    rows.push(...records.filter(({ stage }) => !meaningOf(register.stages, stage).isEnded));
    before = next ?? undefined;
  } while (before !== undefined && rows.length < MOST);
  return rows;
}

function codeIn(register: Register, column: string, { compiled }: RecordRow): string {
  const cell = register.columns.find(({ id }) => id === column)?.cell(compiled);
  return cell?.type === 'code' ? (cell.code ?? '') : '';
}

function sumCell(fen: number | null): GridCell | undefined {
  return fen === null ? undefined : { text: formatWan(fen) };
}

/** The most records first; what no notice names is left out of its grid. */
function gridFor(
  register: Register,
  rows: readonly RecordRow[],
  title: string,
  keyOf: (row: RecordRow) => string,
  cellOf: (key: string) => GridCell,
  locale: Locale,
): { title: string; grid: Grid; lines: Omit<SummedLine, 'register' | 'by'>[] } {
  const columns = register.sums!.columns.map((id) => register.columns.find((column) => column.id === id)!);
  const lines = new Map<string, Line>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === '') continue;
    const line = lines.get(key) ?? { key, records: 0, sums: columns.map(() => null) };
    line.records += 1;
    for (const [index, { cell }] of columns.entries()) {
      const said = cell(row.compiled);
      if (said.type === 'money' && said.fen !== null) line.sums[index] = (line.sums[index] ?? 0) + said.fen;
    }
    lines.set(key, line);
  }
  const t = labels(locale);
  const names = registerLabels(register, locale).columns;
  const sorted = [...lines.values()].toSorted((a, b) => b.records - a.records || (a.key < b.key ? -1 : 1));
  const grid = gridOf<Line>(
    [
      { id: 'key', label: title, cell: ({ key }) => cellOf(key), total: () => ({ text: t.supervision.total }) },
      {
        id: 'records',
        label: t.supervision.records,
        numeric: true,
        cell: ({ records }) => ({ text: String(records) }),
        total: (of) => ({ text: String(addUp(of.map(({ records }) => records)) ?? 0) }),
      },
      ...columns.map(({ id }, index) => ({
        id,
        label: names[id] ?? id,
        unit: t.list.wan,
        numeric: true,
        cell: ({ sums }: Line) => sumCell(sums[index]!),
        total: (of: readonly Line[]) => sumCell(addUp(of.flatMap(({ sums }) => sums[index] ?? []))),
      })),
    ],
    sorted,
    { text: t.missing['not-seen'], missing: true },
  );
  return {
    title,
    grid,
    lines: sorted.flatMap(({ key, records, sums }) =>
      columns.map(({ id }, index) => ({
        key: cellOf(key).text ?? key,
        records,
        sum: names[id] ?? id,
        fen: sums[index]!,
      })),
    ),
  };
}
