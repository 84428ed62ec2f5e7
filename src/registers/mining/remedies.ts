import type { Remedies } from '../remedies.ts';

/** Notices of a sale and of its result say how objections are handled (domain.md §2.4). */
export const remedies: Remedies = {
  ways: [
    {
      id: 'result',
      law: '自然资规〔2023〕1号《矿业权出让交易规则》',
      article: '',
      page: 'mining-grant-rules',
      verifiedOn: null,
      to: ['grantor'],
      within: ['M5', 'M7'],
      publicity: true,
    },
  ],
  channel: ['objectionChannel'],
};
