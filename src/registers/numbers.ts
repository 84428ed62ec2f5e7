import * as z from 'zod';
import { readQuantity, type CountedIn } from '../values/quantity.ts';
import { invalid } from './fields.ts';

/**
 * The fields that hold numbers. A file or a program writes plain digits; what people write (`70年`, `60亩`) is read at
 * the form, in the unit that is declared here, and refused here with what is wrong with it.
 */
const PLAIN = /^-?\d[\d,]*(\.\d+)?$/;

function numeric(counted: CountedIn, mayBeNegative = false) {
  return z.union([z.number(), z.string().meta({ pattern: PLAIN.source })]).transform((value, context): number => {
    const number = typeof value === 'number' ? value : PLAIN.test(value) ? Number(value.replaceAll(',', '')) : null;
    if (number !== null) return number >= 0 || mayBeNegative ? number : invalid(context, 'negative-number');
    const read = readQuantity(String(value), counted);
    const { code, expected } = read.ok ? { code: 'not-a-number', expected: counted.unit } : read.refusals[0]!;
    return invalid(context, code, expected);
  });
}

/** A number; `unit` is a key of `locales` units (`day`, `year`, `kilometre`). Without one it may be below nothing. */
export const number = (unit?: string) => numeric({ unit }, unit === undefined).meta({ field: 'number', unit });
/** How many: `counters` are the measure words that people write behind it (`家|个`), as a pattern. */
export const count = (counters: string) => numeric({ counters }).meta({ field: 'number', counters });
/** Percent, as printed: 2.3 for 2.3%. */
export const percent = () => numeric({ unit: 'percent' }).meta({ field: 'percent' });
/** Hectares or square kilometres. Pages show hectares with 亩 beside them (1 公顷 = 15 亩). */
export const area = (unit: 'hectare' | 'square-kilometre') => numeric({ unit }).meta({ field: 'area', unit });

/** A bounded value: `≥1.0`, `≤24`, `1.0~2.5`, or `{min, max}`. */
export const bounds = (unit?: string) =>
  z
    .union([z.string(), z.strictObject({ min: z.number().optional(), max: z.number().optional() })])
    .transform(
      (value, context) =>
        (typeof value === 'string' ? parseBounds(value, unit) : value) ?? invalid(context, 'not-bounds', unit),
    )
    .meta({ field: 'bounds', unit });

const SIDES = '≥|>=|>|不小于|不低于|≤|<=|<|不大于|不高于|不超过|=';
const NUMBER = '\\d+(?:\\.\\d+)?';
const UNITS: Record<string, string> = { percent: '%', metre: '(?:米|m)' };

function parseBounds(value: string, unit: string | undefined): { min?: number; max?: number } | null {
  const compact = value.normalize('NFKC').replace(/\s/g, '');
  const behind = unit && UNITS[unit] ? `${UNITS[unit]}?` : '';
  const range = new RegExp(`^(${NUMBER})${behind}(?:[~—–-]|至)(${NUMBER})${behind}$`, 'i').exec(compact);
  if (range) return { min: Number(range[1]), max: Number(range[2]) };
  const one = new RegExp(`^(${SIDES})?(${NUMBER})${behind}$`, 'i').exec(compact);
  if (!one) return null;
  const bound = Number(one[2]);
  if (/^(≥|>|不小于|不低于)/.test(one[1] ?? '')) return { min: bound };
  if (/^(≤|<|不大于|不高于|不超过)/.test(one[1] ?? '')) return { max: bound };
  return { min: bound, max: bound };
}
