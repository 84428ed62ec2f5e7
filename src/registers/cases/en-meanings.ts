/** What the fields of this register mean. */
export const meanings = {
  item: 'Which item of the list of approvals, by its code',
  itemName: 'What is applied for, without the applicant',
  unitInCharge: 'Which unit handles it',
  acceptedOn: 'The day it was accepted',
  dueOn: 'The day by which the unit promises to decide',
  statutoryDueOn: 'The day by which the law wants a decision',
  suspensions: 'Days that do not count, a span a line',
  from: 'From which day they do not count',
  until: 'From which day they count again',
  reason: 'Why they do not count',
  decidedOn: 'The day it was decided',
  result: 'What was decided',
  resultUrl: 'Where the result is published',
};
