import type { RecordRow } from '../../notices/release.ts';
import { firstDay, itemOn, type ApprovalItem } from '../../registers/approvals/item-on-day.ts';
import { approvals } from '../../registers/approvals/register.ts';
import { dayOf } from '../../values/date.ts';
import { keptRecords } from '../kept-records.ts';
import type { Portal } from '../portal.ts';
import type { ApprovalsParameters } from './values.ts';

/** An item as it stood on a day, and the record it is told from. */
export interface KeptApproval {
  item: ApprovalItem;
  record: RecordRow;
}

export function approvalsOn(portal: Portal, day: string): KeptApproval[] {
  return keptRecords(portal, approvals.id)
    .flatMap((record) => {
      const item = itemOn(record.compiled.approval, day);
      return item ? [{ item, record }] : [];
    })
    .toSorted((a, b) => a.item.unitInCharge.localeCompare(b.item.unitInCharge, 'zh') || byCode(a.item, b.item));
}

/** What the parameters leave of the list. A change is seen when it is published and when it takes effect. */
export function chosenApprovals(
  portal: Portal,
  { unit, event, kind, applicant, state, on = dayOf(portal.now()), since }: ApprovalsParameters,
): KeptApproval[] {
  return approvalsOn(portal, on).filter(({ item, record }) => {
    if (unit && item.unitInCharge !== unit && !item.joint?.members.some(({ name }) => name === unit)) return false;
    if (event && !item.events.includes(event)) return false;
    if (kind && item.itemKind !== kind) return false;
    if (applicant && item.applicant !== applicant && item.applicant !== 'both') return false;
    if (state && item.status !== state) return false;
    const changed = (record.compiled.approval?.statements ?? []).flatMap((one) => [one.publishedOn, firstDay(one)]);
    return since === undefined || changed.some((moment) => moment >= since && moment <= (on > since ? on : since));
  });
}

function byCode({ code: a }: ApprovalItem, { code: b }: ApprovalItem): number {
  return a < b ? -1 : 1;
}
