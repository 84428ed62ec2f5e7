import { fill, labels, type Locale } from '../../locales/labels.ts';
import { listOf, sumOf, wins } from '../../notices/amounts.ts';
import type { Bounds, OcdsFragment, OcdsLot, OcdsValue } from '../../registers/ocds.ts';
import { formatWan } from '../../values/money.ts';
import { printedText, shareText } from '../amount.ts';
import { areaText, boundsText } from '../measure.ts';
import { gridOf, type ColumnOf, type Grid, type GridCell } from '../grid.ts';
import { saidBy } from './life.ts';
import { natureOf, roleLabel } from './labels.ts';
import { textCell, whoCell, withPath, type RecordContext } from './lots.ts';
import { choiceLabel } from '../words.ts';

/** Parcels or mining rights with what is planned for them and what they went for; null in other records. Sums in 万元. */
export function rightsGrid(context: RecordContext): Grid | null {
  const { record, locale } = context;
  const nature = natureOf(record);
  if (nature === 'section') return null;
  const lots = listOf(record.tender?.lots);
  return gridOf(
    nature === 'parcel' ? parcelColumns(context) : rightColumns(context),
    lots,
    labels(locale).missing.undisclosed,
  );
}

function parcelColumns(context: RecordContext): ColumnOf<OcdsLot>[] {
  const { locale, register } = context;
  const t = labels(locale).record.rights;
  const bounded = (id: 'plotRatio' | 'buildingDensity' | 'greenRatio' | 'height', unit: string): ColumnOf<OcdsLot> => ({
    id,
    label: t[id],
    numeric: true,
    optional: true,
    cell: ({ landUseRight }) => boundsCell(landUseRight?.[id], unit),
  });
  return [
    {
      id: 'parcel',
      label: t.parcel,
      cell: ({ id, landUseRight }) => ({ text: landUseRight?.parcel ?? id, sub: landUseRight?.location }),
    },
    { id: 'use', label: t.use, cell: ({ landUseRight }) => useCell(landUseRight, locale) },
    {
      id: 'area',
      label: t.area,
      unit: t.hectare,
      numeric: true,
      cell: ({ landUseRight }) => areaCell(landUseRight?.area, 'hectare', locale),
    },
    bounded('plotRatio', ''),
    bounded('buildingDensity', '%'),
    bounded('greenRatio', '%'),
    bounded('height', t.metre),
    {
      id: 'method',
      label: t.method,
      optional: true,
      cell: ({ landUseRight }) =>
        textCell(landUseRight?.method && choiceLabel(register, 'method', landUseRight.method, locale)),
    },
    ...priceColumns(context, (lot) => ({
      start: lot.landUseRight?.startingPrice,
      startTotal: lot.landUseRight?.startingTotal,
      deal: lot.landUseRight?.dealPrice,
      dealTotal: lot.landUseRight?.dealTotal,
      deposit: lot.landUseRight?.deposit,
    })),
    winnerColumn(context),
    {
      id: 'supervisionNumber',
      label: t.supervisionNumber,
      optional: true,
      cell: ({ landUseRight }) => textCell(landUseRight?.supervisionNumber),
    },
  ];
}

function rightColumns(context: RecordContext): ColumnOf<OcdsLot>[] {
  const { locale } = context;
  const t = labels(locale).record.rights;
  return [
    {
      id: 'right',
      label: t.right,
      cell: ({ title, id, miningRight }) => ({ text: title ?? id, sub: miningRight?.location }),
    },
    {
      id: 'type',
      label: t.type,
      cell: ({ miningRight }) => textCell(miningRight && (t.types as Record<string, string>)[miningRight.right]),
    },
    { id: 'mineral', label: t.mineral, cell: ({ miningRight }) => textCell(miningRight?.mineral) },
    {
      id: 'area',
      label: t.area,
      unit: t.squareKilometre,
      numeric: true,
      cell: ({ miningRight }) => areaCell(miningRight?.area, 'square-kilometre', locale),
    },
    {
      id: 'term',
      label: t.term,
      numeric: true,
      optional: true,
      cell: ({ miningRight }) =>
        textCell(typeof miningRight?.term === 'number' ? fill(t.years, { n: miningRight.term }) : undefined),
    },
    {
      id: 'elevation',
      label: t.elevation,
      optional: true,
      cell: ({ miningRight }) => textCell(miningRight?.elevation),
    },
    { id: 'reserves', label: t.reserves, optional: true, cell: ({ miningRight }) => textCell(miningRight?.reserves) },
    ...priceColumns(context, (lot) => ({
      start: lot.miningRight?.startingPrice,
      deal: lot.miningRight?.dealPrice,
      deposit: lot.miningRight?.deposit,
    })),
    {
      id: 'royalty',
      label: t.royalty,
      numeric: true,
      optional: true,
      cell: ({ miningRight }) =>
        textCell(typeof miningRight?.royaltyRate === 'number' ? `${miningRight.royaltyRate}%` : undefined),
    },
    winnerColumn(context),
    { id: 'licence', label: t.licence, optional: true, cell: ({ miningRight }) => textCell(miningRight?.licence) },
  ];
}

