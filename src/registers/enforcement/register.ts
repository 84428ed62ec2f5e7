import { explanation, withdrawal } from '../changes.ts';
import type { Bar } from '../bar.ts';
import { partyCell } from '../cells.ts';
import type { Notice } from '../notice.ts';
import { listOf, partiesAs, sumOf, type CompiledRelease, type OcdsValue } from '../ocds.ts';
import { declareRegister, type Cell } from '../register.ts';
import { ROLES, rolesOf } from '../roles.ts';
import { closure, correction, filing, patrol, penalty, rectification, refund, revocation, treasury } from './case.ts';
import { en } from './en.ts';
import { BAR_SCOPES, MATTERS } from './matters.ts';
import { holds, rules, unimplemented } from './periods.ts';
import { benchmarkApplied, caseIn, openIn, settledIn, subject, type EnforcementCase, type Settled } from './subject.ts';
import { zh } from './zh.ts';

/** 查处 (domain.md S6, S10, S14, S15). A record is a case, from the patrol that saw it to its end. */
export const enforcement = declareRegister({
  id: 'enforcement',
  supervision: true,
  kinds: {
    patrol,
    filing,
    penalty,
    treasury,
    refund,
    rectification,
    closure,
    revocation,
    correction,
    withdrawal,
    explanation,
  },
  openings: {
    penalty: '{authority}对{respondent}作出行政处罚决定，现予公开：',
    filing: '{authority}对{respondent}立案调查，现予公开：',
  },
  sums: { by: 'matter', columns: ['found', 'fine', 'treasury', 'refunds', 'open'] },
  tells: {
    filing: ['matter', 'respondent'],
    penalty: ['respondent', 'penalty'],
    treasury: ['paid'],
    refund: ['returned', 'recipients'],
    rectification: ['done'],
    closure: ['outcome'],
  },
  stages: {
    patrolled: {},
    filed: {},
    decided: {},
    settling: {},
    concluded: {},
    revoked: { isEnded: true, head: 'reason' },
  },
  steps: ['filed', 'decided', 'settling', 'concluded'],
  roles: { supervisor: ROLES.supervisor, respondent: {}, ...rolesOf('publisher') },
  subject,
  appliesBenchmark: benchmarkApplied,
  columns: [
    { id: 'authority', holds: 'party', place: 'buyer', cell: (record) => roleCell(record, 'supervisor') },
    { id: 'matter', holds: 'code', place: 'note', cell: (record) => codeCell(caseOf(record).matter, 'matter') },
    { id: 'found', holds: 'money', place: 'sum', cell: (record) => moneyCell(caseOf(record).found) },
    { id: 'fine', holds: 'money', place: 'sum', cell: (record) => moneyCell(caseOf(record).fine) },
    { id: 'treasury', holds: 'money', place: 'table', cell: (record) => paidCell(caseOf(record).treasury) },
    { id: 'refunds', holds: 'money', place: 'table', cell: (record) => paidCell(caseOf(record).refunds) },
    { id: 'open', holds: 'money', place: 'table', cell: (record) => fenCell(openIn(caseOf(record))) },
    { id: 'bar', holds: 'code', place: 'table', cell: (record) => codeCell(caseOf(record).bar?.scope, 'barScope') },
    { id: 'respondent', holds: 'party', place: 'winner', cell: (record) => roleCell(record, 'respondent') },
  ],
  facets: [
    { id: 'matter', list: 'matter', values: (record) => MATTERS.filter((code) => code === caseOf(record).matter) },
    { id: 'money', list: 'money', values: (record) => moneyStates(caseOf(record)) },
    {
      id: 'bar',
      list: 'barScope',
      values: (record) => BAR_SCOPES.filter((code) => code === caseOf(record).bar?.scope),
    },
  ],
  keys,
  bars: barsIn,
  // A penalty is no contract (OCDS 1.1, scope).
  ocds: { flow: 'outside' },
  periods: { rules, unimplemented, holds },
  labels: { zh, en },
});

/** The number of the decision stands on every paper that follows it. */
function keys({ fields }: Notice): string[] {
  const { documentNumber } = fields as { documentNumber?: string };
  return documentNumber ? [`decision ${documentNumber}`] : [];
}

/** Until its last day, unless the decision was revoked; a person's masked name is many people. */
function barsIn(record: CompiledRelease): Bar[] {
  const { bar, respondent, revokedOn } = caseOf(record);
  const isPerson = listOf(record.parties).some(({ name, person }) => name === respondent && person === true);
  if (!bar?.scope || !bar.from || !bar.until || !respondent || revokedOn || isPerson || /[*＊]/.test(respondent))
    return [];
  return [{ name: respondent, scope: bar.scope, from: bar.from, until: bar.until, basis: bar.basis ?? '' }];
}

function caseOf({ tender }: CompiledRelease): EnforcementCase {
  return caseIn(tender?.lots) ?? {};
}

/** Whether all that is due is said to have come in or gone back. */
function moneyStates(one: EnforcementCase): string[] {
  const open = openIn(one);
  return open === null ? [] : [open === 0 ? 'settled' : 'open'];
}

function roleCell(record: CompiledRelease, role: string): Cell {
  const [found] = partiesAs(role, record);
  return found ? partyCell(found) : NOT_APPLICABLE;
}

function codeCell(code: string | undefined, list: string): Cell {
  return code === undefined ? NOT_APPLICABLE : { type: 'code', code, list };
}

function moneyCell(value: OcdsValue | undefined): Cell {
  return fenCell(value ? sumOf(value) : null);
}

function paidCell(payments: readonly Settled[] | undefined): Cell {
  return listOf(payments).length === 0 ? NOT_APPLICABLE : { type: 'money', fen: settledIn(payments) };
}

function fenCell(fen: number | null): Cell {
  return fen === null ? NOT_APPLICABLE : { type: 'money', fen };
}

const NOT_APPLICABLE: Cell = { type: 'missing', reason: 'not-applicable' };
