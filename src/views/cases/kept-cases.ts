import { calendarOf } from '../../clock/storage.ts';
import { addWorkingDays, type WorkingDays } from '../../clock/working-days.ts';
import { countWorkingDays } from '../../clock/judge.ts';
import { listRecords } from '../../notices/lists/storage.ts';
import { publicStamp } from '../../notices/storage.ts';
import type { CaseSaid } from '../../registers/cases/case.ts';
import { cases } from '../../registers/cases/register.ts';
import type { RecordRow } from '../../notices/release.ts';
import { approvalsOn, type KeptApproval } from '../approvals/kept-items.ts';
import type { Portal } from '../portal.ts';

/** A case as it is counted: days by the calendar of working days, what stood still left out. */
export interface KeptCase {
  number: string;
  item: string;
  itemName: string;
  unit: string;
  acceptedOn: string;
  /** As published; else reckoned from the promise of its item in the list of approvals. Null where nobody says it. */
  dueOn: string | null;
  isReckoned: boolean;
  statutoryDueOn: string | null;
  decidedOn: string | null;
  result: NonNullable<CaseSaid['result']> | null;
  resultUrl: string | null;
  suspensions: NonNullable<CaseSaid['suspensions']>;
  /** Working days to the decision, without those that do not count; null before it, and beyond the calendar. */
  workingDays: number | null;
  /** The item was not handled any more when it was accepted. */
  isOfEndedItem: boolean;
  path: string;
}

const MOST = 50_000;

/** Every case held here, the last accepted first; kept until something is published. */
export function casesOf(portal: Portal): KeptCase[] {
  const stamp = publicStamp(portal.database);
  const before = remembered.get(portal);
  if (before?.stamp === stamp) return before.kept;
  const { records } = listRecords(portal.database, {
    register: cases.id,
    facets: {},
    limit: MOST,
    now: portal.now(),
  });
  const calendar = calendarOf(portal.database);
  const items = listedItems(portal);
  const kept = records
    .filter(({ stage }) => stage !== 'withdrawn')
    .flatMap((record) => caseOf(record, items, calendar) ?? [])
    .toSorted((a, b) =>
      a.acceptedOn < b.acceptedOn ? 1 : a.acceptedOn > b.acceptedOn ? -1 : a.number < b.number ? -1 : 1,
    );
  remembered.set(portal, { stamp, kept });
  return kept;
}

const remembered = new WeakMap<Portal, { stamp: string; kept: KeptCase[] }>();

/** The item of a code as the list of approvals had it on a day. */
type Items = (code: string, day: string) => KeptApproval['item'] | undefined;

export function listedItems(portal: Portal): Items {
  const byDay = new Map<string, Map<string, KeptApproval['item']>>();
  return (code, day) => {
    let listed = byDay.get(day);
    if (!listed) {
      listed = new Map(approvalsOn(portal, day).map(({ item }) => [item.code.toLowerCase(), item]));
      byDay.set(day, listed);
    }
    return listed.get(code.toLowerCase());
  };
}

export function caseOf(record: RecordRow, items: Items, calendar: WorkingDays): KeptCase | null {
  const { code = '', statements = [] } = record.compiled.handling ?? {};
  const said = statements.at(-1);
  if (!said) return null;
  const { item = '', acceptedOn, suspensions = [], decidedOn = null } = said;
  const listed = items(item, acceptedOn);
  const reckoned =
    said.dueOn === undefined && listed?.promisedDays !== undefined
      ? addWorkingDays(calendar, acceptedOn, listed.promisedDays + stoodStill(suspensions, calendar))
      : null;
  return {
    number: code,
    item,
    itemName: said.itemName,
    unit: said.unitInCharge.name,
    acceptedOn,
    dueOn: said.dueOn ?? reckoned,
    isReckoned: reckoned !== null,
    statutoryDueOn: said.statutoryDueOn ?? null,
    decidedOn,
    result: said.result ?? null,
    resultUrl: said.resultUrl ?? null,
    suspensions,
    workingDays: decidedOn === null ? null : workedDays(acceptedOn, decidedOn, suspensions, calendar),
    isOfEndedItem: listed ? ['cancelled', 'delegated', 'merged'].includes(listed.status) : false,
    path: `/cases/${encodeURIComponent(code)}`,
  };
}

/** Working days of the spans that are over; of one that lasts nobody knows how long it will. */
function stoodStill(suspensions: KeptCase['suspensions'], calendar: WorkingDays): number {
  return suspensions.reduce(
    (sum, { from, until }) => sum + (until === undefined ? 0 : (countWorkingDays(calendar, from, until)?.[0] ?? 0)),
    0,
  );
}

function workedDays(from: string, until: string, suspensions: KeptCase['suspensions'], calendar: WorkingDays) {
  const counted = countWorkingDays(calendar, from, until);
  return counted === null ? null : Math.max(0, counted[0] - stoodStill(suspensions, calendar));
}
