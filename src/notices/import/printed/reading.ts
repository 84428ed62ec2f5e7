import { momentsIn } from '../../../values/date.ts';
import { printedAmount, type PrintedAmount } from './amount.ts';
import { cellsAmong, linesOf, type Block } from './page.ts';
import { half, headingOf, isNumbered, lotOfLine, pairsIn, rankIn, squeezed, unnumbered, type Pair } from './pairs.ts';
import type { PrintedAward, PrintedLot, PrintedObject, Reading } from './printed.ts';
import * as prose from './prose.ts';
import { isChangeTable, isRate, looksLikeName, rankOf, tablesIn, type Row, type Table } from './tables.ts';
import type { Fact } from './vocabulary.ts';

export function readPage(blocks: readonly Block[], title: string): Reading {
  // What a correction's table says of before is no fact of the notice.
  const kept = blocks.filter((block) => !('table' in block && isChangeTable(block.table)));
  const lines = linesOf(kept);
  const { tables, pairs: beside } = tablesIn(blocks);
  const pairs = [...beside, ...pairsIn(lines, cellsAmong(kept))].filter((pair) => !isPast(pair, lines));
  const text = lines.map(squeezed).join('\n');
  const of = (fact: Fact) => pairs.filter((pair) => pair.fact === fact);
  const value = (...facts: Fact[]) =>
    facts
      .flatMap(of)
      .find(({ value: one }) => one.trim() !== '')
      ?.value.trim();
  const under = (fact: Fact, context: Pair['context']) =>
    of(fact)
      .find((pair) => pair.context === context)
      ?.value.trim();
  const commission = prose.commissionIn(text);
  const isProposal = /候选人|评标结果/.test(title + lines.slice(0, 2).join('')) && !/中标人公告|中标结果/.test(title);
  const awards = awardsIn(tables, pairs, text, isProposal);
  const lots = lotsIn(tables, pairs, lines);
  const deadline = deadlineIn(pairs, lines, text);
  const documents = documentsIn(pairs, lines, text);
  const publicity = publicityIn(pairs, lines, text);
  return {
    buyer: organisation(under('bareName', 'buyer')) ?? firstOrganisation(of('buyer')) ?? commission.principal,
    buyerAddress: under('bareAddress', 'buyer') ?? value('buyerAddress') ?? addressBehind(pairs),
    agency: organisation(under('bareName', 'agency')) ?? firstOrganisation(of('agency')) ?? commission.agent,
    publisher: prose.signatureIn(lines),
    location: value('location'),
    codes: codesIn(of('code'), title),
    projectName: nameIn(of('name'), lines),
    budget: sumOf(of('budget')),
    ceiling: prose.changedCeilingIn(text) ?? sumOf(of('ceiling')) ?? prose.ceilingIn(text, lots),
    lots,
    winners: isProposal ? [] : firstRanks(awards),
    candidates: isProposal ? awards : [],
    objects: dealtIn(objectsIn(tables, pairs, lines), awards),
    bidDeadline: deadline.closes,
    openingAt: openingIn(pairs, lines, deadline.closes) ?? deadline.opens,
    documentsFrom: documents.from,
    documentsUntil: documents.until,
    publicityFrom: publicity.from,
    publicityUntil: publicity.until,
    signedOn: momentOf(value('signed'))?.slice(0, 10),
    corrected: value('corrected'),
    changes:
      value('corrected') && value('changed') ? [{ item: value('corrected')!, after: value('changed')! }] : undefined,
    changedOn: momentOf(value('changedOn'))?.slice(0, 10),
    firstPublishedOn: momentOf(value('firstOn'))?.slice(0, 10),
    failure: awards.length === 0 ? prose.failureIn(text) : undefined,
  };
}

// ── Names and codes ──────────────────────────────────────────────────────────

