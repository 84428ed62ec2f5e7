import type { RecordContext } from './context.ts';
import { fill, labels } from '../../locales/labels.ts';
import { partOfWhole } from '../../notices/amounts.ts';
import { fragmentOf } from '../../notices/compile.ts';
import {
  listOf,
  sumOf,
  wins,
  type CompiledRelease,
  type OcdsAward,
  type OcdsLot,
  type OcdsReference,
  type OcdsValue,
} from '../../registers/ocds.ts';
import { formatFen } from '../../values/money.ts';
import { printedText, shareText, yuanText } from '../amount.ts';
import { printedIn } from '../printed.ts';
import { withoutSum } from '../list/sum.ts';
import { gridOf, type ColumnOf, type Grid, type GridCell } from '../grid.ts';
import { saidBy, type Life } from './life.ts';
import { partyLink } from '../party/party-link.ts';
import { ceilingLabel, decidedStep, lotName, lotWord, priceLabel, roleLabel } from './labels.ts';

interface LotRow {
  lot?: OcdsLot | undefined;
  award?: OcdsAward | undefined;
  ceiling?: OcdsValue | undefined;
}

/** Sections and who won them; null where neither is known. Amounts in yuan. */
export function lotsGrid(context: RecordContext): Grid | null {
  const { register, record, locale } = context;
  const rows = lotRows(record);
  if (rows.length === 0) return null;
  const t = labels(locale).record;
  const money = { unit: t.yuan, numeric: true };
  const columns: ColumnOf<LotRow>[] = [
    {
      id: 'lot',
      label: lotWord(register, locale),
      optional: true,
      cell: ({ lot }) => lot && { text: lotName(lot, register, locale), sub: ownTitle(lot) },
      total: () => ({ text: t.total }),
    },
    { id: 'winner', label: roleLabel('supplier', register, locale), cell: (row) => winnerCell(row, context) },
    {
      id: 'ceiling',
      label: ceilingLabel(record, register, locale),
      ...money,
      optional: true,
      cell: ({ ceiling }) => valueCell(ceiling),
      total: (all) => sumCell(sumIn(distinctLots(all).map(({ ceiling }) => ceiling))),
    },
    {
      id: 'price',
      label: priceLabel(record, register, locale),
      ...money,
      optional: wins(record).length === 0,
      cell: (row) => priceCell(row, context),
      total: (all) => sumCell(sumIn(standing(all).map(({ award }) => award?.value))),
    },
    {
      id: 'saved',
      label: t.savedColumn,
      numeric: true,
      optional: true,
      cell: ({ ceiling, award }) => savedCell(sumOf(ceiling), sumOf(award?.value)),
      total: (all) => savedCell(sumIn(distinctLots(all).map(({ ceiling }) => ceiling)), decidedSum(all)),
    },
    {
      id: 'duration',
      label: t.duration,
      numeric: true,
      optional: true,
      cell: ({ award }) => textCell(award?.duration && printedIn(award.duration, locale)),
    },
    { id: 'leader', label: t.leader, optional: true, cell: ({ award }) => leaderCell(award) },
  ];
  return gridOf(columns, rows, context.unknown('undisclosed'));
}

/** 公告写的全部…: where the lots of the table are not all of which a notice says the sum. */
export function lotsNote({ register, record, locale }: RecordContext): string | undefined {
  const sums = partOfWhole(record);
  if (!sums) return undefined;
  return fill(labels(locale).record.partOfWhole, {
    label: ceilingLabel(record, register, locale),
    whole: yuanText(sums.whole),
    n: listOf(record.tender?.lots).length,
    lot: lotWord(register, locale),
    sum: yuanText(sums.lots),
  });
}

/** 第一标段(包) is its number again, and no title. */
function ownTitle({ title }: OcdsLot): string | undefined {
  return title &&
    /^第?[\dA-Z一二三四五六七八九十]{1,4}(?:标段|合同段|标包|采购包|分包|包|标)(?:[(（]包[)）])?$/i.test(title)
    ? undefined
    : title;
}

