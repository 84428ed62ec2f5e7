import type { Measure, Measured, Quantity } from '../../clock/quantity.ts';
import { DAY, startOfDay } from '../../values/date.ts';
import type { Refusal } from '../../values/result.ts';
import { largest, termRefusals } from '../measures.ts';
import type { Notice } from '../notice.ts';
import type { RightRow } from './rights.ts';

const law = {
  law: '《矿产资源法》（2024年修订）',
  article: '第二十四条',
  page: 'mineral-resources-law',
  from: '2025-07-01',
  until: null,
  verifiedOn: '2026-11-23',
  kinds: ['grant', 'regrant', 'agreement', 'deal', 'contract', 'registration', 'renewal'],
  operator: 'most',
  unit: 'year',
  binds: 'grantor',
} as const;

/** 矿业权: what is counted or compared (domain.md §3.4). Of exploration other laws may rule otherwise (art. 24). */
export const quantities: readonly Quantity[] = [
  { id: 'M10', ...law, measure: 'explorationTerm', bound: 5, proviso: true },
  { id: 'M10-2', ...law, measure: 'extractionTerm', bound: 30 },
];

export function measure(measured: Measure, { fields }: Notice): Measured | null {
  const right = measured === 'explorationTerm' ? 'explorationRight' : 'extractionRight';
  const rows = (fields['rights'] as RightRow[] | undefined) ?? [fields as RightRow];
  const { validFrom, validUntil } = fields as { validFrom?: string; validUntil?: string };
  const validity = validFrom && validUntil ? [yearsBetween(validFrom, validUntil)] : [];
  return largest(rows.filter((row) => row.right === right).flatMap(({ term }) => [term, ...validity]));
}

/** Whole years to the same date or the day before it, then parts of a year. */
function yearsBetween(from: string, until: string): number {
  const years = Number(until.slice(0, 4)) - Number(from.slice(0, 4));
  const anniversary = `${until.slice(0, 4)}${from.slice(4)}`;
  const after = (startOfDay(until)! - (startOfDay(anniversary) ?? startOfDay(`${until.slice(0, 4)}-02-28`)!)) / DAY;
  return after === 0 || after === -1 ? years : Math.round((years + after / 365) * 100) / 100;
}

/** A term beyond what the law allows is not taken into a first publication. */
export function withinMaximum(notice: Notice): Refusal[] {
  const longest = quantities.find((rule) => rule.measure === 'extractionTerm')!.bound;
  return termRefusals(notice, 'rights', ({ right }: RightRow) => (right === 'extractionRight' ? longest : undefined));
}
