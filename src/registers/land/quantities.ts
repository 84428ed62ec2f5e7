import { added } from '../../clock/judge.ts';
import { percentOf, type Measure, type Measured, type Quantity } from '../../clock/quantity.ts';
import type { Refusal } from '../../values/result.ts';
import type { Money } from '../../values/money.ts';
import { fenOf, largest, termRefusals } from '../measures.ts';
import type { Notice } from '../notice.ts';
import { totalFor } from './magnitudes.ts';
import { lotSaid, type ParcelRow } from './parcels.ts';
import { classesOfUse } from './uses.ts';

const terms = {
  law: '《城镇国有土地使用权出让和转让暂行条例》',
  article: '第十二条',
  page: 'urban-land-grant-regulation',
  from: '1990-05-19',
  until: null,
  verifiedOn: '2026-11-23',
  kinds: ['grant', 'regrant', 'agreement', 'deal', 'supply', 'contract'],
  operator: 'most',
  unit: 'year',
  binds: 'grantor',
} as const;
const notice34 = {
  law: '国土资发〔2010〕34号《关于加强房地产用地供应和监管有关问题的通知》',
  article: '',
  page: 'land-market-notice-34',
  from: '2010-03-08',
  until: null,
  verifiedOn: null,
  when: 'realEstate',
} as const;

/** 国有建设用地使用权: what is counted or compared (domain.md §3.3). */
export const quantities: readonly Quantity[] = [
  {
    id: 'L9',
    ...notice34,
    kinds: ['contract'],
    doubts: ['partialPayments'],
    measure: 'firstPayment',
    operator: 'least',
    bound: 50,
    unit: 'percent',
    binds: 'transferee',
  },
  {
    id: 'L10',
    ...notice34,
    kinds: ['grant', 'regrant'],
    doubts: ['reserve'],
    measure: 'deposit',
    operator: 'least',
    bound: 20,
    unit: 'percent',
    binds: 'grantor',
  },
  { id: 'L12', ...terms, measure: 'residentialTerm', bound: 70 },
  { id: 'L12-2', ...terms, measure: 'ordinaryTerm', bound: 50 },
  { id: 'L12-3', ...terms, measure: 'commercialTerm', bound: 40 },
];

/** 暂行条例 art. 12: the longest a right may last, in years, by the class of the use. */
const CLASSES: Partial<Record<Measure, readonly string[]>> = {
  residentialTerm: ['residential'],
  ordinaryTerm: ['industrial', 'storage', 'public', 'transport'],
  commercialTerm: ['commercial'],
};

export function measure(measured: Measure, notice: Notice, all: readonly Notice[]): Measured | null {
  if (measured === 'firstPayment') return firstPayment(notice, all);
  const rows = parcelsIn(notice);
  if (measured === 'deposit') return smallestDeposit(rows);
  const classes = CLASSES[measured];
  return classes ? largest(rows.filter((row) => isOnly(row, classes)).map(({ term }) => term)) : null;
}

/** Of a use that is of several classes (商住), and of one that is of none, no maximum is known. */
function isOnly({ use }: ParcelRow, classes: readonly string[]): boolean {
  const found = use === undefined ? [] : classesOfUse(use);
  return found.length === 1 && classes.includes(found[0]!);
}

function parcelsIn({ fields }: Notice): ParcelRow[] {
  return (fields['parcels'] as ParcelRow[] | undefined) ?? [fields as ParcelRow];
}

/** A fifth of the lowest price at which land may go: that is not above the starting price, and not published. */
function smallestDeposit(rows: readonly ParcelRow[]): Measured | null {
  const shares = rows.flatMap(({ deposit, startingPrice, area }) => {
    const [part, whole] = [fenOf(deposit), totalFor(startingPrice, area)];
    return part === null || !whole ? [] : [percentOf(part, whole)];
  });
  return shares.length === 0 ? null : { value: Math.min(...shares), doubt: 'reserve' };
}

/** What was paid within a month of the contract. Payments need not be published one by one. */
function firstPayment(contract: Notice, all: readonly Notice[]): Measured | null {
  const { signedOn, contractPrice } = contract.fields as { signedOn?: string; contractPrice?: Money };
  const price = fenOf(contractPrice);
  const payments = all
    .filter(
      (notice) => notice.kind === 'payment' && lotSaid(notice, notice.fields) === lotSaid(contract, contract.fields),
    )
    .map(({ fields }) => fields as { paidOn?: string; amountPaid?: Money; outstanding?: Money });
  if (signedOn === undefined || !price || payments.length === 0) return null;
  const limit = added(signedOn, 1, 'month');
  const inTime = payments.filter(({ paidOn }) => paidOn !== undefined && paidOn <= limit);
  const paid = inTime.reduce((sum, { amountPaid }) => sum + (fenOf(amountPaid) ?? 0), 0);
  return { value: percentOf(paid, price), doubt: 'partialPayments' };
}

/** A term beyond what the law allows is not taken into a first publication. */
export function withinMaximum(notice: Notice): Refusal[] {
  return termRefusals(
    notice,
    'parcels',
    (row: ParcelRow) => quantities.find(({ measure: of }) => CLASSES[of] && isOnly(row, CLASSES[of]))?.bound,
  );
}
