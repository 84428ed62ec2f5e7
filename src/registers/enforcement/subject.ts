import type { Day } from '../../values/date.ts';
import { addUp, listOf, sumOf, type CompiledRelease, type OcdsLot, type OcdsValue } from '../ocds.ts';
import type { Gravity } from '../gravity.ts';
import type { BenchmarkApplied, Cell, Subject } from '../register.ts';
import type { BarScope, Matter } from './matters.ts';

/** One payment, by the notice that tells it. */
export interface Settled {
  id: string;
  on?: Day;
  value?: OcdsValue;
}

/** From when until when a supplier is kept from bidding, and why. */
export interface CaseBar {
  scope?: BarScope;
  from?: Day;
  until?: Day;
  basis?: string;
}

/** A case as its notices tell it: what was found, what was decided, what was paid. */
export interface EnforcementCase {
  matter?: Matter;
  respondent?: string;
  authority?: string;
  place?: string;
  breached?: string;
  penalty?: string;
  documentNumber?: string;
  found?: OcdsValue;
  fine?: OcdsValue;
  /** Of `discretion`, by its code; and the grade that the decision found. */
  benchmark?: string;
  gravity?: Gravity;
  filedOn?: Day;
  decidedOn?: Day;
  concludedOn?: Day;
  revokedOn?: Day;
  bar?: CaseBar;
  treasury?: Settled[];
  refunds?: Settled[];
}

declare module '../ocds.ts' {
  interface OcdsLot {
    enforcementCase?: EnforcementCase;
  }
}

/** A case is one, whatever its notices call it. */
export const CASE = 'case';

export function caseIn(lots: readonly OcdsLot[] | undefined): EnforcementCase | undefined {
  return listOf(lots).find(({ enforcementCase }) => enforcementCase)?.enforcementCase;
}

/**
 * What must come in or go back, in fen: what was found and what was fined; null where neither is said as a whole sum, and
 * once the decision was revoked.
 */
export function dueIn({ found, fine, revokedOn }: EnforcementCase): number | null {
  if (revokedOn !== undefined) return null;
  return addUp([found, fine].filter((value) => value !== undefined).map(sumOf));
}

export function settledIn(payments: readonly Settled[] | undefined): number {
  return addUp(listOf(payments).map(({ value }) => sumOf(value))) ?? 0;
}

/** What of it no notice says to be paid in or given back; null where what is due, or one of the payments, is not said. */
export function openIn(one: EnforcementCase): number | null {
  const due = dueIn(one);
  if (due === null || one.decidedOn === undefined) return null;
  const payments = [...listOf(one.treasury), ...listOf(one.refunds)];
  if (payments.some(({ value }) => sumOf(value) === null)) return null;
  return Math.max(0, due - settledIn(one.treasury) - settledIn(one.refunds));
}

/** 案件: who, what, how much was found, how much came in. */
export const subject: Subject = {
  isOne: ({ enforcementCase }) => enforcementCase !== undefined,
  codes: ({ enforcementCase }) => [enforcementCase?.documentNumber],
  prices: ({ enforcementCase }) => ({ startTotal: (enforcementCase && dueIn(enforcementCase)) ?? undefined }),
  columns: [
    { id: 'matter', cell: of(({ matter }) => matter && { type: 'code', code: matter, list: 'matter' }) },
    { id: 'respondent', optional: true, cell: of(({ respondent }) => text(respondent)) },
    { id: 'place', optional: true, cell: of(({ place }) => text(place)) },
    { id: 'breached', optional: true, cell: of(({ breached }) => text(breached)) },
    { id: 'penalty', optional: true, cell: of(({ penalty }) => text(penalty)) },
    { id: 'found', numeric: true, optional: true, cell: of(({ found }) => found && sum(sumOf(found))) },
    { id: 'fine', numeric: true, optional: true, cell: of(({ fine }) => fine && sum(sumOf(fine))) },
    { id: 'treasury', numeric: true, optional: true, cell: of(({ treasury }) => paid(treasury)) },
    { id: 'refunds', numeric: true, optional: true, cell: of(({ refunds }) => paid(refunds)) },
    { id: 'open', numeric: true, optional: true, cell: of((one) => sum(openIn(one))) },
    { id: 'documentNumber', optional: true, cell: of(({ documentNumber }) => text(documentNumber)) },
    { id: 'decidedOn', optional: true, cell: of(({ decidedOn }) => text(decidedOn)) },
    { id: 'barScope', optional: true, cell: of(({ bar }) => barCell(bar)) },
    { id: 'concludedOn', optional: true, cell: of(({ concludedOn }) => text(concludedOn)) },
    { id: 'revokedOn', optional: true, cell: of(({ revokedOn }) => text(revokedOn)) },
  ],
};

function of(cell: (one: EnforcementCase) => Cell | undefined): (lot: OcdsLot) => Cell | undefined {
  return ({ enforcementCase }) => enforcementCase && cell(enforcementCase);
}

function text(said: string | undefined): Cell | undefined {
  return said === undefined ? undefined : { type: 'text', text: said };
}

function sum(fen: number | null): Cell | undefined {
  return fen === null ? undefined : { type: 'money', fen };
}

function paid(payments: readonly Settled[] | undefined): Cell | undefined {
  return listOf(payments).length === 0 ? undefined : { type: 'money', fen: settledIn(payments) };
}

function barCell(bar: CaseBar | undefined): Cell | undefined {
  if (!bar?.scope) return undefined;
  const days = bar.from && bar.until ? `${bar.from}—${bar.until}` : '';
  return { type: 'code', code: bar.scope, list: 'barScope', sub: [days, bar.basis].filter(Boolean).join('，') };
}

/** What a decision says of the benchmark of discretion that it applies; nobody guesses which one it would be. */
export function benchmarkApplied(record: CompiledRelease): BenchmarkApplied | null {
  const { benchmark: code, gravity = null, decidedOn = null, fine } = caseIn(record.tender?.lots) ?? {};
  return code ? { code, gravity, decidedOn, fine: sumOf(fine) } : null;
}
