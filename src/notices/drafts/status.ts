import type { Act } from '../../accounts/permissions.ts';

/**
 * Where a draft stands, and which step leads where: the one table of the life of a notice. Whether an officer may
 * take a step is the other table's business (`accounts/permissions.ts`); both must say yes.
 */
export const STATES = ['draft', 'returned', 'submitted', 'approved', 'scheduled', 'published', 'discarded'] as const;
export type State = (typeof STATES)[number];

export type Step = Extract<
  Act,
  | 'draft.write'
  | 'draft.submit'
  | 'draft.discard'
  | 'draft.restore'
  | 'draft.return'
  | 'draft.approve'
  | 'notice.publish'
  | 'notice.schedule'
  | 'notice.unschedule'
  | 'notice.publishUnreviewed'
>;

/** From → to. What is not here cannot be done. */
export const STEPS: Record<Step, Partial<Record<State, State>>> = {
  // Whoever changes what was submitted or approved begins again: approval is of one exact text. What is scheduled is
  // taken back first, by whoever sees the mistake.
  'draft.write': { draft: 'draft', returned: 'returned', submitted: 'draft', approved: 'draft' },
  'draft.submit': { draft: 'submitted', returned: 'submitted' },
  'draft.discard': { draft: 'discarded', returned: 'discarded' },
  'draft.restore': { discarded: 'draft' },
  'draft.return': { submitted: 'returned', approved: 'returned' },
  'draft.approve': { submitted: 'approved' },
  'notice.publish': { approved: 'published', scheduled: 'published' },
  'notice.schedule': { approved: 'scheduled' },
  'notice.unschedule': { scheduled: 'approved' },
  'notice.publishUnreviewed': { draft: 'published', returned: 'published', submitted: 'published' },
};
