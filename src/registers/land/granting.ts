import * as z from 'zod';
import { parcelsOfPlan } from '../carrying.ts';
import { changeFields } from '../changes.ts';
import type { Money } from '../../values/money.ts';
import { reopened } from '../bidding.ts';

import { alike, by, choice, dayOrInstant, group, instant, list, longText, party, text, reached } from '../fields.ts';
import { area } from '../numbers.ts';
import { usually } from '../usual.ts';
import { said } from '../fragments.ts';
import { newDates, postponementFields, saleOf, suspensionFields, untimedSale, type Sale } from '../granting.ts';
import type { Refusal } from '../../values/result.ts';
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
    plannedArea: usually({ to: 20_000, why: '全市一年的供应计划' }, area('hectare')),
    supplies: list(
      group({
        location: text().optional(),
        use: text(),
        area: usually({ to: 20_000, why: '全市一年的供应计划' }, area('hectare')),
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
  grantor: by('39号令第九条：出让人的名称和地址', reached(['address'], party())),
  method: choice('method', OPEN_METHODS),
  parcels: offeredParcels(),
  bidderScope: alike(longText()),
  documentsFrom: by('39号令第九条：索取出让文件的时间', dayOrInstant()),
  documentsUntil: dayOrInstant().optional(),
  documentsHow: alike(longText()),
  applicationFrom: instant().optional(),
  applicationDeadline: instant(),
  depositDeadline: instant().optional(),
  listingFrom: by('39号令第九条：挂牌的', instant().optional()),
  listingUntil: by('39号令第九条：挂牌的', instant().optional()),
  saleAt: by('39号令第九条：招标、拍卖的', instant().optional()),
  salePlace: alike(text()),
  awardRule: alike(longText()),
  contact: alike(longText()).optional(),
  other: longText().optional(),
};

/** 出让公告: at least twenty days before the sale begins (39号令 art. 8); its table and dates are those of art. 9. */
export const grant = kind({
  carries: parcelsOfPlan,
  nationalType: '0301',
  act: 'state',
  stage: 'tender',
  tag: 'tender',
  source: '国土资源部令第39号第八条、第九条；《民法典》第三百四十七条',
  fields: z.strictObject(grantFields),
  check: refusalsOfSale,
  fragment: (notice) => {
    const call = callFragment(notice);
    return said({ ...call, tender: { ...call.tender, status: 'active' } });
  },
});

/** 重新出让: after a sale that came to nothing; the new terms replace the old. */
export const regrant = kind({
  carries: parcelsOfPlan,
  nationalType: '0301',
  act: 'restart',
  stage: 'tender',
  tag: 'tenderUpdate',
  source: '国土资源部令第39号第八条、第九条',
  fields: z.strictObject({ ...grantFields, round: text().optional() }),
  check: refusalsOfSale,
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
    publicityUntil: dayOrInstant().optional(),
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

/** When the sale is held (39号令 art. 9), and no term beyond the maximum. */
function refusalsOfSale(notice: Notice): Refusal[] {
  return [...withinMaximum(notice), ...untimedSale(notice)];
}

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
