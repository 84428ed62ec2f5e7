import type { Basis } from '../basis.ts';
import { alike, choice, day, expected, group, list, longText, party, text, yesNo, type Party } from '../fields.ts';
import { count } from '../numbers.ts';

/** What an item of approval is made of (实施意见2012，行动一、行动六; domain.md S1, S2, S17, S18). */
export const KINDS = ['permit', 'confirmation', 'benefit', 'reward', 'other', 'service', 'consultation'] as const;
export type ItemKind = (typeof KINDS)[number];

export const APPLICANTS = ['individual', 'enterprise', 'both'] as const;
export const ONLINE = ['whole', 'partly', 'no'] as const;

/** By what people look for it. */
export const EVENTS = [
  'birth',
  'school',
  'work',
  'marriage',
  'housing',
  'vehicle',
  'business',
  'construction',
  'land',
  'health',
  'retirement',
  'other',
] as const;
export type LifeEvent = (typeof EVENTS)[number];

/** To whom an item went that is not kept here any more. */
export const DELEGATED = ['county', 'township', 'district', 'other'] as const;

const workingDays = () => count('个工作日|工作日');

export const identity = {
  name: text(),
  aliases: list(text()).optional(),
  unitInCharge: party(),
  itemKind: choice('itemKind', KINDS),
  events: list(choice('event', EVENTS)).optional(),
  applicant: choice('applicant', APPLICANTS).optional(),
};

export const procedure = {
  conditions: longText().optional(),
  materials: list(group({ name: text(), copies: text().optional(), note: text().optional() })).optional(),
  /** Working days (行政许可法 art. 82). */
  statutoryDays: expected(workingDays()).optional(),
  promisedDays: expected(workingDays()).optional(),
  /** The law that sets another limit than art. 42. */
  limitBasis: text().optional(),
  charged: yesNo().optional(),
  /** Codes of the fee catalogue. */
  feeItems: list(text()).optional(),
  window: alike(
    group({ place: text(), hours: text().optional(), phone: text().optional(), firstReceiver: text().optional() }),
  ).optional(),
  online: choice('online', ONLINE).optional(),
  onlineUrl: text().optional(),
};

export const joint = {
  lead: party(),
  members: list(party()),
  steps: list(group({ name: text(), unitInCharge: text(), days: workingDays().optional() })),
  totalDays: workingDays(),
  limitBasis: text().optional(),
};

export const validity = {
  effectiveFrom: day(),
  formedOn: day().optional(),
  verifiedOn: day().optional(),
  sourceUrl: text().optional(),
  toVerify: longText().optional(),
  other: longText().optional(),
};

export interface Window {
  place: string;
  hours?: string;
  phone?: string;
  firstReceiver?: string;
}

export interface Joint {
  lead: Party;
  members: Party[];
  steps: { name: string; unitInCharge: string; days?: number }[];
  totalDays: number;
  limitBasis?: string;
}

/** What one notice of an item said; members are those of its kind (`act`). */
export interface ApprovalStatement extends Partial<Joint> {
  id: string;
  act: 'entry' | 'revision' | 'joint' | 'cancellation' | 'delegation' | 'merger';
  publishedOn: string;
  name?: string;
  aliases?: string[];
  unitInCharge?: Party;
  itemKind?: ItemKind;
  events?: LifeEvent[];
  applicant?: (typeof APPLICANTS)[number];
  basis?: Basis[];
  conditions?: string;
  materials?: { name: string; copies?: string; note?: string }[];
  statutoryDays?: number;
  promisedDays?: number;
  charged?: boolean;
  feeItems?: string[];
  window?: Window;
  online?: (typeof ONLINE)[number];
  onlineUrl?: string;
  listOn?: string;
  effectiveFrom?: string;
  formedOn?: string;
  verifiedOn?: string;
  sourceUrl?: string;
  toVerify?: string;
  delegatedTo?: (typeof DELEGATED)[number];
  receiver?: string;
  into?: string;
  intoCode?: string;
}

declare module '../ocds.ts' {
  interface OcdsFragment {
    /** Outside OCDS: what the notices of an item of approval said, one statement each, by the notice's id. */
    approval?: { code?: string; statements?: ApprovalStatement[] };
  }
}
