import { choice, day, group, list, longText, text, yesNo } from '../fields.ts';
import { number } from '../numbers.ts';
import type { Basis } from '../basis.ts';

export { bases, type Basis } from '../basis.ts';

/**
 * What a fee item is made of (domain.md §4.1; the columns of the national and provincial catalogues). Rates are in
 * yuan as printed, with as many decimals as the document has: some are below one fen (每千瓦时1.9厘).
 */

/** Families that are mistaken for one another; 优化营商环境条例 art. 25 asks a list of each of the first four. */
export const FAMILIES = ['administrative', 'fund', 'service', 'deposit', 'resource', 'tax'] as const;
export type Family = (typeof FAMILIES)[number];

/** Who set the item up. Only state and province may (财综〔2004〕100号); the others stand here to be refused. */
export const LEVELS = ['state', 'province', 'city', 'county'] as const;
export type Level = (typeof LEVELS)[number];

/** 资金管理方式, as catalogues print it. */
export const FUNDS = [
  'central-treasury',
  'local-treasury',
  'central-local-treasury',
  'same-level-treasury',
  'local-account',
  'central-local-account',
  'central-local-finance',
] as const;
export type Fund = (typeof FUNDS)[number];

export const PAYERS = ['individual', 'enterprise', 'both'] as const;
export type Payer = (typeof PAYERS)[number];

export const STANDARD_KINDS = ['fixed', 'range', 'ratio', 'formula', 'provincial', 'document'] as const;

/** What an item may become when it is no longer this fee. */
export const SUCCESSORS = ['tax', 'service', 'fund'] as const;

export const REDUCTIONS = ['exempt', 'reduced'] as const;

/**
 * One line of the standard: the item itself, or a sub-item. `number` gives its place: `1`, `1.2`, `1.2.1`; a line
 * without `kind` only heads the lines under it. `amount`, `lower`, `upper` and `applied` are yuan per `unit`; of a
 * `ratio` they are percent of `base`.
 */
export interface FeeStandard {
  number?: string;
  name?: string;
  kind?: (typeof STANDARD_KINDS)[number];
  /** The text of the document. */
  printed?: string;
  /** 计费单位: 件, 本, ㎡. */
  unit?: string;
  /** ISO 4217; yuan when absent. */
  currency?: string;
  amount?: number;
  lower?: number;
  upper?: number;
  base?: string;
  /** What is charged here, where it is not what the standard says outright. */
  applied?: number;
  /** Why it is not the lower bound, or why that rule does not reach it, with the document. */
  appliedReason?: string;
  /** Comes on top of another line: 证书每增一本. */
  extra?: boolean;
}

export const standards = () =>
  list(
    group({
      number: text().optional(),
      name: text().optional(),
      kind: choice('standardKind', STANDARD_KINDS).optional(),
      printed: longText().optional(),
      unit: text().optional(),
      currency: text().optional(),
      amount: number().optional(),
      lower: number().optional(),
      upper: number().optional(),
      base: text().optional(),
      applied: number().optional(),
      appliedReason: longText().optional(),
      extra: yesNo().optional(),
    }),
  );

/** What tells one item from another, as the catalogue's line begins. */
export const identity = {
  name: text(),
  /** What people call it: 房产证, 驾照. */
  aliases: list(text()).optional(),
  family: choice('family', FAMILIES),
  level: choice('level', LEVELS),
  /** The heading of the catalogue it stands under. */
  department: text(),
  /** 项目序号 as printed. */
  order: text().optional(),
  chargingUnit: text().optional(),
  payer: choice('payer', PAYERS).optional(),
  fund: choice('fund', FUNDS).optional(),
  enterpriseRelated: yesNo().optional(),
  preApproval: yesNo().optional(),
  importExport: yesNo().optional(),
};

/** From when it holds, when the document came into being (its publication is due from then), what is unsure. */
export const validity = {
  effectiveFrom: day(),
  formedOn: day().optional(),
  sourceUrl: text().optional(),
  toVerify: longText().optional(),
  other: longText().optional(),
};

/** What one notice of an item said. Days are `yyyy-mm-dd`; members are those of its kind (`act`). */
export interface FeeStatement {
  /** The notice's id. */
  id: string;
  act: 'entry' | 'revision' | 'reduction' | 'suspension' | 'cancellation' | 'conversion';
  publishedOn: string;
  name?: string;
  aliases?: string[];
  family?: Family;
  level?: Level;
  department?: string;
  order?: string;
  chargingUnit?: string;
  payer?: Payer;
  fund?: Fund;
  enterpriseRelated?: boolean;
  preApproval?: boolean;
  importExport?: boolean;
  standards?: FeeStandard[];
  basis?: Basis[];
  catalogueOn?: string;
  effectiveFrom?: string;
  effectiveUntil?: string;
  formedOn?: string;
  verifiedOn?: string;
  sourceUrl?: string;
  toVerify?: string;
  other?: string;
  who?: string;
  reduction?: (typeof REDUCTIONS)[number];
  percent?: number;
  rule?: string;
  /** The line it is about, by its number; the whole item when absent. */
  part?: string;
  convertedTo?: (typeof SUCCESSORS)[number];
  into?: string;
}

declare module '../ocds.ts' {
  interface OcdsFragment {
    /** Outside OCDS: what the notices of a fee item said, one statement each, by the notice's id. */
    feeItem?: { code?: string; statements?: FeeStatement[] };
  }
}
