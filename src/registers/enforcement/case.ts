import * as z from 'zod';
import type { Refusal } from '../../values/result.ts';
import { changeFields } from '../changes.ts';
import { by, choice, day, expected, longText, money, party, partyOrPerson, text, type Party } from '../fields.ts';
import { partiesOf, said } from '../fragments.ts';
import { GRAVITIES, type Gravity } from '../gravity.ts';
import type { Money } from '../../values/money.ts';
import type { Notice } from '../notice.ts';
import { ocdsValue, type OcdsFragment } from '../ocds.ts';
import { kind } from '../register.ts';
import { BAR_SCOPES, MATTERS, type BarScope, type Matter } from './matters.ts';
import { CASE, type EnforcementCase } from './subject.ts';

const PENALTY_LAW = '《行政处罚法》（2021年修订）';

/** Who is looked into, by whom, for what. */
const about = {
  matter: choice('matter', MATTERS),
  respondent: partyOrPerson(),
  authority: party(),
  place: expected(text().optional()),
};
const other = { other: longText().optional() };

/** 巡查: what was seen on a day; nobody is accused by it. */
export const patrol = kind({
  nationalType: null,
  act: 'state',
  stage: 'patrolled',
  tag: 'planning',
  source: '市委、市政府2012年6月18日实施意见（日常监管与动态巡查）；国办发〔2018〕118号（待核）',
  fields: z.strictObject({
    ...about,
    respondent: partyOrPerson().optional(),
    patrolledOn: day(),
    seen: longText(),
    handling: longText().optional(),
    ...other,
  }),
  fragment: (notice) => caseSaid(notice),
});

/** 立案. */
export const filing = kind({
  nationalType: null,
  act: 'state',
  stage: 'filed',
  tag: 'planning',
  source: `${PENALTY_LAW}第五十四条（待核）`,
  fields: z.strictObject({ ...about, caseNumber: text().optional(), filedOn: day(), facts: longText(), ...other }),
  fragment: (notice) => caseSaid(notice, { filedOn: notice.fields.filedOn }),
});

/** 处罚决定; a bar on bidding is part of it, and so is what must be paid, given back and put right. */
export const penalty = kind({
  nationalType: null,
  act: 'state',
  stage: 'decided',
  tag: 'planning',
  source: `${PENALTY_LAW}第四十八条、第五十九条（待核）`,
  fields: z.strictObject({
    ...about,
    documentNumber: text(),
    facts: longText(),
    breached: text(),
    basis: text(),
    penalty: longText(),
    found: expected(money().optional()),
    fine: expected(money().optional()),
    /** The benchmark of discretion that it applies, by its code, and the grade that it finds. */
    benchmark: text().optional(),
    gravity: choice('gravity', GRAVITIES).optional(),
    decidedOn: day(),
    servedOn: by(`${PENALTY_LAW}第六十一条（待核）`, day().optional()),
    payBy: by(`${PENALTY_LAW}第六十六条（待核）`, day().optional()),
    returnBy: by(`${PENALTY_LAW}第六十六条（待核）`, day().optional()),
    rectifyBy: by(`${PENALTY_LAW}第二十八条（待核）`, day().optional()),
    barScope: by('《招标投标法》第五十三条、《政府采购法》第七十七条', choice('barScope', BAR_SCOPES).optional()),
    barFrom: day().optional(),
    barUntil: day().optional(),
    barBasis: text().optional(),
    ...other,
  }),
  fragment: (notice) => caseSaid(notice, { decidedOn: notice.fields.decidedOn, bar: barOf(notice.fields) }),
  check: barRefusals,
});

/** 收缴国库: all that was fined or confiscated goes there (行政处罚法 art. 74). */
export const treasury = kind({
  needsRecord: true,
  nationalType: null,
  act: 'state',
  stage: null,
  proves: 'settling',
  tag: 'planningUpdate',
  source: `${PENALTY_LAW}第七十四条（待核）`,
  fields: z.strictObject({
    authority: party().optional(),
    paid: money(),
    paidOn: day(),
    voucher: text().optional(),
    ...other,
  }),
  fragment: (notice) =>
    caseSaid(notice, { treasury: [{ id: notice.id, on: notice.fields.paidOn, value: ocdsValue(notice.fields.paid) }] }),
});

