import { explanation, withdrawal } from '../changes.ts';
import { declareRegister, type OnDay } from '../register.ts';
import type { CompiledRelease } from '../ocds.ts';
import { benchmarkOn } from './benchmark.ts';
import { en } from './en.ts';
import { benchmark, repeal } from './kinds.ts';
import { pages } from './pages.ts';
import { zh } from './zh.ts';

/** 裁量基准 (实施意见2012，行动七; domain.md S19). A record is one offence of one domain. */
export const discretion = declareRegister({
  id: 'discretion',
  supervision: true,
  kinds: { benchmark, repeal, withdrawal, explanation },
  stages: {
    planning: { isRunning: true },
    performance: { isRunning: true },
    terminated: { isEnded: true, head: 'reason' },
  },
  steps: ['performance'],
  roles: { enforcer: { isUnit: true }, publisher: { isUnit: true } },
  // They have a page of their own, `/discretion`.
  columns: [],
  facets: [{ id: 'domain', values: (record) => [benchmarkOn(record.benchmark, null)?.domain ?? ''].filter(Boolean) }],
  onDay,
  oneByCode: true,
  keys: ({ project: { code } }) => (code ? [`benchmark ${code}`] : []),
  pages,
  // A penalty is no contract (OCDS 1.1, scope).
  ocds: { flow: 'outside' },
  page: (record) => (record.benchmark?.code ? `/discretion/${encodeURIComponent(record.benchmark.code)}` : null),
  labels: { zh, en },
});

function onDay(record: CompiledRelease, day: string | null): OnDay {
  const status = benchmarkOn(record.benchmark, day)?.status;
  return {
    stage: status === 'inForce' ? 'performance' : status === 'ended' ? 'terminated' : 'planning',
    price: null,
  };
}
