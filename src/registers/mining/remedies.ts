import type { Remedies } from '../remedies.ts';

const rules = {
  law: '自然资规〔2023〕1号《矿业权出让交易规则》',
  article: '',
  page: 'mining-grant-rules',
  verifiedOn: null,
  publicity: true,
} as const;

/** Notices of a sale and of its result say how objections are handled (domain.md §2.4). */
export const remedies: Remedies = {
  ways: [
    { id: 'result', ...rules, withoutRole: 'transferor', to: ['grantor'], within: ['M5', 'M7'] },
    { id: 'transfer', ...rules, withRole: 'transferor', to: ['supervisor'], within: ['M8'] },
  ],
  channel: ['objectionChannel'],
};
