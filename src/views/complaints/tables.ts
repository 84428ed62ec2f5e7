import { labels, type Locale } from '../../locales/labels.ts';
import { tableOf } from '../list/table-of.ts';
import type { TableHead, Value } from '../list/table.ts';
import type { TakenAway } from '../list/take-away.ts';
import type { Portal } from '../portal.ts';
import { hotlinesOf, statisticsOf, type Hotline, type UnitStatistics } from './statistics.ts';

/** How units dealt with what was put to them in the last year, a row a unit. */
export function statisticsTable(portal: Portal, locale: Locale): TakenAway {
  const { columns } = labels(locale).complaints;
  const column = (name: keyof UnitStatistics & keyof typeof columns, type: TableHead['type']) => ({
    name,
    label: columns[name],
    type,
    value: (row: UnitStatistics): Value => row[name],
  });
  return tableOf(
    [
      column('unit', 'text'),
      ...(['received', 'open', 'inTime', 'late', 'overdue', 'median'] as const).map((name) => column(name, 'number')),
    ],
    statisticsOf(portal),
    (some) => some,
  );
}

/** How units are reached, a row a unit. */
export function hotlinesTable(portal: Portal, locale: Locale): TakenAway {
  const { hotlineColumns } = labels(locale).complaints;
  const names = ['unit', 'region', 'phone', 'hours', 'address', 'verified', 'ways'] as const;
  return tableOf(
    names.map((name) => ({
      name,
      label: hotlineColumns[name],
      type: 'text',
      value: (row: Hotline): Value => row[name] || null,
    })),
    hotlinesOf(portal, locale),
    (some) => some,
  );
}