/** `（盖章）` is where a stamp would be, not a name. */
export function organisation(text: string | undefined): string | undefined {
  const name = text
    ?.trim()
    .replace(/[（(](?:盖章|公章|签章)[）)]$/, '')
    .replace(/[；;，,。]+$/, '')
    // A bracket whose end is elsewhere.
    .replace(/[（(][^（）()]*$/, '')
    .trim();
  if (!name || name.length < 4 || name.length > 80) return undefined;
  if (!/\p{Script=Han}{2}|[A-Za-z]{3}/u.test(name) || /[：:。；;]|^详见|^见/.test(name)) return undefined;
  return name;
}

function firstOrganisation(pairs: readonly Pair[]): string | undefined {
  for (const { value } of pairs) {
    const name = organisation(value);
    if (name) return name;
  }
  return undefined;
}

/** Of labels and of brackets: （项目编号：X）. */
function codesIn(pairs: readonly Pair[], title: string): string[] {
  const bracketed = [
    ...half(title).matchAll(/\((?:项目|招标|采购|政府采购)(?:项目)?编号:\s*((?:[^()\s]|\([^()]*\))+)\s*\)/g),
  ].map(([, code]) => code!);
  return [...new Set([...pairs.map(({ value }) => value), ...bracketed].flatMap(codesOf))];
}

function codesOf(text: string): string[] {
  return half(text)
    .split(/[;、]/)
    .map((one) => /^\s*((?:[^\s,。;()]|\([^()]*\))+)/.exec(one)?.[1] ?? '')
    .filter((code) => code.length >= 6 && code.length <= 60 && /\d{2}|\d号/.test(code) && !/[:：]/.test(code));
}

/** Near the beginning: further down 项目名称 is that of somebody's earlier works. */
function nameIn(pairs: readonly Pair[], lines: readonly string[]): string | undefined {
  const works = lines.findIndex((line) => /业绩/.test(line) && line.length <= 40);
  const end = Math.min(works < 0 ? MOST_LINES : works, MOST_LINES);
  return pairs.find(({ at, value }) => at < end && value.trim() !== '')?.value.trim();
}

const MOST_LINES = 60;

/** The address that follows the buyer, before anybody else is named below. */
function addressBehind(pairs: readonly Pair[]): string | undefined {
  const buyer = pairs.find(({ fact, value }) => fact === 'buyer' && organisation(value) !== undefined);
  if (!buyer) return undefined;
  return pairs
    .slice(pairs.indexOf(buyer) + 1)
    .find(({ fact, at }) => at > buyer.at + 3 || fact === 'bareAddress' || (fact === 'agency' && at > buyer.at))
    ?.value.trim();
}

// ── Sums ─────────────────────────────────────────────────────────────────────

function sumOf(pairs: readonly Pair[]): PrintedAmount | undefined {
  for (const { label, value, lot } of pairs) {
    if (lot !== '') continue;
    const amount = printedAmount(value, label);
    if (amount) return amount;
  }
  return undefined;
}

// ── Packages, winners, candidates ────────────────────────────────────────────

function lotsIn(tables: readonly Table[], pairs: readonly Pair[], lines: readonly string[]): PrintedLot[] {
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
    lot = lotOfLine(line) ?? (/^\s*[一二三四五六七八九十]{1,3}[、.．]/.test(line) ? '' : lot);
    const reason = lot === '' ? null : /^(?:(?:废标|流标|终止)[、/或和]?){1,3}的?(?:理由|原因)[：:]\s*(.*)$/.exec(line);
    const told = lot === '' ? null : /^[^:：]{2,12}[:：](.{0,60}(?:予以|做|作|按|为)?(?:废标|流标))/.exec(line);
    if (reason ?? (told && lotOfLine(line))) add(lot, { failed: reason?.[1] || told?.[1] || line });
  }
  return [...lots.values()];
}

const FAILED = /流标|废标|流拍|不足.{0,3}家/;

/** Tables first; where none names anybody, labels; at last what a sentence says. */
function awardsIn(tables: readonly Table[], pairs: readonly Pair[], text: string, isProposal: boolean): PrintedAward[] {
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
      (cells.rate === undefined ? undefined : printedAmount(cells.rate, heads.rate)),
    duration: durationOf(cells.duration),
    quality: cells.quality,
    leader: cells.leader,
  };
}

