import type { Remedies } from '../remedies.ts';

const regulation = { law: '《招标投标法实施条例》', page: 'tendering-regulation' } as const;
const compared = { ...regulation, verifiedOn: '2026-11-23' } as const;

/** 异议 goes to who tenders, 投诉 to who supervises (招标投标法 art. 65; domain.md §3.1 T6, T10, T15). */
export const remedies: Remedies = {
  ways: [
    {
      id: 'documents',
      ...compared,
      article: '第二十二条',
      whileOpen: true,
      to: ['procuringEntity', 'agency'],
      daysBefore: 10,
    },
    { id: 'opening', ...regulation, article: '第四十四条', verifiedOn: null, whileOpen: true, to: ['procuringEntity'] },
    { id: 'result', ...compared, article: '第五十四条', to: ['procuringEntity', 'agency'], within: ['T9'] },
    { id: 'complaint', ...compared, article: '第六十条', to: ['supervisor'] },
  ],
  answers: [
    {
      way: 'objection',
      answer: { length: 3, unit: 'day', from: 'filed' },
      suspends: true,
      ...regulation,
      article: '第五十四条',
    },
    {
      way: 'complaint',
      decide: 3,
      answer: { length: 30, unit: 'workingDay', from: 'accepted' },
      ...regulation,
      article: '第六十一条',
    },
  ],
  channel: ['objectionChannel'],
};
