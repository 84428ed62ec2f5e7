import { fill, labels } from '../../locales/labels.ts';
import { awardedFen, ceilingFen, hasLotsWithout, partOfWhole } from '../../notices/amounts.ts';
import { isClosed, isOpen, type RecordRow } from '../../notices/release.ts';
import { stateOf, type State } from './state.ts';
import {
  firstCandidates,
  listOf,
  partiesAs,
  sumOf,
  wins,
  type OcdsAward,
  type OcdsFragment,
} from '../../registers/ocds.ts';
import { subjectOf } from '../../registers/registers.ts';
import { meaningOf, WITHDRAWN } from '../../registers/stages.ts';
import { machineTime, minuteOf } from '../../values/date.ts';
import { amountText, printedText, shareText, yuanText } from '../amount.ts';
import { printedSum } from '../printed.ts';
import { noticePath } from '../address.ts';
import type { GridCell } from '../grid.ts';
import { saidBy } from './life.ts';
import { partyLink, type PartyLink } from '../party/party-link.ts';
import { candidateWord, wholeCeilingLabel, lotWord, priceLabel, roleLabel, subjectIn, subjectWord } from './labels.ts';
import { namesOf, sumIn } from './lots.ts';
import type { RecordContext } from './context.ts';
import { registerLabels, stateText } from '../words.ts';

/** The newest fact: state, who, how much, when; each with the notice that says it. */
export interface Newest {
  tone: State['tone'];
  word: string;
  who: (PartyLink & { /** 等2家; '' for one. */ more: string }) | null;
  /** Said in the place of who, once somebody was chosen or proposed. */
  whoUnknown: GridCell | null;
  amount: { label: string; text: string; path: string | null } | null;
  /** The deadline, or why it ended. */
  note: string | null;
  /** ISO 8601, Shanghai. */
  at: string;
  path: string;
}

export function newestOf(context: RecordContext, row: RecordRow, now: number): Newest {
  const { life, record } = context;
  const release = (row.stage === WITHDRAWN ? life.releases : life.speaking).at(-1)!;
  const fact = {
    who: null,
    whoUnknown: null,
    amount: null,
    note: null,
    at: machineTime(release.publishedAt),
    path: noticePath(release.id),
    ...wordOf(context, row, now),
  };
  switch (meaningOf(context.register.stages, row.stage).head) {
    case 'proposed':
      return namesNobody(record)
        ? {
            ...fact,
            word: stateText(stateOf(row, now), row.register, context.locale),
            note: deadlineNote(context, row),
          }
        : { ...fact, ...proposed(context) };
    case 'decided':
      return withResult(context, { ...fact, ...decided(context, wins(record), awardedFen(record)) });
    case 'contracted':
      return { ...fact, ...decided(context, wins(record), awardedFen(record)), ...contracted(context) };
    case 'reason':
      return { ...fact, note: textOf(record.tender?.terminationReason) ?? reasonIn(context) };
    case undefined:
      return { ...fact, amount: ceilingOf(context), note: deadlineNote(context, row) };
  }
}

/** 成交结果已公布，成交人见正文: of whom nothing was read, only that there is a result. */
function withResult({ locale }: RecordContext, fact: Newest): Newest {
  return fact.whoUnknown?.path ? { ...fact, word: fill(labels(locale).record.resultOut, { step: fact.word }) } : fact;
}

/** Time left while one can take part; then the step it reached, 中标, or the state. */
function wordOf(
  { register, record, locale }: RecordContext,
  row: RecordRow,
  now: number,
): Pick<Newest, 'word' | 'tone'> {
  const state = stateOf(row, now);
  const { head, isDecided } = meaningOf(register.stages, row.stage);
  if (head === 'proposed') return { tone: state.tone, word: candidateWord(firstCandidates(record), register, locale) };
  const step = head === 'decided' ? registerLabels(register, locale).steps[row.stage] : undefined;
  return { tone: isDecided ? 'open' : state.tone, word: step ?? stateText(state, register.id, locale) };
}

/** Of an offer to agree (协议出让) it is asked until a day who wants to take it: nobody is proposed by it. */
function namesNobody(record: OcdsFragment): boolean {
  return (
    record.tender?.tenderPeriod?.endDate !== undefined &&
    listOf(record.awards).length === 0 &&
    partiesAs('candidate', record).length === 0
  );
}

