import { listOf, sumOf, wins, type OcdsFragment, type OcdsLot, type OcdsValue } from '../registers/ocds.ts';
import { subjectOf } from '../registers/registers.ts';

/** What was won: the sum of active awards, or of contracts, or the deal prices of lots; null when none is disclosed. */
export function awardedFen(release: OcdsFragment): number | null {
  return (
    total(wins(release).map(({ value }) => value)) ??
    total(listOf(release.contracts).map(({ value }) => value)) ??
    totalOf(listOf(release.tender?.lots).map(dealFen))
  );
}

/** What was offered or allowed: ceiling, budget or starting price. */
export function ceilingFen(release: OcdsFragment): number | null {
  const lots = listOf(release.tender?.lots);
  return (
    sumOf(release.tender?.value) ??
    total(lots.map(({ value }) => value)) ??
    totalOf(lots.map(startFen)) ??
    sumOf(release.planning?.budget?.amount)
  );
}

function dealFen(lot: OcdsLot): number | null {
  const { deal, dealTotal } = subjectOf(lot)?.prices(lot) ?? {};
  return dealTotal ?? sumOf(deal);
}

function startFen(lot: OcdsLot): number | null {
  const { start, startTotal } = subjectOf(lot)?.prices(lot) ?? {};
  return startTotal ?? sumOf(start);
}

/** The sum a reader wants to see first: what was awarded, what the first candidate offers, else the ceiling. */
export function headlineFen(release: OcdsFragment): number | null {
  const first = listOf(release.awards).filter((award) => award.status === 'pending' && (award.rank ?? 1) === 1);
  return awardedFen(release) ?? total(first.map(({ value }) => value)) ?? ceilingFen(release);
}

function total(values: (OcdsValue | undefined)[]): number | null {
  return totalOf(values.map(sumOf));
}

function totalOf(values: (number | null | undefined)[]): number | null {
  let sum: number | null = null;
  for (const fen of values) {
    if (typeof fen === 'number') sum = (sum ?? 0) + fen;
  }
  return sum;
}
