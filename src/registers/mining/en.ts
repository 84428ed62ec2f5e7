import { changeLabels } from '../changes.ts';
import type { RegisterLabels } from '../register.ts';

export const en: RegisterLabels = {
  name: 'Mining rights',
  short: 'Mining',
  title: 'Mining rights',
  what: 'Grants, results, registration and transfer of exploration and extraction rights',
  counter: 'rights',
  find: 'Mineral, location, transferee',
  kinds: {
    plan: 'Grant plan', grant: 'Grant notice', agreement: 'Grant by agreement, publicity', change: 'Change', postponement: 'Postponement', suspension: 'Suspension', confirmation: 'Confirmation of the deal', deal: 'Result',
    contract: 'Grant contract', registration: 'Registration', renewal: 'Renewal', alteration: 'Altered registration', transfer: 'Transfer, publicity', annualReport: 'Annual report', areaNotice: 'Area notice', cancellation: 'Cancelled registration',
    correction: 'Correction', failure: 'No deal', termination: 'Termination', regrant: 'New grant notice', withdrawal: 'Withdrawal', explanation: 'Explanation of a period',
  },
  stages: {
    planning: 'Planned', tender: 'On offer', closed: 'Applications closed', candidate: 'Publicised', award: 'Dealt', contract: 'Contracted', performance: 'Registered',
    terminated: 'Terminated', withdrawn: 'Withdrawn', amended: 'Corrected',
  },
  steps: { tender: 'Offer', award: 'Deal', contract: 'Contract', performance: 'Registration' },
  fields: {
    ...changeLabels.en,
    grantor: 'Grantor', planYear: 'Year of the plan', blocks: 'Blocks planned', plannedFor: 'Planned for', platform: 'Trading platform', method: 'Method of grant',
    rights: 'Mining rights', section: 'Mining right', name: 'Name', right: 'Kind of right', mineral: 'Mineral', location: 'Location', corners: 'Corner points', area: 'Area', reserves: 'Reserves or degree of exploration', elevation: 'Elevation of extraction', development: 'Requirements of development',
    term: 'Term', restoration: 'Investment or restoration required', earlierFunding: 'Earlier public funding', deposit: 'Deposit', startingPrice: 'Starting price', increment: 'Increment', royaltyRate: 'Royalty rate',
    bidderConditions: 'Conditions for bidders', documentsFrom: 'Documents available from', documentsUntil: 'Documents available until', documentsHow: 'How to obtain documents', applicationFrom: 'Applications open', applicationDeadline: 'Applications close',
    depositDeadline: 'Deposit due', listingFrom: 'Listing opens', listingUntil: 'Listing closes', saleAt: 'Tender or auction at', salePlace: 'Place of sale', awardRule: 'How the winner is determined', riskNotice: 'Risks',
    objectionChannel: 'How to object', contact: 'Contact', round: 'Round', suspendedOn: 'Suspended on', resumesOn: 'Resumes on', corrected: 'What is corrected',
    confirmedOn: 'Confirmed on', dealtOn: 'Dealt on', dealPrice: 'Deal price', transferee: 'Transferee', publicityFrom: 'Publicised from', publicityUntil: 'Publicised until', ground: 'Ground',
    contractNumber: 'Contract number', extent: 'Extent of the area', duties: 'Duties of exploration, extraction, restoration and safety', contractPrice: 'Grant price', paymentTerms: 'How royalties are paid', signedOn: 'Signed on',
    licence: 'Licence or certificate', holder: 'Holder', validFrom: 'Valid from', validUntil: 'Valid until', issuer: 'Registered by', registeredOn: 'Registered on', renewalCount: 'Renewals so far', areaReduced: 'Area given up', cancelledOn: 'Cancelled on',
    transferor: 'Transferor', transferMethod: 'Method of transfer', transferPrice: 'Transfer price', reportYear: 'Year reported', invested: 'Invested in the year', output: 'Output of the year', duesPaid: 'Dues paid', restorationDone: 'Restoration done', reported: 'Exploration and extraction',
    announcer: 'Announced by', failedOn: 'Failed on', terminatedOn: 'Terminated on', refund: 'Return of deposits', other: 'Other matters',
  },
  choices: {
    right: { explorationRight: 'Exploration right', extractionRight: 'Extraction right' },
    method: { tender: 'Tender', auction: 'Auction', listing: 'Listing', agreement: 'Agreement' },
    transferMethod: { sale: 'Sale', contribution: 'Contribution as capital', merger: 'Merger or division', inheritance: 'Inheritance', other: 'Other' },
    corrected: { notice: 'The notice', documents: 'The documents', result: 'The result', registration: 'The registration', other: 'Other' },
  },
  columns: { mineral: 'Mineral', right: 'Right', area: 'Area', startingPrice: 'Starting price', dealPrice: 'Deal price', royaltyRate: 'Royalty', transferee: 'Transferee' },
  facets: { mineral: 'Mineral', right: 'Right', method: 'Method' },
  roles: {
    grantor: 'Grantor', procuringEntity: 'Grantor', buyer: 'Grantor', supplier: 'Transferee or holder', tenderer: 'Bidder', candidate: 'Proposed transferee', agency: 'Trading platform', transferor: 'Transferor', supervisor: 'Registering authority', publisher: 'Publisher',
  },
  periods: {
    M1: 'Notice to start of the sale', M2: 'Listing', M3: 'Extension after a change', M4: 'Confirmation to publicity', M5: 'Publicity of the result', M6: 'Number of bidders', M7: 'Publicity of agreements', M8: 'Publicity of transfers', M9: 'Approval of transfers', M10: 'Terms', M11: 'Competition required',
  },
};