/** Who is proposed and for how much; before a price is known, the ceiling. */
function proposed(context: RecordContext): Pick<Newest, 'who' | 'whoUnknown' | 'amount'> {
  const first = firstCandidates(context.record);
  const fact = decided(context, first, sumIn(first.map(({ value }) => value)), 'candidate');
  return { ...fact, amount: fact.amount ?? ceilingOf(context) };
}

/** The contract sum as it stands, or what was settled; nothing where contracts say no sum. */
function contracted({ record, life, locale }: RecordContext): Partial<Pick<Newest, 'amount'>> {
  const t = labels(locale).record;
  const sum = contractedSum(record);
  if (sum === null) return {};
  const path = saidBy(life, (said) =>
    listOf(said.contracts).some(({ value, implementation }) => (sum.isFinal ? implementation?.finalValue : value)),
  );
  return { amount: { label: sum.isFinal ? t.finalPrice : t.contractPrice, text: yuanText(sum.fen), path } };
}

function contractedSum(record: OcdsFragment): { fen: number; isFinal: boolean } | null {
  const contracts = listOf(record.contracts);
  const final = sumIn(contracts.map(({ implementation }) => implementation?.finalValue));
  const fen = final ?? sumIn(contracts.map(({ value }) => value));
  // Some sections may have no contract yet: a part would look like the whole.
  return fen === null || contracts.length < wins(record).length ? null : { fen, isFinal: final !== null };
}

function decided(
  context: RecordContext,
  awards: readonly OcdsAward[],
  fen: number | null,
  role = 'supplier',
): Pick<Newest, 'who' | 'whoUnknown' | 'amount'> {
  const { portal, record, life, locale } = context;
  const names =
    awards.length > 0
      ? awards.map(({ suppliers }) => namesOf(suppliers)[0])
      : [
          ...listOf(record.contracts).map(({ suppliers }) => namesOf(suppliers)[0]),
          // To whom a right is handed on stands among the parties: nobody was awarded anything.
          ...(role === 'candidate' ? partiesAs(role, record).map(({ name }) => name) : []),
        ];
  const distinct = [...new Set(names.filter((name) => name !== undefined))];
  const [first] = distinct;
  const text = fen !== null ? yuanText(fen) : awards.length === 1 ? amountText(awards[0]!.value) : null;
  const path = saidBy(life, saysPrice(awards));
  return {
    who:
      first === undefined
        ? null
        : {
            ...partyLink(portal, first),
            more:
              distinct.length > 1
                ? fill(labels(locale).record.ofSeveral, { n: distinct.length, others: distinct.length - 1 })
                : '',
          },
    whoUnknown: first === undefined ? whoUnknown(context, role) : null,
    amount: text === null ? null : { label: '', text, path },
  };
}

/** 成交人见正文, where the text may name who; 未公开 only of a publication of ours. */
function whoUnknown(context: RecordContext, role: string): GridCell {
  const { register, locale } = context;
  const cell = context.unknown('undisclosed');
  if (!cell.path) return cell;
  return { ...cell, text: fill(labels(locale).record.seeText, { what: roleLabel(role, register, locale) }) };
}

function saysPrice(awards: readonly OcdsAward[]): (said: OcdsFragment) => unknown {
  const ids = new Set(awards.map(({ id }) => id));
  return (said) =>
    listOf(said.awards).some(({ id, value }) => ids.has(id) && value) ||
    (awards.length === 0 && listOf(said.contracts).some(({ value }) => value)) ||
    listOf(said.tender?.lots).some((lot) => subjectOf(lot)?.prices(lot).deal);
}

function ceilingOf({ register, record, life, locale }: RecordContext): Newest['amount'] {
  const fen = ceilingFen(record);
  const printed = fen === null ? printedText(record.tender?.value ?? record.planning?.budget?.amount) : null;
  const text = fen === null ? printed && printedSum(printed, locale) : yuanText(fen);
  if (text === null) return null;
  return {
    label: wholeCeilingLabel(record, register, locale),
    text,
    path: saidBy(life, (said) => (ceilingFen(said) !== null || said.tender?.value) && fenOrAny(said, fen)),
  };
}

