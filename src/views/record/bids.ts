import { fill, labels } from '../../locales/labels.ts';
import { listOf, type OcdsFragment, type OcdsLot, type OcdsReference } from '../../registers/ocds.ts';
import { ABSENT, gridOf, type ColumnOf, type Grid, type GridCell } from '../grid.ts';
import { saidBy } from './life.ts';
import { partyLink } from '../party/party-link.ts';
import { lotName, lotWord, roleLabel } from './labels.ts';
import { namesOf, textCell, valueCell, wonWord } from './lots.ts';
import type { RecordContext } from './context.ts';

type Bid = NonNullable<OcdsFragment['bids']>[number];

/** Beyond this many sections a column each would not be read; then each bid has a row. */
const MOST_COLUMNS = 4;

/** Who bid, and how much for which section; null where bids are not known. `path`: the notice that says it. */
export function bidsGrid(context: RecordContext): { grid: Grid; tenderers: number; path: string | null } | null {
  const { record, register, locale, life } = context;
  const bids = listOf(record.bids).filter(({ tenderer }) => typeof tenderer?.name === 'string');
  if (bids.length === 0) return null;
  const t = labels(locale);
  const lots = listOf(record.tender?.lots).filter(({ id }) => bids.some(({ relatedLot }) => relatedLot === id));
  const money = { label: t.record.bidPrice, unit: t.record.yuan, numeric: true };
  const tenderers = new Set(bids.map(({ tenderer }) => tenderer.name)).size;
  const who: ColumnOf<Bid[]> = {
    id: 'tenderer',
    label: roleLabel('tenderer', register, locale),
    cell: ([bid]) => tendererCell(bid!.tenderer, context),
  };
  const grid =
    lots.length > 1 && lots.length <= MOST_COLUMNS
      ? gridOf([who, ...lots.map((lot) => lotColumn(lot, context))], byTenderer(bids), ABSENT)
      : gridOf<Bid[]>(
          [
            who,
            {
              id: 'lot',
              label: lotWord(register, locale),
              optional: true,
              cell: ([bid]) =>
                lots.length > 1
                  ? textCell(bid!.relatedLot && lotName({ id: bid!.relatedLot }, register, locale))
                  : undefined,
            },
            { id: 'price', ...money, cell: ([bid]) => priceCell(bid!, context) },
          ],
          bids.map((bid) => [bid]),
          context.unknown('undisclosed'),
        );
  return { grid, tenderers, path: saidBy(life, (said) => listOf(said.bids).length > 0) };
}

function lotColumn(lot: OcdsLot, context: RecordContext): ColumnOf<Bid[]> {
  const { register, locale } = context;
  const t = labels(locale).record;
  return {
    id: `lot-${lot.id}`,
    label: `${lotName(lot, register, locale)} ${t.bidPrice}`,
    unit: t.yuan,
    numeric: true,
    cell: (bids) => {
      const bid = bids.find(({ relatedLot }) => relatedLot === lot.id);
      return bid && priceCell(bid, context);
    },
  };
}

function byTenderer(bids: readonly Bid[]): Bid[][] {
  return [...Map.groupBy(bids, ({ tenderer }) => tenderer.name).values()];
}

/** The bid; under it why it was rejected, or the rank it reached. */
function priceCell({ id, value, rejected }: Bid, { record, locale }: RecordContext): GridCell | undefined {
  const cell = valueCell(value);
  if (typeof rejected === 'string') return cell ? { ...cell, sub: rejected } : { text: rejected };
  const rank = listOf(record.awards).find((award) => award.id === id)?.rank;
  return cell && typeof rank === 'number' ? { ...cell, sub: fill(labels(locale).record.ranked, { n: rank }) } : cell;
}

function tendererCell({ name }: OcdsReference, context: RecordContext): GridCell {
  const { portal, record } = context;
  const award = listOf(record.awards).find(
    ({ status, suppliers }) => (status ?? 'active') === 'active' && namesOf(suppliers).includes(name!),
  );
  return {
    text: name!,
    path: partyLink(portal, name!).path ?? undefined,
    state: award && { tone: 'ended', text: wonWord(context) },
  };
}