/** The ranked candidates; null where there are none. */
export function candidatesGrid(context: RecordContext): Grid | null {
  const { register, record, locale } = context;
  const t = labels(locale).record;
  const lots = listOf(record.tender?.lots);
  const place = (award: OcdsAward) => lots.findIndex(({ id }) => id === award.relatedLots?.[0]);
  const rows = listOf(record.awards)
    .filter(({ status, rank }) => status === 'pending' || rank !== undefined)
    .toSorted((a, b) => place(a) - place(b) || (a.rank ?? 99) - (b.rank ?? 99));
  if (rows.length === 0) return null;
  const columns: ColumnOf<OcdsAward>[] = [
    {
      id: 'who',
      label: roleLabel('candidate', register, locale),
      cell: (award) =>
        whoCell(award, context, award.status === 'active' ? { tone: 'ended', text: wonWord(context) } : undefined),
    },
    {
      id: 'lot',
      label: lotWord(register, locale),
      optional: true,
      cell: ({ relatedLots }) =>
        textCell(
          listOf(lots)
            .filter(({ id }) => relatedLots?.includes(id))
            .map((lot) => lotName(lot, register, locale))
            .join('、'),
        ),
    },
    { id: 'rank', label: t.rank, numeric: true, optional: true, cell: ({ rank }) => textCell(rank) },
    {
      id: 'price',
      label: t.bidPrice,
      unit: t.yuan,
      numeric: true,
      optional: isWithoutPrice(context),
      cell: ({ id, value }) =>
        withPath(
          valueCell(bidOf(context, id) ?? value),
          saidBy(context.life, (said) =>
            listOf(said.awards).some((award) => award.id === id && award.status === 'pending'),
          ),
        ),
    },
    {
      id: 'duration',
      label: t.duration,
      numeric: true,
      optional: true,
      cell: ({ duration }) => textCell(duration && printedIn(duration, locale)),
    },
    { id: 'leader', label: t.leader, optional: true, cell: leaderCell },
  ];
  return gridOf(columns, rows, context.unknown('undisclosed'));
}

/** Of what is allocated nobody asks a price. */
function isWithoutPrice({ record, register }: RecordContext): boolean {
  const instead = withoutSum({ compiled: record }, register)?.cell;
  return instead?.type === 'missing' && instead.reason === 'not-applicable';
}

/** 中标, 成交. */
export function wonWord({ register, locale }: Pick<RecordContext, 'register' | 'locale'>): string {
  return decidedStep(register, locale) ?? labels(locale).record.won;
}

/** What was offered; the award that followed may carry another sum. */
function bidOf({ life }: RecordContext, id: string): OcdsValue | undefined {
  for (const { content } of life.speaking.toReversed()) {
    const pending = listOf(fragmentOf(content).awards).find((award) => award.id === id && award.status === 'pending');
    if (pending?.value) return pending.value;
  }
  return undefined;
}

function lotRows(record: CompiledRelease): LotRow[] {
  const lots = listOf(record.tender?.lots);
  const awards = listOf(record.awards).filter(
    ({ status }) => status === undefined || status === 'active' || status === 'cancelled',
  );
  const ofLot = (lot: OcdsLot) =>
    awards.filter(({ relatedLots }) => (Array.isArray(relatedLots) ? relatedLots.includes(lot.id) : lots.length === 1));
  const rows = lots.flatMap((lot): LotRow[] => {
    const ceiling = lot.value ?? (lots.length === 1 ? record.tender?.value : undefined);
    const won = ofLot(lot);
    return won.length > 0 ? won.map((award) => ({ lot, award, ceiling })) : [{ lot, ceiling }];
  });
  const placed = new Set(rows.map(({ award }) => award));
  const whole = awards
    .filter((award) => !placed.has(award))
    .map((award) => ({ award, ceiling: awards.length === 1 && lots.length === 0 ? record.tender?.value : undefined }));
  return [...rows, ...whole];
}

function winnerCell({ lot, award }: LotRow, context: RecordContext): GridCell {
  const t = labels(context.locale);
  if (award)
    return whoCell(
      award,
      context,
      award.status === 'cancelled' ? { tone: 'alert', text: t.record.cancelled } : undefined,
    );
  const ended = (t.record.lotStatuses as Record<string, string>)[lot?.status ?? ''];
  if (ended) return { text: ended, missing: true };
  return context.unknown(wins(context.record).length > 0 ? 'undisclosed' : 'pending');
}

