import { printedAmount, severalRates, type PrintedAmount } from './amount.ts';
import { isChapter, lotOfLine, rankIn, type Pair } from './pairs.ts';
import type { PrintedAward, PrintedLot } from './printed.ts';
import * as prose from './prose.ts';
import { isRate, looksLikeName, rankOf, type Row, type Table } from './columns.ts';

/** Packages, and who won or was proposed for them. */

export function lotsIn(tables: readonly Table[], pairs: readonly Pair[], lines: readonly string[]): PrintedLot[] {
  const lots = new Map<string, PrintedLot>();
  const add = (id: string, more: Omit<PrintedLot, 'id'>) => {
    const known = lots.get(id) ?? { id };
    lots.set(id, { ...more, ...known });
  };
  for (const { rows, columns } of tables) {
    if (columns.includes('supplier') && !columns.includes('lot')) continue;
    for (const { cells, heads } of rows) {
      if (cells.lot && cells.supplier && FAILED.test(cells.supplier)) add(cells.lot, { failed: cells.supplier });
      const id = cells.lot ?? (/标段|包|分标/.test(cells.lotName ?? '') ? cells.lotName : undefined);
      if (!id || columns.includes('supplier')) continue;
      add(id, {
        name: cells.lotName === id ? undefined : cells.lotName,
        budget: cells.budget === undefined ? undefined : printedAmount(cells.budget, heads.budget),
        ceiling: cells.ceiling === undefined ? undefined : printedAmount(cells.ceiling, heads.ceiling),
      });
    }
  }
  for (const { fact, label, value, lot } of pairs) {
    if (fact !== 'budget' && fact !== 'ceiling') continue;
    for (const part of prose.partsOf(value, label)) add(part.id, { name: part.name, [fact]: part.amount });
    if (lot !== '') add(lot, { [fact]: printedAmount(value, label) });
  }
  let lot = '';
  for (const line of lines) {
    lot = lotOfLine(line) ?? (isChapter(line) ? '' : lot);
    const reason = lot === '' ? null : /^(?:(?:废标|流标|终止)[、/或和]?){1,3}的?(?:理由|原因)[：:]\s*(.*)$/.exec(line);
    const told = lot === '' ? null : /^[^:：]{2,12}[:：](.{0,60}(?:予以|做|作|按|为)?(?:废标|流标))/.exec(line);
    if (reason ?? (told && lotOfLine(line))) add(lot, { failed: reason?.[1] || told?.[1] || line });
  }
  return [...lots.values()];
}

const FAILED = /流标|废标|流拍|不足.{0,3}家/;

/** Tables first; where none names anybody, labels; at last what a sentence says. */
export function awardsIn(
  tables: readonly Table[],
  pairs: readonly Pair[],
  text: string,
  isProposal: boolean,
): PrintedAward[] {
  const named = tables.filter(
    ({ columns, rows }) => columns.includes('supplier') && rows.some(({ cells }) => cells.supplier !== undefined),
  );
  const of = (some: readonly Table[]) =>
    unique(some.flatMap(({ rows }) => rows).flatMap((row) => (isLoser(row) ? [] : (awardOf(row) ?? []))));
  const priced = named.filter(({ columns }) => columns.includes('price') || columns.includes('rate'));
  const chosen = named.filter((table) => isProposal || !listsBidders(table));
  const first = of(priced.filter((table) => chosen.includes(table)));
  if (first.length > 0) return first;
  const unpriced = of(chosen);
  const labelled = labelledAwards(pairs);
  const tellsMore =
    labelled.some(({ price }) => price !== undefined) &&
    unpriced.every(({ supplier }) => labelled.some((one) => one.supplier.name === supplier.name));
  if (unpriced.length > 0 && !tellsMore) return unpriced;
  if (labelled.length > 0) return labelled;
  // Of all who bid the first won.
  const ranked = of(priced).filter(({ rank }) => rank !== undefined);
  return ranked.length > 0 ? ranked : prose.awardsIn(text);
}

/** A table of all who bid, not of those who won. */
function listsBidders({ rows, columns }: Table): boolean {
  const { supplier = '', price = '' } = rows.find(({ cells }) => cells.supplier !== undefined)?.heads ?? {};
  if (/中标|成交|中选|入围|竞得|候选|受让/.test(supplier + price) || columns.includes('won')) return false;
  return /投标|响应/.test(supplier + price) || (columns.includes('score') && !columns.includes('price'));
}

function isLoser({ cells }: Row): boolean {
  return cells.won !== undefined && /^(?:否|未|不|落选|无效)/.test(cells.won);
}

function awardOf({ cells, heads, lot }: Row): PrintedAward | undefined {
  const name = cells.supplier;
  if (name === undefined || !(looksLikeName(name) || /^牵头人/.test(name))) return undefined;
  const rank =
    cells.rank === undefined
      ? undefined
      : (rankOf(cells.rank) ?? rankIn(cells.rank) ?? (/^\d{1,2}$/.test(cells.rank) ? Number(cells.rank) : undefined));
  const members = cells.members !== undefined && looksLikeName(cells.members) ? cells.members.split(/[;；、]/) : [];
  return {
    ...withMembers(name, members),
    ...((cells.lot ?? lot) && { lot: cells.lot ?? lot }),
    ...(rank !== undefined && { rank }),
    price:
      (cells.price === undefined || isVague(cells.price) ? undefined : printedAmount(cells.price, heads.price)) ??
      severalRates(cells.price) ??
      (cells.rate === undefined ? undefined : printedAmount(cells.rate, heads.rate)),
    duration: durationOf(cells.duration),
    quality: cells.quality,
    leader: cells.leader,
  };
}