/** 退还: to those who had paid without ground. */
export const refund = kind({
  needsRecord: true,
  nationalType: null,
  act: 'state',
  stage: null,
  proves: 'settling',
  tag: 'planningUpdate',
  source: '《价格违法行为行政处罚规定》第十六条（待核）',
  fields: z.strictObject({
    authority: party().optional(),
    returned: money(),
    returnedOn: day(),
    recipients: text().optional(),
    ...other,
  }),
  fragment: (notice) =>
    caseSaid(notice, {
      refunds: [{ id: notice.id, on: notice.fields.returnedOn, value: ocdsValue(notice.fields.returned) }],
    }),
});

/** 整改. */
export const rectification = kind({
  needsRecord: true,
  nationalType: null,
  act: 'state',
  stage: null,
  proves: 'settling',
  tag: 'planningUpdate',
  source: `${PENALTY_LAW}第二十八条（待核）`,
  fields: z.strictObject({ authority: party().optional(), done: longText(), rectifiedOn: day(), ...other }),
  fragment: (notice) => caseSaid(notice),
});

/** 结案. */
export const closure = kind({
  needsRecord: true,
  nationalType: null,
  act: 'state',
  stage: 'concluded',
  tag: 'planningUpdate',
  source: `${PENALTY_LAW}；市场监督管理行政处罚程序规定（待核）`,
  fields: z.strictObject({ authority: party().optional(), concludedOn: day(), outcome: longText(), ...other }),
  fragment: (notice) => caseSaid(notice, { concludedOn: notice.fields.concludedOn }),
});

/** 撤销: a decision that was changed, annulled or held unlawful is taken out of the public within three days (art. 48). */
export const revocation = kind({
  needsRecord: true,
  nationalType: null,
  act: 'terminate',
  stage: 'revoked',
  tag: 'planningUpdate',
  source: `${PENALTY_LAW}第四十八条（待核）`,
  fields: z.strictObject({
    authority: party().optional(),
    revokedOn: day(),
    ground: longText(),
    revoker: party().optional(),
    ...other,
  }),
  fragment: (notice) => caseSaid(notice, { revokedOn: notice.fields.revokedOn }),
});

/** 更正公告 of what an earlier notice said. */
export const correction = kind({
  nationalType: null,
  act: 'change',
  stage: null,
  proves: 'patrolled',
  tag: 'planningUpdate',
  source: '《政府信息公开条例》第四十一条',
  fields: z.strictObject({
    ...changeFields,
    found: money().optional(),
    fine: money().optional(),
    payBy: day().optional(),
    returnBy: day().optional(),
    rectifyBy: day().optional(),
    ...other,
  }),
  fragment: (notice) => caseSaid(notice),
});

interface CaseFields {
  matter?: Matter;
  respondent?: Party;
  authority?: Party;
  place?: string;
  breached?: string;
  penalty?: string;
  documentNumber?: string;
  found?: Money;
  fine?: Money;
  benchmark?: string;
  gravity?: Gravity;
}

function caseSaid({ project, fields }: Notice<CaseFields>, more: EnforcementCase = {}): OcdsFragment {
  const { matter, respondent, authority, place, breached, penalty: decided, documentNumber, found, fine } = fields;
  const { benchmark, gravity } = fields;
  return said({
    parties: partiesOf(['supervisor', authority], ['respondent', respondent]),
    tender: {
      title: project.name,
      lots: [
        {
          id: CASE,
          title: project.name,
          enforcementCase: {
            matter,
            respondent: respondent?.name,
            authority: authority?.name,
            place,
            breached,
            penalty: decided,
            documentNumber,
            found: ocdsValue(found),
            fine: ocdsValue(fine),
            benchmark,
            gravity,
            ...more,
          },
        },
      ],
    },
  });
}

interface BarFields {
  barScope?: BarScope;
  barFrom?: string;
  barUntil?: string;
  barBasis?: string;
}

function barOf({ barScope, barFrom, barUntil, barBasis }: BarFields): EnforcementCase['bar'] {
  return barScope && { scope: barScope, from: barFrom, until: barUntil, basis: barBasis };
}

/** A bar says from when, until when and why, or there is none. Refusals: `missing`, `before`. */
function barRefusals({ fields, firstPublished }: Notice): Refusal[] {
  const bar = fields as BarFields;
  const names = ['barScope', 'barFrom', 'barUntil', 'barBasis'] as const;
  if (names.every((name) => bar[name] === undefined)) return [];
  if (bar.barFrom && bar.barUntil && bar.barUntil < bar.barFrom)
    return [{ code: 'bar-ends-before', path: 'fields.barUntil', found: bar.barUntil, expected: bar.barFrom }];
  if (firstPublished) return [];
  return names.filter((name) => bar[name] === undefined).map((name) => ({ code: 'missing', path: `fields.${name}` }));
}
