import { MOST_FEN, type Money } from '../values/money.ts';

/**
 * The part of OCDS 1.1 that our registers fill, with `printed` beside an amount; what a register is about is an extension
 * that its own folder declares. A fragment is what one notice says; fragments merge into a compiled release by the
 * rules of OCDS (schema/merging): members by `id` where they have one.
 */
export interface OcdsValue {
  /** In whole currency units, as OCDS wants it; our own arithmetic uses `fen`. */
  amount?: number;
  currency?: string;
  fen?: number | null;
  basis?: Money['basis'];
  rate?: number;
  printed?: string;
  /** What may be spent, where no ceiling is told: a lot has room for one sum. */
  isBudget?: boolean;
}

export interface OcdsPeriod {
  /** ISO 8601 with zone. */
  startDate?: string;
  endDate?: string;
}

export interface OcdsReference {
  id: string;
  name?: string;
}

export interface OcdsParty extends OcdsReference {
  identifier?: { scheme: string; id: string };
  /** Those of `roles.ts`, and what a register adds. */
  roles: string[];
  /** A natural person: the name is masked before it is stored. */
  person?: boolean;
  contactPoint?: { name?: string; telephone?: string };
  address?: { streetAddress?: string };
}

/** A number the source bounds from one or both sides: plot ratio ≥ 1.0, height ≤ 24. */
export interface Bounds {
  min?: number;
  max?: number;
}

export interface OcdsLot {
  id: string;
  title?: string;
  status?: string;
  value?: OcdsValue;
  /** The subject of a register is an extension of its own. */
  [extension: string]: unknown;
}

export interface OcdsAward {
  id: string;
  title?: string;
  status?: 'pending' | 'active' | 'cancelled' | 'unsuccessful';
  date?: string;
  value?: OcdsValue;
  suppliers?: OcdsReference[];
  relatedLots?: string[];
  /** 1 for the first candidate. */
  rank?: number;
  /** Days. */
  duration?: string;
  quality?: string;
  projectLeader?: { name: string; certificate?: string };
}

export interface OcdsContract {
  id: string;
  awardID?: string;
  title?: string;
  status?: 'pending' | 'active' | 'cancelled' | 'terminated';
  value?: OcdsValue;
  dateSigned?: string;
  period?: OcdsPeriod & { text?: string };
  buyer?: OcdsReference;
  suppliers?: OcdsReference[];
  implementation?: { finalValue?: OcdsValue; endDate?: string; status?: string };
}

export interface OcdsFragment {
  parties?: OcdsParty[];
  buyer?: OcdsReference;
  planning?: {
    project?: string;
    projectID?: string;
    budget?: { amount?: OcdsValue; source?: string };
    milestones?: unknown[];
  };
  tender?: {
    id?: string;
    title?: string;
    description?: string;
    status?: 'planning' | 'planned' | 'active' | 'cancelled' | 'unsuccessful' | 'complete' | 'withdrawn';
    value?: OcdsValue;
    procurementMethod?: 'open' | 'selective' | 'limited' | 'direct';
    /** As printed: a code of the register's `method` choices. */
    method?: string;
    mainProcurementCategory?: 'goods' | 'works' | 'services';
    /** Codes of the register's `category` choices. */
    additionalProcurementCategories?: string[];
    tenderPeriod?: OcdsPeriod;
    enquiryPeriod?: OcdsPeriod;
    awardPeriod?: OcdsPeriod;
    openingDate?: string;
    publicityPeriod?: OcdsPeriod;
    numberOfTenderers?: number;
    procuringEntity?: OcdsReference;
    lots?: OcdsLot[];
    terminationReason?: string;
  };
  bids?: { id: string; tenderer: OcdsReference; relatedLot?: string; value?: OcdsValue; rejected?: string }[];
  awards?: OcdsAward[];
  contracts?: OcdsContract[];
  relatedProcesses?: OcdsRelatedProcess[];
}

/** Another record, as OCDS names it: by ocid, or by a code of one of our registers. */
export interface OcdsRelatedProcess {
  id: string;
  relationship?: string[];
  title?: string;
  /** `ocid`, or what the identifier is a code of. */
  scheme?: string;
  identifier?: string;
}

/** A record's compiled release: the merged fragments with the common members. */
export interface CompiledRelease extends OcdsFragment {
  ocid: string;
  id: string;
  date: string;
  tag: string[];
  [extension: string]: unknown;
}

/** Money as an OCDS value: both the amount in currency units and our integer fen, and the text as printed. */
export function ocdsValue(money: Money | undefined): OcdsValue | undefined {
  if (!money) return undefined;
  return {
    ...(money.fen !== null && { amount: money.fen / 100 }),
    currency: money.currency,
    fen: money.fen,
    basis: money.basis,
    ...(money.rate !== undefined && { rate: money.rate }),
    printed: money.printed,
  };
}

/**
 * A whole sum in yuan, in fen; null for rates, unit prices, foreign money, what was not disclosed and what can be none.
 * OCDS from elsewhere may leave the currency out: then nobody knows what the amount is of.
 */
export function sumOf(value: OcdsValue | null | undefined): number | null {
  if (!value || value.currency !== 'CNY' || (value.basis ?? 'total') !== 'total') return null;
  const fen =
    value.fen !== undefined ? value.fen : typeof value.amount === 'number' ? Math.round(value.amount * 100) : null;
  return fen !== null && fen >= 0 && fen <= MOST_FEN ? fen : null;
}

/** The whole of several sums; null when there is none or one of them is not known: a part is not the whole. */
export function sumOfAll(values: readonly (OcdsValue | null | undefined)[]): number | null {
  return addUp(values.map(sumOf));
}

/** The same of sums in fen. */
export function addUp(sums: readonly (number | null | undefined)[]): number | null {
  let whole: number | null = null;
  for (const fen of sums) {
    if (typeof fen !== 'number') return null;
    whole = (whole ?? 0) + fen;
  }
  return whole !== null && Number.isSafeInteger(whole) ? whole : null;
}

/** The awards that stand. */
export function wins(release: OcdsFragment): OcdsAward[] {
  return listOf(release.awards).filter((award) => (award.status ?? 'active') === 'active');
}

/** Who is proposed first, of each lot; who has no rank is the only one. */
export function firstCandidates(release: OcdsFragment): OcdsAward[] {
  return listOf(release.awards).filter(({ status, rank }) => status === 'pending' && (rank ?? 1) === 1);
}

/** Those that have a part in it under a role. */
export function partiesAs(role: string, { parties }: OcdsFragment): OcdsParty[] {
  return listOf(parties).filter(({ roles }) => Array.isArray(roles) && roles.includes(role));
}

/** OCDS from elsewhere puts anything anywhere; a list that is none counts as empty. */
export function listOf<Item>(list: readonly Item[] | undefined): readonly Item[] {
  return Array.isArray(list) ? list.filter((item) => typeof item === 'object' && item !== null) : [];
}