/** A price told by several rates is no sum. */
function isVague(price: string): boolean {
  return isRate(price) && price.length > 24;
}

/** `A公司;B公司`, `牵头人：A 联合体成员：B`: the first leads. */
function withMembers(printed: string, more: readonly string[] = []): Pick<PrintedAward, 'supplier' | 'members'> {
  const [lead = '', ...others] = [
    ...printed
      .split(
        /[;；]|[\s,，、]*[（(](?:主|成|牵头|成员)[）)]|[\s,，、]*(?:联合体)?(?:成员|牵头人)(?:单位)?\d*[：:]|\s*[（(](?:牵头人|主体|联合体牵头(?:人|单位)?|成员单位|联合体成员)[）)]\s*/,
      )
      .map((name) => name.trim())
      .filter((name) => name !== '' && name !== '联合体'),
    ...more,
  ].map((name) => name.trim());
  return { supplier: { name: lead }, ...(others.length > 0 && { members: others.map((name) => ({ name })) }) };
}

/** 供应商名称：… 成交金额：… one after another, or one of each. */
function labelledAwards(pairs: readonly Pair[]): PrintedAward[] {
  const awards: PrintedAward[] = [];
  const ordered = pairs.filter(({ fact }) =>
    [
      'supplier',
      'bidder',
      'price',
      'offer',
      'supplierCode',
      'supplierAddress',
      'members',
      'duration',
      'quality',
      'bareName',
    ].includes(fact),
  );
  let early: PrintedAmount | undefined;
  for (const { fact, label, value, context, lot, rank } of ordered) {
    const last = awards.at(-1);
    const isRanked = rank !== undefined && (last?.rank !== rank || (last.lot ?? '') !== lot);
    const isName =
      (fact === 'supplier' && (rank === undefined || isRanked)) ||
      (fact === 'bareName' && context === 'winner') ||
      ((fact === 'bidder' || fact === 'bareName') && isRanked);
    if (isName) {
      const name = value
        .replace(/^\s*1\s*[.、．](?!\d)/, '')
        .replace(/[；;，,。]+$/, '')
        .trim();
      const [first, ...others] = name.split(/[;；，,、\s]+\d{1,2}\s*[.、．](?!\d)/);
      if (others.length > 0) {
        for (const one of [first!, ...others]) {
          const each = one.replace(/[；;，,。]+$/, '').trim();
          if (looksLikeName(each)) awards.push({ supplier: { name: each }, ...(lot !== '' && { lot }) });
        }
        continue;
      }
      if (
        !looksLikeName(name.replace(/[：:]/g, '')) ||
        name.length < 2 ||
        awards.some(({ supplier, lot: other }) => supplier.name === name && (rank === undefined || other === lot))
      )
        continue;
      const parties = withMembers(name);
      if (/[：:]/.test(parties.supplier.name)) continue;
      awards.push({
        ...parties,
        ...(lot !== '' && { lot }),
        ...(rank !== undefined && { rank }),
        ...(early && { price: early }),
      });
      early = undefined;
    } else if (fact === 'offer') {
      if (last && last.rank !== undefined && last.rank === rank) last.price ??= printedAmount(value, label);
    } else if (fact === 'price') {
      const price = printedAmount(value, label);
      if (last && last.price === undefined) last.price = price;
      else if (!last) early = price;
    } else if (last) {
      if (fact === 'supplierCode' && /^[0-9A-Z]{18}$/.test(value)) last.supplier.code ??= value;
      if (fact === 'supplierAddress') last.supplier.address ??= value;
      if (fact === 'duration') last.duration ??= durationOf(value);
      if (fact === 'quality') last.quality ??= value;
      if (fact === 'members' && looksLikeName(value))
        last.members ??= value.split(/[;；、]/).map((name) => ({ name: name.trim() }));
    }
  }
  return awards;
}

function unique(awards: readonly PrintedAward[]): PrintedAward[] {
  const known = new Map<string, PrintedAward>();
  for (const award of awards) {
    const key = `${award.lot ?? ''} ${award.rank ?? ''} ${award.supplier.name}`;
    if (!known.has(key)) known.set(key, award);
  }
  return [...known.values()];
}

/** Of a result that ranks several the first of each package won. */
export function firstRanks(awards: readonly PrintedAward[]): PrintedAward[] {
  const ranked = awards.some(({ rank }) => rank === 1);
  return awards.filter(({ rank }) => !ranked || rank === undefined || rank === 1).map(({ rank: _, ...award }) => award);
}

/** A duration says how long. */
function durationOf(text: string | undefined): string | undefined {
  return text !== undefined && /\d/.test(text) && text.length <= 200 ? text : undefined;
}
