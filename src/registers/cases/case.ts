import type { Party } from '../fields.ts';

/** 办件 (实施意见2012，行动六; domain.md S16): one application from its acceptance to its result, without anybody's data. */
export const RESULTS = ['granted', 'refused', 'withdrawn', 'ended'] as const;
export const SUSPENSIONS = ['correction', 'hearing', 'expert', 'inspection', 'other'] as const;

export interface Suspension {
  from: string;
  until?: string;
  reason: (typeof SUSPENSIONS)[number];
}

/** What one notice said of a case; each says the whole anew. */
export interface CaseSaid {
  id: string;
  publishedOn: string;
  item?: string;
  itemName: string;
  unitInCharge: Party;
  acceptedOn: string;
  dueOn?: string;
  statutoryDueOn?: string;
  suspensions?: Suspension[];
  decidedOn?: string;
  result?: (typeof RESULTS)[number];
  resultUrl?: string;
}

declare module '../ocds.ts' {
  interface OcdsFragment {
    /** Outside OCDS: what was told of a case, one statement a notice. */
    handling?: { code?: string; statements?: CaseSaid[] };
  }
}