/** Who leads, the other members of the consortium under it. */
export function whoCell(award: OcdsAward, context: RecordContext, state?: GridCell['state']): GridCell {
  const { portal, locale } = context;
  const [name, ...others] = namesOf(award.suppliers);
  if (name === undefined) return context.unknown('undisclosed');
  const { path } = partyLink(portal, name);
  return {
    text: name,
    path: path ?? undefined,
    state,
    sub: others.length > 0 ? fill(labels(locale).record.consortium, { names: others.join('、') }) : undefined,
  };
}

export function namesOf(references: readonly OcdsReference[] | undefined): string[] {
  return listOf(references).flatMap(({ name }) => (typeof name === 'string' ? [name] : []));
}

/** The price, linked to the notice that says it, with what an earlier notice had said. */
function priceCell({ lot, award }: LotRow, context: RecordContext): GridCell | undefined {
  const { life, locale } = context;
  const t = labels(locale);
  if (!award)
    return context.unknown(
      lot?.status === 'cancelled' || lot?.status === 'unsuccessful' ? 'not-applicable' : 'pending',
    );
  const cell = valueCell(award.value);
  if (!cell) return undefined;
  const path = saidBy(life, (said) => listOf(said.awards).some(({ id, value }) => id === award.id && value));
  const before = earlier(award, life);
  return {
    ...withPath(cell, path)!,
    strong: true,
    ...(before && { sub: fill(t.record.formerly, { amount: before }) }),
  };
}

function earlier(award: OcdsAward, { releases, standings }: Life): string | null {
  const now = sumOf(award.value);
  for (const { id, content } of releases.toReversed()) {
    if (standings.get(id) !== 'amended') continue;
    const then = listOf(fragmentOf(content).awards).find(
      (one) => one.id === award.id && (one.status ?? 'active') === 'active',
    );
    const fen = sumOf(then?.value);
    if (fen !== null && fen !== now) return yuanText(fen);
  }
  return null;
}

export function valueCell(value: OcdsValue | undefined): GridCell | undefined {
  const fen = sumOf(value);
  const text = fen === null ? printedText(value) : formatFen(fen);
  return text === null ? undefined : { text };
}

export function withPath(cell: GridCell | undefined, path: string | null): GridCell | undefined {
  return cell && path ? { ...cell, path } : cell;
}

function savedCell(ceiling: number | null, price: number | null): GridCell | undefined {
  if (ceiling === null || price === null || price > ceiling) return undefined;
  const text = shareText(ceiling - price, ceiling);
  return text === null ? undefined : { text };
}

function sumCell(fen: number | null): GridCell | undefined {
  return fen === null ? undefined : { text: formatFen(fen), strong: true };
}

/** Null unless all are sums. */
export function sumIn(values: readonly (OcdsValue | undefined)[]): number | null {
  const fens = values.map(sumOf);
  return fens.length === 0 || fens.includes(null) ? null : fens.reduce<number>((sum, fen) => sum + fen!, 0);
}

/** What all sections went for; null while one is open, whose ceiling would count as saved. */
function decidedSum(rows: readonly LotRow[]): number | null {
  return rows.every(({ award }) => award) ? sumIn(standing(rows).map(({ award }) => award?.value)) : null;
}

function distinctLots(rows: readonly LotRow[]): LotRow[] {
  return [...new Map(rows.map((row) => [row.lot?.id ?? row, row])).values()];
}

function standing(rows: readonly LotRow[]): LotRow[] {
  return rows.filter(({ award }) => award && award.status !== 'cancelled');
}

function leaderCell(award: OcdsAward | undefined): GridCell | undefined {
  const leader = award?.projectLeader;
  return typeof leader?.name === 'string' ? { text: leader.name, sub: leader.certificate } : undefined;
}

export function textCell(text: string | number | null | undefined): GridCell | undefined {
  return text === undefined || text === null || text === '' ? undefined : { text: String(text) };
}
