import type { CompiledRelease } from '../ocds.ts';
import { explanation, withdrawal } from '../changes.ts';
import { declareRegister, type OnDay } from '../register.ts';
import { priceInShort } from './due.ts';
import { en } from './en.ts';
import { isEnded, itemOn } from './item-on-day.ts';
import { FAMILIES, LEVELS, PAYERS } from './item.ts';
import { cancellation, conversion, entry, reduction, revision, suspension } from './kinds.ts';
import { pages } from './pages.ts';
import { rules, unimplemented } from './periods.ts';
import { rolesOf } from '../roles.ts';
import { zh } from './zh.ts';

/** 收费目录 (优化营商环境条例 art. 25; domain.md §4). A record is one fee item, and its history. */
export const fees = declareRegister({
  id: 'fees',
  kinds: { entry, revision, reduction, suspension, cancellation, conversion, withdrawal, explanation },
  stages: {
    planning: { isRunning: true },
    performance: { isRunning: true, isDecided: true, head: 'contracted' },
    suspended: {},
    terminated: { isEnded: true, head: 'reason' },
  },
  steps: ['performance'],
  roles: rolesOf('supervisor', 'publisher', 'supplier'),
  // The catalogue has a page of its own, `/fees`.
  columns: [],
  facets: [
    { id: 'family', list: 'family', values: (record) => chosen(FAMILIES, itemIn(record)?.family) },
    { id: 'level', list: 'level', values: (record) => chosen(LEVELS, itemIn(record)?.level) },
    { id: 'payer', list: 'payer', values: (record) => chosen(PAYERS, itemIn(record)?.payer) },
    { id: 'department', values: (record) => [itemIn(record)?.department ?? ''].filter(Boolean) },
  ],
  onDay,
  oneByCode: true,
  pages,
  // A public charge is no contract (OCDS 1.1, scope).
  ocds: { flow: 'outside' },
  tablePage: '/office/catalogue',
  page: ({ feeItem }) => (feeItem?.code ? `/fees/${encodeURIComponent(feeItem.code)}` : null),
  periods: { rules, unimplemented },
  labels: { zh, en },
});

function itemIn({ feeItem }: CompiledRelease) {
  return itemOn(feeItem, null);
}

function onDay({ feeItem }: CompiledRelease, day: string | null): OnDay {
  const item = itemOn(feeItem, day);
  if (!item) return { stage: 'planning', price: null };
  const stage = (
    {
      inForce: 'performance',
      suspended: 'suspended',
      cancelled: 'terminated',
      converted: 'terminated',
      notYet: 'planning',
      unrecorded: 'planning',
    } as const
  )[item.status];
  return { stage, price: priceInShort(item), isFree: isEnded(item) };
}

function chosen<Code extends string>(codes: readonly Code[], code: string | null | undefined): Code[] {
  return codes.filter((one) => one === code);
}
