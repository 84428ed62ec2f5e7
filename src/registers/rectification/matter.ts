import { alike, choice, day, group, list, longText, money, party, text, yesNo, type Party } from '../fields.ts';
import { count, number } from '../numbers.ts';
import type { Money } from '../../values/money.ts';

/** 整改、曝光、评议 (实施意见2012; domain.md S22–S24): what was found, who puts it right by when, and whether it was. */
export const SOURCES = ['audit', 'inspection', 'complaint', 'evaluation', 'other'] as const;
export type Source = (typeof SOURCES)[number];

/** 十大突出问题, in the order of the document. */
export const PROBLEMS = [
  'discipline',
  'style',
  'inaction',
  'disobedience',
  'demands',
  'projects',
  'team',
  'dereliction',
  'openness',
  'abuse',
] as const;
export type Problem = (typeof PROBLEMS)[number];

export const OUTCOMES = ['passed', 'failed'] as const;

const paper = { document: text(), documentNumber: text().optional(), formedOn: day() };
const beside = { sourceUrl: text().optional(), toVerify: longText().optional(), other: longText().optional() };

export const FINDING = {
  source: choice('source', SOURCES),
  foundBy: party(),
  foundOn: day(),
  problem: choice('problem', PROBLEMS).optional(),
  finding: longText(),
  responsible: party(),
  /** A post, not the name of a person. */
  responsiblePost: text().optional(),
  amount: money().optional(),
  dueOn: day().optional(),
  document: text().optional(),
  documentNumber: text().optional(),
  formedOn: day().optional(),
  ...beside,
};
export const PLAN = { measure: longText(), dueOn: day(), responsiblePost: text().optional(), ...beside };
export const COMPLETION = {
  doneOn: day(),
  result: longText(),
  evidence: longText(),
  returned: money().optional(),
  ...beside,
};
export const CHECK = {
  checkedOn: day(),
  checkedBy: party(),
  outcome: choice('outcome', OUTCOMES),
  remarks: longText().optional(),
  /** Where it failed: by when it is to be done now. */
  dueOn: day().optional(),
  ...beside,
};
export const EXPOSURE = {
  responsible: party(),
  problem: choice('problem', PROBLEMS).optional(),
  finding: longText(),
  decision: longText(),
  decidedOn: day(),
  decider: party(),
  ...paper,
  ...beside,
};
export const RATING = {
  year: text(),
  ratedBy: alike(party()),
  method: longText(),
  /** How many took part. */
  respondents: count('人|份|名'),
  ratings: list(
    group({
      unitRated: text(),
      score: number().optional(),
      rank: number().optional(),
      grade: text().optional(),
      /** 靠后, as the published result says. */
      isLow: yesNo().optional(),
    }),
  ),
  ...paper,
  ...beside,
};

export interface Rating {
  unitRated: string;
  score?: number;
  rank?: number;
  grade?: string;
  isLow?: boolean;
}

/** What one notice said; members are those of its kind (`act`). */
export interface MatterStatement {
  id: string;
  act: 'finding' | 'plan' | 'completion' | 'check' | 'exposure' | 'rating';
  publishedOn: string;
  source?: Source;
  foundBy?: Party;
  foundOn?: string;
  problem?: Problem;
  finding?: string;
  responsible?: Party;
  responsiblePost?: string;
  amount?: Money;
  dueOn?: string;
  document?: string;
  documentNumber?: string;
  formedOn?: string;
  measure?: string;
  doneOn?: string;
  result?: string;
  evidence?: string;
  returned?: Money;
  checkedOn?: string;
  checkedBy?: Party;
  outcome?: (typeof OUTCOMES)[number];
  remarks?: string;
  decision?: string;
  decidedOn?: string;
  decider?: Party;
  year?: string;
  ratedBy?: Party;
  method?: string;
  respondents?: number;
  ratings?: Rating[];
  sourceUrl?: string;
  toVerify?: string;
}

declare module '../ocds.ts' {
  interface OcdsFragment {
    /** Outside OCDS: what the notices of a matter said, one statement each, by the notice's id. */
    matter?: { code?: string; statements?: MatterStatement[] };
  }
}
