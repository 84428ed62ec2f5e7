import { matchKey } from '../../values/script.ts';
import { documentsOf } from '../basis.ts';
import type { ApprovalItem } from './item-on-day.ts';
import type { PrintedApproval } from './printed-list.ts';

/** One field of an item, before and after; codes stay codes, for whoever shows them. */
export interface FieldChange {
  field: keyof PrintedApproval['fields'];
  before: string;
  after: string;
}

export interface Comparison {
  added: PrintedApproval[];
  changed: { printed: PrintedApproval; item: ApprovalItem; changes: FieldChange[] }[];
  /** Kept, and not in the new list. */
  removed: ApprovalItem[];
  same: number;
}

/** A list against the items that are kept: by code where printed, else by unit and name. */
export function compareList(printed: readonly PrintedApproval[], kept: readonly ApprovalItem[]): Comparison {
  const comparison: Comparison = { added: [], changed: [], removed: [], same: 0 };
  const met = new Set<ApprovalItem>();
  for (const one of printed) {
    const item = kept.find(
      (known) =>
        !met.has(known) && (one.code !== null ? matchKey(known.code) === matchKey(one.code) : isNamed(known, one)),
    );
    if (!item) {
      comparison.added.push(one);
      continue;
    }
    met.add(item);
    const changes = changesOf(one, item);
    if (changes.length === 0) comparison.same += 1;
    else comparison.changed.push({ printed: one, item, changes });
  }
  comparison.removed = kept.filter((item) => !met.has(item));
  return comparison;
}

function isNamed(item: ApprovalItem, { fields }: PrintedApproval): boolean {
  return matchKey(item.name) === matchKey(fields.name) && matchKey(item.unitInCharge) === matchKey(fields.unitInCharge);
}

/** What the list does not print is not a change. */
function changesOf({ fields }: PrintedApproval, item: ApprovalItem): FieldChange[] {
  const before: Partial<Record<FieldChange['field'], unknown>> = {
    ...item,
    feeItems: item.feeItems.join('、'),
    basis: documentsOf(item.basis).join('；'),
    window: item.window && Object.values(item.window).join('，'),
  };
  const after: typeof before = {
    ...fields,
    basis: documentsOf(fields.basis).join('；'),
    ...(fields.feeItems && { feeItems: fields.feeItems.join('、') }),
    ...(fields.window && { window: Object.values(fields.window).join('，') }),
  };
  return (Object.keys(after) as FieldChange['field'][])
    .filter((field) => field !== 'other')
    .map((field) => ({ field, before: String(before[field] ?? ''), after: String(after[field]) }))
    .filter((change) => matchKey(change.before) !== matchKey(change.after));
}
