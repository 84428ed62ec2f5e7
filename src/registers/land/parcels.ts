import type * as z from 'zod';
import type { Money } from '../../values/money.ts';
import { matchKey } from '../../values/script.ts';
import {
  by,
  choice,
  group,
  list,
  longText,
  money,
  owed,
  text,
  type Party,
  partyOrPerson,
  expected,
} from '../fields.ts';
import { number } from '../numbers.ts';
import { deposit, parcelArea, planning, totalFor, wholePrice } from './magnitudes.ts';
import { lotId, lotOf, lotsOf, partiesOf, reference, since, awardId } from '../fragments.ts';
import type { Notice } from '../notice.ts';
import { ocdsValue, type Bounds, type OcdsAward, type OcdsFragment, type OcdsLot, type OcdsParty } from '../ocds.ts';
import type { LandUseRight } from './subject.ts';

/** 供应方式 (土地管理法实施条例 art. 17; 国有建设用地: 出让, 划拨, 租赁, 作价出资或者入股). */
export const METHODS = ['tender', 'auction', 'listing', 'agreement', 'allocation', 'lease', 'contribution'] as const;
export type Method = (typeof METHODS)[number];
/** 招标, 拍卖, 挂牌: the open ones (民法典 art. 347). */
export const OPEN_METHODS = ['tender', 'auction', 'listing'] as const;

/**
 * The same digits are different uses in different classifications, so a code never stands without its scheme:
 * GB/T 21010-2017, the land-and-sea guide of 2023, the third survey.
 */
const USE_SCHEMES = ['GB/T 21010', 'land-and-sea', 'third-survey', 'printed'] as const;

/** A parcel by the number under which it is offered, and the electronic number of supervision it gets with its contract. */
export const parcelKey = { parcel: text(), supervisionNumber: text().optional() };

/** The code of a use, never without its scheme. */
export const useCoded = { useScheme: choice('useScheme', USE_SCHEMES).optional(), useCode: text().optional() };

const place = { location: owed(text()), area: owed(parcelArea()), use: owed(text()), ...useCoded };
/** Absent where the use has no term (划拨). */
const term = () => number('year');

const ORDER39 = '39号令第九条';

/** The table of a grant notice (39号令 art. 9). A price may be by the mu, by the square metre or for the whole. */
export const offeredParcels = () =>
  list(
    group({
      parcel: text(),
      ...place,
      totalArea: parcelArea().optional(),
      boundary: by(`${ORDER39}：界址`, owed(longText())),
      extent: by(`${ORDER39}：空间范围`, owed(text())),
      presentState: by(`${ORDER39}：现状`, owed(text())),
      term: owed(term()),
      ...planning,
      planningOther: longText().optional(),
      grade: text().optional(),
      investmentIntensity: money().optional(),
      deposit: owed(deposit()),
      startingPrice: expected(money()).optional(),
      increment: money().optional(),
      valuationFiling: text().optional(),
    }),
  );

/** What a supplement or correction may say anew of a parcel. */
export const changedParcels = () =>
  list(
    group({
      parcel: text(),
      location: text().optional(),
      area: parcelArea().optional(),
      use: text().optional(),
      ...useCoded,
      term: term().optional(),
      ...planning,
      deposit: deposit().optional(),
      startingPrice: money().optional(),
      increment: money().optional(),
      dealPrice: money().optional(),
      transferee: partyOrPerson().optional(),
    }),
  );

/** Parcels and to whom they went, or are to go; each has a price unless told otherwise. */
export const dealtParcels = (dealPrice: z.ZodType<Money | undefined> = owed(money())) =>
  list(
    group({
      parcel: text(),
      ...place,
      term: term().optional(),
      startingPrice: money().optional(),
      dealPrice,
      transferee: owed(partyOrPerson()),
      members: list(partyOrPerson()).optional(),
    }),
  );