/** A price told by several rates is none. */
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
function firstRanks(awards: readonly PrintedAward[]): PrintedAward[] {
  const ranked = awards.some(({ rank }) => rank === 1);
  return awards.filter(({ rank }) => !ranked || rank === undefined || rank === 1).map(({ rank: _, ...award }) => award);
}

/** What a sentence says of the only thing that was sold. */
function dealtIn(objects: PrintedObject[], awards: readonly PrintedAward[]): PrintedObject[] {
  const [object] = objects;
  const [award] = awards;
  if (objects.length === 1 && awards.length === 1 && object!.transferee === undefined) {
    object!.transferee = award!.supplier.name;
    object!.dealPrice ??= award!.price;
  }
  return objects;
}

/** A duration says how long. */
function durationOf(text: string | undefined): string | undefined {
  return text !== undefined && /\d/.test(text) && text.length <= 200 ? text : undefined;
}

// ── Parcels and mining rights ────────────────────────────────────────────────

function objectsIn(tables: readonly Table[], pairs: readonly Pair[], lines: readonly string[]): PrintedObject[] {
  const tabled = tables
    .filter(({ columns }) => columns.includes('object') || columns.includes('startPrice'))
    .flatMap(({ rows }) => rows)
    .flatMap(({ cells, heads }): PrintedObject[] =>
      objectOf(cells) === undefined
        ? []
        : [
            {
              name: objectOf(cells)!,
              mineral: cells.mineral,
              location: cells.location,
              area: withUnit(cells.area, heads.area),
              use: cells.use,
              term: cells.term,
              startPrice:
                cells.startPrice === undefined ? undefined : printedAmount(cells.startPrice, heads.startPrice),
              deposit: cells.deposit === undefined ? undefined : printedAmount(cells.deposit, heads.deposit),
              dealPrice: cells.price === undefined ? undefined : printedAmount(cells.price, heads.price),
              transferee: cells.supplier,
            },
          ],
    );
  if (tabled.length > 0) return tabled;
  const objects: PrintedObject[] = [];
  // A parcel that has no name goes by its number.
  let number: string | undefined;
  const about = lines.findIndex((line) => isNumbered(line) && /(?:矿|矿权|宗地|地块)$/.test(unnumbered(line)));
  for (const { fact, label, value, at } of pairs) {
    const last = objects.at(-1);
    if (fact === 'object' && last !== undefined && last.name === number) last.name = value;
    else if (fact === 'object' && !objects.some(({ name }) => name === value)) objects.push({ name: value });
    else if (fact === 'code' && /(?:宗地|地块)编号$/.test(label)) {
      const code = /^[^\s,，。;；、:：]{2,40}/
        .exec(value)?.[0]
        .replace(/[)）]+$/, (end) => (/[(（]/.test(value) ? end : ''));
      if (code !== undefined && !objects.some(({ name }) => name === code) && (!last || last.name === number))
        objects.push({ name: code });
      number = code;
    } else if (objects.length === 0 && about >= 0 && at > about) objects.push({ name: unnumbered(lines[about]!) });
    const object = objects.at(-1);
    if (!object) continue;
    if (fact === 'mineral') object.mineral ??= value;
    if (fact === 'location') object.location ??= value;
    if (fact === 'area') object.area ??= withUnit(value, label);
    if (fact === 'use') object.use ??= value;
    if (fact === 'term') object.term ??= value;
    if (fact === 'elevation') object.elevation ??= value;
    if (fact === 'startPrice') object.startPrice ??= printedAmount(value, label);
    if (fact === 'deposit') object.deposit ??= printedAmount(value, label);
    if (fact === 'price') object.dealPrice ??= printedAmount(value, label);
    if (fact === 'supplier' && looksLikeName(value)) object.transferee ??= value;
  }
  return objects;
}

/** 重庆 numbers its parcels where others count rows. */
function objectOf({ object, serial, startPrice }: Row['cells']): string | undefined {
  return object ?? (startPrice !== undefined && /^[A-Z\d-]{4,}$/.test(serial ?? '') ? serial : undefined);
}

