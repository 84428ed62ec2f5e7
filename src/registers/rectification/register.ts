import { explanation, withdrawal } from '../changes.ts';
import type { CompiledRelease } from '../ocds.ts';
import { declareRegister, type OnDay } from '../register.ts';
import { en } from './en.ts';
import { check, completion, exposure, finding, plan, rating } from './kinds.ts';
import { PROBLEMS, SOURCES } from './matter.ts';
import { pages } from './pages.ts';
import { holds, rules, unimplemented } from './periods.ts';
import { matterTold, stateOn, type Matter } from './told.ts';
import { zh } from './zh.ts';

/** 整改、曝光、评议 (实施意见2012; domain.md S22–S24). A record is one finding, one published case, or the rating of a year. */
export const rectification = declareRegister({
  id: 'rectification',
  supervision: true,
  kinds: { finding, plan, completion, check, exposure, rating, withdrawal, explanation },
  stages: {
    found: { isRunning: true },
    planned: { isRunning: true },
    overdue: { isLate: true },
    failed: { isLate: true },
    done: {},
    checked: {},
    exposed: {},
    rated: {},
  },
  steps: ['found', 'planned', 'done', 'checked'],
  roles: { responsible: { isUnit: true }, finder: { isUnit: true }, publisher: { isUnit: true } },
  // It has a page of its own, `/rectification`.
  columns: [],
  facets: [
    {
      id: 'source',
      list: 'source',
      values: ({ matter }) => SOURCES.filter((code) => code === matterTold(matter)?.first.source),
    },
    {
      id: 'problem',
      list: 'problem',
      values: ({ matter }) => PROBLEMS.filter((code) => code === matterTold(matter)?.first.problem),
    },
  ],
  onDay,
  // Who found it, who puts it right and who looks again are different units: by its number a matter is one for all.
  keys: ({ project: { code } }) => (code ? [`matter ${code}`] : []),
  pages,
  // Nothing is contracted (OCDS 1.1, scope).
  ocds: { flow: 'outside' },
  page: ({ matter }) => (matter?.code ? `/rectification/${encodeURIComponent(matter.code)}` : null),
  periods: { rules, unimplemented, holds },
  labels: { zh, en },
});

/** A finding is late by its day, and not put right by what the look back says: no notice needs to be published for either. */
function onDay(record: CompiledRelease, day: string | null): OnDay {
  return { stage: stageOn(matterTold(record.matter), day), price: null };
}

function stageOn(matter: Matter | null, day: string | null): string {
  if (matter?.part === 'exposures') return 'exposed';
  if (matter?.part === 'ratings') return 'rated';
  if (matter === null) return 'found';
  const state = stateOn(day === null ? { ...matter, dueOn: null } : matter, day ?? '');
  return state === 'open' || state === 'noDay' ? (matter.plan ? 'planned' : 'found') : state;
}
