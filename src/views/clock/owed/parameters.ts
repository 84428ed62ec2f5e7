import { OWED_ORDERS, type OwedOrder } from '../../../clock/storage.ts';
import { findParty } from '../../../parties/storage.ts';
import { findRegion } from '../../../values/region.ts';
import type { Query } from '../../address.ts';
import type { Refused } from '../../list/parameters.ts';
import type { Portal } from '../../portal.ts';
import { choicesIn } from '../asked.ts';
import { BASES, DUTIES, type Basis } from './duties.ts';

/** What `/owed` and its tables may be asked. */
export interface OwedParameters {
  register?: string | undefined;
  region?: string | undefined;
  unit?: string | undefined;
  /** A rule: what kind of publication is owed. */
  duty?: string | undefined;
  basis: Basis;
  sort: OwedOrder;
  skip: number;
}

export const OWED_PARAMETERS: readonly string[] = [
  ...['register', 'region', 'unit', 'duty', 'basis', 'sort', 'skip', 'names'],
];

export function readOwedParameters(
  { database }: Pick<Portal, 'database'>,
  search: URLSearchParams,
): { parameters: OwedParameters; dropped: Refused[] } {
  const { read, dropped } = choicesIn(search);
  const isRegister = (id: string) => DUTIES.some(({ register }) => register === id);
  const parameters = {
    register: read('register', isRegister),
    region: read('region', (code) => findRegion(code) !== undefined),
    unit: read('unit', (id) => findParty(database, id)?.isUnit === true),
    duty: read('duty', (id) => DUTIES.some(({ rule }) => rule === id)),
    basis: (read('basis', (one) => BASES.some((basis) => basis === one)) ?? 'verified') as Basis,
    sort: (read('sort', (one) => OWED_ORDERS.some((order) => order === one)) ?? 'longest') as OwedOrder,
    skip: Number(read('skip', (one) => /^\d{1,6}$/.test(one)) ?? 0),
  };
  return { parameters, dropped };
}

/** The same as an address says them; what is usual is left out, and so is the place on the way. */
export function owedQuery({ basis, sort, skip: _skip, ...chosen }: OwedParameters, change: Query = {}): Query {
  return {
    ...chosen,
    basis: basis === 'verified' ? undefined : basis,
    sort: sort === 'longest' ? undefined : sort,
    ...change,
  };
}
