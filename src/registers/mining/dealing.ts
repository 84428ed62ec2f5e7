import * as z from 'zod';
import { onlyRight } from '../carrying.ts';
import {
  alike,
  by,
  choice,
  day,
  dayOrInstant,
  longText,
  money,
  party,
  text,
  type Party,
  partyOrPerson,
} from '../fields.ts';
import { number, percent } from '../numbers.ts';
import type { DayOrInstant } from '../../values/date.ts';
import { awardId, contractId, partiesOf, period, reference, said, since, through } from '../fragments.ts';
import type { Notice } from '../notice.ts';
import { ocdsValue, type OcdsAward, type OcdsFragment } from '../ocds.ts';
import { kind } from '../register.ts';
import { withinMaximum } from './quantities.ts';
import {
  awardsOfRights,
  dealtRights,
  lotsOfRights,
  methodOf,
  METHODS,
  OPEN_METHODS,
  rightLot,
  RIGHTS,
  transfereesOf,
  type Method,
  type RightRow,
} from './rights.ts';

/** 成交确认书: signed within three working days after the bidding where the rules say so. */
export const confirmation = kind({
  needsRecord: true,
  nationalType: null,
  act: 'state',
  stage: 'candidate',
  tag: 'award',
  source: '自然资规〔2023〕1号《矿业权出让交易规则》（成交确认书）',
  fields: z.strictObject({
    grantor: party(),
    method: choice('method', OPEN_METHODS).optional(),
    rights: dealtRights(),
    confirmedOn: day(),
    other: longText().optional(),
  }),
  fragment: (notice) => said(dealFragment(notice, 'pending', notice.fields.confirmedOn)),
});

const RULES = '《矿业权出让交易规则》';

/** 结果公示: at least ten working days. */
export const deal = kind({
  needsRecord: true,
  nationalType: '0402',
  act: 'state',
  stage: 'award',
  tag: 'award',
  source: '自然资规〔2023〕1号《矿业权出让交易规则》（结果公示）',
  fields: z.strictObject({
    grantor: party(),
    method: choice('method', METHODS),
    rights: dealtRights(),
    dealtOn: by(`${RULES}：成交时间`, day()),
    dealPlace: by(`${RULES}：成交地点`, text()),
    paymentTerms: by(`${RULES}：价款的缴纳时间、方式`, longText()),
    registrationLimit: by(`${RULES}：申请办理登记的时限`, text()),
    publicityFrom: dayOrInstant(),
    publicityUntil: dayOrInstant(),
    objectionChannel: alike(longText()),
    other: longText().optional(),
  }),
  check: withinMaximum,
  fragment: (notice) => said(dealFragment(notice, 'active', notice.fields.dealtOn)),
});

/** 协议出让公示: at least ten working days, with the ground on which no competition is held. */
export const agreement = kind({
  nationalType: '0401',
  act: 'state',
  stage: 'candidate',
  tag: 'award',
  source: '《矿产资源法》（2024年修订）第十七条',
  fields: z.strictObject({
    grantor: party(),
    rights: dealtRights(),
    ground: longText(),
    publicityFrom: dayOrInstant(),
    publicityUntil: dayOrInstant(),
    objectionChannel: alike(longText()),
    other: longText().optional(),
  }),
  check: withinMaximum,
  fragment: (notice) => said(dealFragment({ ...notice, fields: { ...notice.fields, method: 'agreement' } }, 'pending')),
});

/** 出让合同: mineral, area, duties, royalty and how it is paid, term. */
export const contract = kind({
  carries: onlyRight,
  needsRecord: true,
  nationalType: null,
  act: 'state',
  stage: 'contract',
  tag: 'contract',
  source: '《矿产资源法》（2024年修订）第二十条',
  fields: z.strictObject({
    contractNumber: text().optional(),
    name: text(),
    right: choice('right', RIGHTS),
    mineral: text(),
    grantor: party(),
    transferee: partyOrPerson(),
    extent: longText(),
    duties: longText(),
    contractPrice: money(),
    royaltyRate: percent().optional(),
    paymentTerms: longText(),
    term: number('year'),
    signedOn: day(),
    other: longText().optional(),
  }),
  check: withinMaximum,
  fragment: (notice) => {
    const { fields } = notice;
    const lot = fields.name === undefined ? undefined : rightLot(fields.name);
    return said({
      parties: partiesOf(['grantor', fields.grantor], ['supplier', fields.transferee]),
      tender: { lots: lotsOfRights(notice, [fields]) },
      contracts: [
        {
          id: contractId(fields.contractNumber, lot, fields.transferee),
          awardID: fields.transferee && awardId(lot, fields.transferee),
          title: fields.contractNumber,
          status: 'active',
          value: ocdsValue(fields.contractPrice),
          dateSigned: since(fields.signedOn),
          period: { text: fields.paymentTerms },
          suppliers: fields.transferee && [reference(fields.transferee)!],
        },
      ],
    });
  },
});

interface Deal {
  grantor?: Party;
  method?: Method;
  rights?: readonly RightRow[];
  publicityFrom?: DayOrInstant;
  publicityUntil?: DayOrInstant;
}

function dealFragment(notice: Notice<Deal>, status: OcdsAward['status'], on?: string): OcdsFragment {
  const { fields } = notice;
  return {
    parties: partiesOf(
      ['grantor', fields.grantor],
      [status === 'pending' ? 'candidate' : 'supplier', transfereesOf(fields.rights)],
    ),
    tender: {
      ...(status === 'active' && { status: 'complete' }),
      ...methodOf(fields.method),
      publicityPeriod: period(since(fields.publicityFrom), through(fields.publicityUntil)),
      lots: lotsOfRights(notice, fields.rights, fields.method),
    },
    awards: awardsOfRights(fields.rights, status, on),
  };
}
