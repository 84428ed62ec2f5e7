import { labels, type Locale } from '../../locales/labels.ts';
import { registers } from '../../registers/registers.ts';
import { withQuery } from '../address.ts';
import { hasList } from '../routes.ts';
import { registerLabels } from '../words.ts';
import { sizeText, type DataFile, type DataPage } from './data-page.ts';
import type { SpanKind } from './files.ts';

/** A register on the page of all of them: its whole files in one line. */
export interface RegisterLine {
  name: string;
  /** Where the files of all its spans are. */
  path: string;
  from: string;
  to: string;
  /** Null for a register whose table is none of records. */
  records: number | null;
  notices: number;
  links: { href: string; text: string; size: string }[];
}

export function registerLines({ files }: DataPage, locale: Locale): RegisterLine[] {
  const t = labels(locale).openData;
  return registers.flatMap((register) => {
    const whole = files.filter((file) => file.register === register.id && file.span === 'all');
    if (whole.length === 0) return [];
    const rows = (format: DataFile['format']) => sum(whole.filter((file) => file.format === format));
    return [
      {
        name: registerLabels(register, locale).name,
        path: withQuery('/data', { register: register.id }),
        from: whole.map(({ from }) => from).toSorted()[0]!,
        to: whole
          .map(({ to }) => to)
          .toSorted()
          .at(-1)!,
        records: hasList(register) ? rows('csv') : null,
        notices: rows('releases'),
        links: whole.map(({ path, format, part, size }) => ({
          href: path,
          text: part === 1 ? t.short[format] : `${t.short[format]} ${part}`,
          size: sizeText(size),
        })),
      },
    ];
  });
}

function sum(files: readonly DataFile[]): number {
  return files.reduce((total, { rows }) => total + rows, 0);
}

/** The files of one register by sort of span, and within by span, from the newest. */
export interface SpanGroup {
  span: SpanKind;
  title: string;
  parts: { label: string; files: DataFile[] }[];
}

export function spanGroups({ files }: DataPage, locale: Locale): SpanGroup[] {
  const { spans } = labels(locale).openData;
  return (Object.keys(spans) as SpanKind[]).flatMap((span) => {
    const byLabel = Map.groupBy(
      files.filter((file) => file.span === span),
      labelOf,
    );
    const parts = [...byLabel].map(([label, some]) => ({ label, files: some }));
    return parts.length === 0 ? [] : [{ span, title: spans[span], parts }];
  });
}

/** Records and notices of one span may begin and end on different days. */
function labelOf({ span, to }: DataFile): string {
  if (span === 'all') return span;
  return span === 'month' ? to.slice(0, 7) : to;
}
