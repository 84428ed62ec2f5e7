import { listOf, type CompiledRelease, type OcdsLot } from '../ocds.ts';
import type { Cell, Subject } from '../register.ts';

/** By what right a unit punishes (行政处罚法 arts. 17, 19, 20). */
export const STANDINGS = ['statutory', 'authorised', 'entrusted'] as const;
export type Standing = (typeof STANDINGS)[number];

/** A certificate by its number, and the unit that it belongs to; no name of who carries it. Days are yyyy-mm-dd. */
export interface Certificate {
  standing?: Standing;
  number: string;
  validFrom?: string;
  validUntil?: string;
  cancelledOn?: string;
  /** The day for which the list speaks in which it stood last. */
  listedOn?: string;
}

declare module '../ocds.ts' {
  interface OcdsLot {
    enforcer?: Certificate;
  }
}

/** Those of the newest list that were not cancelled. */
export function certificatesIn({ tender }: CompiledRelease): Certificate[] {
  const all = listOf(tender?.lots).flatMap(({ enforcer }) => enforcer ?? []);
  const newest = all
    .map(({ listedOn = '' }) => listedOn)
    .toSorted()
    .at(-1);
  return all.filter(({ listedOn, cancelledOn }) => (listedOn ?? '') === newest && cancelledOn === undefined);
}

/** 证件: a row each; one that a newer list leaves out stands with the day on which it stood last. */
export const subject: Subject = {
  isOne: ({ enforcer }) => enforcer !== undefined,
  codes: ({ enforcer }) => [enforcer?.number],
  prices: () => ({}),
  columns: [
    { id: 'number', cell: of(({ number }) => number) },
    { id: 'validFrom', optional: true, cell: of(({ validFrom }) => validFrom) },
    { id: 'validUntil', optional: true, cell: of(({ validUntil }) => validUntil) },
    { id: 'cancelledOn', optional: true, cell: of(({ cancelledOn }) => cancelledOn) },
    { id: 'listedOn', cell: of(({ listedOn }) => listedOn) },
  ],
};

function of(said: (one: Certificate) => string | undefined): (lot: OcdsLot) => Cell | undefined {
  return ({ enforcer }) => {
    const text = enforcer && said(enforcer);
    return text === undefined ? undefined : { type: 'text', text };
  };
}
