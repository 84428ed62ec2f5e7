import { fill, labels, type Locale } from '../../locales/labels.ts';
import { partyPath } from '../../parties/party.ts';
import type { Cell, Register } from '../../registers/register.ts';
import { formatWan } from '../../values/money.ts';
import { areaText, boundsText } from '../measure.ts';
import type { Unknown } from '../unknown.ts';
import { choiceLabel } from '../words.ts';

/** A cell of a list in words. Money is in 万元, one unit a column; the head says so (`unitOf`). */
export interface LabelledCell {
  type: Cell['type'];
  text: string;
  /** Small, under it. */
  sub?: string;
  /** The party's page. */
  path?: string;
}

export function labelled(
  cell: Cell,
  column: string,
  register: Register,
  locale: Locale,
  isUnit: (party: string) => boolean,
  unknown: (reason: 'undisclosed' | 'pending' | 'not-applicable') => Unknown,
): LabelledCell {
  const sub = 'sub' in cell && cell.sub ? { sub: cell.sub } : {};
  const text = textOf(cell, column, register, locale);
  if (text === null)
    return {
      type: 'missing',
      text: labels(locale).missing[unknown(cell.type === 'missing' ? cell.reason : 'undisclosed')],
      ...sub,
    };
  if (cell.type === 'party' && cell.id)
    return { type: 'party', text, path: partyPath(cell.id, isUnit(cell.id)), ...sub };
  if (cell.type === 'area') return { type: 'area', ...areaText(cell.area!, cell.unit, locale), ...sub };
  if (cell.type === 'text' && cell.years?.length)
    return {
      type: 'text',
      text,
      sub: cell.years.map((n) => yearsText(n, locale)).join(' · '),
    };
  return { type: cell.type, text, ...sub };
}

/** What the figures of a column are counted in, as its head says it; empty for words. */
export function unitOf(cells: readonly Cell[], locale: Locale): string {
  const t = labels(locale).list;
  for (const cell of cells) {
    if (cell.type === 'money') return t.wan;
    if (cell.type === 'area') return t[cell.unit];
  }
  return '';
}

/** Null where nothing is disclosed. */
function textOf(cell: Cell, column: string, register: Register, locale: Locale): string | null {
  switch (cell.type) {
    case 'text':
      return cell.text;
    case 'money':
      return cell.fen === null ? null : formatWan(cell.fen);
    case 'percent':
      return cell.percent === null ? null : `${cell.percent}%`;
    case 'area':
      return cell.area === null ? null : String(cell.area);
    case 'party':
      return cell.name;
    case 'years':
      return cell.years === null ? null : yearsText(cell.years, locale);
    case 'bounds':
      return cell.bounds && boundsText(cell.bounds) + (cell.unit ? labels(locale).units[cell.unit] : '');
    case 'code':
      return cell.code === null ? null : choiceLabel(register, cell.list ?? column, cell.code, locale);
    case 'missing':
      return null;
  }
}

/** 50年; null is said too: the right has no term. */
function yearsText(years: number | null, locale: Locale): string {
  const t = labels(locale).record;
  return years === null ? t.noTerm : fill(t.years, { n: years });
}
