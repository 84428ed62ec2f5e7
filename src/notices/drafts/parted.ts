import type * as z from 'zod';
import { fieldOf } from '../../registers/fields.ts';
import { findKind } from '../../registers/registers.ts';
import type { DayOrInstant } from '../../values/date.ts';
import { dayOf } from '../../values/date.ts';
import type { Money } from '../../values/money.ts';
import type { Draft } from './draft.ts';
import type { Notice } from '../../registers/notice.ts';

/** A day or a sum that a field says and the text does not: one of the two may be wrong. */
export interface Parted {
  path: string;
  /** As the field says it. */
  found: string;
}

/**
 * Where text and fields part: days and sums of the fields, rows too, that stand in the body in none of their usual
 * spellings. Says nothing of a draft without a body, or whose body names no day or sum at all: it may be attached. A doubt,
 * never a refusal.
 */
export function partedIn({ register, kind }: Pick<Draft, 'register' | 'kind'>, notice: Notice): Parted[] {
  const fields = findKind(register, kind)?.fields;
  const body = (notice.body ?? '').normalize('NFKC').replace(/[\s,，\\*]/g, '');
  if (!fields || !/\d/.test(body)) return [];
  return leavesOf(fields, notice.fields, 'fields')
    .filter(({ spellings }) => !spellings.some((spelling) => body.includes(spelling)))
    .map(({ path, found }) => ({ path, found }));
}

interface Leaf extends Parted {
  spellings: string[];
}

function leavesOf(schema: z.ZodType, value: unknown, path: string): Leaf[] {
  if (value === undefined || value === null) return [];
  const { type, schema: inner } = fieldOf(schema);
  switch (type) {
    case 'day':
      return [dayLeaf(path, value as string)];
    case 'instant':
    case 'dayOrInstant': {
      const when = value as DayOrInstant;
      return [dayLeaf(path, typeof when === 'number' ? dayOf(when) : when)];
    }
    case 'money':
      return moneyLeaf(path, value as Money);
    case 'list':
      return (value as unknown[]).flatMap((row, index) =>
        leavesOf((inner as z.ZodArray).element as z.ZodType, row, `${path}.${index}`),
      );
    default:
      return 'shape' in inner
        ? Object.entries((inner as z.ZodObject).shape).flatMap(([name, member]) =>
            leavesOf(member as z.ZodType, (value as Record<string, unknown>)[name], `${path}.${name}`),
          )
        : [];
  }
}

/** 2026年12月5日, 2026年12月05日, 2026-12-05, 2026.12.5, 2026/12/5; and without the year, as later days often are. */
function dayLeaf(path: string, day: string): Leaf {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const both = (text: string) => [String(Number(text)), text];
  const months = both(day.slice(5, 7));
  const dates = both(day.slice(8, 10));
  const spellings = months.flatMap((m) =>
    dates.flatMap((d) => [`${m}月${d}日`, `${year}-${m}-${d}`, `${year}.${m}.${d}`, `${year}/${m}/${d}`]),
  );
  return { path, found: `${year}年${month}月${date}日`, spellings };
}

/** In yuan, in 万元 and in 亿元, and as printed. A sum whose yuan are not known is sought as printed. */
function moneyLeaf(path: string, { fen, printed }: Money): Leaf[] {
  const plain = printed.normalize('NFKC').replace(/[\s,，]/g, '');
  const figure = /\d+(?:\.\d+)?/.exec(plain)?.[0];
  const spellings = [
    ...(figure ? [figure] : [plain]),
    ...(fen === null ? [] : [fen / 100, fen / 1_000_000, fen / 10_000_000_000].map(String)),
    ...(fen === null ? [] : [(fen / 100).toFixed(2), (fen / 1_000_000).toFixed(2)]),
  ];
  return [{ path, found: printed, spellings }];
}
