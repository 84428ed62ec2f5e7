import type { Labels } from '../zh/zh.ts';

export const panels: Labels['panels'] = {
  title: 'Six panels of oversight',
  note: 'gathered by the code of the project and by notices that point here',
  titles: {
    standard: 'Standards',
    approvals: 'Approvals',
    tendering: 'Tendering',
    quality: 'Quality',
    funds: 'Funds',
    findings: 'Findings',
  },
  unit: 'Watched over by',
  public: '{n} public',
  owed: '{n} not published',
  undisclosed: 'Not published: ',
  owedBy: 'owed by ',
  owedSub: ', {n} days late. {law}',
  notSeen: 'Not held here; that does not mean there is none.',
  paid: '{name}, paid',
  settled: '{name}, settled at',
  against: '{a} of {b} agreed ({share})',
  sources: 'See',
  source: 'notice {n}',
};
