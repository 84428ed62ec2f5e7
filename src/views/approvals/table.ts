import { labels, type Locale } from '../../locales/labels.ts';
import { documentsOf } from '../../registers/basis.ts';
import { approvals } from '../../registers/approvals/register.ts';
import { href } from '../address.ts';
import type { TableHead, Value } from '../list/table.ts';
import { tableOf, type ColumnOf } from '../list/table-of.ts';
import type { TakenAway } from '../list/take-away.ts';
import type { Portal } from '../portal.ts';
import { choiceLabel } from '../words.ts';
import { approvalPath, faultsOf } from './item-row.ts';
import { chosenApprovals, type KeptApproval } from './kept-items.ts';
import type { ApprovalsParameters } from './values.ts';

/** Exactly the items that the page counts, a line each. */
export function approvalsTable(portal: Portal, parameters: ApprovalsParameters, locale: Locale): TakenAway {
  return tableOf<KeptApproval, KeptApproval>(
    columnsOf(portal, locale),
    chosenApprovals(portal, parameters),
    (some) => some,
  );
}

/** All of it, for the files of data. */
export function whole(portal: Portal): TakenAway {
  return approvalsTable(portal, {}, 'zh');
}

function columnsOf({ settings }: Portal, locale: Locale): ColumnOf<KeptApproval>[] {
  const { columns: t, statuses } = labels(locale).approvals;
  const column = (name: keyof typeof t, type: TableHead['type'], value: (kept: KeptApproval) => Value) => ({
    name,
    label: t[name],
    type,
    value,
  });
  const label = (list: string, code: string | undefined) => (code ? choiceLabel(approvals, list, code, locale) : null);
  const joined = (texts: readonly string[]) => texts.join('；') || null;
  return [
    column('code', 'code', ({ item }) => item.code),
    column('name', 'text', ({ item }) => item.name),
    column('unit', 'text', ({ item }) => item.unitInCharge || null),
    column('kind_code', 'code', ({ item }) => item.itemKind ?? null),
    column('kind', 'text', ({ item }) => label('itemKind', item.itemKind)),
    column('state_code', 'code', ({ item }) => item.status),
    column('state', 'text', ({ item }) => statuses[item.status]),
    column('since', 'day', ({ item }) => item.since),
    column('events', 'text', ({ item }) => joined(item.events.map((event) => label('event', event)!))),
    column('applicant', 'text', ({ item }) => label('applicant', item.applicant)),
    column('statutory_days', 'number', ({ item }) => item.statutoryDays ?? null),
    column('promised_days', 'number', ({ item }) => item.promisedDays ?? null),
    column('charged', 'code', ({ item }) => (item.charged === undefined ? null : item.charged ? 'yes' : 'no')),
    column('fee_items', 'text', ({ item }) => joined(item.feeItems)),
    column('lead', 'text', ({ item }) => item.joint?.lead.name ?? null),
    column('members', 'text', ({ item }) => joined((item.joint?.members ?? []).map(({ name }) => name))),
    column('joint_days', 'number', ({ item }) => item.joint?.totalDays ?? null),
    column('materials', 'text', ({ item }) => joined(item.materials.map(({ name }) => name))),
    column('place', 'text', ({ item }) => item.window?.place ?? null),
    column('hours', 'text', ({ item }) => item.window?.hours ?? null),
    column('phone', 'text', ({ item }) => item.window?.phone ?? null),
    column('first_receiver', 'text', ({ item }) => item.window?.firstReceiver ?? null),
    column('online', 'text', ({ item }) => label('online', item.online)),
    column('basis', 'text', ({ item }) => joined(documentsOf(item.basis))),
    column('ended_by', 'text', ({ item }) => joined(documentsOf(item.endedBy))),
    column('faults', 'text', ({ item }) => joined(faultsOf(item, locale))),
    column('verify', 'text', ({ item }) => joined(item.toVerify)),
    column('page', 'address', ({ item }) => new URL(href(locale, approvalPath(item.code)), settings.origin).href),
  ];
}
