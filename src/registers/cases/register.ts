import { explanation, withdrawal } from '../changes.ts';
import type { CompiledRelease } from '../ocds.ts';
import { declareRegister, type OnDay } from '../register.ts';
import type { CaseSaid } from './case.ts';
import { en } from './en.ts';
import { progress } from './kinds.ts';
import { pages } from './pages.ts';
import { rules } from './periods.ts';
import { zh } from './zh.ts';

/** 办件 (实施意见2012，行动六; domain.md S16). A record is one case, found by its number. */
export const cases = declareRegister({
  id: 'cases',
  supervision: true,
  kinds: { progress, withdrawal, explanation },
  stages: { accepted: { isRunning: true }, suspended: {}, decided: { isDecided: true, head: 'decided' } },
  steps: ['accepted', 'decided'],
  roles: { handler: { isUnit: true }, publisher: { isUnit: true } },
  // They have a page of their own, `/cases`.
  columns: [],
  facets: [{ id: 'month', values: (record) => [lastSaid(record)?.acceptedOn.slice(0, 7) ?? ''].filter(Boolean) }],
  onDay,
  oneByCode: true,
  keys: ({ project: { code } }) => (code ? [`case ${code}`] : []),
  pages,
  opensUnder: ({ fields }) => {
    const { item, acceptedOn } = fields as Partial<CaseSaid>;
    return item && acceptedOn ? { register: 'approvals', code: item, on: acceptedOn, path: 'fields.item' } : null;
  },
  // An application is no contract (OCDS 1.1, scope).
  ocds: { flow: 'outside' },
  page: ({ handling }) => (handling?.code ? `/cases/${encodeURIComponent(handling.code)}` : null),
  periods: { rules, unimplemented: [] },
  labels: { zh, en },
});

function lastSaid({ handling }: CompiledRelease) {
  return handling?.statements?.at(-1);
}

function onDay(record: CompiledRelease, day: string | null): OnDay {
  const said = lastSaid(record);
  const isStopped = said?.suspensions?.some(
    ({ from, until }) => until === undefined || (day !== null && from <= day && day < until),
  );
  return { stage: said?.decidedOn ? 'decided' : isStopped ? 'suspended' : 'accepted', price: null };
}
