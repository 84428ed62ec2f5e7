import * as z from 'zod';
import { changeFields } from '../changes.ts';
import type { Money } from '../../values/money.ts';
import { reopened } from '../bidding.ts';

import { area, choice, day, group, instant, list, longText, party, text } from '../fields.ts';
import { said } from '../fragments.ts';
import { newDates, postponementFields, saleOf, suspensionFields, type Sale } from '../granting.ts';
import type { Notice } from '../notice.ts';
import type { OcdsFragment } from '../ocds.ts';
import { kind } from '../register.ts';
import { withinMaximum } from './quantities.ts';
import {
  methodOf,
  awardsOfParcels,
  changedParcels,
  grantorOf,
  lotsOfParcels,
  METHODS,
  offeredParcels,
  OPEN_METHODS,
  transfereesOf,
  type Method,
  type ParcelRow,
} from './parcels.ts';

/** 供应计划: what is to be supplied in the year, by use and place. */
export const plan = kind({
  nationalType: null,
  act: 'state',
  stage: 'planning',
  tag: 'planning',
  source: '《土地管理法实施条例》第十七条；国土资发〔2010〕117号《国有建设用地供应计划编制规范（试行）》',
  fields: z.strictObject({
    grantor: party(),
    planYear: text(),
    plannedArea: area('hectare'),
    supplies: list(
      group({
        location: text().optional(),
        use: text(),
        area: area('hectare'),
        method: choice('method', METHODS).optional(),
        plannedFor: text().optional(),
      }),
    ),
    guidance: longText().optional(),
    other: longText().optional(),
  }),
  fragment: ({ project, fields }) =>
    said({
      parties: grantorOf(fields),
      planning: { project: project.name, projectID: project.code },
      tender: { status: 'planning' },
    }),
});

const grantFields = {
  grantor: party(),
  method: choice('method', OPEN_METHODS),
  parcels: offeredParcels(),
  bidderScope: longText(),
  documentsFrom: instant().optional(),
  documentsUntil: instant().optional(),
  documentsHow: longText(),
  applicationFrom: instant().optional(),
  applicationDeadline: instant(),
  depositDeadline: instant().optional(),
  listingFrom: instant().optional(),
  listingUntil: instant().optional(),
  saleAt: instant().optional(),
  salePlace: text(),
  awardRule: longText(),
  contact: longText().optional(),
  other: longText().optional(),
};

/** 出让公告: at least twenty days before the sale begins (39号令 art. 8); its table and dates are those of art. 9. */
export const grant = kind({
  nationalType: '0301',
  act: 'state',
  stage: 'tender',
  tag: 'tender',
  source: '国土资源部令第39号第八条、第九条；《民法典》第三百四十七条',
  fields: z.strictObject(grantFields),
  check: withinMaximum,
  fragment: (notice) => {
    const call = callFragment(notice);
    return said({ ...call, tender: { ...call.tender, status: 'active' } });
  },
});

/** 重新出让: after a sale that came to nothing; the new terms replace the old. */
export const regrant = kind({
  nationalType: '0301',
  act: 'restart',
  stage: 'tender',
  tag: 'tenderUpdate',
  source: '国土资源部令第39号第八条、第九条',
  fields: z.strictObject({ ...grantFields, round: text().optional() }),
  check: withinMaximum,
  fragment: (notice) => {
    const call = callFragment(notice);
    return said({ ...call, tender: reopened(call.tender) });
  },
});

/** 补充公告, 变更公告: what touches the price moves the sale to at least twenty days later (39号令 art. 11). */
export const change = kind({
  nationalType: '0301',
  act: 'change',
  stage: null,
  proves: 'tender',
  tag: 'tenderAmendment',
  source: '国土资发〔2006〕114号《招标拍卖挂牌出让国有土地使用权规范（试行）》（补充公告）',
  fields: z.strictObject({
    ...changeFields,
    parcels: changedParcels().optional(),
    ...newDates,
    other: longText().optional(),
  }),
  fragment: (notice) => said(callFragment(notice)),
});

export const postponement = kind({
  nationalType: '0301',
  act: 'change',
  stage: null,
  proves: 'tender',
  tag: 'tenderAmendment',
  source: '国土资发〔2006〕114号《招标拍卖挂牌出让国有土地使用权规范（试行）》（顺延）',
  fields: postponementFields(),
  fragment: (notice) => said(callFragment(notice)),
});

/** 中止: the sale rests; why stands in `reason`. */
export const suspension = kind({
  nationalType: null,
  act: 'change',
  stage: null,
  proves: 'tender',
  suspends: true,
  tag: 'tenderUpdate',
  source: '国土资发〔2006〕114号《招标拍卖挂牌出让国有土地使用权规范（试行）》',
  fields: suspensionFields(),
  fragment: (notice) => said(callFragment(notice)),
});

/** 更正: of the notice, the documents or the result. What is corrected in figures is said anew. */
export const correction = kind({
  nationalType: null,
  act: 'change',
  stage: null,
  proves: 'tender',
  tag: 'tenderAmendment',
  source: '《政府信息公开条例》第六条；国土资源部令第39号第九条、第二十二条',
  fields: z.strictObject({
    ...changeFields,
    corrected: choice('corrected', ['notice', 'documents', 'result', 'contract', 'other']).optional(),
    parcels: changedParcels().optional(),
    ...newDates,
    publicityUntil: day().optional(),
    other: longText().optional(),
  }),
  fragment: (notice) => {
    const call = callFragment(notice);
    const { parcels } = notice.fields;
    return said({
      ...call,
      parties: grantorOf({}, ['supplier', transfereesOf(parcels)]),
      awards: awardsOfParcels(parcels, 'active'),
    });
  },
});

interface Call extends Sale {
  method?: Method;
  parcels?: readonly (ParcelRow & { increment?: Money })[];
}

/** Whatever of a grant notice a notice says. */
export function callFragment(notice: Notice<Call>): OcdsFragment & { tender: NonNullable<OcdsFragment['tender']> } {
  const { fields } = notice;
  return {
    parties: grantorOf(fields),
    tender: {
      ...saleOf(notice),
      ...methodOf(fields.method),
      lots: lotsOfParcels(notice, fields.parcels, fields.method),
    },
  };
}
