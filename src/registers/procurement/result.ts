import * as z from 'zod';
import { winnersOfCandidates } from '../carrying.ts';
import {
  awardsOf,
  bidsOf,
  candidates,
  failedLots,
  failedSections,
  periodsOf,
  pricedWinners,
  suppliersOf,
  winners,
} from '../bidding.ts';
import { alike, by, day, dayOrInstant, group, instant, list, longText, money, owed, party, text } from '../fields.ts';
import { lotsOf, moment, partiesOf, reference, said } from '../fragments.ts';
import { ocdsValue } from '../ocds.ts';
import { kind } from '../register.ts';
import { buyerFields, reachedBuyer, buyerRoles, categoryField, items, methodField, methodOf } from './purchasing.ts';

const optionalBuyer = { ...buyerFields, buyer: party().optional() };

export const opening = kind({
  needsRecord: true,
  nationalType: null,
  act: 'state',
  stage: null,
  proves: 'tender',
  closes: true,
  tag: 'tenderUpdate',
  source: '财政部令第87号（开标记录；格式规范未列此公告）',
  fields: z.strictObject({
    ...optionalBuyer,
    openingAt: instant(),
    openingPlace: alike(text()).optional(),
    bids: list(
      group({
        section: text().optional(),
        tenderer: party(),
        bidPrice: owed(money()),
        rejected: longText().optional(),
      }),
    ),
    other: longText().optional(),
  }),
  fragment: (notice) => {
    const { fields } = notice;
    const tenderers = new Set((fields.bids ?? []).map(({ tenderer }) => tenderer.name)).size;
    return said({
      parties: partiesOf(...buyerRoles(fields), ['tenderer', (fields.bids ?? []).map(({ tenderer }) => tenderer)]),
      buyer: reference(fields.buyer),
      tender: {
        openingDate: moment(fields.openingAt),
        numberOfTenderers: notice.section || tenderers === 0 ? undefined : tenderers,
        lots: lotsOf(notice, sectionsOf(fields.bids)),
      },
      bids: bidsOf(notice, fields.bids),
    });
  },
});

/** 中标（成交）候选人公示: no format asks for it, yet some places publish it. */
export const candidate = kind({
  nationalType: null,
  act: 'state',
  stage: 'candidate',
  tag: 'award',
  source: '格式规范未列此公告，按所载转载',
  fields: z.strictObject({
    ...optionalBuyer,
    candidates: candidates(),
    evaluation: longText().optional(),
    publicityFrom: dayOrInstant().optional(),
    publicityUntil: dayOrInstant().optional(),
    objectionChannel: alike(longText()).optional(),
    other: longText().optional(),
  }),
  fragment: (notice) => {
    const { fields } = notice;
    return said({
      parties: partiesOf(...buyerRoles(fields), ['candidate', suppliersOf(fields.candidates)]),
      buyer: reference(fields.buyer),
      tender: { ...periodsOf(fields), lots: lotsOf(notice, sectionsOf(fields.candidates)) },
      awards: awardsOf(notice, fields.candidates, 'pending'),
    });
  },
});

/** 中标（成交）结果: within two working days of the decision, with the names of the experts. */
export const award = kind({
  carries: winnersOfCandidates,
  needsRecord: true,
  nationalType: '0202',
  act: 'state',
  stage: 'award',
  tag: 'award',
  source: '财办库〔2020〕50号 格式5；《政府采购法实施条例》第四十三条；财政部令第87号第六十九条',
  fields: z.strictObject({
    ...reachedBuyer,
    projectContact: alike(text()).optional(),
    method: methodField().optional(),
    category: categoryField().optional(),
    budget: money().optional(),
    ceilingPrice: money().optional(),
    awards: pricedWinners(),
    items: items(),
    experts: list(text()),
    agencyFee: by('财政部令第87号第六十九条：有采购代理机构的', longText().optional()),
    procurementDocuments: by('《政府采购法实施条例》第四十三条：采购文件随结果公告公布', longText()),
    noticePeriod: alike(text()),
    supervisor: alike(party()).optional(),
    awardedOn: day().optional(),
    failedSections: failedSections().optional(),
    other: longText().optional(),
  }),
  check: ({ fields, firstPublished }) =>
    fields['agency'] && !fields['agencyFee'] && !firstPublished ? [{ code: 'missing', path: 'fields.agencyFee' }] : [],
  fragment: (notice) => {
    const { fields } = notice;
    return said({
      parties: partiesOf(...buyerRoles(fields), ['supplier', suppliersOf(fields.awards)]),
      buyer: reference(fields.buyer),
      planning: { budget: { amount: notice.section ? undefined : ocdsValue(fields.budget) } },
      tender: {
        status: 'complete',
        value: notice.section ? undefined : ocdsValue(fields.ceilingPrice),
        ...methodOf(fields.method),
        ...(fields.category && {
          mainProcurementCategory: fields.category,
          additionalProcurementCategories: [fields.category],
        }),
        lots: lotsOf(notice, [...sectionsOf(fields.awards), ...failedLots(fields.failedSections)]),
      },
      awards: awardsOf(notice, fields.awards, 'active', fields.awardedOn),
    });
  },
});

/** 框架协议入围结果: suppliers that later orders may go to, at unit prices. */
export const frameworkResult = kind({
  nationalType: '0202',
  act: 'state',
  stage: 'award',
  tag: 'award',
  source: '财政部令第110号（框架协议采购）：入围结果公告',
  fields: z.strictObject({
    ...buyerFields,
    awards: winners(),
    items: items().optional(),
    experts: list(text()).optional(),
    term: text().optional(),
    noticePeriod: alike(text()).optional(),
    awardedOn: day().optional(),
    other: longText().optional(),
  }),
  fragment: (notice) => {
    const { fields } = notice;
    return said({
      parties: partiesOf(...buyerRoles(fields), ['supplier', suppliersOf(fields.awards)]),
      buyer: reference(fields.buyer),
      tender: { status: 'complete', ...methodOf('framework'), lots: lotsOf(notice, sectionsOf(fields.awards)) },
      awards: awardsOf(notice, fields.awards, 'active', fields.awardedOn),
    });
  },
});

function sectionsOf(rows: readonly { section?: string }[] | undefined): { section?: string }[] {
  return (rows ?? []).map(({ section }) => ({ section }));
}
