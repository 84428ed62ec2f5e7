import type { Remedies } from '../remedies.ts';

const text = { law: '《政府采购法》', page: 'government-procurement-law' } as const;
const law = { ...text, verifiedOn: '2026-11-23' } as const;

/** 质疑 goes to who buys, 投诉 to the finance department of its level (domain.md §3.2 P19 to P21). */
export const remedies: Remedies = {
  ways: [
    { id: 'query', ...law, article: '第五十二条', to: ['buyer', 'agency'], daysAfterResult: 7 },
    { id: 'complaint', ...law, article: '第五十五条', to: ['supervisor'] },
  ],
  answers: [
    { way: 'query', answer: { length: 7, unit: 'workingDay', from: 'filed' }, ...text, article: '第五十三条' },
    {
      way: 'complaint',
      answer: { length: 30, unit: 'workingDay', from: 'filed' },
      // From memory: 待核.
      pauses: { law: '《政府采购质疑和投诉办法》', article: '第二十七条' },
      ...text,
      article: '第五十六条',
    },
  ],
  channel: ['objectionChannel'],
};
