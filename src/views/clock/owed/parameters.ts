import * as z from 'zod';
import { OWED_ORDERS, type OwedOrder } from '../../../clock/owed/storage.ts';
import { findParty } from '../../../parties/storage.ts';
import type { Query } from '../../address.ts';
import { typedRegion, type Refused } from '../../list/parameters.ts';
import type { Portal } from '../../portal.ts';
import { typedParty, typedSkip } from '../../typed.ts';
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

/** How each is read; that a unit is one of ours the database says. */
export const OWED_VALUES = {
  register: z.enum([...new Set(DUTIES.map(({ register }) => register))]),
  region: typedRegion,
  unit: typedParty,
  duty: z.enum(DUTIES.map(({ rule }) => rule)),
  basis: z.enum(BASES),
  sort: z.enum(OWED_ORDERS),
  skip: typedSkip,
};

export function readOwedParameters(
  { database }: Pick<Portal, 'database'>,
  search: URLSearchParams,
): { parameters: OwedParameters; dropped: Refused[] } {
  const { read, dropped } = choicesIn(search);
  const fits = (name: keyof typeof OWED_VALUES) => (text: string) => OWED_VALUES[name].safeParse(text).success;
  const parameters = {
    register: read('register', fits('register')),
    region: read('region', fits('region')),
    unit: read('unit', (id) => findParty(database, id)?.isUnit === true),
    duty: read('duty', fits('duty')),
    basis: (read('basis', fits('basis')) ?? 'verified') as Basis,
    sort: (read('sort', fits('sort')) ?? 'longest') as OwedOrder,
    skip: Number(read('skip', fits('skip')) ?? 0),
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
