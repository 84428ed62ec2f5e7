import { labels, type Locale } from '../../locales/labels.ts';
import type { SearchRow } from './row.ts';

type Row = (string | number | null)[];

/** Results as a table. Amounts in yuan, moments in Shanghai time. */
export function searchTable(rows: readonly SearchRow[], locale: Locale): Row[] {
  const t = labels(locale).list.csvColumns;
  const head = [t.ocid, t.notice, t.kind, t.title, t.unit, t.region, t.publishedAt, t.deadline, t.amount, t.state];
  return [
    head,
    ...rows.map((row) => [
      row.ocid,
      row.id,
      row.kindLabel,
      row.title,
      row.unit?.name ?? '',
      row.regionLabel,
      row.publishedAt,
      row.deadline,
      yuan(row.fen),
      row.state.text,
    ]),
  ];
}

function yuan(fen: number | null): number | null {
  return fen === null ? null : fen / 100;
}
