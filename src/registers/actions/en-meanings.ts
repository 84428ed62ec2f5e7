/** What the fields of this register mean. */
export const meanings = {
  action: 'Which of the eight actions',
  actionStage: 'In which stage of it',
  lead: 'Which unit is in charge today',
  asOf: 'The day up to which this is told',
  progress: 'What was done',
  next: 'What comes next',
  document: 'The title of the document',
  formedOn: 'When the document came into being',
  toVerify: 'What is still to be verified',
};
