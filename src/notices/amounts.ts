import {
  addUp,
  firstCandidates,
  listOf,
  sumOf,
  sumOfAll,
  wins,
  type OcdsFragment,
  type OcdsLot,
} from '../registers/ocds.ts';
import { subjectOf } from '../registers/registers.ts';

/** What a sum is the sum of; said beside it, for sums of two sorts do not compare. */
export const AMOUNT_BASES = ['award', 'contract', 'deal', 'candidate', 'ceiling', 'start', 'budget'] as const;
export type AmountBasis = (typeof AMOUNT_BASES)[number];

export interface Amount {
  fen: number;
  basis: AmountBasis;
}

/**
 * What was won: the sum of active awards, or of contracts, or the deal prices of lots; null when none is disclosed, and
 * when one of several is not: a part is not the whole.
 */
export function awarded(release: OcdsFragment): Amount | null {
  const lots = listOf(release.tender?.lots).filter(
    (lot) => lot.status !== 'cancelled' && lot.status !== 'unsuccessful',
  );
  return (
    amount('award', sumOfAll(wins(release).map(({ value }) => value))) ??
    amount('contract', sumOfAll(listOf(release.contracts).map(({ value }) => value))) ??
    (isProposed(release) ? null : amount('deal', addUp(lots.filter(isDealt).map(dealFen))))
  );
}

/** To whom is said, not yet that it went there. */
function isProposed({ awards }: OcdsFragment): boolean {
  return listOf(awards).some(({ status }) => status === 'pending');
}

export function awardedFen(release: OcdsFragment): number | null {
  return awarded(release)?.fen ?? null;
}

/** What was offered or allowed: ceiling, budget or starting price; of all lots together only when each is known. */
export function allowed(release: OcdsFragment): Amount | null {
  const lots = listOf(release.tender?.lots);
  return (
    amount('ceiling', sumOf(release.tender?.value)) ??
    amount('ceiling', sumOfAll(lots.map(({ value }) => value))) ??
    amount('start', addUp(lots.map(startFen))) ??
    amount('budget', sumOf(release.planning?.budget?.amount))
  );
}

export function ceilingFen(release: OcdsFragment): number | null {
  return allowed(release)?.fen ?? null;
}

/**
 * Where the whole that is said is not that of the lots that are told: a notice about one of three packages prints the sum
 * of all. Both in fen; null where they agree, or not both are known.
 */
export function partOfWhole({ tender, planning }: OcdsFragment): { whole: number; lots: number } | null {
  const values = listOf(tender?.lots).map(({ value }) => value);
  const lots = sumOfAll(values);
  const isBudget = values.every((value) => value?.isBudget);
  const whole = sumOf(isBudget ? (planning?.budget?.amount ?? tender?.value) : tender?.value);
  return lots === null || whole === null || lots === whole ? null : { whole, lots };
}

/** Whether some of its lots came to nothing, or are not decided yet: what was won is then no price of the whole. */
export function hasLotsWithout(release: OcdsFragment): boolean {
  const won = wins(release);
  return listOf(release.tender?.lots).some(
    ({ id }) => !won.some(({ relatedLots }) => !Array.isArray(relatedLots) || relatedLots.includes(id)),
  );
}

/** What was allowed for the lots that are told, which is what their prices compare with. */
export function allowedForLots(release: OcdsFragment): number | null {
  return partOfWhole(release)?.lots ?? ceilingFen(release);
}

function amount(basis: AmountBasis, fen: number | null): Amount | null {
  return fen === null ? null : { fen, basis };
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
export function headline(release: OcdsFragment): Amount | null {
  const first = firstCandidates(release);
  return awarded(release) ?? amount('candidate', sumOfAll(first.map(({ value }) => value))) ?? allowed(release);
}

export function headlineFen(release: OcdsFragment): number | null {
  return headline(release)?.fen ?? null;
}
