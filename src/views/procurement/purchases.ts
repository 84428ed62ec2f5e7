import { hasLotsWithout, partOfWhole } from '../../notices/amounts.ts';
import { dealtOn } from '../../notices/dealt.ts';
import { listRecords } from '../../notices/lists/storage.ts';
import type { RecordRow } from '../../notices/release.ts';
import { listOf, sumOf, sumOfAll, wins } from '../../registers/ocds.ts';
import { METHODS } from '../../registers/procurement/purchasing.ts';
import { procurement } from '../../registers/procurement/register.ts';
import type { Portal } from '../portal.ts';
import type { PurchaseParameters } from './values.ts';

/** A purchase that was decided, with its sums side by side; each is fen of a whole sum in yuan, or null. */
export interface Purchase {
  record: RecordRow;
  buyer: string;
  method: string | null;
  dealtOn: string;
  budget: number | null;
  ceiling: number | null;
  award: number | null;
  contract: number | null;
  settlement: number | null;
  /** Its sums are of some packages, its budget of all: nothing compares. */
  isPart: boolean;
}

/** As many decided purchases as a page looks through, the newest first. */
const MOST = 2_000;

/** The purchases of a year that were decided, and the years there are among the newest. */
export function purchasesOf(
  portal: Portal,
  { year, method, unit }: PurchaseParameters,
): { year: string | null; years: string[]; buyers: string[]; purchases: Purchase[]; isCut: boolean } {
  const { records } = listRecords(portal.database, {
    register: procurement.id,
    facets: {},
    order: 'dealt',
    limit: MOST,
    now: portal.now(),
  });
  const all = records.flatMap((record) => purchaseOf(record) ?? []);
  const years = [...new Set(all.map((one) => one.dealtOn.slice(0, 4)))].toSorted().toReversed();
  const at = year ?? years[0] ?? null;
  const ofYear = all.filter((one) => one.dealtOn.slice(0, 4) === at);
  return {
    year: at,
    years,
    buyers: [...new Set(ofYear.map(({ buyer }) => buyer))].filter(Boolean).toSorted((a, b) => a.localeCompare(b, 'zh')),
    purchases: ofYear.filter((one) => (!method || one.method === method) && (!unit || one.buyer === unit)),
    isCut: records.length === MOST,
  };
}

function purchaseOf(record: RecordRow): Purchase | null {
  const { compiled } = record;
  const day = dealtOn(compiled);
  if (day === null || record.stage === 'withdrawn') return null;
  const { planning, tender, buyer, contracts } = compiled;
  const lots = listOf(tender?.lots);
  const signed = listOf(contracts);
  const said = signed.filter(({ implementation }) => implementation?.finalValue);
  return {
    record,
    buyer: String(buyer?.name ?? tender?.procuringEntity?.name ?? ''),
    method: METHODS.find((code) => code === tender?.method) ?? null,
    dealtOn: day,
    budget: sumOf(planning?.budget?.amount),
    ceiling: sumOf(tender?.value) ?? sumOfAll(lots.map(({ value }) => value)),
    award: sumOfAll(wins(compiled).map(({ value }) => value)),
    contract: sumOfAll(signed.map(({ value }) => value)),
    // One contract that was settled of two is not what was paid.
    settlement:
      said.length === signed.length ? sumOfAll(said.map(({ implementation }) => implementation?.finalValue)) : null,
    isPart: partOfWhole(compiled) !== null || hasLotsWithout(compiled),
  };
}

/** (budget − award) ÷ budget, in per cent; null where one of the two is not known as a whole sum, or they are not of the same. */
export function savedShare({ budget, award, isPart }: Pick<Purchase, 'budget' | 'award' | 'isPart'>): number | null {
  return isPart || budget === null || award === null || budget === 0 ? null : ((budget - award) * 100) / budget;
}
