import type { Refusal } from '../../values/result.ts';
import { refusalsOfCode } from '../address-code.ts';
import type { Notice } from '../notice.ts';
import type { MatterStatement } from './matter.ts';

/** What no single field can say. Refusals: `address-code`, `matter-before`, `matter-year`, `matter-failed`, `matter-low`, `matter-twice`. */
export function refusalsOfMatter(notice: Notice): Refusal[] {
  const { year, foundOn, dueOn, outcome, ratings = [] } = notice.fields as Partial<MatterStatement>;
  const refusals = refusalsOfCode(notice);
  const refuse = (code: string, path: string, found = '', expected = '') =>
    refusals.push({ code, path: `fields.${path}`, found, expected });
  if (foundOn && dueOn && dueOn < foundOn) refuse('matter-before', 'dueOn', dueOn, foundOn);
  if (year !== undefined && !/^20\d\d$/.test(year)) refuse('matter-year', 'year', year);
  // What was not put right is put right by another day.
  if (outcome === 'failed' && !dueOn && !notice.firstPublished) refuse('matter-failed', 'dueOn');
  for (const [at, { unitRated, score, rank, grade }] of ratings.entries()) {
    if (ratings.findIndex((one) => one.unitRated === unitRated) !== at)
      refuse('matter-twice', `ratings.${at}.unitRated`, unitRated);
    if (score === undefined && rank === undefined && grade === undefined)
      refuse('matter-low', `ratings.${at}.score`, unitRated);
  }
  return refusals;
}
