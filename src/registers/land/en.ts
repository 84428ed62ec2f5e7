import { changeLabels } from '../changes.ts';
import type { RegisterLabels } from '../register.ts';

export const en: RegisterLabels = {
  name: 'Land use rights',
  short: 'Land',
  title: 'Use rights of state-owned construction land',
  what: 'Supply plans, grants, deals, supply results and what became of them',
  counter: 'parcels',
  find: 'Parcel, location, transferee',
  kinds: {
    plan: 'Supply plan', grant: 'Grant notice', agreement: 'Grant by agreement, publicity', allocation: 'Allocation, publicity', lease: 'Lease, publicity', contribution: 'Contribution as capital, publicity', change: 'Supplement or change',
    postponement: 'Postponement', suspension: 'Suspension', confirmation: 'Confirmation of the deal', deal: 'Deal', supply: 'Supply result', contract: 'Grant contract', payment: 'Payment', delivery: 'Delivery',
    commencement: 'Commencement', completion: 'Completion', idle: 'Idle land', correction: 'Correction', failure: 'No deal', termination: 'Termination', regrant: 'New grant notice', withdrawal: 'Withdrawal', explanation: 'Explanation of a period',
  },
  stages: {
    planning: 'Planned', tender: 'On offer', closed: 'Applications closed', candidate: 'Publicised', award: 'Dealt', contract: 'Contracted', performance: 'In performance',
    terminated: 'Terminated', withdrawn: 'Withdrawn', amended: 'Corrected',
  },
  steps: { tender: 'Offer', award: 'Deal', contract: 'Contract', performance: 'Performance' },
  fields: {
    ...changeLabels.en,
    grantor: 'Grantor', planYear: 'Year of the plan', plannedArea: 'Area planned', supplies: 'Planned supply', plannedFor: 'Planned for', guidance: 'Guidance', method: 'Method of supply',
    parcels: 'Parcels', parcel: 'Parcel number', section: 'Parcel', location: 'Location', area: 'Area granted', totalArea: 'Area of the planning zone', use: 'Use', useScheme: 'Classification of use', useCode: 'Code of use', term: 'Term',
    plotRatio: 'Plot ratio', buildingDensity: 'Building density', greenRatio: 'Green ratio', height: 'Height of buildings', planningOther: 'Other planning conditions', grade: 'Grade of land', investmentIntensity: 'Investment intensity',
    deposit: 'Deposit', startingPrice: 'Starting price', increment: 'Increment', valuationFiling: 'Filing number of the valuation',
    bidderScope: 'Who may bid', documentsFrom: 'Documents available from', documentsUntil: 'Documents available until', documentsHow: 'How to obtain documents', applicationFrom: 'Applications open', applicationDeadline: 'Applications close',
    depositDeadline: 'Deposit due', listingFrom: 'Listing opens', listingUntil: 'Listing closes', saleAt: 'Tender or auction at', salePlace: 'Place', awardRule: 'How the winner is determined', contact: 'Contact', round: 'Round',
    suspendedOn: 'Suspended on', resumesOn: 'Resumes on', corrected: 'What is corrected',
    confirmedOn: 'Confirmed on', dealtOn: 'Dealt on', dealPrice: 'Deal price', transferee: 'Transferee', members: 'Joint bidders', publicityFrom: 'Publicised from', publicityUntil: 'Publicised until', objectionChannel: 'Where and how to object',
    ground: 'Ground of supply', approver: 'Approved by', supervisionNumber: 'Electronic supervision number', landSource: 'Source of land', industry: 'Industry',
    contractNumber: 'Contract number', contractPrice: 'Grant price', paymentTerms: 'Terms of payment', deliverBy: 'To be delivered by', commenceBy: 'To be commenced by', completeBy: 'To be completed by', signedOn: 'Signed on',
    amountPaid: 'Paid', paidOn: 'Paid on', outstanding: 'Outstanding', deliveredOn: 'Delivered on', condition: 'Condition at delivery', commencedOn: 'Commenced on', completedOn: 'Completed on', verdict: 'Finding',
    decider: 'Decided by', decidedOn: 'Decided on', finding: 'Finding', cause: 'Cause', disposal: 'Disposal', idleFee: 'Idle land fee',
    failedOn: 'Failed on', terminatedOn: 'Terminated on', refund: 'Return of deposits', other: 'Other matters',
  },
  choices: {
    method: { tender: 'Tender', auction: 'Auction', listing: 'Listing', agreement: 'Agreement', allocation: 'Allocation', lease: 'Lease', contribution: 'Contribution as capital' },
    useScheme: { 'GB/T 21010': 'Current land use (GB/T 21010)', 'land-and-sea': 'Land and sea use', 'third-survey': 'Third land survey', printed: 'As printed' },
    useClass: { residential: 'Residential', commercial: 'Commercial', industrial: 'Industrial', storage: 'Storage and logistics', public: 'Public service', transport: 'Transport', other: 'Other' },
    corrected: { notice: 'The notice', documents: 'The documents', result: 'The result', contract: 'The contract', other: 'Other' },
    landSource: { new: 'New construction land', stock: 'Existing construction land' },
    idleCause: { holder: 'The holder', government: 'The government', forceMajeure: 'Force majeure', other: 'Other' },
  },
  columns: { use: 'Use', area: 'Area', method: 'Method', startingPrice: 'Starting price', dealPrice: 'Deal price', premium: 'Premium' },
  facets: { use: 'Use', method: 'Method' },
  roles: { grantor: 'Grantor', procuringEntity: 'Grantor', buyer: 'Grantor', supplier: 'Transferee', tenderer: 'Bidder', candidate: 'Proposed transferee', agency: 'Agent', supervisor: 'Approving authority', publisher: 'Publisher' },
  periods: {
    L1: 'Notice to start of the sale', L2: 'Supplement to start of the sale', L3: 'Listing', L4: 'End of the sale to result', L5: 'Return of deposits', L6: 'Number of bidders', L7: 'Land that must be sold openly', L8: 'Deal to contract', L9: 'Payment', L10: 'Deposit ratio', L11: 'Publicity of agreements', L12: 'Longest terms', L13: 'Agreed to actual start of building (idle after a year)', L14: 'Expropriation notices', L15: 'Publicity of allocations',
  },
};
