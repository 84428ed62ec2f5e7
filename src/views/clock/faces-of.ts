import { XLSX } from '../faces.ts';
import { labels, type Locale } from '../../locales/labels.ts';

/** The same rows as CSV, as a workbook and as JSON. */
export function facesOf(at: (face: string) => string, locale: Locale): { href: string; text: string; type: string }[] {
  const { csv, xlsx, json } = labels(locale).list;
  return [
    { href: at('.csv'), text: csv, type: 'text/csv' },
    { href: at('.xlsx'), text: xlsx, type: XLSX },
    { href: at('.json'), text: json, type: 'application/json' },
  ];
}
