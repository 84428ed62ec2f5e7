import * as z from 'zod';
import { newDates, reopened } from '../bidding.ts';
import { changeFields } from '../changes.ts';
import { day, instant, longText, money, party, text } from '../fields.ts';
import { said } from '../fragments.ts';
import type { Notice } from '../notice.ts';
import type { OcdsFragment } from '../ocds.ts';
import { kind } from '../register.ts';
import { buyerFields, callFields, callFragment, methodField, offerFields, type Method } from './purchasing.ts';

const offers = z.strictObject({ ...callFields, ...offerFields });
const open = { nationalType: '0201', act: 'state', stage: 'tender', tag: 'tender' } as const;

const opens =
  (method: Method) =>
  (notice: Notice<Partial<z.output<typeof offers>> & { method?: Method }>): OcdsFragment => {
    const call = callFragment(notice, method);
    return said({ ...call, tender: { ...call.tender, status: 'active' } });
  };

/** 招标公告: open tendering, unless it says otherwise. */
export const tender = kind({
  ...open,
  source: '财办库〔2020〕50号 格式3；《政府采购法》第三十五条；财政部令第87号',
  fields: offers.extend({ method: methodField().optional() }),
  fragment: opens('open'),
});

export const negotiation = kind({
  ...open,
  source: '财办库〔2020〕50号 格式4 竞争性谈判；《政府采购法》第三十八条；财政部令第74号',
  fields: offers,
  fragment: opens('negotiation'),
});

/** 竞争性磋商. */
export const consultation = kind({
  ...open,
  source: '财办库〔2020〕50号 格式4 竞争性磋商；财库〔2014〕214号',
  fields: offers,
  fragment: opens('consultation'),
});

/** 询价. */
export const inquiry = kind({
  ...open,
  source: '财办库〔2020〕50号 格式4 询价；《政府采购法》第四十条；财政部令第74号',
  fields: offers,
  fragment: opens('inquiry'),
});

/** 框架协议征集公告: prices are by the piece, so there may be no budget. */
export const framework = kind({
  ...open,
  source: '财政部令第110号（框架协议采购）',
  fields: offers.extend({ budget: money().optional(), shortlisting: longText().optional() }),
  fragment: opens('framework'),
});

/** 澄清, 修改 of the documents: at least fifteen days before offers close, else the deadline moves. */
export const clarification = kind({
  nationalType: '0204',
  act: 'change',
  stage: null,
  proves: 'tender',
  tag: 'tenderAmendment',
  source: '《政府采购法实施条例》第三十一条；财政部令第87号第二十七条',
  fields: z.strictObject({
    agency: party().optional(),
    ...changeFields,
    ...newDates,
    applicationDeadline: instant().optional(),
    budget: money().optional(),
    ceilingPrice: money().optional(),
    other: longText().optional(),
  }),
  fragment: (notice) => said(callFragment(notice)),
});

export const postponement = kind({
  nationalType: '0204',
  act: 'change',
  stage: null,
  proves: 'tender',
  tag: 'tenderAmendment',
  source: '《政府采购法实施条例》第三十一条（顺延提交投标文件的截止时间）',
  fields: z.strictObject({
    agency: party().optional(),
    ...changeFields,
    ...newDates,
    applicationDeadline: instant().optional(),
  }),
  fragment: (notice) => said(callFragment(notice)),
});

/** 暂停: for thirty days at most while a complaint is decided. Why stands in `reason`. */
export const suspension = kind({
  nationalType: null,
  act: 'change',
  stage: null,
  proves: 'tender',
  suspends: true,
  tag: 'tenderUpdate',
  source: '《政府采购法》第五十七条',
  fields: z.strictObject({
    ...buyerFields,
    buyer: buyerFields.buyer.optional(),
    suspendedOn: day(),
    resumesOn: day().optional(),
    other: longText().optional(),
  }),
  fragment: (notice) => said(callFragment(notice)),
});

/** 重新采购: a call like the first; the new dates replace the old. */
export const retender = kind({
  nationalType: '0201',
  act: 'restart',
  stage: 'tender',
  tag: 'tenderUpdate',
  source: '《政府采购法》第三十七条；财办库〔2020〕50号 格式3、格式4',
  fields: offers.extend({ method: methodField().optional(), round: text().optional() }),
  fragment: (notice) => {
    const call = callFragment(notice);
    return said({ ...call, tender: reopened(call.tender) });
  },
});
