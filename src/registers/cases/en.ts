import { changeLabels } from '../changes.ts';
import type { RegisterLabels } from '../register.ts';
import { meanings } from './en-meanings.ts';

export const en: RegisterLabels = {
  name: 'Cases',
  short: 'Cases',
  title: 'Applications and time limits',
  what: 'Where a case stands, by its number; how many each unit decides within the promised and the statutory time',
  counter: '{n:case|cases}',
  find: 'Number, item',
  kinds: {
    progress: 'State of a case',
    withdrawal: 'Withdrawal',
    explanation: 'Explanation of a period',
  },
  stages: {
    accepted: 'Under way',
    suspended: 'Clock stopped',
    decided: 'Decided',
    withdrawn: 'Withdrawn',
    amended: 'Corrected',
  },
  steps: {
    accepted: 'Accepted',
    decided: 'Decided',
  },
  meanings,
  fields: {
    ...changeLabels.en,
    item: 'Code of the item',
    itemName: 'Item',
    unitInCharge: 'Handled by',
    acceptedOn: 'Accepted on',
    dueOn: 'Promised by',
    statutoryDueOn: 'Due by law',
    suspensions: 'Days that do not count',
    from: 'From',
    until: 'Until',
    reason: 'Reason',
    decidedOn: 'Decided on',
    result: 'Result',
    other: 'Remarks',
    resultUrl: 'Result published at',
  },
  choices: {
    suspension: {
      correction: 'Papers to be completed',
      hearing: 'Hearing',
      expert: 'Expert opinion, test',
      inspection: 'Inspection on the spot',
      other: 'Other',
    },
    result: {
      granted: 'Granted',
      refused: 'Refused',
      withdrawn: 'Withdrawn by the applicant',
      ended: 'Ended',
    },
  },
  columns: {},
  facets: {
    month: 'Month of acceptance',
  },
  roles: {
    handler: 'Handled by',
    publisher: 'Publisher',
  },
  periods: {
    C1: 'The promised day',
    C2: 'The statutory day',
  },
};
