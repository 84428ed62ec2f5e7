import { fill, labels, type Locale } from '../../locales/labels.ts';
import { documentsOf } from '../../registers/basis.ts';
import { isEnded, type ApprovalItem } from '../../registers/approvals/item-on-day.ts';
import { JOINT_DAYS, PERMIT_DAYS } from '../../registers/approvals/refusals.ts';
import { approvals } from '../../registers/approvals/register.ts';
import { feePath } from '../fees/fee-row.ts';
import type { State } from '../record/state.ts';
import { choiceLabel } from '../words.ts';

/** A line of the list. */
export interface ApprovalRow {
  code: string;
  path: string;
  name: string;
  unit: string;
  kind: string;
  status: ApprovalItem['status'];
  statusText: string;
  isGone: boolean;
  marks: { tone: State['tone']; text: string }[];
  /** 承诺3个工作日. */
  promise: string;
  statute: string;
  /** 不收费; the items of the fee catalogue; null where nothing is said. */
  fee: string | null;
  feeItems: { code: string; path: string; name: string }[];
  place: string;
  phone: string;
  online: string;
  events: string[];
  isJoint: boolean;
}

export function approvalPath(code: string): string {
  return `/approvals/${encodeURIComponent(code)}`;
}

export function approvalRow(item: ApprovalItem, nameOfFee: (code: string) => string, locale: Locale): ApprovalRow {
  const t = labels(locale).approvals;
  const isGone = isEnded(item);
  const marks: ApprovalRow['marks'] = [];
  if (item.status !== 'kept') marks.push({ tone: 'ended', text: statusText(item, locale) });
  if (item.next) marks.push({ tone: 'closing', text: fill(t.coming, { day: item.next.from }) });
  for (const text of faultsOf(item, locale)) marks.push({ tone: 'alert', text });
  if (item.toVerify.length > 0) marks.push({ tone: 'ended', text: t.toVerify });
  const days = (count: number | undefined) => (count === undefined ? t.notSaid : dayCount(count, locale));
  return {
    code: item.code,
    path: approvalPath(item.code),
    name: item.name,
    unit: item.unitInCharge || t.notSaid,
    kind: item.itemKind ? choiceLabel(approvals, 'itemKind', item.itemKind, locale) : t.notSaid,
    status: item.status,
    statusText: statusText(item, locale),
    isGone,
    marks,
    promise: days(item.promisedDays ?? item.joint?.totalDays),
    statute: days(item.statutoryDays),
    fee: item.charged === undefined ? null : item.charged ? t.charged : t.free,
    feeItems: item.feeItems.map((code) => ({ code, path: feePath(code), name: nameOfFee(code) })),
    place: item.window?.place ?? '',
    phone: item.window?.phone ?? '',
    online: item.online ? choiceLabel(approvals, 'online', item.online, locale) : '',
    events: item.events.map((event) => choiceLabel(approvals, 'event', event, locale)),
    isJoint: item.joint !== null,
  };
}

export function statusText(item: ApprovalItem, locale: Locale): string {
  const t = labels(locale).approvals;
  const word = t.statuses[item.status];
  return item.since && item.status !== 'unrecorded' && item.status !== 'kept'
    ? fill(t.since, { day: item.since, what: word })
    : word;
}

/** What an item says against the law or against itself; of what others published it is told, and nothing is refused. */
export function faultsOf(item: ApprovalItem, locale: Locale): string[] {
  const { faults: t } = labels(locale).approvals;
  if (item.status !== 'kept') return [];
  const { statutoryDays, promisedDays, itemKind, limitBasis, joint, charged, feeItems, basis, name } = item;
  return [
    ...(statutoryDays !== undefined && promisedDays !== undefined && promisedDays > statutoryDays ? [t.promise] : []),
    ...(itemKind === 'permit' && (statutoryDays ?? 0) > PERMIT_DAYS && !limitBasis ? [t.limit] : []),
    ...(joint && joint.totalDays > JOINT_DAYS && !joint.limitBasis ? [t.jointLimit] : []),
    ...(charged && (itemKind === 'consultation' || /咨询|宣传/.test(name)) ? [t.consultation] : []),
    ...(charged && feeItems.length === 0 ? [t.noFeeItem] : []),
    ...(documentsOf(basis).length === 0 ? [t.noBasis] : []),
  ];
}

export function dayCount(days: number, locale: Locale): string {
  const t = labels(locale).approvals;
  return days === 0 ? t.atOnce : fill(days === 1 ? t.oneDay : t.days, { n: days });
}
