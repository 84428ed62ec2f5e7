import { contentLanguage, fill, labels, type Locale } from '../../locales/labels.ts';
import type { RecordRow } from '../../notices/release.ts';
import { partyPath } from '../../parties/party.ts';
import type { Cell, Holds, Register } from '../../registers/register.ts';
import { formatWan } from '../../values/money.ts';
import { areaText, boundsText } from '../measure.ts';
import { orNotSeen, textPath, unknownOf, type Unknown } from '../unknown.ts';
import { choiceLabel } from '../words.ts';

/** A cell of a list in words. Money is in 万元, one unit a column; the head says so (`unitOf`). */
export interface LabelledCell {
  type: Cell['type'];
  text: string;
  /** Small, under it. */
  sub?: string;
  /** The party's page; of what may stand in the text, the text. */
  path?: string;
}

/** The record whose cells are shown, and what they need beside it. */
export interface CellContext {
  record: RecordRow;
  register: Register;
  locale: Locale;
  now: number;
  /** Undefined: it has no page, as a masked person has none. */
  isUnit(party: string): boolean | undefined;
}

export function labelled(cell: Cell, column: string, context: CellContext): LabelledCell {
  const { register, locale, isUnit } = context;
  const shown = worded(cell, column, register, locale, isUnit);
  if (shown) return shown;
  const sub = 'sub' in cell && cell.sub ? { sub: cell.sub } : {};
  return { ...missing(cell.type === 'missing' ? cell.reason : 'undisclosed', context), ...sub };
}

/** Null where nothing is there. */
export function worded(
  cell: Cell,
  column: string,
  register: Register,
  locale: Locale,
  isUnit: (party: string) => boolean | undefined,
): LabelledCell | null {
  const sub = 'sub' in cell && cell.sub ? { sub: cell.sub } : {};
  const text = textOf(cell, column, register, locale);
  if (text === null) return null;
  const unit = cell.type === 'party' && cell.id ? isUnit(cell.id) : undefined;
  if (cell.type === 'party' && unit !== undefined)
    return { type: 'party', text, path: partyPath(cell.id!, unit), ...sub };
  if (cell.type === 'area') return { type: 'area', ...areaText(cell.area!, cell.unit, locale), ...sub };
  if (cell.type === 'text') {
    const told = text + classesText(cell, register, locale);
    return { type: 'text', text: told, ...sub, ...(cell.years?.length && { sub: yearsOf(cell.years, locale) }) };
  }
  return { type: cell.type, text, ...sub };
}

/** The word for what a register calls missing. */
export function missing(reason: 'undisclosed' | 'pending' | 'not-applicable', context: CellContext): LabelledCell {
  return unknownAs(unknownOf(reason, context.record, context.now), context);
}

/** What may stand in the text leads to it. */
export function unknownAs(why: Unknown, { record, locale }: CellContext): LabelledCell {
  const unknown = orNotSeen(why, record);
  return {
    type: 'missing',
    text: labels(locale).missing[unknown],
    ...(unknown === 'in-text' && { path: textPath(record.orderKey) }),
  };
}

/** The unit of cells that were not declared to hold one thing: that of the first figure. */
export function unitOfCells(cells: readonly Cell[], locale: Locale): string {
  const figure = cells.find(({ type }) => type === 'money' || type === 'area');
  return figure === undefined ? '' : unitOf(figure.type === 'area' ? figure.unit : 'money', locale);
}

/** What the figures of a column are counted in, as its head says it; empty for words. */
export function unitOf(holds: Holds, locale: Locale): string {
  const t = labels(locale).list;
  switch (holds) {
    case 'money':
      return t.wan;
    case 'hectare':
    case 'square-kilometre':
      return t[holds];
    default:
      return '';
  }
}

export function isNumeric(holds: Holds): boolean {
  return holds === 'percent' || unitOf(holds, 'zh') !== '';
}

/** Null where nothing is disclosed. */
export function textOf(cell: Cell, column: string, register: Register, locale: Locale): string | null {
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

/** 城镇住宅 (Residential); nothing to who reads what is printed, nor of what has no class. */
function classesText({ classes }: Cell & { type: 'text' }, register: Register, locale: Locale): string {
  if (!classes || contentLanguage(locale) === undefined) return '';
  const { record } = labels(locale);
  const named = classes.codes
    .map((code) => [code, choiceLabel(register, classes.list, code, locale)] as const)
    .filter(([code, label]) => label !== code);
  return named.length === 0 ? '' : fill(record.bracketed, { text: named.map(([, label]) => label).join(record.list) });
}

const yearsOf = (years: (number | null)[], locale: Locale) => years.map((n) => yearsText(n, locale)).join(' · ');

/** 50年; null is said too: the right has no term. */
function yearsText(years: number | null, locale: Locale): string {
  const t = labels(locale).record;
  return years === null ? t.noTerm : fill(t.years, { n: years });
}
