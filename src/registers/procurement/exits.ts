import * as z from 'zod';
import { awardsOf, cancelledAwards, endedBy, newDates, suppliersOf, winners } from '../bidding.ts';
import { changeFields } from '../changes.ts';
import { alike, choice, day, dayOrInstant, instant, list, longText, money, party } from '../fields.ts';
import { partiesOf, reference, said } from '../fragments.ts';
import { kind } from '../register.ts';
import { buyerFields, buyerRoles, callFragment, items } from './purchasing.ts';

/** 更正: of the notice, the documents or the result. What is corrected in figures is said anew. */
export const correction = kind({
  nationalType: '0204',
  act: 'change',
  stage: null,
  proves: 'tender',
  tag: 'tenderAmendment',
  source: '财办库〔2020〕50号 格式6',
  fields: z.strictObject({
    ...buyerFields,
    firstNoticeOn: day(),
    corrected: choice('corrected', ['notice', 'documents', 'result', 'contract', 'other']),
    ...changeFields,
    changedOn: day(),
    budget: money().optional(),
    ceilingPrice: money().optional(),
    ...newDates,
    documentsFrom: dayOrInstant().optional(),
    applicationDeadline: instant().optional(),
    awards: winners().optional(),
    items: items().optional(),
    cancelledAwards: cancelledAwards().optional(),
    other: longText().optional(),
  }),
  fragment: (notice) => {
    const { fields } = notice;
    return said({
      ...callFragment(notice),
      parties: partiesOf(...buyerRoles(fields), ['supplier', suppliersOf(fields.awards)]),
      awards: [...awardsOf(notice, fields.cancelledAwards, 'cancelled'), ...awardsOf(notice, fields.awards, 'active')],
    });
  },
});

const endFields = {
  ...buyerFields,
  projectContact: alike(longText()).optional(),
  followUp: longText().optional(),
  other: longText().optional(),
};

/** 废标: the four grounds of article 36; why stands in `reason`. */
export const failure = kind({
  nationalType: null,
  act: 'terminate',
  stage: 'terminated',
  tag: 'tenderCancellation',
  source: '财办库〔2020〕50号 格式7；《政府采购法》第三十六条、第三十七条',
  fields: z.strictObject({ ...endFields, failedOn: day().optional(), bidders: list(party()).optional() }),
  fragment: (notice) =>
    said({
      parties: partiesOf(...buyerRoles(notice.fields), ['tenderer', notice.fields.bidders]),
      buyer: reference(notice.fields.buyer),
      tender: endedBy(notice, 'unsuccessful'),
    }),
});

/** 终止. */
export const termination = kind({
  nationalType: null,
  act: 'terminate',
  stage: 'terminated',
  tag: 'tenderCancellation',
  source: '财办库〔2020〕50号 格式7',
  fields: z.strictObject({ ...endFields, terminatedOn: day().optional() }),
  fragment: (notice) =>
    said({
      parties: partiesOf(...buyerRoles(notice.fields)),
      buyer: reference(notice.fields.buyer),
      tender: endedBy(notice, 'cancelled'),
    }),
});
