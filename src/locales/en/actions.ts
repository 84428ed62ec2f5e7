import type { Labels } from '../zh/zh.ts';

export const actions: Labels['actions'] = {
  lead: 'On 18 June 2012 the city set eight actions for the efficiency of its offices. Here stand their lead and cooperating units, stages and days as the document has them, what this portal answers for each today, and why some of it is not for a public portal.',
  law: 'What the document asks for',
  leadUnit: 'Lead',
  cooperating: 'With',
  andOthers: ' and others',
  now: 'today: {name}',
  nowUnknown: 'today: to be verified',
  nowCheck: ' (to be verified)',
  answers: 'See here',
  nothing: 'Not published here',
  noneYet: 'no page of this portal yet',
  progress: 'Progress published',
  noProgress: 'No progress published by the lead unit was seen here.',
  stages: 'Stages',
  stagesNote:
    'As in the document: it was issued on 18 June and the first stage begins on the 19th; the last ends on 10 January, and its papers are due by the 15th.',
  stage: 'Stage',
  days: 'Days',
  filedBy: 'Filed by',
  owedHead: 'What is due',
  owed: {
    mobilisation: 'Counties and departments set up a body and a plan; lead units write the eight plans',
    problems: 'A plan of correction with days and responsible posts',
    work: 'Plans are carried out and inspected; each unit opens a complaint telephone and publishes it',
    evaluation: 'Written self-evaluation; rating by the public',
  },
  outsideTitle: 'Outside a public portal',
  outside: {
    cadres: {
      what: 'Supervision of cadres (personal matters, reports on duties and integrity, audits of economic responsibility)',
      why: 'It concerns individuals, and is kept by the departments in charge, not published.',
    },
    appraisal: {
      what: 'Internal scores of efficiency',
      why: 'The document publishes them within a limited circle only; ratings that were published stand under “Rectification, misconduct, ratings”.',
    },
  },
  pages: {
    '/owed': { name: 'Due and not published', what: 'What should have been published and was not' },
    '/units': { name: 'Units', what: 'Telephone, records and periods of each unit' },
    '/procurement/savings': { name: 'Savings', what: 'Budget, ceiling, award, contract and settlement side by side' },
    '/procurement/electronic': { name: 'Electronic end to end', what: 'Which stages carry a time stamp of a system' },
  },
  json: 'JSON',
};
