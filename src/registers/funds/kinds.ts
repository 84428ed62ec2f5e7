import * as z from 'zod';
import { dayOf } from '../../values/date.ts';
import { alike, choice, day, longText, money, party, text, type Party } from '../fields.ts';
import { partiesOf, said } from '../fragments.ts';
import { number, percent } from '../numbers.ts';
import type { Notice } from '../notice.ts';
import { ocdsValue, type OcdsFragment } from '../ocds.ts';
import { kind } from '../register.ts';
import { CATEGORIES, corrections, findings, GRADES, LEVELS, payments, shares, type FundStatement } from './fund.ts';
import { refusalsOfFund } from './refusals.ts';

const OPEN = '《政府信息公开条例》第二十条、第二十六条；市委、市政府2012年6月18日实施意见（行动八）';
const beside = {
  sourceUrl: text().optional(),
  toVerify: longText().optional(),
  other: longText().optional(),
};
const paper = { document: text(), documentNumber: text().optional(), formedOn: day() };

/** 下达: the document that sets the fund up for a year. A later one of the same fund says the whole anew. */
export const issue = kind({
  nationalType: null,
  act: 'state',
  stage: 'issued',
  tag: 'planning',
  source: OPEN,
  fields: z.strictObject({
    name: text(),
    year: text(),
    level: choice('fundLevel', LEVELS),
    category: choice('fundCategory', CATEGORIES),
    authority: alike(party()),
    treasury: alike(party()).optional(),
    ...paper,
    budget: money(),
    purpose: longText().optional(),
    /** By when it is to be allotted and paid, where the document says so. */
    allotBy: day().optional(),
    payBy: day().optional(),
    payShare: percent().optional(),
    ...beside,
  }),
  fragment: (notice) => statement(notice),
  check: refusalsOfFund,
});

/** 分配: to whom; of a place named twice the later notice counts. */
export const allotment = kind({
  nationalType: null,
  act: 'state',
  stage: 'allotted',
  needsRecord: true,
  tag: 'implementation',
  source: OPEN,
  fields: z.strictObject({ ...paper, shares: shares(), method: longText().optional(), ...beside }),
  fragment: (notice) => statement(notice),
  check: refusalsOfFund,
});

/** 支付: all that was paid to each place up to a day. */
export const payment = kind({
  nationalType: null,
  act: 'state',
  stage: 'paid',
  needsRecord: true,
  tag: 'implementationUpdate',
  source: OPEN,
  fields: z.strictObject({ asOf: day(), payments: payments(), ...beside }),
  fragment: (notice) => statement(notice),
  check: refusalsOfFund,
});

/** 绩效: as published, with its method. */
export const evaluation = kind({
  nationalType: null,
  act: 'state',
  stage: null,
  proves: 'issued',
  needsRecord: true,
  tag: 'implementationUpdate',
  source: '《预算法》关于绩效评价的规定（条款待核）；市委、市政府2012年6月18日实施意见（行动八）',
  fields: z.strictObject({
    evaluator: party(),
    grade: choice('grade', GRADES),
    score: number().optional(),
    method: longText(),
    found: longText().optional(),
    formedOn: day().optional(),
    ...beside,
  }),
  fragment: (notice) => statement(notice),
  check: refusalsOfFund,
});

/** 审计: what an audit or inspection published; its words are quoted, and nothing is named that they do not name. */
export const audit = kind({
  nationalType: null,
  act: 'state',
  stage: null,
  proves: 'issued',
  needsRecord: true,
  tag: 'implementationUpdate',
  source: '《审计法》关于公布审计结果的规定（条款待核）；市委、市政府2012年6月18日实施意见（行动八）',
  fields: z.strictObject({ auditor: party(), ...paper, findings: findings(), ...beside }),
  fragment: (notice) => statement(notice),
  check: refusalsOfFund,
});

/** 整改: what was done about each finding. */
export const rectification = kind({
  nationalType: null,
  act: 'state',
  stage: null,
  proves: 'issued',
  needsRecord: true,
  tag: 'implementationUpdate',
  source: '市委、市政府2012年6月18日实施意见（整改方案、整改档案）',
  fields: z.strictObject({ corrections: corrections(), ...beside }),
  fragment: (notice) => statement(notice),
  check: refusalsOfFund,
});

/** What the notice says, as one statement of the fund's history. */
function statement(notice: Notice<object>): OcdsFragment {
  const { id, kind: act, publishedAt, project, fields } = notice;
  const told = { ...fields, id, act, publishedOn: dayOf(publishedAt) } as FundStatement;
  const recipients = [...(told.shares ?? []), ...(told.payments ?? [])].flatMap(({ recipient }) => recipient ?? []);
  return said({
    parties: partiesOf(
      ['authority', told.authority],
      ['treasury', told.treasury],
      ['auditor', told.auditor],
      ['evaluator', told.evaluator],
      ['recipient', recipients as Party[]],
    ),
    ...(told.budget && { planning: { budget: { amount: ocdsValue(told.budget) } } }),
    fund: { code: project.code, statements: [told] },
  });
}
