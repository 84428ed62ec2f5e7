import * as z from 'zod';
import { changeFields } from '../changes.ts';
import { choice, day, group, instant, list, longText, money, party, text } from '../fields.ts';
import { count } from '../numbers.ts';
import { lotsOf, partiesOf, reference, said } from '../fragments.ts';
import { awardsOf, cancelledAwards, candidates, endedBy, newDates, suppliersOf, winners } from '../bidding.ts';
import { kind } from '../register.ts';
import { callFragment, entityFields, entityRoles } from './tendering.ts';

const optionalEntity = { ...entityFields, procuringEntity: party().optional() };

/** 更正: of the call, the documents, the candidates or the result. What is corrected in figures is said anew. */
export const correction = kind({
  nationalType: null,
  act: 'change',
  stage: null,
  proves: 'tender',
  tag: 'tenderAmendment',
  source: '10号令第五条、第六条、第十六条',
  fields: z.strictObject({
    agency: party().optional(),
    ...changeFields,
    corrected: choice('corrected', ['notice', 'documents', 'candidate', 'result', 'contract', 'other']).optional(),
    ceilingPrice: money().optional(),
    ...newDates,
    applicationDeadline: instant().optional(),
    candidates: candidates().optional(),
    awards: winners().optional(),
    cancelledAwards: cancelledAwards().optional(),
    other: longText().optional(),
  }),
  fragment: (notice) => {
    const { fields } = notice;
    return said({
      ...callFragment(notice),
      parties: partiesOf(
        ...entityRoles(fields),
        ['candidate', suppliersOf(fields.candidates)],
        ['supplier', suppliersOf(fields.awards)],
      ),
      awards: [
        ...awardsOf(notice, fields.candidates, 'pending'),
        ...awardsOf(notice, fields.cancelledAwards, 'cancelled'),
        ...awardsOf(notice, fields.awards, 'active'),
      ],
    });
  },
});

/** 招标失败 (流标): fewer than three bidders, or every bid rejected. */
export const failure = kind({
  nationalType: null,
  act: 'terminate',
  stage: 'terminated',
  tag: 'tenderCancellation',
  source: '《招标投标法》第二十八条、第四十二条；《实施条例》第十九条、第四十四条',
  fields: z.strictObject({
    ...optionalEntity,
    failedOn: day().optional(),
    bidders: count('家|个').optional(),
    followUp: longText().optional(),
    other: longText().optional(),
  }),
  fragment: (notice) =>
    said({
      parties: partiesOf(...entityRoles(notice.fields)),
      tender: {
        procuringEntity: reference(notice.fields.procuringEntity),
        numberOfTenderers: notice.section ? undefined : notice.fields.bidders,
        ...endedBy(notice, 'unsuccessful'),
      },
    }),
});

/** 终止: published in good time; fees and deposits are paid back with interest. */
export const termination = kind({
  nationalType: null,
  act: 'terminate',
  stage: 'terminated',
  tag: 'tenderCancellation',
  source: '《招标投标法实施条例》第三十一条',
  fields: z.strictObject({
    ...optionalEntity,
    terminatedOn: day().optional(),
    approver: party().optional(),
    reviewResult: longText().optional(),
    refund: longText().optional(),
    followUp: longText().optional(),
    other: longText().optional(),
  }),
  fragment: (notice) =>
    said({
      parties: partiesOf(...entityRoles(notice.fields), ['supervisor', notice.fields.approver]),
      tender: { procuringEntity: reference(notice.fields.procuringEntity), ...endedBy(notice, 'cancelled') },
    }),
});

/** 异常: something out of the ordinary, and what its review found. */
export const anomaly = kind({
  nationalType: null,
  act: 'state',
  stage: null,
  proves: 'tender',
  tag: 'tenderUpdate',
  source: '公共资源交易平台系统数据规范：异常信息（异常情况描述、审核结果、审核时间）',
  fields: z.strictObject({
    ...optionalEntity,
    anomalies: longText(),
    reviewResult: longText().optional(),
    reviewedOn: day().optional(),
    reviewer: party().optional(),
  }),
  fragment: (notice) =>
    said({
      parties: partiesOf(...entityRoles(notice.fields), ['supervisor', notice.fields.reviewer]),
      tender: { procuringEntity: reference(notice.fields.procuringEntity), lots: lotsOf(notice) },
    }),
});

/** 投诉处理. Who complains and who is complained of take no role in the tender by that. */
export const complaint = kind({
  nationalType: null,
  act: 'state',
  stage: null,
  proves: 'tender',
  tag: 'tenderUpdate',
  source: '《招标投标法实施条例》第六十条至第六十二条；公共资源交易平台系统数据规范：投诉信息',
  fields: z.strictObject({
    complainants: list(party()),
    respondents: list(party()),
    matter: longText(),
    takenUpOn: day(),
    decision: longText(),
    basis: longText(),
    decidedOn: day(),
    decider: party(),
    restriction: group({ measure: text(), from: day().optional(), until: day().optional() }).optional(),
  }),
  fragment: (notice) =>
    said({ parties: partiesOf(['supervisor', notice.fields.decider]), tender: { lots: lotsOf(notice) } }),
});
