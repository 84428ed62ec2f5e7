import type { DayOrInstant } from '../values/date.ts';
import type { Money } from '../values/money.ts';
import {
  alike,
  by,
  dayOrInstant,
  group,
  instant,
  list,
  longText,
  money,
  owed,
  party,
  text,
  type Party,
  reached,
} from './fields.ts';
import { count } from './numbers.ts';
import { awardId, contractId, lotOf, moment, period, reference, since, through } from './fragments.ts';
import type { Notice } from './notice.ts';
import { ocdsValue, type OcdsAward, type OcdsContract, type OcdsFragment } from './ocds.ts';

/**
 * What is bid for, whichever law rules the bidding (招标投标法, 政府采购法): sections, dates, candidates, winners,
 * contracts, and how each is said in OCDS. A row may name its section (标段, 包); else the notice's own counts.
 */
type About = Pick<Notice, 'section'>;

/** A natural person whose name and certificate the law publishes (10号令 art. 6): not masked, hence no party. */
const leader = () => group({ name: text(), certificate: text().optional(), certificateNumber: text().optional() });

const candidateShape = {
  section: text().optional(),
  rank: owed(count('名')),
  supplier: party(),
  members: list(party()).optional(),
  bidPrice: owed(money()),
  duration: text().optional(),
  quality: text().optional(),
  leader: leader().optional(),
  qualification: longText().optional(),
  score: count('分').optional(),
};
/** Ranked candidates. */
export const candidates = () => list(group(candidateShape));
/** With all that 10号令 art. 6 asks of each; reprints often print name and price only. */
export const statutoryCandidates = () =>
  list(
    group({
      ...candidateShape,
      duration: owed(text()),
      quality: owed(text()),
      leader: by(
        '10号令第六条；招标文件没有要求项目负责人的，三项都写“未要求”',
        owed(group({ name: text(), certificate: owed(text()), certificateNumber: owed(text()) })),
      ),
      qualification: by('10号令第六条：响应招标文件要求的资格能力条件', owed(longText())),
    }),
  );

/** A winner. `members` are the others of a consortium; `supplier` leads it. */
const winnerShape = {
  section: text().optional(),
  supplier: party(),
  members: list(party()).optional(),
  duration: text().optional(),
  quality: text().optional(),
  leader: leader().optional(),
  score: count('分').optional(),
};
export const winners = () => list(group({ ...winnerShape, awardPrice: money().optional() }));
/** Where the price must be published too (政府采购法实施条例 art. 43). */
export const pricedWinners = () =>
  list(group({ ...winnerShape, supplier: reached(['address'], party()), awardPrice: owed(money()) }));

/** Sections in which nobody won (流标, 废标), beside those in which somebody did. */
export const failedSections = () => list(group({ section: text(), reason: owed(longText()) }));
/** Awards that no longer stand: the winner withdrew or was disqualified. */
export const cancelledAwards = () =>
  list(group({ section: text().optional(), supplier: party(), reason: longText().optional() }));

/** What a clarification, correction or postponement may set anew. */
export const newDates = {
  documentsUntil: dayOrInstant().optional(),
  bidDeadline: instant().optional(),
  openingAt: instant().optional(),
  openingPlace: alike(text()).optional(),
  publicityUntil: dayOrInstant().optional(),
};

interface Dates {
  documentsFrom?: DayOrInstant;
  documentsUntil?: DayOrInstant;
  applicationDeadline?: number;
  bidDeadline?: number;
  openingAt?: DayOrInstant;
  publicityFrom?: DayOrInstant;
  publicityUntil?: DayOrInstant;
}

/** The periods of a tender. Until bids are invited, the deadline is the one for applying (资格预审). */
export function periodsOf(fields: Dates): NonNullable<OcdsFragment['tender']> {
  return {
    tenderPeriod: period(since(fields.documentsFrom), moment(fields.bidDeadline ?? fields.applicationDeadline)),
    // A result that tells the day alone must not wipe out the hour that the call said.
    openingDate: typeof fields.openingAt === 'number' ? moment(fields.openingAt) : undefined,
    publicityPeriod: period(since(fields.publicityFrom), through(fields.publicityUntil)),
  };
}

