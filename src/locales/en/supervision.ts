import type { Labels } from '../zh/zh.ts';

export const supervision: Labels['supervision'] = {
  title: 'Supervision',
  lead: 'Who is in charge, what was found, where the money went, how fast things are done.',
  parts: 'Parts',
  none: 'None yet',
  newest: '{day}, {title}',
  owed: 'Due and not published',
  owedWhat: 'What should have been published and was not, one by one and by unit',
  owedCount: '{n}',
  owedUnknown: 'no source is taken whole yet',
  latest: 'Newest',
  noneYet: 'Nothing has been published yet.',
  wrong: 'If something is wrong',
  wrongText:
    'Raise it with the unit named on the page; if it does not answer, with its superior or the supervisor. Give the address of the page, so that they find the matter.',
  phones: 'Units and telephones',
  sums: 'Sums found and paid',
  sumsLead:
    'Unlawful amounts and fines as stated in notices, what was paid in or returned, and what is not seen yet; by matter, place and unit.',
  unit: 'Unit',
  total: 'Total',
  records: 'Cases',
  questions: 'Expired, or not reported',
  questionsLead:
    'By the notices held here: rights that have expired without renewal or cancellation, and years without an annual report. Questions, not findings: the answer may stand in a notice that is not held here.',
  questionsFound: '{n} {n:question|questions}',
  lookedAt: '{n} {n:record|records} looked at',
  noQuestions: 'Nothing to ask.',
  /** Columns of the tables to take away. */
  columns: {
    register: 'Register',
    title: 'Project',
    question: 'Question',
    code: 'Code of the question',
    region: 'Division',
    page: 'Page',
    by: 'Added up by',
    key: 'Of which',
    records: 'Records',
    sum: 'Sum',
    amount: 'Amount (yuan)',
  },
};
