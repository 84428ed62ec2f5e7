import { labels, type Locale } from '../../locales/labels.ts';
import { listOf, sumOf, wins, type OcdsFragment, type OcdsLot, type OcdsValue } from '../../registers/ocds.ts';
import type { Cell, Subject, SubjectColumn } from '../../registers/register.ts';
import { formatWan } from '../../values/money.ts';
import { printedText, shareText } from '../amount.ts';
import { printedIn } from '../printed.ts';
import { gridOf, type ColumnOf, type Grid, type GridCell } from '../grid.ts';
import { unitOfCells, worded } from '../list/cells.ts';
import { registerLabels } from '../words.ts';
import { saidBy } from './life.ts';
import { roleLabel, subjectIn } from './labels.ts';
import { textCell, whoCell, withPath } from './lots.ts';
import type { RecordContext } from './context.ts';

/** What a record is about, with what is planned for it and what it went for; null where that is sections. Sums in 万元. */
export function subjectGrid(context: RecordContext): Grid | null {
  const { record, register } = context;
  const subject = subjectIn(record, register);
  if (!subject) return null;
  const lots = listOf(record.tender?.lots);
  return gridOf(
    subject.columns.map((column) => columnOf(column, subject, lots, context)),
    lots,
    context.unknown('undisclosed'),
  );
}

function columnOf(
  column: SubjectColumn,
  subject: Subject,
  lots: readonly OcdsLot[],
  context: RecordContext,
): ColumnOf<OcdsLot> {
  if (column === 'winner') return winnerColumn(context);
  if (typeof column === 'string') return priceColumn(column, subject, context);
  const { register, locale } = context;
  const { id, numeric, optional } = column;
  const cells = lots.flatMap((lot) => column.cell(lot) ?? []);
  return {
    id,
    label: registerLabels(register, locale).subject?.columns[id] ?? id,
    unit: unitOfCells(cells, locale),
    numeric,
    optional,
    cell: (lot) => gridCell(column.cell(lot), id, context),
  };
}

function gridCell(cell: Cell | undefined, column: string, context: RecordContext): GridCell | undefined {
  if (!cell) return undefined;
  if (cell.type === 'missing') return context.unknown(cell.reason);
  const { register, locale, unknown } = context;
  const shown = worded(cell, column, register, locale, () => false);
  if (shown === null) return unknown('undisclosed');
  const { text, sub, path } = shown;
  return { ...textCell(text)!, ...(sub !== undefined && { sub }), ...(path !== undefined && { path }) };
}

type PriceColumn = Exclude<Extract<SubjectColumn, string>, 'winner'>;

function priceColumn(id: PriceColumn, subject: Subject, context: RecordContext): ColumnOf<OcdsLot> {
  const { locale, register, life, record } = context;
  const { record: t } = labels(locale);
  const own = registerLabels(register, locale).subject;
  const money = { unit: t.wan, numeric: true };
  const says = (lot: OcdsLot, price: 'start' | 'deal') =>
    saidBy(life, (said) =>
      listOf(said.tender?.lots).some((one) => {
        const prices = one.id === lot.id && subject.prices(one);
        return prices && (prices[price] ?? prices[`${price}Total`]);
      }),
    );
  const isUnpriced = (price: 'startingPrice' | 'dealPrice') =>
    register.withoutSale?.(record)?.unpriced.includes(price) ?? false;
  switch (id) {
    case 'deposit':
      return {
        id,
        label: t.deposit,
        ...money,
        optional: true,
        cell: (lot) => priceCell(subject.prices(lot).deposit, undefined, locale),
      };
    case 'startingPrice':
      return {
        id,
        label: own?.startingPrice ?? t.startingPrice,
        ...money,
        cell: (lot) => {
          const { start, startTotal } = subject.prices(lot);
          const cell = priceCell(start, startTotal, locale);
          if (cell) return withPath(cell, says(lot, 'start'));
          return context.unknown(isUnpriced(id) ? 'not-applicable' : 'undisclosed');
        },
      };
    case 'dealPrice':
      return {
        id,
        label: own?.dealPrice ?? t.dealPrice,
        ...money,
        cell: (lot) => {
          const { deal, dealTotal } = subject.prices(lot);
          const cell = priceCell(deal, dealTotal ?? awarded(record, lot) ?? undefined, context.locale);
          if (cell) return { ...withPath(cell, says(lot, 'deal'))!, strong: true };
          return context.unknown(hasFailed(lot, record) || isUnpriced(id) ? 'not-applicable' : 'pending');
        },
      };
    case 'premium':
      return {
        id,
        label: t.premiumColumn,
        numeric: true,
        optional: true,
        cell: (lot) => {
          const { start, startTotal, deal, dealTotal } = subject.prices(lot);
          const from = startTotal ?? sumOf(start);
          const to = dealTotal ?? sumOf(deal) ?? awarded(record, lot);
          return from === null || to === null || to < from ? undefined : textCell(shareText(to - from, from) ?? '0%');
        },
      };
  }
}

function hasFailed(lot: OcdsLot, { tender }: OcdsFragment): boolean {
  return [lot.status, tender?.status].some((status) => status === 'cancelled' || status === 'unsuccessful');
}

function awarded(record: OcdsFragment, lot: OcdsLot): number | null {
  return sumOf(
    wins(record).find(({ relatedLots }) => Array.isArray(relatedLots) && relatedLots.includes(lot.id))?.value,
  );
}

/** The sum; a price per mu or square metre stands under it as printed. */
function priceCell(value: OcdsValue | undefined, total: number | undefined, locale: Locale): GridCell | undefined {
  const fen = total ?? sumOf(value);
  const said = printedText(value);
  const printed = said === null ? null : printedIn(said, locale);
  if (fen === null) return printed === null ? undefined : { text: printed };
  const isUnitPrice = value?.basis !== undefined && value.basis !== 'total';
  return { text: formatWan(fen), ...(isUnitPrice && printed && { sub: printed }) };
}

function winnerColumn(context: RecordContext): ColumnOf<OcdsLot> {
  const { record, register, locale } = context;
  const { record: t } = labels(locale);
  return {
    id: 'winner',
    label: roleLabel('supplier', register, locale),
    cell: (lot) => {
      const award = wins(record).find(({ relatedLots }) => !Array.isArray(relatedLots) || relatedLots.includes(lot.id));
      if (award) return whoCell(award, context);
      const ended = (t.lotStatuses as Record<string, string>)[lot.status ?? record.tender?.status ?? ''];
      return ended === undefined ? context.unknown('pending') : { text: ended, missing: true };
    },
  };
}
