import { labels } from '../../locales/labels.ts';
import { tableOf, type ColumnOf } from '../list/table-of.ts';
import type { TakenAway } from '../list/take-away.ts';
import type { Portal } from '../portal.ts';
import { catalogueTable } from './published.ts';

/** The catalogue of today, a row a line of the standard, for the files of data: a standard is a text as printed. */
export function whole(portal: Portal): TakenAway {
  const [heads = [], ...rows] = catalogueTable(portal, {}, 'zh');
  const names = Object.keys(labels('zh').fees.csvColumns);
  const columns = names.map((name, at): ColumnOf<string[]> => ({
    name: name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    label: heads[at]!,
    type: name === 'address' ? 'address' : name === 'code' ? 'code' : 'text',
    value: (row) => row[at] || null,
  }));
  return tableOf<string[], string[]>(columns, rows, (some) => some);
}
