import { biddingLabels } from '../bidding-labels.ts';
import { changeLabels } from '../changes.ts';
import type { RegisterLabels } from '../register.ts';

export const en: RegisterLabels = {
  name: 'Government procurement',
  short: 'Procurement',
  title: 'Government procurement',
  what: 'Procurement intentions, calls, awards, contracts and acceptance',
  counter: 'purchases',
  find: 'Project, buyer, supplier',
  kinds: {
    intention: 'Procurement intentions', prequalification: 'Call for prequalification', tender: 'Call for tenders', negotiation: 'Competitive negotiation', consultation: 'Competitive consultation', inquiry: 'Request for quotations',
    framework: 'Call for a framework agreement', singleSource: 'Single-source publicity', clarification: 'Clarification', postponement: 'Postponement', suspension: 'Suspension', opening: 'Bid opening record',
    candidate: 'Award candidates', award: 'Award result', frameworkResult: 'Framework suppliers selected', contract: 'Contract', contractChange: 'Contract change',
    acceptance: 'Acceptance result', complaint: 'Decision on a complaint', inspection: 'Decision after an inspection', assessment: 'Assessment of a central procurement agency', correction: 'Correction',
    failure: 'Failed procurement', termination: 'Termination', retender: 'New call', withdrawal: 'Withdrawal', explanation: 'Explanation of a period',
  },
  stages: {
    planning: 'Intended', prequalification: 'Prequalification', tender: 'Open', closed: 'Under evaluation', candidate: 'Publicised', award: 'Awarded', contract: 'Contracted', performance: 'Accepted',
    terminated: 'Terminated', supervision: 'Supervision', withdrawn: 'Withdrawn', amended: 'Corrected',
  },
  steps: { tender: 'Call', award: 'Award', contract: 'Contract', performance: 'Acceptance' },
  fields: {
    ...biddingLabels.en,
    ...changeLabels.en,
    buyer: 'Buyer', agency: 'Procurement agency', projectContact: 'Project contact', category: 'Category', catalogue: 'Catalogue item', budget: 'Budget', ceilingPrice: 'Ceiling price',
    requirement: 'Requirement', qualification: 'Qualification required', policy: 'Procurement policies applied', section: 'Package', sections: 'Packages', quantity: 'Quantity',
    documentsFrom: 'Documents available from', documentsUntil: 'Documents available until', documentsWhere: 'Where to obtain documents', documentsHow: 'How to obtain documents', documentPrice: 'Price of documents',
    bidDeadline: 'Offers close', openingAt: 'Offers opened at', openingPlace: 'Place of opening', noticePeriod: 'Notice period', tenderer: 'Supplier',
    bids: 'Offers', bidPrice: 'Price offered', rejected: 'Why the offer was rejected', awards: 'Awards', awardPrice: 'Award amount', awardedOn: 'Awarded on',
    failedSections: 'Packages without an award', cancelledAwards: 'Cancelled awards', duration: 'Time for service or delivery', intentions: 'Intentions', number: 'No.', plannedFor: 'Planned for', remark: 'Remark',
    supervisor: 'Finance department', description: 'What is to be bought', justification: 'Why from a single source', experts: 'Experts', employer: 'Employer', position: 'Position',
    opinion: 'Opinion', screening: 'Screening method', applicationPlace: 'Where to submit applications', shortlisting: 'Rules of selection', items: 'Main items', specification: 'Specification', scope: 'Scope',
    standard: 'Standard', unitPrice: 'Unit price', agencyFee: 'Agency fee: standard and amount', performancePlace: 'Place of performance', panel: 'Acceptance panel', userOpinion: 'Opinion of those served',
    facts: 'Facts', decision: 'Grounds and decision', concerned: 'Parties concerned', assessor: 'Assessed by', period: 'Period', content: 'What was assessed', assessmentMethod: 'How it was assessed', result: 'Result',
    problems: 'Problems found', firstNoticeOn: 'First published on', changedOn: 'Corrected or changed on', bidders: 'Suppliers that took part',
  },
  choices: {
    method: {
      open: 'Open tendering', invited: 'Invited tendering', negotiation: 'Competitive negotiation', consultation: 'Competitive consultation', inquiry: 'Request for quotations', singleSource: 'Single source', framework: 'Framework agreement', innovation: 'Innovation partnership', other: 'Other',
    },
    category: { goods: 'Goods', works: 'Works', services: 'Services' },
    corrected: { notice: 'The notice', documents: 'The documents', result: 'The result', contract: 'The contract', other: 'Other' },
  },
  columns: { buyer: 'Buyer', method: 'Method', budget: 'Budget', supplier: 'Supplier', amount: 'Award amount' },
  facets: { method: 'Method', category: 'Category' },
  roles: {
    buyer: 'Buyer', procuringEntity: 'Buyer', supplier: 'Winning supplier', tenderer: 'Supplier taking part', candidate: 'Candidate or proposed supplier', agency: 'Procurement agency', supervisor: 'Finance department', publisher: 'Publisher',
  },
  periods: {
    P1: 'Intention to start of purchase', P2: 'Documents issued to bid deadline', P3: 'Documents available', P4: 'Length of the notice', P5: 'Prequalification notice to application', P6: 'Clarification to bid deadline', P7: 'Negotiation documents to response', P8: 'Inquiry to response', P9: 'Consultation documents to response', 'P9-2': 'Consultation documents available', P10: 'Publicity of a single source', P11: 'Review to decision', P12: 'Decision to result notice', P13: 'Length of the result notice', P14: 'Result notice to contract', P15: 'Contract signed to contract notice', 'P15-2': 'Result notice to contract notice', P16: 'Filing of contracts', P17: 'Deposits', P18: 'Supplementary contracts', P19: 'Challenges', P20: 'Answers to challenges', P21: 'Complaints', P22: 'Review of complaints', P23: 'Decision on complaints', P24: 'Answers to inquiries', P25: 'Splitting', P26: 'Size of the panel', P27: 'Size of the group', P28: 'Keeping of documents', P29: 'Time limit of media',
  },
};