function withUnit(value: string | undefined, head = ''): string | undefined {
  if (value === undefined || /\p{L}|㎡/u.test(value)) return value;
  return value + (/[（(]([^（）()]+)[）)]/.exec(head)?.[1]?.split('/')[0] ?? '');
}

// ── Moments ──────────────────────────────────────────────────────────────────

/** The first moment in a text: `yyyy-mm-dd HH:MM`, or the day alone. `20260313 - 09:30` is one too. */
export function momentOf(text: string | undefined): string | undefined {
  return momentsOf(text)[0];
}

function momentsOf(text = ''): string[] {
  const spread = text
    .replace(/(?<!\d)(20\d{2})(\d{2})(\d{2})\s*-?\s*(?=\d{1,2}[:：])/g, '$1-$2-$3 ')
    .replace(/(?<=日|\d)\s?[（(]?北京时间[）)]?[，,：:]?(?=\s?(?:\d|上午|下午))/g, ' ');
  return momentsIn(spread).map(({ day, time }) => (time === undefined ? day : `${day} ${time.slice(0, 5)}`));
}

/** A deadline without an hour is not plain enough: the first minute of the day would be wrong. */
function withHour(moment: string | undefined): string | undefined {
  return moment && moment.length > 10 ? moment : undefined;
}

/** A value with the lines after it, as long as those are no labels: dates are broken over lines. */
function widely({ value, at }: Pair, lines: readonly string[]): string {
  let text = value;
  for (let next = at + 1; next <= at + 4 && next < lines.length; next++) {
    const line = squeezed(lines[next]!);
    if (headingOf(line) !== undefined || /^[^\d：:]{2,16}[：:]/.test(line)) break;
    if (!text.includes(line)) text += ` ${line}`;
  }
  return text;
}

function deadlineIn(
  pairs: readonly Pair[],
  lines: readonly string[],
  text: string,
): { closes?: string | undefined; opens?: string | undefined } {
  const under = pairs.filter(({ context }) => context === 'submission' || context === 'submission-opening');
  const labelled = pairs
    .filter(
      (pair) =>
        (pair.fact === 'deadline' || pair.fact === 'deadlineOpening') &&
        pair.context !== 'documents' &&
        !/获取|报名|质疑|公示|保证金/.test((pair.before ?? '') + pair.label),
    )
    .map(({ value }) => withHour(momentOf(value)))
    .find(Boolean);
  const bare = under.filter(({ fact }) => fact === 'bareTime').map(({ value }) => withHour(lastOfPeriod(value)))[0];
  const standing = linesUnder(lines, ['submission', 'submission-opening'])
    .map((line) => withHour(momentOf(line)))
    .find(Boolean);
  const isJoint = lines.some((line) => headingOf(squeezed(line)) === 'submission-opening');
  const changed = prose.changedMomentIn(text);
  const closes =
    withHour(momentOf(changed?.closes)) ?? withHour(momentOf(prose.deadlineIn(text))) ?? labelled ?? bare ?? standing;
  const opens = withHour(momentOf(changed?.opens)) ?? (isJoint ? (labelled ?? bare ?? standing) : undefined);
  return { closes, ...(opens && { opens }) };
}

/** Bids that are taken from one moment to another are due at the second. */
function lastOfPeriod(value: string): string | undefined {
  const [first, second, ...others] = momentsOf(value);
  return second !== undefined && others.length === 0 && /[至到~—]/.test(value) ? second : first;
}

/** What was, before it was changed: 原截止时间：…, 更正前：…. */
const CHANGEABLE = new Set<Fact>([
  'budget',
  'ceiling',
  'deadline',
  'opening',
  'deadlineOpening',
  'documents',
  'documentsFrom',
  'documentsUntil',
  'publicity',
  'supplier',
  'price',
  'startPrice',
  'deposit',
]);

