import { labels, type Locale } from '../locales/labels.ts';
import { href } from './address.ts';
import { XLSX } from './faces.ts';

/** Where a page's rows are had as a table, by a person and by a program. */
export function tableDoors(path: string, locale: Locale): { href: string; text: string; type: string }[] {
  const { list: t } = labels(locale);
  return [
    { href: href(locale, `${path}.csv`), text: t.csv, type: 'text/csv' },
    { href: href(locale, `${path}.xlsx`), text: t.xlsx, type: XLSX },
    { href: href(locale, `${path}.json`), text: t.json, type: 'application/json' },
  ];
}
