import type { RecordRow } from '../../notices/release.ts';
import { funds } from '../../registers/funds/register.ts';
import { fundTold, type Fund } from '../../registers/funds/told.ts';
import { keptRecords } from '../kept-records.ts';
import type { Portal } from '../portal.ts';
import type { FundsParameters } from './values.ts';

/** A fund and the record it is told from. */
export interface KeptFund {
  fund: Fund;
  record: RecordRow;
}

/** All funds, the newest year first, within it the largest. */
export function fundsOf(portal: Portal): KeptFund[] {
  return keptRecords(portal, funds.id)
    .flatMap((record) => {
      const fund = fundTold(record.compiled.fund);
      return fund ? [{ fund, record }] : [];
    })
    .toSorted((a, b) => yearOf(b).localeCompare(yearOf(a)) || (b.fund.budget ?? 0) - (a.fund.budget ?? 0));
}

/** Sums of different years are never added up: without a year it is the newest. */
export function chosenFunds(portal: Portal, parameters: FundsParameters): { year: string | null; kept: KeptFund[] } {
  const all = fundsOf(portal);
  const year = parameters.year ?? (all[0] ? yearOf(all[0]) : null);
  return { year, kept: matching(all, parameters).filter((one) => yearOf(one) === year) };
}

/** Whatever its year. */
export function matching(all: readonly KeptFund[], { category, level, county }: FundsParameters): KeptFund[] {
  return all.filter(
    ({ fund }) =>
      (!category || fund.issue.category === category) &&
      (!level || fund.issue.level === level) &&
      (!county || fund.places.some(({ name }) => name === county)),
  );
}

export function yearOf({ fund }: Pick<KeptFund, 'fund'>): string {
  return fund.issue.year ?? '';
}
