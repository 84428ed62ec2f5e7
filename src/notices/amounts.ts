import { addUp, listOf, sumOf, sumOfAll, wins, type OcdsFragment, type OcdsLot } from '../registers/ocds.ts';
import { subjectOf } from '../registers/registers.ts';

/**
 * What was won: the sum of active awards, or of contracts, or the deal prices of lots; null when none is disclosed, and
 * when one of several is not: a part is not the whole.
 */
export function awardedFen(release: OcdsFragment): number | null {
  const lots = listOf(release.tender?.lots).filter(
    (lot) => lot.status !== 'cancelled' && lot.status !== 'unsuccessful',
  );
  return (
    sumOfAll(wins(release).map(({ value }) => value)) ??
    sumOfAll(listOf(release.contracts).map(({ value }) => value)) ??
    addUp(lots.filter(isDealt).map(dealFen))
  );
}

/** What was offered or allowed: ceiling, budget or starting price; of all lots together only when each is known. */
export function ceilingFen(release: OcdsFragment): number | null {
  const lots = listOf(release.tender?.lots);
  return (
    sumOf(release.tender?.value) ??
    sumOfAll(lots.map(({ value }) => value)) ??
    addUp(lots.map(startFen)) ??
    sumOf(release.planning?.budget?.amount)
  );
}

function isDealt(lot: OcdsLot): boolean {
  const { deal, dealTotal } = subjectOf(lot)?.prices(lot) ?? {};
  return deal !== undefined || dealTotal !== undefined;
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
  return awardedFen(release) ?? sumOfAll(first.map(({ value }) => value)) ?? ceilingFen(release);
}
