import * as z from 'zod';
import { by, choice, day, expected, longText, money, party, text, type Party } from '../fields.ts';
import { lotsOf, partiesOf, reference, said } from '../fragments.ts';
import type { Notice } from '../notice.ts';
import type { OcdsFragment } from '../ocds.ts';
import type { Panels } from '../panels.ts';
import { kind } from '../register.ts';

/**
 * What stands in the six panels of a project beside its tender: standard, approvals, quality, funds. These notices move a
 * record nowhere, for they are about the project and not about one of its tenders.
 */
const project = { procuringEntity: party().optional() };
const other = { other: longText().optional() };
const QUALITY = '《建设工程质量管理条例》';

/** 图审合格书. */
export const designReview = kind({
  nationalType: null,
  act: 'state',
  stage: null,
  proves: 'planning',
  tag: 'planningUpdate',
  source: `${QUALITY}第十一条（待核）；房屋建筑和市政基础设施工程施工图设计文件审查管理办法（待核）`,
  fields: z.strictObject({
    ...project,
    reviewer: party(),
    certificateNumber: text(),
    reviewedOn: day(),
    authority: party().optional(),
    ...other,
  }),
  fragment: (notice) => overseen(notice),
});

/** 监理: which firm supervises, and for how much. */
export const appointment = kind({
  nationalType: null,
  act: 'state',
  stage: null,
  proves: 'planning',
  tag: 'planningUpdate',
  source: `${QUALITY}第十二条（待核）`,
  fields: z.strictObject({
    ...project,
    firm: party(),
    appointedOn: day(),
    price: money().optional(),
    authority: party().optional(),
    ...other,
  }),
  fragment: (notice) => overseen(notice),
});

export const PERMITS = [
  'initiation',
  'feasibility',
  'design',
  'planning',
  'land',
  'environment',
  'construction',
  'other',
] as const;

/** 立项、规划、用地、施工许可. */
export const permit = kind({
  nationalType: null,
  act: 'state',
  stage: null,
  proves: 'planning',
  tag: 'planningUpdate',
  source: '《政府信息公开条例》第二十条第（五）项、第二十六条',
  fields: z.strictObject({
    ...project,
    permit: choice('permit', PERMITS),
    documentNumber: text(),
    approvedOn: day(),
    authority: party(),
    content: longText().optional(),
    ...other,
  }),
  fragment: (notice) => overseen(notice),
});

/** 质量监督注册. */
export const qualityRegistration = kind({
  nationalType: null,
  act: 'state',
  stage: null,
  proves: 'planning',
  tag: 'planningUpdate',
  source: `${QUALITY}第十三条（待核）`,
  fields: z.strictObject({
    ...project,
    authority: party(),
    registeredOn: day(),
    documentNumber: text().optional(),
    ...other,
  }),
  fragment: (notice) => overseen(notice),
});

/** 质量检查. */
export const qualityInspection = kind({
  nationalType: null,
  act: 'state',
  stage: null,
  proves: 'planning',
  tag: 'implementationUpdate',
  source: `${QUALITY}第四十七条（待核）`,
  fields: z.strictObject({
    ...project,
    authority: party(),
    inspectedOn: day(),
    inspected: longText(),
    conclusion: expected(text().optional()),
    ...other,
  }),
  fragment: (notice) => overseen(notice),
});

/** 竣工验收备案: within fifteen days of acceptance. */
export const completionFiling = kind({
  nationalType: null,
  act: 'state',
  stage: null,
  proves: 'planning',
  tag: 'implementationUpdate',
  source: `${QUALITY}第四十九条（待核）`,
  fields: z.strictObject({
    ...project,
    authority: party(),
    acceptedOn: by(`${QUALITY}第四十九条（待核）`, day()),
    filedOn: day(),
    documentNumber: text().optional(),
    ...other,
  }),
  fragment: (notice) => overseen(notice),
});

/** 概算, 下达, 支付, 决算; 结算 has a notice of its own, for it is of a contract. */
export const FUNDINGS = ['estimate', 'allocation', 'payment', 'finalAccounts'] as const;

export const funding = kind({
  nationalType: null,
  act: 'state',
  stage: null,
  proves: 'planning',
  tag: 'implementationUpdate',
  source: '《政府信息公开条例》第二十条；《政府投资条例》第二十条、第二十六条（待核）',
  fields: z.strictObject({
    ...project,
    funding: choice('funding', FUNDINGS),
    amount: money(),
    fundedOn: day(),
    authority: party().optional(),
    payee: party().optional(),
    contractNumber: expected(text().optional()),
    documentNumber: text().optional(),
    ...other,
  }),
  fragment: (notice) => overseen(notice),
});

function overseen(notice: Notice<{ procuringEntity?: Party; authority?: Party }>): OcdsFragment {
  const { fields } = notice;
  return said({
    parties: partiesOf(['procuringEntity', fields.procuringEntity], ['inCharge', fields.authority]),
    tender: { procuringEntity: reference(fields.procuringEntity), lots: lotsOf(notice) },
  });
}

export const panels: Panels = {
  kinds: {
    designReview: { panel: 'standard', on: 'reviewedOn', by: 'authority', says: ['reviewer', 'certificateNumber'] },
    appointment: { panel: 'standard', on: 'appointedOn', by: 'authority', says: ['firm', 'price'] },
    approval: { panel: 'approvals', on: 'approvedOn', by: 'approver', says: ['approvalNumber', 'estimate'] },
    permit: { panel: 'approvals', on: 'approvedOn', by: 'authority', called: 'permit', says: ['documentNumber'] },
    plan: { panel: 'tendering', by: 'supervisor' },
    prequalification: { panel: 'tendering', by: 'supervisor' },
    tender: { panel: 'tendering', by: 'supervisor' },
    retender: { panel: 'tendering', by: 'supervisor' },
    candidate: { panel: 'tendering', by: 'supervisor' },
    award: { panel: 'tendering', by: 'supervisor' },
    failure: { panel: 'tendering', by: 'supervisor' },
    termination: { panel: 'tendering', by: 'supervisor' },
    contract: { panel: 'tendering', on: 'signedOn', says: ['contractPrice'] },
    qualityRegistration: { panel: 'quality', on: 'registeredOn', by: 'authority', says: ['documentNumber'] },
    qualityInspection: { panel: 'quality', on: 'inspectedOn', by: 'authority', says: ['conclusion'] },
    completion: { panel: 'quality', on: 'acceptedOn' },
    completionFiling: { panel: 'quality', on: 'filedOn', by: 'authority', says: ['documentNumber'] },
    funding: {
      panel: 'money',
      on: 'fundedOn',
      by: 'authority',
      called: 'funding',
      says: ['amount', 'payee', 'documentNumber'],
    },
    settlement: { panel: 'money', on: 'settledOn', says: ['settlementPrice', 'auditor'] },
    complaint: { panel: 'findings', on: 'decidedOn', by: 'decider' },
  },
  duties: [{ panel: 'approvals', rule: 'T32', by: 'approver' }],
  payments: { kind: 'funding', field: 'funding', code: 'payment', amount: 'amount', contract: 'contractNumber' },
};
