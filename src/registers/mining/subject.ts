import type { OcdsLot, OcdsValue } from '../ocds.ts';
import type { Cell, Subject, SubjectColumn } from '../register.ts';

/** A right to explore or extract, and what it went for: our extension of a lot. */
export interface MiningRight {
  right: 'explorationRight' | 'extractionRight';
  mineral?: string;
  location?: string;
  /** Corner points as printed. */
  corners?: string;
  /** Square kilometres. */
  area?: number;
  elevation?: string;
  reserves?: string;
  /** Years. */
  term?: number;
  method?: string;
  startingPrice?: OcdsValue;
  dealPrice?: OcdsValue;
  /** 出让收益率, percent. */
  royaltyRate?: number;
  deposit?: OcdsValue;
  licence?: string;
  /** `yyyy-mm-dd`, as the newest registration says. */
  validUntil?: string;
  /** The years for which the holder reported. */
  reports?: { id: string }[];
}

declare module '../ocds.ts' {
  interface OcdsLot {
    miningRight?: MiningRight;
  }
}

/** 矿业权: which right to which mineral, and what it went for. */
export const subject: Subject = {
  rows: { field: 'rights', by: 'name' },
  isOne: ({ miningRight }) => miningRight !== undefined,
  codes: ({ miningRight }) => [miningRight?.licence],
  method: ({ miningRight }) => miningRight?.method,
  prices: ({ miningRight: right }) => ({
    start: right?.startingPrice,
    deal: right?.dealPrice,
    deposit: right?.deposit,
  }),
  columns: [
    {
      id: 'right',
      cell: ({ id, title, miningRight }) => ({ type: 'text', text: title ?? id, sub: miningRight?.location }),
    },
    { id: 'type', cell: of(({ right }) => ({ type: 'code', code: right, list: 'right' })) },
    {
      id: 'mineral',
      cell: of(({ mineral }) =>
        mineral === undefined
          ? undefined
          : { type: 'text', text: mineral, classes: { list: 'mineral', codes: [mineral] } },
      ),
    },
    {
      id: 'area',
      numeric: true,
      cell: of(({ area }) => (typeof area === 'number' ? { type: 'area', area, unit: 'square-kilometre' } : undefined)),
    },
    {
      id: 'term',
      numeric: true,
      optional: true,
      cell: of(({ term }) => (typeof term === 'number' ? { type: 'years', years: term } : undefined)),
    },
    optional('elevation'),
    optional('reserves'),
    'deposit',
    'startingPrice',
    'dealPrice',
    'premium',
    {
      id: 'royalty',
      numeric: true,
      optional: true,
      cell: of(({ royaltyRate: percent }) => (typeof percent === 'number' ? { type: 'percent', percent } : undefined)),
    },
    'winner',
    optional('licence'),
  ],
};

function of(cell: (right: MiningRight) => Cell | undefined): (lot: OcdsLot) => Cell | undefined {
  return ({ miningRight }) => miningRight && cell(miningRight);
}

function optional(id: 'elevation' | 'reserves' | 'licence'): SubjectColumn {
  return { id, optional: true, cell: of((right) => textCell(right[id])) };
}

function textCell(text: string | undefined): Cell | undefined {
  return text === undefined ? undefined : { type: 'text', text };
}
