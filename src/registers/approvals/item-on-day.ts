import type { Basis } from '../basis.ts';
import type { ApprovalStatement, Joint } from './item.ts';

/** `kept` 保留; the other three ended it here; `notYet`, `unrecorded` as of fee items. */
export type ApprovalStatus = 'kept' | 'cancelled' | 'delegated' | 'merged' | 'notYet' | 'unrecorded';
export const STATUSES = ['kept', 'cancelled', 'delegated', 'merged', 'notYet', 'unrecorded'] as const;

/** An item as it stood on one day, told from its statements alone. */
export interface ApprovalItem extends Pick<
  ApprovalStatement,
  | 'itemKind'
  | 'applicant'
  | 'conditions'
  | 'statutoryDays'
  | 'promisedDays'
  | 'limitBasis'
  | 'charged'
  | 'window'
  | 'online'
  | 'onlineUrl'
  | 'delegatedTo'
  | 'receiver'
  | 'into'
  | 'intoCode'
  | 'sourceUrl'
  | 'verifiedOn'
> {
  code: string;
  name: string;
  aliases: string[];
  unitInCharge: string;
  events: NonNullable<ApprovalStatement['events']>;
  materials: NonNullable<ApprovalStatement['materials']>;
  feeItems: string[];
  basis: Basis[];
  joint: Joint | null;
  status: ApprovalStatus;
  /** Since when it has been so; null where the documents do not say. */
  since: string | null;
  /** Of the cancellation, delegation or merger. */
  endedBy: Basis[];
  /** What changes next, and when. */
  next: { from: string; act: ApprovalStatement['act']; id: string } | null;
  toVerify: string[];
  /** Ids of the notices whose words hold on the day. */
  saidBy: string[];
}

/** It is not handled here any more. */
export function isEnded({ status }: Pick<ApprovalItem, 'status'>): boolean {
  return status === 'cancelled' || status === 'delegated' || status === 'merged';
}

/** From which day a statement holds: its own, else the day for which its list speaks, else its publication. */
export function firstDay({ effectiveFrom, listOn, publishedOn }: ApprovalStatement): string {
  return effectiveFrom ?? listOn ?? publishedOn;
}

/** The item on a day; null for the day asks how it stands once everything announced holds. Null where nothing names it. */
export function itemOn(
  approval: { code?: string; statements?: readonly ApprovalStatement[] } | undefined,
  day: string | null,
): ApprovalItem | null {
  const statements = (approval?.statements ?? []).toSorted(
    (a, b) => compare(firstDay(a), firstDay(b)) || compare(a.publishedOn, b.publishedOn),
  );
  const isPast = (statement: ApprovalStatement) => day === null || firstDay(statement) <= day;
  const named =
    statements.findLast((statement) => isPast(statement) && statement.name) ?? statements.find(({ name }) => name);
  if (!named) return null;
  const item = blank(approval?.code ?? '', named);
  for (const statement of statements.filter(isPast)) apply(item, statement);
  const next = statements.find((statement) => !isPast(statement));
  if (next) item.next = { from: firstDay(next), act: next.act, id: next.id };
  // Before the first notice: only an entry that names its first day says that it was not there earlier.
  if (item.saidBy.length === 0 && !(statements[0]!.act === 'entry' && statements[0]!.effectiveFrom))
    item.status = 'unrecorded';
  return item;
}

const ENDS = { cancellation: 'cancelled', delegation: 'delegated', merger: 'merged' } as const;

function apply(item: ApprovalItem, statement: ApprovalStatement): void {
  const { id, act, basis, effectiveFrom, lead, members = [], steps = [], totalDays, limitBasis } = statement;
  item.saidBy.push(id);
  if (statement.toVerify) item.toVerify.push(statement.toVerify);
  if (act === 'joint') {
    if (lead && totalDays !== undefined)
      item.joint = { lead, members, steps, totalDays, ...(limitBasis && { limitBasis }) };
    return;
  }
  if (statement.unitInCharge) item.unitInCharge = statement.unitInCharge.name;
  if (act === 'cancellation' || act === 'delegation' || act === 'merger') {
    Object.assign(item, picked(statement, ENDING), {
      status: ENDS[act],
      since: firstDay(statement),
      endedBy: basis ?? [],
    });
    return;
  }
  // An entry says the whole item anew.
  if (act === 'entry') {
    Object.assign(item, emptied(), { basis: [], joint: item.joint });
    item.toVerify = statement.toVerify ? [statement.toVerify] : [];
  }
  Object.assign(item, picked(statement, SAID), {
    status: 'kept',
    ...(act === 'entry' && { since: effectiveFrom ?? null }),
    endedBy: [],
    ...(basis && { basis }),
  });
}

const SAID = [
  'name',
  'aliases',
  'itemKind',
  'events',
  'applicant',
  'conditions',
  'materials',
  'statutoryDays',
  'promisedDays',
  'limitBasis',
  'charged',
  'feeItems',
  'window',
  'online',
  'onlineUrl',
  'sourceUrl',
  'verifiedOn',
] as const;
const ENDING = ['name', 'itemKind', 'delegatedTo', 'receiver', 'into', 'intoCode', 'sourceUrl', 'verifiedOn'] as const;

function picked(statement: ApprovalStatement, members: readonly (keyof ApprovalStatement)[]): object {
  return Object.fromEntries(
    members.flatMap((member) => (statement[member] === undefined ? [] : [[member, statement[member]]])),
  );
}

function emptied(): object {
  return Object.fromEntries(
    [...SAID, ...ENDING]
      .filter((member) => member !== 'name')
      .map((member) => [member, ['aliases', 'events', 'materials', 'feeItems'].includes(member) ? [] : undefined]),
  );
}

function blank(code: string, named: ApprovalStatement): ApprovalItem {
  return {
    code,
    name: named.name!,
    aliases: [],
    unitInCharge: named.unitInCharge?.name ?? '',
    events: [],
    materials: [],
    feeItems: [],
    basis: [],
    joint: null,
    status: 'notYet',
    since: null,
    endedBy: [],
    next: null,
    toVerify: [],
    saidBy: [],
    ...(named.itemKind && { itemKind: named.itemKind }),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
