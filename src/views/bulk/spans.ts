import type { MarkedDay } from '../../notices/marks/storage.ts';
import { dayOf, startOfDay, type Day } from '../../values/date.ts';
import { firstKeyOf } from '../../values/order-key.ts';
import type { SpanKind } from './files.ts';

/** Days that stand in files together. */
export interface Span {
  kind: SpanKind;
  /** As it stands in a name: `all`, `2026-11`, `2026-11-26`. */
  label: string;
  /** The first and the last day that have anything. */
  from: Day;
  to: Day;
  /** Order keys: from the first to before the second. */
  keys: { from: number; to: number };
  /** Of its days: changes with any of them. */
  marks: string;
}

/** Days older than these stand in the file of their month. */
const DAYS = 31;

/** All, by the month and by the day, as far as anything was published. */
export function spansOf(days: readonly MarkedDay[], now: number): Span[] {
  if (days.length === 0) return [];
  const recent = days.filter(({ day }) => startOfNumber(day) > now - DAYS * 86_400_000);
  return [
    spanOf('all', 'all', days),
    ...[...Map.groupBy(days, ({ day }) => dayOfNumber(day).slice(0, 7))].map(([month, some]) =>
      spanOf('month', month, some),
    ),
    ...recent.map((one) => spanOf('day', dayOfNumber(one.day), [one])),
  ];
}

function spanOf(kind: SpanKind, label: string, days: readonly MarkedDay[]): Span {
  const [first, last] = [days[0]!.day, days.at(-1)!.day];
  return {
    kind,
    label,
    from: dayOfNumber(first),
    to: dayOfNumber(last),
    keys: { from: firstKeyOf(first), to: firstKeyOf(last + 1) },
    marks: days.map(({ day, mark }) => `${day}:${mark}`).join(' '),
  };
}

function dayOfNumber(day: number): Day {
  return dayOf(startOfNumber(day));
}

/** Midnight in Shanghai. */
function startOfNumber(day: number): number {
  return startOfDay('1970-01-01' as Day)! + day * 86_400_000;
}
