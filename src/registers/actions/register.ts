import { explanation, withdrawal } from '../changes.ts';
import { declareRegister } from '../register.ts';
import { en } from './en.ts';
import { pages } from './pages.ts';
import { ACTIONS, progress } from './progress.ts';
import { zh } from './zh.ts';

/** 八项行动 (实施意见2012). A record is what a lead unit tells of one of them. */
export const actions = declareRegister({
  id: 'actions',
  supervision: true,
  kinds: { progress, withdrawal, explanation },
  stages: { told: { isRunning: true } },
  steps: ['told'],
  roles: { lead: { isUnit: true }, publisher: { isUnit: true } },
  // They have a page of their own, `/actions`.
  columns: [],
  facets: [{ id: 'action', list: 'action', values: ({ action }) => ACTIONS.filter((code) => code === action?.code) }],
  pages,
  // Nothing is contracted (OCDS 1.1, scope).
  ocds: { flow: 'outside' },
  labels: { zh, en },
});
