import type * as z from 'zod';
import { labels, type Locale } from '../../locales/labels.ts';
import { noticeHeader, type Notice } from '../../registers/notice.ts';
import { fieldOf } from '../../registers/fields.ts';
import type { Register } from '../../registers/register.ts';
import { gridOf, type ColumnOf, type Grid, type GridCell } from '../grid.ts';
import { fieldLabel, fieldValue, valueText, type FieldValue } from './field-value.ts';
import type { Portal } from '../portal.ts';
import { roleLabel } from '../record/labels.ts';

/** One field of a notice: some values, or rows. */
export interface NoticeFact {
  id: string;
  label: string;
  /** Empty when the law requires the field and the text reprinted lacks it. */
  values: FieldValue[];
  grid: Grid | null;
}

/** Shown in a table of its own: old → new. */
const ELSEWHERE = new Set(['changes']);

interface Shown {
  notice: Notice;
  register: Register;
  portal: Portal;
  locale: Locale;
}

/**
 * The fields of a notice in the order of its kind. What the law requires and the notice lacks stands among them
 * without a value; what is optional and absent does not.
 */
export function noticeFacts(notice: Notice, register: Register, portal: Portal, locale: Locale): NoticeFact[] {
  const shown: Shown = { notice, register, portal, locale };
  const shape = register.kinds[notice.kind]!.fields.shape as Record<string, z.ZodType>;
  const ofKind = Object.entries(shape).flatMap(([name, schema]): NoticeFact[] => {
    const value = notice.fields[name];
    if (ELSEWHERE.has(name) || (value === undefined && (!fieldOf(schema).required || notice.ocds))) return [];
    const fact = { id: name, label: fieldLabel(name, register, locale), values: [], grid: null };
    return [value === undefined ? fact : { ...fact, ...said(name, value, schema, shown) }];
  });
  if (!notice.related) return ofKind;
  const label = fieldLabel('related', register, locale);
  return [...ofKind, { id: 'related', label, ...said('related', notice.related, noticeHeader.shape.related, shown) }];
}

/** Whether the facts of a notice are known: then its text need not be read for them. */
export function factsKnown(facts: readonly NoticeFact[]): 'none' | 'factsAbove' | 'factsWithin' {
  const known = facts.filter(({ values, grid }) => values.length > 0 || grid);
  if (known.length === 0) return 'none';
  return known.length === facts.length ? 'factsAbove' : 'factsWithin';
}

/** Of what others published first, what was not read here may stand in the text. */
export function unknownIn({ firstPublished, body }: Notice, locale: Locale): GridCell {
  const { missing } = labels(locale);
  if (!firstPublished) return { text: missing.undisclosed, missing: true };
  return body
    ? { text: missing['in-text'], missing: true, path: '#text' }
    : { text: missing['not-seen'], missing: true };
}

function said(name: string, value: unknown, schema: z.ZodType, shown: Shown): Pick<NoticeFact, 'values' | 'grid'> {
  const { register, portal, locale } = shown;
  const { type, schema: inner } = fieldOf(schema);
  if (type === 'list') {
    const element = (inner as z.ZodArray).element as z.ZodType;
    const rows = value as unknown[];
    if (fieldOf(element).type === 'group')
      return {
        values: [],
        grid: rowsGrid(name, rows as Record<string, unknown>[], fieldOf(element).schema as z.ZodObject, shown),
      };
    return { values: rows.map((row) => fieldValue(row, element, register, portal, locale)), grid: null };
  }
  return { values: [fieldValue(value, schema, register, portal, locale)], grid: null };
}

const NUMERIC = new Set(['money', 'number', 'percent', 'area', 'bounds']);

function rowsGrid(list: string, rows: Record<string, unknown>[], schema: z.ZodObject, shown: Shown): Grid {
  const { notice, register, locale } = shown;
  const columns = Object.entries(schema.shape).map(([name, member]): ColumnOf<Record<string, unknown>> => ({
    id: name,
    // Nobody has won yet.
    label:
      list === 'candidates' && name === 'supplier'
        ? roleLabel('candidate', register, locale)
        : fieldLabel(name, register, locale),
    numeric: NUMERIC.has(fieldOf(member as z.ZodType).type),
    optional: !(member as z.ZodType).meta()?.['owed'],
    cell: (row) => (row[name] === undefined ? undefined : cellOf(row[name], member as z.ZodType, shown)),
  }));
  return gridOf(columns, rows, unknownIn(notice, locale));
}

/** A group with a name (a project leader) is named by it, with the rest under it. */
function cellOf(value: unknown, schema: z.ZodType, { register, portal, locale }: Shown): GridCell {
  const { type, schema: inner } = fieldOf(schema);
  const { name, ...others } = value as { name?: unknown };
  if (type === 'group' && typeof name === 'string') {
    const texts = Object.entries((inner as z.ZodObject).shape).map(([member, of]) =>
      valueText((others as Record<string, unknown>)[member], of as z.ZodType, register, locale),
    );
    return { text: name, sub: texts.filter(Boolean).join(labels(locale).record.space) || undefined };
  }
  return fieldValue(value, schema, register, portal, locale);
}
