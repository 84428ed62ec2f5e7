import { explanation, withdrawal } from '../changes.ts';
import type { CompiledRelease } from '../ocds.ts';
import { declareRegister, type OnDay } from '../register.ts';
import { en } from './en.ts';
import { itemOn } from './item-on-day.ts';
import { EVENTS, KINDS } from './item.ts';
import { cancellation, delegation, entry, joint, merger, revision } from './kinds.ts';
import { pages } from './pages.ts';
import { measure, quantities, rules } from './periods.ts';
import { zh } from './zh.ts';

/** 审批事项清单 (实施意见2012，行动一、行动六; domain.md S1, S2, S17, S18). A record is one item, and its history. */
export const approvals = declareRegister({
  id: 'approvals',
  supervision: true,
  kinds: { entry, revision, joint, cancellation, delegation, merger, withdrawal, explanation },
  stages: {
    planning: { isRunning: true },
    performance: { isRunning: true },
    terminated: { isEnded: true, head: 'reason' },
  },
  steps: ['performance'],
  roles: { inCharge: { isUnit: true }, member: { isUnit: true }, publisher: { isUnit: true } },
  // The list has a page of its own, `/approvals`.
  columns: [],
  facets: [
    { id: 'kind', list: 'itemKind', values: (record) => KINDS.filter((code) => code === itemIn(record)?.itemKind) },
    { id: 'event', list: 'event', values: (record) => EVENTS.filter((code) => itemIn(record)?.events.includes(code)) },
  ],
  onDay,
  oneByCode: true,
  // A joint item is spoken about by its lead, and a list by whoever keeps it: by its code an item is one for all.
  keys: ({ project: { code } }) => (code ? [`approval ${code}`] : []),
  pages,
  tablePage: '/office/approvals',
  // An approval is no contract (OCDS 1.1, scope).
  ocds: { flow: 'outside' },
  page: ({ approval }) => (approval?.code ? `/approvals/${encodeURIComponent(approval.code)}` : null),
  periods: { rules: [...rules, ...quantities], unimplemented: [], measure },
  labels: { zh, en },
});

function itemIn({ approval }: CompiledRelease) {
  return itemOn(approval, null);
}

function onDay({ approval }: CompiledRelease, day: string | null): OnDay {
  const status = itemOn(approval, day)?.status;
  const stage =
    status === 'kept'
      ? 'performance'
      : status === 'notYet' || status === 'unrecorded' || !status
        ? 'planning'
        : 'terminated';
  return { stage, price: null };
}
