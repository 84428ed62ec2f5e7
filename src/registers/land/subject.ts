import { classesOfUse } from './uses.ts';
import type { Bounds, OcdsLot, OcdsValue } from '../ocds.ts';
import type { Cell, Subject, SubjectColumn } from '../register.ts';

/** What is planned for a parcel and what it went for: our extension of a lot. */
export interface LandUseRight {
  parcel: string;
  location?: string;
  /** Hectares. */
  area?: number;
  use?: { scheme: 'GB/T 21010' | 'land-and-sea' | 'third-survey' | 'printed'; code?: string; name: string };
  /** Years; null where the use has no term (allocation). */
  term?: number | null;
  method?: string;
  plotRatio?: Bounds;
  buildingDensity?: Bounds;
  greenRatio?: Bounds;
  height?: Bounds;
  startingPrice?: OcdsValue;
  /** The starting price as a sum when it is printed per mu or per square metre, in fen. */
  startingTotal?: number;
  dealPrice?: OcdsValue;
  dealTotal?: number;
  deposit?: OcdsValue;
  supervisionNumber?: string;
}

declare module '../ocds.ts' {
  interface OcdsLot {
    landUseRight?: LandUseRight;
  }
}

/** 宗地: what is planned for a parcel, and what it went for. */
export const subject: Subject = {
  rows: { field: 'parcels', by: 'parcel' },
  isOne: ({ landUseRight }) => landUseRight !== undefined,
  codes: (lot) => [lot.landUseRight?.parcel, lot.landUseRight?.supervisionNumber],
  method: ({ landUseRight }) => landUseRight?.method,
  prices: ({ landUseRight: right }) => ({
    start: right?.startingPrice,
    startTotal: right?.startingTotal,
    deal: right?.dealPrice,
    dealTotal: right?.dealTotal,
    deposit: right?.deposit,
  }),
  columns: [
    {
      id: 'parcel',
      cell: ({ id, landUseRight }) => ({ type: 'text', text: landUseRight?.parcel ?? id, sub: landUseRight?.location }),
    },
    { id: 'use', cell: useCell },
    {
      id: 'area',
      numeric: true,
      cell: of(({ area }) => (typeof area === 'number' ? { type: 'area', area, unit: 'hectare' } : undefined)),
    },
    bounded('plotRatio'),
    bounded('buildingDensity', 'percent'),
    bounded('greenRatio', 'percent'),
    bounded('height', 'metre'),
    { id: 'method', optional: true, cell: of(({ method }) => (method ? { type: 'code', code: method } : undefined)) },
    'deposit',
    'startingPrice',
    'dealPrice',
    'premium',
    'winner',
    {
      id: 'supervisionNumber',
      optional: true,
      cell: of(({ supervisionNumber: text }) => (text ? { type: 'text', text } : undefined)),
    },
  ],
};

function of(cell: (right: LandUseRight) => Cell | undefined): (lot: OcdsLot) => Cell | undefined {
  return ({ landUseRight }) => landUseRight && cell(landUseRight);
}

function useCell({ landUseRight: right }: OcdsLot): Cell | undefined {
  if (typeof right?.use?.name !== 'string') return undefined;
  const { name } = right.use;
  return {
    type: 'text',
    text: name,
    classes: { list: 'useClass', codes: classesOfUse(name) },
    ...(right.term !== undefined && { years: [right.term] }),
  };
}

function bounded(
  id: 'plotRatio' | 'buildingDensity' | 'greenRatio' | 'height',
  unit?: 'percent' | 'metre',
): SubjectColumn {
  return {
    id,
    numeric: true,
    optional: true,
    cell: of((right) => {
      const bounds: Bounds | undefined = right[id];
      return bounds && { type: 'bounds', bounds, ...(unit && { unit }) };
    }),
  };
}
