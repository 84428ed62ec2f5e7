import { changeLabels } from '../changes.ts';
import type { RegisterLabels } from '../register.ts';
import { meanings } from './en-meanings.ts';

export const en: RegisterLabels = {
  name: 'Eight actions',
  short: 'Actions',
  title: 'The eight actions of 2012',
  what: 'The eight actions of 2012, who leads, their stages, and what this portal answers for each',
  counter: '{n:report|reports}',
  find: 'Action, unit',
  kinds: {
    progress: 'Progress',
    withdrawal: 'Withdrawal',
    explanation: 'Explanation of a period',
  },
  stages: {
    told: 'Published',
    withdrawn: 'Withdrawn',
    amended: 'Corrected',
  },
  steps: { told: 'Published' },
  meanings,
  fields: {
    ...changeLabels.en,
    action: 'Action',
    actionStage: 'Stage',
    lead: 'In the lead',
    asOf: 'As of',
    progress: 'Progress',
    next: 'What comes next',
    document: 'Document',
    formedOn: 'Date of document',
    toVerify: 'To be verified',
    other: 'Remarks',
  },
  choices: {
    action: {
      'approvals-fees': 'Approvals and fees',
      building: 'Construction',
      purchases: 'Government purchases',
      'land-mining': 'Grants of land and mining rights',
      cadres: 'Training and supervision of cadres',
      services: 'Approval services',
      penalties: 'Administrative penalties',
      'special-funds': 'Special funds',
    },
    actionStage: {
      mobilisation: 'Mobilisation',
      problems: 'Finding problems',
      work: 'Work',
      evaluation: 'Evaluation',
    },
  },
  columns: {},
  facets: { action: 'Action' },
  roles: {
    lead: 'In the lead',
    publisher: 'Publisher',
  },
};