/** What any notice may say of one parcel. */
export interface ParcelRow {
  parcel?: string;
  supervisionNumber?: string;
  location?: string;
  area?: number;
  use?: string;
  useScheme?: (typeof USE_SCHEMES)[number];
  useCode?: string;
  term?: number;
  plotRatio?: Bounds;
  buildingDensity?: Bounds;
  greenRatio?: Bounds;
  height?: Bounds;
  deposit?: Money;
  startingPrice?: Money;
  dealPrice?: Money;
  transferee?: Party;
  members?: readonly Party[];
}

/** What the parcels of a notice say in OCDS: a lot each, told by its number. */
export function lotsOfParcels(
  notice: Pick<Notice, 'section'>,
  rows: readonly ParcelRow[] | undefined,
  method?: Method,
): OcdsLot[] {
  const lots = (rows ?? []).flatMap((row) => {
    const number = row.parcel ?? row.supervisionNumber;
    return number === undefined ? [] : [{ section: number, title: number, landUseRight: rightOf(row, number, method) }];
  });
  return lotsOf(
    { section: notice.section && { ...notice.section, id: parcelLot(notice.section.id) } },
    lots.map((lot) => ({ ...lot, section: parcelLot(lot.section) })),
  );
}

/** `2026—31号` and `2026-31` are one parcel. */
export function parcelLot(number: string): string {
  return lotId(matchKey(number));
}

function rightOf(row: ParcelRow, parcel: string, method: Method | undefined): LandUseRight {
  return {
    parcel,
    location: row.location,
    area: row.area,
    use:
      row.use === undefined
        ? undefined
        : { scheme: row.useScheme ?? 'printed', ...(row.useCode && { code: row.useCode }), name: row.use },
    // Allocated land has no term; where a notice says none, nothing is said.
    term: row.term ?? (method === 'allocation' ? null : undefined),
    method,
    plotRatio: row.plotRatio,
    buildingDensity: row.buildingDensity,
    greenRatio: row.greenRatio,
    height: row.height,
    deposit: ocdsValue(row.deposit),
    startingPrice: ocdsValue(row.startingPrice),
    startingTotal: totalFor(row.startingPrice, row.area),
    dealPrice: ocdsValue(row.dealPrice),
    dealTotal: totalFor(row.dealPrice, row.area),
    supervisionNumber: row.supervisionNumber,
  };
}

/** Who gets each parcel and for how much, over the whole parcel: `pending` while publicised, `active` once dealt. */
export function awardsOfParcels(
  rows: readonly ParcelRow[] | undefined,
  status: OcdsAward['status'],
  dealtOn?: string,
): OcdsAward[] {
  return (rows ?? []).flatMap((row) => {
    const number = row.parcel ?? row.supervisionNumber;
    if (number === undefined || !row.transferee) return [];
    const lot = parcelLot(number);
    return [
      {
        id: awardId(lot, row.transferee),
        status,
        date: since(dealtOn),
        value: wholePrice(row.dealPrice, row.area),
        suppliers: [row.transferee, ...(row.members ?? [])].map((party) => reference(party)!),
        relatedLots: [lot],
      },
    ];
  });
}

export function transfereesOf(rows: readonly ParcelRow[] | undefined): Party[] {
  return (rows ?? []).flatMap(({ transferee, members }) => (transferee ? [transferee, ...(members ?? [])] : []));
}

export function grantorOf(fields: { grantor?: Party }, ...more: Parameters<typeof partiesOf>): OcdsParty[] {
  return partiesOf(['grantor', fields.grantor], ...more);
}

export function methodOf(method: Method | undefined): Partial<NonNullable<OcdsFragment['tender']>> {
  if (!method) return {};
  return { method, procurementMethod: (OPEN_METHODS as readonly string[]).includes(method) ? 'open' : 'direct' };
}

/** The lot that a notice's own parcel, or else its header's section, is. */
export function lotSaid(notice: Pick<Notice, 'section'>, { parcel, supervisionNumber }: ParcelRow): string | undefined {
  const number = parcel ?? supervisionNumber;
  return number === undefined
    ? lotOf({ section: notice.section && { ...notice.section, id: parcelLot(notice.section.id) } })
    : parcelLot(number);
}
