import { labels, type Locale } from '../../locales/labels.ts';
import { APPLICANTS, EVENTS, KINDS } from '../../registers/approvals/item.ts';
import { STATUSES } from '../../registers/approvals/item-on-day.ts';
import { approvals } from '../../registers/approvals/register.ts';
import { dayOf } from '../../values/date.ts';
import type { Portal } from '../portal.ts';
import { choiceLabel } from '../words.ts';
import { feeNames } from '../fees/kept-items.ts';
import { approvalRow, type ApprovalRow } from './item-row.ts';
import { approvalsOn, chosenApprovals } from './kept-items.ts';
import type { ApprovalsParameters } from './values.ts';

/** The list as its page shows it, and `/approvals.json` answers: by unit, or by what people come for. */
export interface ApprovalsPage {
  on: string;
  isToday: boolean;
  units: { name: string; count: number }[];
  events: { id: string; label: string; count: number }[];
  kinds: { id: string; label: string }[];
  applicants: { id: string; label: string }[];
  states: { id: string; label: string; count: number }[];
  /** All that meet what is asked. */
  total: number;
  groups: { name: string; rows: ApprovalRow[] }[];
  /** Too many for one page: a unit or a matter is to be chosen first. */
  isIndex: boolean;
}

/** More than this on one page is scrolled, not read. */
const MOST_SHOWN = 80;

export function approvalsPage(portal: Portal, parameters: ApprovalsParameters, locale: Locale): ApprovalsPage {
  const t = labels(locale).approvals;
  const today = dayOf(portal.now());
  const on = parameters.on ?? today;
  const all = approvalsOn(portal, on).map(({ item }) => item);
  const chosen = chosenApprovals(portal, parameters).map(({ item }) => item);
  const isIndex = chosen.length > MOST_SHOWN && !parameters.unit && !parameters.event;
  const codes = (list: string, of: readonly string[]) =>
    of.map((id) => ({ id, label: choiceLabel(approvals, list, id, locale) }));
  const nameOfFee = feeNames(portal, on);
  return {
    on,
    isToday: on === today,
    units: [...Map.groupBy(all, ({ unitInCharge }) => unitInCharge)].map(([name, some]) => ({
      name,
      count: some.length,
    })),
    events: codes('event', EVENTS)
      .map((one) => ({ ...one, count: all.filter(({ events }) => events.some((event) => event === one.id)).length }))
      .filter(({ count }) => count > 0),
    kinds: codes('itemKind', KINDS),
    applicants: codes('applicant', APPLICANTS),
    states: STATUSES.map((id) => ({
      id,
      label: t.statuses[id],
      count: all.filter(({ status }) => status === id).length,
    })).filter(({ count }) => count > 0),
    total: chosen.length,
    groups: isIndex
      ? []
      : [...Map.groupBy(chosen, ({ unitInCharge }) => unitInCharge)].map(([name, items]) => ({
          name,
          rows: items.map((item) => approvalRow(item, nameOfFee, locale)),
        })),
    isIndex,
  };
}
