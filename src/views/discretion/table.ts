import { labels, type Locale } from '../../locales/labels.ts';
import { fenOf } from '../../registers/measures.ts';
import { href } from '../address.ts';
import type { TableHead, Value } from '../list/table.ts';
import { tableOf, type ColumnOf } from '../list/table-of.ts';
import type { TakenAway } from '../list/take-away.ts';
import type { Portal } from '../portal.ts';
import type { Step } from '../../registers/discretion/benchmark.ts';
import { benchmarkRow, chosenBenchmarks, type BenchmarkRow } from './discretion-page.ts';
import type { DiscretionParameters } from './values.ts';

interface Line {
  row: BenchmarkRow;
  step: Step;
  said: BenchmarkRow['steps'][number];
}

/** A line a circumstance. */
export function discretionTable(portal: Portal, parameters: DiscretionParameters, locale: Locale): TakenAway {
  const lines = chosenBenchmarks(portal, parameters).flatMap(({ benchmark }): Line[] => {
    const row = benchmarkRow(benchmark, locale);
    return benchmark.steps.map((step, at) => ({ row, step, said: row.steps[at]! }));
  });
  return tableOf<Line, Line>(columnsOf(portal, locale), lines, (some) => some);
}

/** All of it, for the files of data. */
export function whole(portal: Portal): TakenAway {
  return discretionTable(portal, {}, 'zh');
}

function columnsOf({ settings }: Portal, locale: Locale): ColumnOf<Line>[] {
  const { columns: t } = labels(locale).discretion;
  const column = (name: keyof typeof t, type: TableHead['type'], value: (line: Line) => Value) => ({
    name,
    label: t[name],
    type,
    value,
  });
  const yuan = (fen: number | null) => (fen === null ? null : fen / 100);
  return [
    column('code', 'code', ({ row }) => row.code),
    column('offence', 'text', ({ row }) => row.offence),
    column('domain', 'text', ({ row }) => row.domain),
    column('enforcer', 'text', ({ row }) => row.enforcer),
    column('state', 'text', ({ row }) => row.state.text),
    column('violated', 'text', ({ row }) => row.violated.join('；') || null),
    column('basis', 'text', ({ row }) => row.basis.join('；') || null),
    column('gravity_code', 'code', ({ step }) => step.gravity),
    column('gravity', 'text', ({ said }) => said.gravity),
    column('circumstance', 'text', ({ said }) => said.circumstance),
    column('penalty_code', 'code', ({ step }) => step.penalty),
    column('penalty', 'text', ({ said }) => said.penalty),
    column('printed', 'text', ({ said }) => said.printed),
    column('lower', 'number', ({ step }) => yuan(fenOf(step.lower))),
    column('upper', 'number', ({ step }) => yuan(fenOf(step.upper))),
    column('lower_times', 'number', ({ step }) => step.lowerTimes ?? null),
    column('upper_times', 'number', ({ step }) => step.upperTimes ?? null),
    column('base', 'text', ({ step }) => step.base ?? null),
    column('page', 'address', ({ row }) => new URL(href(locale, row.path), settings.origin).href),
  ];
}
