import { biddingLabels } from '../bidding-labels.ts';
import { changeLabels } from '../changes.ts';
import type { RegisterLabels } from '../register.ts';

export const en: RegisterLabels = {
  name: 'Construction',
  short: 'Works',
  title: 'Tendering for construction projects',
  what: 'Tender plans, calls for tenders, bid openings, candidates, awards, contracts and performance',
  counter: 'projects',
  find: 'Project, company, section',
  kinds: {
    approval: 'Approval of the tender', plan: 'Tender plan', prequalification: 'Call for prequalification', prequalificationClarification: 'Clarification of prequalification documents',
    prequalificationResult: 'Prequalification result', tender: 'Call for tenders', clarification: 'Clarification or addendum', postponement: 'Postponement', suspension: 'Suspension',
    opening: 'Bid opening record', candidate: 'Award candidates', objection: 'Answer to an objection', award: 'Award result', awardLetter: 'Letter of award', contract: 'Contract signed',
    contractChange: 'Contract change', performance: 'Contract performance', completion: 'Completion and acceptance', settlement: 'Final settlement', anomaly: 'Anomaly', complaint: 'Decision on a complaint',
    correction: 'Correction', failure: 'Failed tender', termination: 'Termination', retender: 'New call for tenders', withdrawal: 'Withdrawal', explanation: 'Explanation of a period',
  },
  stages: {
    planning: 'Planned', prequalification: 'Prequalification', tender: 'Open', closed: 'Under evaluation', candidate: 'Candidates publicised', award: 'Awarded', contract: 'Contracted',
    performance: 'Being performed', terminated: 'Terminated', withdrawn: 'Withdrawn', amended: 'Corrected',
  },
  steps: { tender: 'Tender', candidate: 'Candidates', award: 'Award', contract: 'Contract', performance: 'Performance' },
  fields: {
    reportReceivedOn: 'Evaluation report received on',
    ...biddingLabels.en,
    ...changeLabels.en,
    method: 'Tendering method', category: 'Project category', procuringEntity: 'Tendering entity', agency: 'Tendering agency', supervisor: 'Supervising authority', supplier: 'Winner',
    content: 'What is tendered', scope: 'Scope', scale: 'Scale', fundingSource: 'Source of funds', organisation: 'How the tender is organised', estimate: 'Estimated amount',
    approver: 'Approving authority', approvedOn: 'Approved on', approvalNumber: 'Approval number', plannedFor: 'Planned for', ceilingPrice: 'Ceiling (control) price',
    qualification: 'Qualification required of bidders', documentsFrom: 'Tender documents available from', documentsUntil: 'Tender documents available until', documentsHow: 'How to obtain tender documents',
    submission: 'How to submit bids', electronic: 'Electronic tendering: address and method', deposit: 'Bid deposit', screening: 'Screening method', applicants: 'Applicants', passed: 'Passed',
    clarificationType: 'Type of clarification', anomalies: 'Anomalies', evaluation: 'Evaluation', objector: 'Objector', receivedOn: 'Received on', matter: 'Matter', answer: 'Answer',
    answeredOn: 'Answered on', suspended: 'Tender suspended', issuedOn: 'Issued on', contractPrice: 'Contract price', term: 'Contract term', reportName: 'Report', performed: 'What was performed',
    contractChanges: 'Contract changes', actualDuration: 'Actual time taken', completedOn: 'Completed on', settlementPrice: 'Settlement price', settledOn: 'Settled on', auditor: 'Settlement audited by',
    verdict: 'Findings of the acceptance', reviewResult: 'Result of the review', reviewedOn: 'Reviewed on', reviewer: 'Reviewed by', refund: 'Return of fees and deposits', acceptedOn: 'Accepted on', takenUpOn: 'Taken up on',
    basis: 'Legal basis', restriction: 'Restriction imposed', measure: 'Measure', from: 'From', until: 'Until',
  },
  choices: {
    method: { open: 'Open tendering', invited: 'Invited tendering', direct: 'No tendering' },
    category: {
      construction: 'Construction', epc: 'Engineering, procurement, construction', survey: 'Survey', design: 'Design', supervision: 'Supervision', consulting: 'Consulting', goods: 'Equipment and materials', other: 'Other',
    },
    organisation: { self: 'By the entity itself', agency: 'Through an agency' },
    screening: { 'all-qualified': 'All that qualify', limited: 'A limited number' },
    clarificationType: { clarification: 'Clarification', modification: 'Modification', addendum: 'Addendum', answers: 'Answers' },
    corrected: { notice: 'The notice', documents: 'The tender documents', candidate: 'The candidates', result: 'The result', contract: 'The contract', other: 'Other' },
  },
  columns: { procuringEntity: 'Tendering entity', ceiling: 'Control price', winner: 'Winner', price: 'Award price' },
  facets: { method: 'Tendering method', category: 'Project category' },
  roles: {
    buyer: 'Employer', procuringEntity: 'Tendering entity', supplier: 'Winner', tenderer: 'Bidder', candidate: 'Award candidate', agency: 'Tendering agency', supervisor: 'Supervising authority', publisher: 'Publisher',
  },
  periods: {
    T1: 'Documents issued to bid deadline', T2: 'Clarification to bid deadline', T3: 'Clarification of prequalification to deadline', T4: 'Documents on sale', T5: 'End of sale to prequalification deadline', T6: 'Objections and answers', T7: 'Opening at the bid deadline', T8: 'Evaluation report to publicity', T9: 'Publicity of candidates', T10: 'Answer to an objection', T11: 'Letter of award to contract', T12: 'Award to written report', T13: 'Return of bid deposits', T14: 'Deposit ratios', T15: 'Complaint taken up to decision', T16: 'Committee and number of bidders', T17: 'Notice of termination', T18: 'Time limits of media', T19: 'Sizes that must be tendered', T20: 'Evaluation report to award',
  },
};