function isPast({ fact, before = '', label, at, value, isOld }: Pair, lines: readonly string[]): boolean {
  if (!CHANGEABLE.has(fact)) return false;
  return (
    isOld === true ||
    /原[^，。；;：:]{0,8}$|[更变]前[^，。；;]{0,8}$|^原/.test(before + label) ||
    /(?:更正|变更|修改|调整|延期|延长|推迟|顺延|改)(?:为|至|到)/.test(value) ||
    /^\s*(?:原(?:公告|文件|招标|采购)?|(?:更正|变更|修改)前)/.test(lines[at] ?? '') ||
    /^(?:原(?:公告|文件|招标|采购)?|(?:更正|变更|修改)前)[^：:]{0,8}[：:]?$/.test(lines[at - 1] ?? '')
  );
}

/** The first lines under a heading that say anything of time. */
function linesUnder(lines: readonly string[], contexts: readonly Pair['context'][]): string[] {
  const at = lines.findIndex((line) => {
    const heading = headingOf(squeezed(line));
    return heading !== undefined && heading !== null && contexts.includes(heading);
  });
  return at < 0 ? [] : lines.slice(at + 1, at + 4).filter((line) => !/获取|质疑/.test(line));
}

function openingIn(pairs: readonly Pair[], lines: readonly string[], closes?: string): string | undefined {
  const isSame =
    pairs.some(({ fact, value }) => fact === 'opening' && /^同(?:上|.{0,8}截止)/.test(value)) ||
    lines.some((line) => /开标时间(?:同|与)[^。；;]{0,10}截止时间/.test(line));
  if (isSame) return closes;
  const labelled = pairs
    .filter((pair) => pair.fact === 'opening' || pair.fact === 'deadlineOpening')
    .map((pair) => withHour(momentOf(pair.value)) ?? withHour(momentOf(widely(pair, lines))))
    .find(Boolean);
  return (
    labelled ??
    pairs
      .filter(({ fact, context }) => fact === 'bareTime' && context === 'opening')
      .map(({ value }) => withHour(momentOf(value)))[0]
  );
}

function documentsIn(
  pairs: readonly Pair[],
  lines: readonly string[],
  text: string,
): { from?: string; until?: string } {
  const period = (moments: string[]) => (moments.length >= 2 ? { from: moments[0]!, until: moments[1]! } : undefined);
  const named = pairs.filter(
    ({ fact, context }) => fact === 'documents' || (fact === 'bareTime' && context === 'documents'),
  );
  for (const pair of named) {
    const found = period(momentsOf(widely(pair, lines).split(/地点|方式/)[0]));
    if (found) return found;
  }
  const under = linesUnder(lines, ['documents'])
    .join(' ')
    .split(/地点|方式/)[0];
  const inProse = period(momentsOf(prose.documentsIn(text))) ?? period(momentsOf(under));
  if (inProse) return inProse;
  const [from] = pairs.filter(({ fact }) => fact === 'documentsFrom').flatMap(({ value }) => momentOf(value) ?? []);
  const [until] = pairs.filter(({ fact }) => fact === 'documentsUntil').flatMap(({ value }) => momentOf(value) ?? []);
  return { ...(from && { from }), ...(until && { until }) };
}

function publicityIn(
  pairs: readonly Pair[],
  lines: readonly string[],
  text: string,
): { from?: string; until?: string } {
  const one = (fact: Fact) => pairs.filter((pair) => pair.fact === fact).map(({ value }) => momentOf(value))[0];
  const [from, until] = [one('publicityFrom'), one('publicityUntil')];
  if (from && until) return { from, until };
  for (const pair of pairs.filter(({ fact }) => fact === 'publicity')) {
    const [first, second] = momentsOf(widely(pair, lines));
    if (first && second) return { from: first, until: second };
  }
  const under = linesUnder(lines, ['publicity']).join(' ');
  const [first, second] = momentsOf(under);
  if (first && second) return { from: first, until: second };
  const [begins, ends] = momentsOf(prose.publicityIn(text));
  return begins && ends ? { from: begins, until: ends } : {};
}
