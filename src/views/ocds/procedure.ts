import { members, type OcdsExtension } from '../../registers/extension.ts';
import { registers } from '../../registers/registers.ts';
import { RELATIONSHIPS } from '../../registers/relations.ts';
import { PARTY_ROLES } from './standard.ts';

/**
 * What every register says beyond the standard: lots and bids as the registered extensions have them (so that our
 * packages can be checked from here alone), and what Chinese notices print of candidates, winners and contracts.
 */
export const procedure: OcdsExtension = {
  id: 'procedure',
  name: { en: 'Chinese bidding procedure', zh: '招标采购程序' },
  description: {
    en: 'Lots and bids with the members of the registered extensions that are used here, and what Chinese notices publish beyond them: the publicity period, ranked candidates, duration, quality and project leader, why a procedure ended, and how a contract was performed.',
    zh: '标段与投标（同已登记的扩展），以及公告中另有的公示期、候选人排名、工期、质量、项目负责人、终止原因和合同履行。',
  },
  definitions: {
    Release: members({ bids: ['Bids', 'Bids', 'The bids received, as in the registered bids extension.'] }),
    Bids: members({ details: ['Bid[]', 'Bid details', 'The bids, one by one.'] }),
    Bid: members({
      id: ['id!', 'ID', 'A local identifier for this bid.'],
      date: ['instant', 'Date', 'When the bid was received.'],
      status: ['=bidStatus', 'Status', 'From the bidStatus codelist of the registered bids extension.'],
      tenderers: ['OrganizationReference[]', 'Tenderers', 'Who made the bid.'],
      value: ['Value', 'Value', 'The price of the bid.'],
      relatedLots: ['text[]', 'Related lots', 'The lots the bid is for.'],
      valueDetails: [
        'text',
        'Price that is no sum',
        'The price as published where it is a rate or a unit price (下浮率、费率、单价).',
      ],
      rejectionReason: ['text', 'Rejection reason', 'Why the bid was rejected (否决投标的原因).'],
    }),
    Tender: members({
      lots: ['Lot[]', 'Lots', 'The sections of the tender (标段、包), as in the registered lots extension.'],
      openingDate: ['instant', 'Opening', 'When bids are opened (开标时间).'],
      publicityPeriod: [
        'Period',
        'Publicity period',
        'While candidates or results are publicised and can be objected to (公示期).',
      ],
      terminationReason: [
        'text',
        'Termination reason',
        'Why the procedure ended without a result (终止、流标、废标的原因).',
      ],
    }),
    Lot: members({
      id: ['id!', 'ID', 'A local identifier for this lot.'],
      title: ['text', 'Title', 'The name of the lot.'],
      description: ['text', 'Description', 'What the lot is for.'],
      status: ['=tenderStatus', 'Status', 'From the tenderStatus codelist.'],
      value: ['Value', 'Value', 'The estimated or ceiling price of the lot.'],
    }),
    Award: members({
      relatedLots: ['text[]', 'Related lots', 'The lots the award is for.'],
      valueDetails: [
        'text',
        'Price that is no sum',
        'The price as published where it is a rate or a unit price (下浮率、费率、单价).',
      ],
      rank: ['integer', 'Rank', '1 for the first candidate (中标候选人排名).'],
      durationDetails: ['text', 'Duration', 'The duration of works or delivery, as published (工期、交货期).'],
      qualityDetails: ['text', 'Quality', 'The quality offered, as published (质量).'],
      projectLeader: ['ProjectLeader', 'Project leader', 'Who leads the project for the supplier (项目负责人).'],
    }),
    ProjectLeader: members({
      name: ['text', 'Name', 'The name, as published.'],
      certificate: ['text', 'Certificate', 'The certificate and its number, as published.'],
    }),
    Contract: members({
      suppliers: ['OrganizationReference[]', 'Suppliers', 'Who signed as supplier.'],
      buyer: ['OrganizationReference', 'Buyer', 'Who signed as buyer.'],
      valueDetails: [
        'text',
        'Price that is no sum',
        'The price as published where it is a rate or a unit price (下浮率、费率、单价).',
      ],
      termDetails: ['text', 'Term', 'The term of the contract, as published (合同履行期限).'],
    }),
    Implementation: members({
      statusDetails: [
        'text',
        'Status',
        'How far performance has come: accepted, completed, delivered, commenced or idle.',
      ],
      endDate: ['instant', 'End', 'When performance ended.'],
      finalValue: ['Value', 'Final value', 'The sum that was settled (结算价).'],
    }),
  },
  codelists: {
    '+partyRole.csv': rolesBeyond(),
    '+extendedProcurementCategory.csv': categoriesBeyond(),
    '+relatedProcess.csv': RELATIONSHIPS.filter((code) => code === 'complaint' || code === 'supervision').map(
      (code) => [code, code === 'complaint' ? 'Complaint (投诉)' : 'Act of supervision (监督检查)'] as const,
    ),
    '+relatedProcessScheme.csv': [['gongshi-code', 'A code that the portal knows a process by (项目编号)']],
    'bidStatus.csv': [
      ['valid', 'Valid'],
      ['disqualified', 'Disqualified'],
    ],
  },
};

/** Our roles that the open codelist of the standard does not name. */
function rolesBeyond(): [string, string][] {
  const titles = new Map<string, string>();
  for (const { ocds, roles, labels } of registers) {
    if (ocds?.flow === 'outside') continue;
    for (const code of Object.keys(roles))
      if (!PARTY_ROLES.includes(code)) titles.set(code, `${labels.en.roles[code]} (${labels.zh.roles[code]})`);
  }
  return [...titles];
}

/** What registers call their categories beyond goods, works and services. */
function categoriesBeyond(): [string, string][] {
  const titles = new Map<string, string>();
  for (const { ocds, labels } of registers) {
    if (ocds?.flow === 'outside') continue;
    for (const [code, title] of Object.entries(labels.en.choices['category'] ?? {}))
      if (!/^(?:goods|works|services|consultingServices)$/.test(code))
        titles.set(code, `${title} (${labels.zh.choices['category']?.[code] ?? title})`);
  }
  return [...titles];
}
