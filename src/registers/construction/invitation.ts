import * as z from 'zod';
import { changeFields } from '../changes.ts';
import { alike, choice, day, instant, longText, money, party, text } from '../fields.ts';
import { said } from '../fragments.ts';
import { newDates, reopened } from '../bidding.ts';
import { kind } from '../register.ts';
import { callFields, callFragment, entityFields } from './tendering.ts';

const tenderFields = {
  ...callFields,
  bidDeadline: instant(),
  openingAt: instant().optional(),
  openingPlace: alike(text()).optional(),
};

export const tender = kind({
  nationalType: '0101',
  act: 'state',
  stage: 'tender',
  tag: 'tender',
  source: '《招标投标法》第十六条、第二十四条；《实施条例》第十五条、第十六条；10号令第五条',
  fields: z.strictObject(tenderFields),
  fragment: (notice) => {
    const call = callFragment(notice);
    return said({ ...call, tender: { ...call.tender, status: 'active' } });
  },
});

/** 澄清, 修改, 补遗: at least fifteen days before bids close where they may affect bids, else the deadline moves. */
export const clarification = kind({
  nationalType: '0105',
  act: 'change',
  stage: null,
  proves: 'tender',
  tag: 'tenderAmendment',
  source: '《招标投标法》第二十三条；《实施条例》第二十一条',
  fields: z.strictObject({
    agency: party().optional(),
    ...changeFields,
    clarificationType: choice('clarificationType', ['clarification', 'modification', 'addendum', 'answers']).optional(),
    ceilingPrice: money().optional(),
    ...newDates,
    other: longText().optional(),
  }),
  fragment: (notice) => said(callFragment(notice)),
});

export const postponement = kind({
  nationalType: null,
  act: 'change',
  stage: null,
  proves: 'tender',
  tag: 'tenderAmendment',
  source: '《招标投标法》第二十三条；《实施条例》第二十一条（顺延提交投标文件的截止时间）',
  fields: z.strictObject({
    agency: party().optional(),
    ...changeFields,
    ...newDates,
    applicationDeadline: instant().optional(),
  }),
  fragment: (notice) => said(callFragment(notice)),
});

/** 暂停: says that it stands still, and until when where that is known; why stands in `reason`. */
export const suspension = kind({
  nationalType: null,
  act: 'change',
  stage: null,
  proves: 'tender',
  suspends: true,
  tag: 'tenderUpdate',
  source: '《招标投标法实施条例》第二十二条、第五十四条、第六十二条',
  fields: z.strictObject({
    ...entityFields,
    procuringEntity: entityFields.procuringEntity.optional(),
    suspendedOn: day(),
    resumesOn: day().optional(),
    other: longText().optional(),
  }),
  fragment: (notice) => said(callFragment(notice)),
});

/** 重新招标: a call like the first; the new dates replace the old. */
export const retender = kind({
  nationalType: '0101',
  act: 'restart',
  stage: 'tender',
  tag: 'tenderUpdate',
  source: '《招标投标法》第二十八条、第四十二条、第六十四条；10号令第五条',
  fields: z.strictObject({ ...tenderFields, round: text().optional() }),
  fragment: (notice) => {
    const call = callFragment(notice);
    return said({ ...call, tender: reopened(call.tender) });
  },
});