interface Prices {
  start?: OcdsValue | undefined;
  startTotal?: number | undefined;
  deal?: OcdsValue | undefined;
  dealTotal?: number | undefined;
  deposit?: OcdsValue | undefined;
}

function priceColumns({ locale, life, record }: RecordContext, of: (lot: OcdsLot) => Prices): ColumnOf<OcdsLot>[] {
  const { record: t, missing } = labels(locale);
  const money = { unit: t.wan, numeric: true };
  const dealt = (lot: OcdsLot) => of(lot).dealTotal ?? sumOf(of(lot).deal) ?? awarded(record, lot);
  const says = (lot: OcdsLot, price: 'start' | 'deal') =>
    saidBy(life, (said) =>
      listOf(said.tender?.lots).some((one) => one.id === lot.id && (of(one)[price] ?? of(one)[`${price}Total`])),
    );
  const ended = (lot: OcdsLot) =>
    lot.status === 'cancelled' ||
    lot.status === 'unsuccessful' ||
    record.tender?.status === 'cancelled' ||
    record.tender?.status === 'unsuccessful';
  return [
    {
      id: 'deposit',
      label: t.rights.deposit,
      ...money,
      optional: true,
      cell: (lot) => priceCell(of(lot).deposit, undefined),
    },
    {
      id: 'startingPrice',
      label: t.startingPrice,
      ...money,
      cell: (lot) => withPath(priceCell(of(lot).start, of(lot).startTotal), says(lot, 'start')),
    },
    {
      id: 'dealPrice',
      label: t.dealPrice,
      ...money,
      cell: (lot) => {
        const cell = priceCell(of(lot).deal, of(lot).dealTotal ?? awarded(record, lot) ?? undefined);
        if (cell) return { ...withPath(cell, says(lot, 'deal'))!, strong: true };
        return { text: ended(lot) ? missing['not-applicable'] : missing.pending, missing: true };
      },
    },
    {
      id: 'premium',
      label: t.premiumColumn,
      numeric: true,
      optional: true,
      cell: (lot) => {
        const start = of(lot).startTotal ?? sumOf(of(lot).start);
        const deal = dealt(lot);
        return start === null || deal === null || deal < start
          ? undefined
          : textCell(shareText(deal - start, start) ?? '0%');
      },
    },
  ];
}

function awarded(record: OcdsFragment, lot: OcdsLot): number | null {
  return sumOf(
    wins(record).find(({ relatedLots }) => Array.isArray(relatedLots) && relatedLots.includes(lot.id))?.value,
  );
}

/** The sum; a price per mu or square metre stands under it as printed. */
function priceCell(value: OcdsValue | undefined, total: number | undefined): GridCell | undefined {
  const fen = total ?? sumOf(value);
  const printed = printedText(value);
  if (fen === null) return printed === null ? undefined : { text: printed };
  const isUnitPrice = value?.basis !== undefined && value.basis !== 'total';
  return { text: formatWan(fen), ...(isUnitPrice && printed && { sub: printed }) };
}

function winnerColumn(context: RecordContext): ColumnOf<OcdsLot> {
  const { record, register, locale } = context;
  const { missing, record: t } = labels(locale);
  return {
    id: 'winner',
    label: roleLabel('supplier', register, locale),
    cell: (lot) => {
      const award = wins(record).find(({ relatedLots }) => !Array.isArray(relatedLots) || relatedLots.includes(lot.id));
      if (award) return whoCell(award, context);
      const ended = (t.lotStatuses as Record<string, string>)[lot.status ?? record.tender?.status ?? ''];
      return { text: ended ?? missing.pending, missing: true };
    },
  };
}

function useCell(land: OcdsLot['landUseRight'], locale: Locale): GridCell | undefined {
  if (typeof land?.use?.name !== 'string') return undefined;
  const t = labels(locale).record.rights;
  return {
    text: land.use.name,
    sub: typeof land.term === 'number' ? fill(t.years, { n: land.term }) : land.term === null ? t.noTerm : undefined,
  };
}

function areaCell(
  area: number | undefined,
  unit: 'hectare' | 'square-kilometre',
  locale: Locale,
): GridCell | undefined {
  return typeof area === 'number' ? areaText(area, unit, locale) : undefined;
}

function boundsCell(bounds: Bounds | undefined, unit: string): GridCell | undefined {
  return bounds ? textCell(boundsText(bounds) + unit) : undefined;
}
