import type * as z from 'zod';
import { formatFen, readMoney, type Money } from '../values/money.ts';
import { parseDay } from '../values/date.ts';
import type { Refusal } from '../values/result.ts';
import { fieldOf } from './fields.ts';
import { fenOf } from './measures.ts';
import type { PartOf, Usual } from './usual.ts';

type Row = Record<string, unknown>;

/**
 * What is odd in the fields of a notice, as far as they are filled in; each with its path. `odd-large`: `found` beyond
 * `expected`, both with the unit; `odd-part`: more than the sum it is part of.
 */
export function doubtsIn(fields: z.ZodObject, given: unknown): Refusal[] {
  return leavesIn(fields, given, 'fields').flatMap((leaf) => [...tooLarge(leaf), ...abovePrice(leaf)]);
}

/**
 * What an officer's own notice says less exactly than it should, though it can be read. `money-fraction`: less than a 分;
 * `hour-missing`: a day where the minute counts, which would be read as midnight.
 */
export function inexact(fields: z.ZodObject, given: unknown): Refusal[] {
  return leavesIn(fields, given, 'fields').flatMap(({ type, path, raw }) => {
    if (typeof raw !== 'string') return [];
    if (type === 'instant') return parseDay(raw) === null ? [] : [{ code: 'hour-missing', path, found: raw }];
    const read = type === 'money' ? readMoney(raw) : undefined;
    return typeof read === 'object' && read.isRounded && read.money.basis === 'total'
      ? [{ code: 'money-fraction', path, found: raw }]
      : [];
  });
}

interface Leaf {
  path: string;
  type: string;
  unit: string | undefined;
  usual: Usual | undefined;
  partOf: PartOf | undefined;
  /** As given, and as read. */
  raw: unknown;
  value: unknown;
  row: Row;
}

function leavesIn(schema: z.ZodObject, given: unknown, path: string): Leaf[] {
  if (typeof given !== 'object' || given === null) return [];
  const raw = given as Row;
  const entries = Object.entries(schema.shape as Record<string, z.ZodType>).filter(([name]) => raw[name] !== undefined);
  const row: Row = Object.fromEntries(
    entries.flatMap(([name, inner]) => {
      const parsed = inner.safeParse(raw[name]);
      return parsed.success ? [[name, parsed.data]] : [];
    }),
  );
  return entries.flatMap(([name, inner]): Leaf[] => {
    const { type, unit, schema: field } = fieldOf(inner);
    const at = `${path}.${name}`;
    if (type === 'group') return leavesIn(field as z.ZodObject, raw[name], at);
    if (type === 'list') {
      const element = fieldOf((field as z.ZodArray).element as z.ZodType);
      if (element.type !== 'group' || !Array.isArray(raw[name])) return [];
      return raw[name].flatMap((one, index) => leavesIn(element.schema as z.ZodObject, one, `${at}.${index}`));
    }
    const declared = field.meta() as Partial<Pick<Leaf, 'usual' | 'partOf'>> | undefined;
    const { usual, partOf } = declared ?? {};
    return [{ path: at, type, unit, usual, partOf, raw: raw[name], value: row[name], row }];
  });
}

function tooLarge({ path, type, unit, usual, value }: Leaf): Refusal[] {
  if (!usual || value === undefined) return [];
  if (type === 'money') {
    const fen = fenOf(value);
    return fen === null || fen <= usual.to * 100
      ? []
      : [{ code: 'odd-large', path, found: `${formatFen(fen)} yuan`, expected: `${formatFen(usual.to * 100)} yuan` }];
  }
  const largest = typeof value === 'number' ? value : largestOf(value as { min?: number; max?: number });
  const counted = (number: number) => (unit ? `${number} ${unit}` : String(number));
  return largest <= usual.to ? [] : [{ code: 'odd-large', path, found: counted(largest), expected: counted(usual.to) }];
}

const largestOf = ({ min, max }: { min?: number; max?: number }) => Math.max(min ?? 0, max ?? 0);

function abovePrice({ path, partOf: whole, value, row }: Leaf): Refusal[] {
  const part = whole ? fenOf(value) : null;
  const fen = whole && (whole.fen ? whole.fen(row) : fenOf(row[whole.field]));
  return part === null || typeof fen !== 'number' || part <= fen
    ? []
    : [{ code: 'odd-part', path, found: (value as Money).printed, expected: `${formatFen(fen)} yuan ${whole!.field}` }];
}
