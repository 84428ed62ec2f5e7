import type { Kind } from '../../../registers/register.ts';
import { printedAmount } from '../printed/amount.ts';
import type { Values } from './header.ts';

/** What the columns of a row say, under every name a register may have for it (`fitting.ts` takes each kind's own). */
export interface ListedFacts {
  fields: Record<string, unknown>;
  remarks: { code: string; found: string }[];
}

/** `names` are the headers as the file prints them: they may say the unit of a sum. */
export function factsOf(kind: Kind, values: Values, names: Record<string, string>): ListedFacts {
  const buyer = party(values.buyer);
  const suppliers = (values.supplier ?? '').split(SEVERAL).flatMap((name) => party(name) ?? []);
  const sum = (column: 'budget' | 'ceiling' | 'amount') => printedAmount(values[column], names[column] ?? '');
  const budget = sum('budget');
  const ceiling = sum('ceiling');
  const amount = sum('amount');
  // Of several winners none is said to have won the sum.
  const won = suppliers.length === 1 ? amount?.money : undefined;
  const fields = Object.keys(kind.fields.shape);
  const isResult = fields.some((name) => RESULTS.includes(name));
  return {
    fields: {
      buyer,
      procuringEntity: buyer,
      grantor: buyer,
      agency: party(values.agency),
      // A call says no other sum than what may be spent.
      budget: budget?.money ?? (isResult ? undefined : amount?.money),
      ceilingPrice: ceiling?.money,
      awards: suppliers.map((supplier) => ({ supplier, awardPrice: won })),
      candidates: suppliers.map((supplier) => ({ supplier, bidPrice: won })),
      supplier: suppliers.length === 1 ? suppliers[0] : undefined,
      transferee: suppliers.length === 1 ? suppliers[0] : undefined,
      contractPrice: amount?.money,
      dealPrice: amount?.money,
    },
    remarks: [budget, ceiling, amount].flatMap((one) => (one?.remark ? [one.remark] : [])),
  };
}

/** Fields of kinds that say who won, and for how much. */
const RESULTS = ['awards', 'candidates', 'contractPrice', 'dealPrice'];

const SEVERAL = /[；;、\n]/;

function party(name: string | undefined): { name: string } | undefined {
  const text = name?.trim();
  return text ? { name: text } : undefined;
}
