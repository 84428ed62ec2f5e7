import { choice, day, group, list, longText, money, partyOrPerson, text, type Party } from '../fields.ts';
import type { Money } from '../../values/money.ts';

/**
 * 专项资金: one fund of one year, from the document that issues it to the village (市委、市政府2012年6月18日实施意见，
 * 行动八). Nothing is added up across funds of different years.
 */
export const LEVELS = ['central', 'province', 'city', 'county'] as const;
export type Level = (typeof LEVELS)[number];

/** The seven sorts that the document of 2012 names, and the rest. */
export const CATEGORIES = [
  'major-projects',
  'farming',
  'health-insurance',
  'reforestation',
  'education',
  'poverty',
  'civil-affairs',
  'other',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** Four offences that the document names; they stand here only where a published finding uses the word itself. */
export const OFFENCES = ['embezzlement', 'retention', 'misuse', 'deduction'] as const;
export const FINDINGS = [...OFFENCES, 'idle', 'delay', 'procedure', 'other'] as const;
export type FindingType = (typeof FINDINGS)[number];

export const GRADES = ['excellent', 'good', 'fair', 'poor'] as const;

/** Where money goes, from the county down; what is left out stands for all of it. */
const place = {
  county: text(),
  township: text().optional(),
  village: text().optional(),
  project: text().optional(),
  recipient: partyOrPerson().optional(),
};

export const shares = () => list(group({ ...place, amount: money() }));
export const payments = () => list(group({ ...place, paid: money() }));
export const findings = () =>
  list(
    group({
      number: text(),
      type: choice('findingType', FINDINGS),
      finding: longText(),
      /** The words of the published finding; without them none of the four offences is named. */
      quoted: longText().optional(),
      county: text().optional(),
      unitInCharge: text().optional(),
      amount: money().optional(),
      dueOn: day().optional(),
    }),
  );
export const corrections = () =>
  list(
    group({
      number: text(),
      measure: longText(),
      returned: money().optional(),
      doneOn: day().optional(),
      evidence: longText().optional(),
      checkedOn: day().optional(),
      checkedBy: text().optional(),
    }),
  );

export interface Share {
  county: string;
  township?: string;
  village?: string;
  project?: string;
  recipient?: Party;
  amount?: Money;
  paid?: Money;
}

export interface Finding {
  number: string;
  type: FindingType;
  finding: string;
  quoted?: string;
  county?: string;
  unitInCharge?: string;
  amount?: Money;
  dueOn?: string;
}

export interface Correction {
  number: string;
  measure: string;
  returned?: Money;
  doneOn?: string;
  evidence?: string;
  checkedOn?: string;
  checkedBy?: string;
}

/** What one notice of a fund said; members are those of its kind (`act`). */
export interface FundStatement {
  id: string;
  act: 'issue' | 'allotment' | 'payment' | 'evaluation' | 'audit' | 'rectification';
  publishedOn: string;
  name?: string;
  year?: string;
  level?: Level;
  category?: Category;
  authority?: Party;
  treasury?: Party;
  document?: string;
  documentNumber?: string;
  formedOn?: string;
  budget?: Money;
  purpose?: string;
  allotBy?: string;
  payBy?: string;
  payShare?: number;
  shares?: Share[];
  method?: string;
  asOf?: string;
  payments?: Share[];
  evaluator?: Party;
  grade?: (typeof GRADES)[number];
  score?: number;
  found?: string;
  auditor?: Party;
  findings?: Finding[];
  corrections?: Correction[];
  sourceUrl?: string;
  toVerify?: string;
}

declare module '../ocds.ts' {
  interface OcdsFragment {
    /** Outside OCDS: what the notices of a fund said, one statement each, by the notice's id. */
    fund?: { code?: string; statements?: FundStatement[] };
  }
}
