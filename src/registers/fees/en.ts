import { changeLabels } from '../changes.ts';
import type { RegisterLabels } from '../register.ts';

export const en: RegisterLabels = {
  name: 'Fee catalogue',
  short: 'Fees',
  title: 'Fee catalogue',
  what: 'What is charged, how much, on what basis, where it goes; what was cancelled or suspended',
  counter: 'items',
  find: 'What were you charged for',
  kinds: { entry: 'Listed', revision: 'Standard changed', reduction: 'Reduction or exemption', suspension: 'Suspended', cancellation: 'Cancelled', conversion: 'Became a tax or another charge', withdrawal: 'Withdrawal', explanation: 'Explanation of a period' },
  stages: { planning: 'Not yet in force', performance: 'In force', suspended: 'Suspended', terminated: 'Cancelled', withdrawn: 'Withdrawn', amended: 'Corrected' },
  steps: { performance: 'In force' },
  fields: {
    ...changeLabels.en,
    name: 'Name', aliases: 'Common names', family: 'Family', level: 'Set up by', department: 'Department', order: 'Number in the catalogue', chargingUnit: 'Charging unit', payer: 'Who pays', fund: 'Where the money goes',
    enterpriseRelated: 'Charged to enterprises', preApproval: 'Condition of an approval', importExport: 'On imports or exports',
    standards: 'Fee standards', number: 'Line number', kind: 'Form of the standard', printed: 'Standard as printed', unit: 'Unit', currency: 'Currency', amount: 'Amount (yuan) or ratio (%)', lower: 'Lower bound', upper: 'Upper bound', base: 'Base', applied: 'Charged here',
    appliedReason: 'Why not the lower bound', extra: 'On top of another line',
    basis: 'Basis', document: 'Document', documentNumber: 'Document number', article: 'Article', issuedOn: 'Issued on', url: 'Address', repealedOn: 'Repealed on',
    catalogueOn: 'Catalogue as of', effectiveFrom: 'In effect from', effectiveUntil: 'Until', formedOn: 'Document made or received on', verifiedOn: 'Verified on', sourceUrl: 'Source', toVerify: 'To be verified', other: 'Remarks',
    who: 'Who benefits', reduction: 'Kind of reduction', percent: 'Reduced by', rule: 'Rule', part: 'Only this line', convertedTo: 'Became a', into: 'Now called',
  },
  choices: {
    family: { administrative: 'Administrative fee', fund: 'Government fund', service: 'Service charge priced by government', deposit: 'Deposit asked of enterprises', resource: 'Use of state resources', tax: 'Tax' },
    level: { state: 'State', province: 'Province', city: 'City', county: 'County' },
    fund: {
      'central-treasury': 'Central treasury', 'local-treasury': 'Local treasury', 'central-local-treasury': 'Central and local treasury', 'same-level-treasury': 'Treasury of the same level', 'local-account': 'Local special account',
      'central-local-account': 'Central and local special account', 'central-local-finance': 'Central and local finance',
    },
    payer: { individual: 'Individuals', enterprise: 'Enterprises', both: 'Individuals and enterprises' },
    standardKind: { fixed: 'Fixed', range: 'Range', ratio: 'Ratio', formula: 'Formula', provincial: 'Provincial standard', document: 'See the document' },
    reduction: { exempt: 'Exempt', reduced: 'Reduced' },
    convertedTo: { tax: 'Tax', service: 'Service charge', fund: 'Government fund' },
  },
  columns: {},
  facets: { family: 'Family', level: 'Level', payer: 'Who pays', department: 'Department' },
  roles: { publisher: 'Publisher', supervisor: 'Supervisor', supplier: 'Payer' },
  periods: {
    F1: 'Made or changed to published', F2: 'List of fees on enterprises', F3: 'Fees for licences', F4: 'Price violations', F5: 'Who may set up a fee', F6: 'Procedure of setting standards', F8: 'Answers to requests', F9: 'Standard catalogue of disclosure',
  },
};
