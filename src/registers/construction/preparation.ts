import * as z from 'zod';
import { changeFields } from '../changes.ts';
import { choice, day, group, instant, list, longText, money, owed, party, text, yesNo } from '../fields.ts';
import { lotsOf, partiesOf, reference, said } from '../fragments.ts';
import { newDates } from '../bidding.ts';
import { ocdsValue } from '../ocds.ts';
import { kind } from '../register.ts';
import {
  callFields,
  callFragment,
  categoryField,
  methodField,
  methodOf,
  entityFields,
  entityRoles,
} from './tendering.ts';

/** 审批核准信息: what was approved to be tendered, and how. */
export const approval = kind({
  nationalType: null,
  act: 'state',
  stage: 'planning',
  tag: 'planning',
  source: '《招标投标法实施条例》第七条；公共资源配置领域公开标准目录：审批核准信息，形成之日起20个工作日内公开',
  fields: z.strictObject({
    procuringEntity: party(),
    content: longText(),
    scope: longText(),
    organisation: choice('organisation', ['self', 'agency']),
    method: methodField(),
    estimate: money(),
    approver: party(),
    approvedOn: day().optional(),
    approvalNumber: text().optional(),
    fundingSource: text().optional(),
  }),
  fragment: ({ project, fields }) =>
    said({
      parties: partiesOf(['procuringEntity', fields.procuringEntity], ['supervisor', fields.approver]),
      planning: {
        project: project.name,
        projectID: project.code,
        budget: { amount: ocdsValue(fields.estimate), source: fields.fundingSource },
      },
      tender: {
        status: 'planning',
        description: fields.content,
        procuringEntity: reference(fields.procuringEntity),
        ...methodOf(fields.method),
      },
    }),
});

/** 招标计划, published ahead so that bidders can prepare. */
export const plan = kind({
  nationalType: null,
  act: 'state',
  stage: 'planning',
  tag: 'planning',
  source: '招标计划提前发布（地方公共资源交易平台通行栏目，全国平台无此类型）',
  fields: z.strictObject({
    ...entityFields,
    content: longText(),
    scale: longText().optional(),
    estimate: money().optional(),
    fundingSource: text().optional(),
    category: categoryField().optional(),
    method: methodField().optional(),
    plannedFor: text(),
    other: longText().optional(),
  }),
  fragment: (notice) => {
    const call = callFragment(notice);
    const budget = { amount: ocdsValue(notice.fields.estimate), source: notice.fields.fundingSource };
    return said({
      ...call,
      planning: { project: notice.project.name, projectID: notice.project.code, budget },
      tender: { ...call.tender, status: 'planned' },
    });
  },
});

export const prequalification = kind({
  nationalType: '0101',
  act: 'state',
  stage: 'prequalification',
  tag: 'tender',
  source: '《招标投标法实施条例》第十五条、第十六条、第十七条；10号令第五条',
  fields: z.strictObject({
    ...callFields,
    applicationDeadline: instant(),
    screening: choice('screening', ['all-qualified', 'limited']).optional(),
  }),
  fragment: (notice) => {
    const call = callFragment(notice);
    return said({ ...call, tender: { ...call.tender, status: 'planned' } });
  },
});

/** 资审文件澄清: not later than three days before applications close, else the deadline moves. */
export const prequalificationClarification = kind({
  nationalType: '0105',
  act: 'change',
  stage: null,
  proves: 'prequalification',
  tag: 'tenderAmendment',
  source: '《招标投标法实施条例》第二十一条',
  fields: z.strictObject({
    ...changeFields,
    documentsUntil: newDates.documentsUntil,
    applicationDeadline: instant().optional(),
    other: longText().optional(),
  }),
  fragment: (notice) => said(callFragment(notice)),
});

export const prequalificationResult = kind({
  nationalType: null,
  act: 'state',
  stage: 'prequalification',
  tag: 'tenderUpdate',
  source: '《招标投标法实施条例》第十九条',
  fields: z.strictObject({
    ...entityFields,
    applicants: list(
      group({ section: text().optional(), tenderer: party(), passed: owed(yesNo()), reason: longText().optional() }),
    ),
    other: longText().optional(),
  }),
  fragment: (notice) =>
    said({
      parties: partiesOf(...entityRoles(notice.fields), [
        'tenderer',
        (notice.fields.applicants ?? []).filter(({ passed }) => passed !== false).map(({ tenderer }) => tenderer),
      ]),
      tender: {
        procuringEntity: reference(notice.fields.procuringEntity),
        lots: lotsOf(
          notice,
          (notice.fields.applicants ?? []).map(({ section }) => ({ section })),
        ),
      },
    }),
});
