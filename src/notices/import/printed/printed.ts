import type { PrintedAmount } from './amount.ts';

/** Who is named to win, or proposed, as printed. */
export interface PrintedAward {
  lot?: string;
  supplier: { name: string; code?: string | undefined; address?: string | undefined };
  members?: { name: string }[];
  rank?: number;
  price?: PrintedAmount | undefined;
  duration?: string | undefined;
  quality?: string | undefined;
  leader?: string | undefined;
}

/** A package as printed. */
export interface PrintedLot {
  id: string;
  name?: string | undefined;
  budget?: PrintedAmount | undefined;
  ceiling?: PrintedAmount | undefined;
  /** Why nobody was chosen in it. */
  failed?: string | undefined;
}

/** A parcel or a mining right as printed. */
export interface PrintedObject {
  name: string;
  mineral?: string | undefined;
  location?: string | undefined;
  area?: string | undefined;
  use?: string | undefined;
  term?: string | undefined;
  elevation?: string | undefined;
  startPrice?: PrintedAmount | undefined;
  deposit?: PrintedAmount | undefined;
  dealPrice?: PrintedAmount | undefined;
  transferee?: string | undefined;
}

/** What a notice says plainly. Moments are `yyyy-mm-dd HH:MM`, or the day alone where no hour is printed. */
export interface Reading {
  buyer?: string | undefined;
  buyerAddress?: string | undefined;
  agency?: string | undefined;
  /** Who signed it, at its end. */
  publisher?: string | undefined;
  location?: string | undefined;
  codes: string[];
  projectName?: string | undefined;
  budget?: PrintedAmount | undefined;
  ceiling?: PrintedAmount | undefined;
  lots: PrintedLot[];
  winners: PrintedAward[];
  candidates: PrintedAward[];
  objects: PrintedObject[];
  bidDeadline?: string | undefined;
  openingAt?: string | undefined;
  documentsFrom?: string | undefined;
  documentsUntil?: string | undefined;
  publicityFrom?: string | undefined;
  publicityUntil?: string | undefined;
  signedOn?: string | undefined;
  /** What a correction corrects, what it now says, and when. */
  corrected?: string | undefined;
  changes?: { item: string; after: string }[] | undefined;
  changedOn?: string | undefined;
  firstNoticeOn?: string | undefined;
  noticePeriod?: string | undefined;
  /** Whether bids of several together are taken. */
  consortium?: boolean | undefined;
  /** The authority that watches over it. */
  supervisor?: string | undefined;
  /** It came to nothing: why, as printed; undefined where it did not, or only a part of it. */
  failure?: string | undefined;
}