interface AwardRow {
  section?: string;
  rank?: number;
  supplier: Party;
  members?: readonly Party[];
  bidPrice?: Money;
  awardPrice?: Money;
  duration?: string;
  quality?: string;
  leader?: { name: string; certificate?: string; certificateNumber?: string };
}

/** Candidates are `pending`, winners `active`; the id is the same, so the final result merges onto the candidate. */
export function awardsOf(
  about: About,
  rows: readonly AwardRow[] | undefined,
  status: OcdsAward['status'],
  awardedOn?: string,
): OcdsAward[] {
  return (rows ?? []).map((row) => {
    const lot = lotOf(about, row);
    return {
      id: awardId(lot, row.supplier),
      status,
      date: since(awardedOn),
      rank: row.rank,
      value: ocdsValue(row.awardPrice ?? row.bidPrice),
      suppliers: [row.supplier, ...(row.members ?? [])].map((supplier) => reference(supplier)!),
      relatedLots: lot === undefined ? undefined : [lot],
      duration: row.duration,
      quality: row.quality,
      projectLeader: leaderOf(row.leader),
    };
  });
}

function leaderOf(leader: AwardRow['leader']): OcdsAward['projectLeader'] {
  if (!leader) return undefined;
  const certificate = [leader.certificate, leader.certificateNumber].filter(Boolean).join(' ');
  return { name: leader.name, ...(certificate && { certificate }) };
}

/** All suppliers that rows of candidates or winners name, consortium members among them. */
export function suppliersOf(rows: readonly { supplier: Party; members?: readonly Party[] }[] | undefined): Party[] {
  return (rows ?? []).flatMap(({ supplier, members }) => [supplier, ...(members ?? [])]);
}

interface BidRow {
  section?: string;
  tenderer: Party;
  bidPrice?: Money;
  rejected?: string;
}

export function bidsOf(about: About, rows: readonly BidRow[] | undefined): NonNullable<OcdsFragment['bids']> {
  return (rows ?? []).map((row) => ({
    id: awardId(lotOf(about, row), row.tenderer),
    tenderer: reference(row.tenderer)!,
    relatedLot: lotOf(about, row),
    value: ocdsValue(row.bidPrice),
    rejected: row.rejected,
  }));
}

interface ContractFields {
  section?: string;
  contractNumber?: string;
  contractName?: string;
  buyer?: Party;
  supplier?: Party;
  members?: readonly Party[];
  contractPrice?: Money;
  term?: string;
  startsOn?: string;
  endsOn?: string;
  signedOn?: string;
}

/** The contract that a notice is about, told by number or supplier, so that its change and performance find it. */
export function contractOf(about: About, fields: ContractFields, more: Partial<OcdsContract> = {}): OcdsContract {
  const lot = lotOf(about, fields);
  return {
    id: contractId(fields.contractNumber, lot, fields.supplier),
    awardID: fields.supplier && awardId(lot, fields.supplier),
    title: fields.contractName,
    value: ocdsValue(fields.contractPrice),
    dateSigned: since(fields.signedOn),
    period: { startDate: since(fields.startsOn), endDate: through(fields.endsOn), text: fields.term },
    buyer: reference(fields.buyer),
    suppliers: fields.supplier && [fields.supplier, ...(fields.members ?? [])].map((supplier) => reference(supplier)!),
    ...more,
  };
}

/** The lots whose tender came to nothing. */
export function failedLots(rows: readonly { section: string }[] | undefined): { section: string; status: string }[] {
  return (rows ?? []).map(({ section }) => ({ section, status: 'unsuccessful' }));
}

/** What a termination says: of its own section only, where it names one; else of the whole. */
export function endedBy(
  notice: Pick<Notice, 'section' | 'reason'>,
  status: 'cancelled' | 'unsuccessful',
): NonNullable<OcdsFragment['tender']> {
  const lot = lotOf(notice);
  if (lot !== undefined)
    return { lots: [{ id: lot, title: notice.section?.name, status }], terminationReason: notice.reason };
  return { status, terminationReason: notice.reason };
}

/** A tender that opens again: what ended it no longer holds (`null` removes in a merge). */
export function reopened(tender: NonNullable<OcdsFragment['tender']>): NonNullable<OcdsFragment['tender']> {
  return {
    ...tender,
    status: 'active',
    terminationReason: null as unknown as undefined,
    lots: tender.lots?.map((lot) => ({ ...lot, status: 'active' })),
  };
}