/** The notice that says this very ceiling; sections each named in their own notice say a part of it. */
function fenOrAny(said: OcdsFragment, fen: number | null): boolean {
  return ceilingFen(said) === fen || listOf(said.tender?.lots).length > 0;
}

function deadlineNote({ locale }: RecordContext, { deadline }: RecordRow): string | null {
  return deadline === null ? null : fill(labels(locale).record.closes, { minute: minuteOf(deadline) });
}

function reasonIn({ life }: RecordContext): string | null {
  return textOf(life.releases.findLast(({ content }) => content.reason)?.content.reason);
}

function textOf(text: unknown): string | null {
  return typeof text === 'string' && text !== '' ? text : null;
}

/** One particular of the line under it. */
export interface Particular {
  label: string;
  text: string;
  /** In brackets: 节约2.6%. */
  note: string | null;
  path: string | null;
}

export function particularsOf(context: RecordContext, row: RecordRow): Particular[] {
  const { portal, register, record, life, locale } = context;
  const t = labels(locale).record;
  const found: (Particular | null)[] = [];
  const [role, name] = inCharge(record);
  if (name !== undefined)
    found.push({
      label: roleLabel(role, register, locale),
      text: name,
      note: null,
      path: partyLink(portal, name).path,
    });

  // Before anything is proposed the head itself says the ceiling.
  const ceiling = meaningOf(register.stages, row.stage).head === undefined ? null : ceilingOf(context);
  if (ceiling)
    found.push({ label: ceiling.label, text: ceiling.text, note: comparison(context, row), path: ceiling.path });

  const bidders =
    typeof record.tender?.numberOfTenderers === 'number'
      ? record.tender.numberOfTenderers
      : new Set(listOf(record.bids).map(({ tenderer }) => tenderer?.name)).size;
  // While bids may still be handed in none has been opened: those that are told are of a round before.
  const mayBid = isOpen(row) && row.deadline !== null && !isClosed(row, portal.now());
  if (bidders > 0 && !mayBid) {
    const path = saidBy(life, (said) => said.tender?.numberOfTenderers ?? listOf(said.bids).length > 0);
    found.push({
      label: fill(t.countedOf, { what: roleLabel('tenderer', register, locale), n: bidders }),
      text: fill(t.counted, { n: bidders }),
      note: null,
      path,
    });
  }
  const lots = listOf(record.tender?.lots).length;
  if (lots > 1)
    found.push({
      label: fill(t.countedOf, {
        what: subjectWord(record, register, locale) ?? lotWord(register, locale),
        n: lots,
      }),
      text: String(lots),
      note: null,
      path: null,
    });
  return found.filter((one) => one !== null);
}

/** Saved against the ceiling, or paid above the starting price. */
function comparison({ record, register, locale }: RecordContext, { stage }: RecordRow): string | null {
  const t = labels(locale).record;
  const ceiling = ceilingFen(record);
  const price = awardedFen(record);
  if (ceiling === null || price === null || partOfWhole(record)) return null;
  const percent = shareText(Math.abs(ceiling - price), ceiling);
  if (percent === null) return null;
  // Once the head says what was contracted or settled, the comparison says that it is of what was won.
  const shown = meaningOf(register.stages, stage).head === 'contracted' ? (contractedSum(record)?.fen ?? price) : price;
  const said = (what: string) =>
    shown === price
      ? what
      : fill(t.atPrice, { label: priceLabel(record, register, locale), price: yuanText(price), what });
  if (subjectIn(record, register)) return price > ceiling ? said(fill(t.premium, { percent })) : null;
  // A part of the sections decided is not a saving on the whole.
  return price < ceiling && !hasLotsWithout(record) && wins(record).every(({ value }) => sumOf(value) !== null)
    ? said(fill(t.saved, { percent }))
    : null;
}

function inCharge(record: OcdsFragment): [role: string, name: string | undefined] {
  const grantor = partiesAs('grantor', record)[0]?.name;
  if (typeof grantor === 'string') return ['grantor', grantor];
  const entity = record.tender?.procuringEntity?.name;
  if (typeof entity === 'string') return ['procuringEntity', entity];
  return ['buyer', typeof record.buyer?.name === 'string' ? record.buyer.name : undefined];
}
