import * as z from 'zod';
import { onlyParcel } from '../carrying.ts';

import {
  alike,
  choice,
  day,
  dayOrInstant,
  instant,
  list,
  longText,
  money,
  party,
  text,
  type Party,
  partyOrPerson,
} from '../fields.ts';
import { number } from '../numbers.ts';
import type { DayOrInstant } from '../../values/date.ts';
import { moment, period, said, since, through } from '../fragments.ts';
import { failureFields, saleEnded, terminationFields } from '../granting.ts';
import type { Notice } from '../notice.ts';
import type { OcdsAward, OcdsFragment } from '../ocds.ts';
import { kind } from '../register.ts';
import { withinMaximum } from './quantities.ts';
import { parcelArea } from './magnitudes.ts';
import {
  methodOf,
  useCoded,
  parcelKey,
  awardsOfParcels,
  dealtParcels,
  grantorOf,
  lotsOfParcels,
  METHODS,
  OPEN_METHODS,
  parcelLot,
  transfereesOf,
  type Method,
  type ParcelRow,
} from './parcels.ts';

/** 成交确认书: signed with whoever bid highest, before the result is published. */
export const confirmation = kind({
  needsRecord: true,
  nationalType: null,
  act: 'state',
  stage: 'candidate',
  tag: 'award',
  source: '国土资源部令第39号第二十条',
  fields: z.strictObject({
    grantor: party(),
    method: choice('method', OPEN_METHODS).optional(),
    parcels: dealtParcels(),
    confirmedOn: day(),
    other: longText().optional(),
  }),
  fragment: (notice) => said(dealFragment(notice, 'pending', notice.fields.confirmedOn)),
});

/** 成交公示: within ten working days after the sale, free of charge (39号令 art. 22). */
export const deal = kind({
  needsRecord: true,
  nationalType: '0302',
  act: 'state',
  stage: 'award',
  tag: 'award',
  source: '国土资源部令第39号第二十二条',
  fields: z.strictObject({
    grantor: party(),
    method: choice('method', METHODS),
    parcels: dealtParcels(),
    dealtOn: day(),
    publicityFrom: dayOrInstant().optional(),
    publicityUntil: dayOrInstant().optional(),
    objectionChannel: alike(longText()).optional(),
    other: longText().optional(),
  }),
  check: withinMaximum,
  fragment: (notice) => said(dealFragment(notice, 'active', notice.fields.dealtOn)),
});

/** What is publicised before land goes without a sale: to whom, on what ground, for how much. */
const directFields = {
  ground: longText(),
  applicationDeadline: instant().optional(),
  publicityFrom: dayOrInstant(),
  publicityUntil: dayOrInstant(),
  objectionChannel: alike(longText()),
  approver: party().optional(),
  other: longText().optional(),
};

const direct = (method: Method, nationalType: string | null, source: string, parcels = dealtParcels()) =>
  kind({
    nationalType,
    act: 'state',
    stage: 'candidate',
    tag: 'award',
    source,
    fields: z.strictObject({ grantor: party(), parcels, ...directFields }),
    check: withinMaximum,
    fragment: (notice) => said(dealFragment({ ...notice, fields: { ...notice.fields, method } }, 'pending')),
  });

/** 协议出让公示. */
export const agreement = direct('agreement', '0301', '国土资源部令第21号《协议出让国有土地使用权规定》');
/** 划拨用地公示: allocated land has neither price nor term as a rule. */
export const allocation = direct(
  'allocation',
  null,
  '《土地管理法》第五十四条；国土资源部令第9号《划拨用地目录》',
  dealtParcels(money().optional()),
);
/** 租赁. */
export const lease = direct(
  'lease',
  null,
  '《土地管理法实施条例》第十七条；国土资发〔1999〕222号《规范国有土地租赁若干意见》',
);
/** 作价出资或者入股. */
export const contribution = direct('contribution', null, '《土地管理法实施条例》第十七条');

/** 供地结果: what the national land market site shows of a parcel once its contract or decision is made. */
export const supply = kind({
  carries: onlyParcel,
  nationalType: '0302',
  act: 'state',
  stage: 'contract',
  tag: 'contract',
  source: '国土资源部令第39号第二十二条；中国土地市场网供地结果',
  fields: z.strictObject({
    grantor: party().optional(),
    method: choice('method', METHODS),
    ...parcelKey,
    parcel: text().optional(),
    supervisionNumber: text(),
    location: text(),
    area: parcelArea(),
    landSource: text().optional(),
    use: text(),
    ...useCoded,
    term: number('year').optional(),
    industry: text().optional(),
    grade: text().optional(),
    dealPrice: money().optional(),
    paymentTerms: longText().optional(),
    transferee: partyOrPerson(),
    members: list(partyOrPerson()).optional(),
    deliverBy: day().optional(),
    commenceBy: day().optional(),
    completeBy: day().optional(),
    approver: party(),
    signedOn: day(),
    other: longText().optional(),
  }),
  check: withinMaximum,
  fragment: (notice) => {
    const { fields } = notice;
    return said(dealFragment({ ...notice, fields: { ...fields, parcels: [fields] } }, 'active', fields.signedOn));
  },
});

/** 未成交 (流标, 流拍, 流挂): nobody applied, or nobody reached the reserve. */
export const failure = kind({
  nationalType: null,
  act: 'terminate',
  stage: 'terminated',
  tag: 'tenderCancellation',
  source: '国土资源部令第39号第十三条、第十六条、第十九条',
  fields: failureFields(),
  fragment: (notice) =>
    said({ parties: grantorOf(notice.fields), tender: saleEnded(notice, 'unsuccessful', parcelLot) }),
});

/** 终止出让. Deposits are paid back. */
export const termination = kind({
  nationalType: null,
  act: 'terminate',
  stage: 'terminated',
  tag: 'tenderCancellation',
  source: '国土资发〔2006〕114号《招标拍卖挂牌出让国有土地使用权规范（试行）》',
  fields: terminationFields(),
  fragment: (notice) => said({ parties: grantorOf(notice.fields), tender: saleEnded(notice, 'cancelled', parcelLot) }),
});

interface Deal {
  grantor?: Party;
  method?: Method;
  parcels?: readonly ParcelRow[];
  approver?: Party;
  /** By when others may say that they want it too (协议出让). */
  applicationDeadline?: number;
  publicityFrom?: DayOrInstant;
  publicityUntil?: DayOrInstant;
}

function dealFragment(notice: Notice<Deal>, status: OcdsAward['status'], on?: string): OcdsFragment {
  const { fields } = notice;
  return {
    parties: grantorOf(
      fields,
      [status === 'pending' ? 'candidate' : 'supplier', transfereesOf(fields.parcels)],
      ['supervisor', fields.approver],
    ),
    tender: {
      ...(status === 'active' && { status: 'complete' }),
      ...methodOf(fields.method),
      tenderPeriod: period(undefined, moment(fields.applicationDeadline)),
      publicityPeriod: period(since(fields.publicityFrom), through(fields.publicityUntil)),
      lots: lotsOfParcels(notice, fields.parcels, fields.method),
    },
    awards: awardsOfParcels(fields.parcels, status, on),
  };
}
