import { labels, type Locale } from '../../locales/labels.ts';
import { funds } from '../../registers/funds/register.ts';
import type { Place } from '../../registers/funds/told.ts';
import { href, pathOf } from '../address.ts';
import type { TableHead, Value } from '../list/table.ts';
import { tableOf, type ColumnOf } from '../list/table-of.ts';
import type { TakenAway } from '../list/take-away.ts';
import type { Portal } from '../portal.ts';
import { choiceLabel } from '../words.ts';
import { fundsOf, type KeptFund } from './kept-funds.ts';
import { shareOf } from './place-row.ts';

/** A place of a fund; without a place, the fund itself. A row of a county holds the sums of the rows below it. */
interface PlaceLine extends KeptFund {
  place: Place | null;
  /** Its names, from the county down. */
  names: Partial<Record<Place['kind'], string>>;
}

/** Funds down to the village, a line a place. */
export function fundsTable(portal: Portal, kept: readonly KeptFund[], locale: Locale): TakenAway {
  const lines = kept.flatMap((one) => [{ ...one, place: null, names: {} }, ...linesOf(one, one.fund.places, {})]);
  return tableOf<PlaceLine, PlaceLine>(columnsOf(portal, locale), lines, (some) => some);
}

/** All of it, for the files of data. */
export function whole(portal: Portal): TakenAway {
  return fundsTable(portal, fundsOf(portal), 'zh');
}

function linesOf(one: KeptFund, places: readonly Place[], names: PlaceLine['names']): PlaceLine[] {
  return places.flatMap((place) => {
    const own = { ...names, [place.kind]: place.name };
    return [{ ...one, place, names: own }, ...linesOf(one, place.parts, own)];
  });
}

function columnsOf({ settings }: Portal, locale: Locale): ColumnOf<PlaceLine>[] {
  const t = labels(locale).funds.columns;
  const column = (name: keyof typeof t, type: TableHead['type'], value: (line: PlaceLine) => Value) => ({
    name,
    label: t[name],
    type,
    value,
  });
  const label = (list: string, code: string | undefined) => (code ? choiceLabel(funds, list, code, locale) : null);
  return [
    column('code', 'code', ({ fund }) => fund.code),
    column('fund', 'text', ({ fund }) => fund.issue.name ?? null),
    column('year', 'code', ({ fund }) => fund.issue.year ?? null),
    column('level', 'text', ({ fund }) => label('fundLevel', fund.issue.level)),
    column('category', 'text', ({ fund }) => label('fundCategory', fund.issue.category)),
    column('authority', 'text', ({ fund }) => fund.issue.authority?.name ?? null),
    column('document', 'text', ({ fund }) => fund.issue.documentNumber ?? fund.issue.document ?? null),
    column('row_code', 'code', ({ place }) => place?.kind ?? 'fund'),
    column('county', 'text', ({ names }) => names.county ?? null),
    column('township', 'text', ({ names }) => names.township ?? null),
    column('village', 'text', ({ names }) => names.village ?? null),
    column('project', 'text', ({ names }) => names.project ?? null),
    column('recipient', 'text', ({ place }) => place?.recipient ?? null),
    column('budget', 'number', ({ fund, place }) => yuan(place ? null : fund.budget)),
    column('allotted', 'number', ({ fund, place }) => yuan((place ?? fund).allotted)),
    column('paid', 'number', ({ fund, place }) => yuan((place ?? fund).paid)),
    column('paid_share', 'number', ({ fund, place }) =>
      shareOf((place ?? fund).paid, place ? place.allotted : fund.budget),
    ),
    column('paid_as_of', 'day', ({ fund }) => fund.paidAsOf),
    column('page', 'address', ({ record }) => new URL(href(locale, pathOf(record)), settings.origin).href),
  ];
}

function yuan(fen: number | null): Value {
  return fen === null ? null : fen / 100;
}
