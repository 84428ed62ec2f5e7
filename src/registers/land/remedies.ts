import type { Remedies } from '../remedies.ts';

/** No article was found that sets a period for all; within the publicity that a notice names one objects where it says. */
export const remedies: Remedies = {
  ways: [{ id: 'result', law: '', article: '', verifiedOn: null, to: ['grantor'], publicity: true }],
  channel: ['objectionChannel'],
};
