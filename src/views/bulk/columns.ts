import { labels, type Locale } from '../../locales/labels.ts';
import type { Register } from '../../registers/register.ts';
import { tableColumns, type TableHead } from '../list/table.ts';
import { traditional } from '../traditional.ts';

/** A column of a list's table as others' descriptions of tables name it. */
export interface DescribedColumn {
  name: string;
  type: TableHead['type'];
  /** As it is headed in each language, by its tag. */
  titles: Record<'zh-Hans' | 'zh-Hant' | 'en', string>;
}

export function describedColumns(register: Register): DescribedColumn[] {
  const [zh, en] = [tableColumns(register, 'zh'), tableColumns(register, 'en')];
  return zh.map(({ name, type, label }, at) => ({
    name,
    type,
    titles: { 'zh-Hans': label, 'zh-Hant': traditional(label), en: en[at]!.label },
  }));
}

/** What holds of a column whatever it is called. */
export function noteOf({ name, type }: DescribedColumn, locale: Locale): string {
  const t = labels(locale).openData.columns;
  if (name.endsWith('_missing')) return t.missing;
  return t[type];
}

/** Where the columns of a list's CSV are described. */
export function csvMetadataPath(register: string): string {
  return `/${register}.csv-metadata.json`;
}
