import { listOf, type CompiledRelease } from '../ocds.ts';
import type { Asked } from '../register.ts';

/** By then the report of the year before is mostly out; the day itself is to be verified. */
const REPORTED_BY = '07-01';

/**
 * What the notices of a right leave to be asked: that its days have run out and nothing follows, and that a year stands
 * without a report between or after years that have one. Another notice may answer it that is not held here.
 */
export function questions(record: CompiledRelease, stage: string, today: string): Asked[] {
  if (stage === 'terminated' || stage === 'withdrawn') return [];
  return listOf(record.tender?.lots).flatMap(({ miningRight: right }): Asked[] => {
    if (!right) return [];
    const { validUntil } = right;
    const ended = validUntil !== undefined && validUntil < today;
    const missing = yearsWithout(
      listOf(right.reports).map(({ id }) => Number(id)),
      today,
      validUntil,
    );
    return [
      ...(ended ? [{ code: 'expired', found: validUntil }] : []),
      ...(missing.length > 0 ? [{ code: 'noReport', found: missing.join('、') }] : []),
    ];
  });
}

/** Whoever never reported here may report elsewhere: only after a first year is a later one missed. */
function yearsWithout(reported: readonly number[], today: string, validUntil: string | undefined): number[] {
  if (reported.length === 0) return [];
  const last = Number(today.slice(0, 4)) - (today.slice(5) >= REPORTED_BY ? 1 : 2);
  const until = Math.min(last, validUntil === undefined ? last : Number(validUntil.slice(0, 4)) - 1);
  const years: number[] = [];
  for (let year = Math.min(...reported); year <= until; year++) if (!reported.includes(year)) years.push(year);
  return years;
}
