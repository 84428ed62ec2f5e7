import { awardedCell, ceilingCell, partyCell, winnerCell } from '../cells.ts';
import { explanation, withdrawal } from '../changes.ts';
import type { CompiledRelease } from '../ocds.ts';
import { declareRegister } from '../register.ts';
import { award, awardLetter, candidate, objection, opening } from './decision.ts';
import { en } from './en.ts';
import { anomaly, complaint, correction, failure, termination } from './exits.ts';
import { clarification, postponement, retender, suspension, tender } from './invitation.ts';
import { completion, contract, contractChange, performance, settlement } from './performance.ts';
import {
  approval,
  plan,
  prequalification,
  prequalificationClarification,
  prequalificationResult,
} from './preparation.ts';
import { CATEGORIES, METHODS } from './tendering.ts';
import {
  appointment,
  completionFiling,
  designReview,
  funding,
  panels,
  permit,
  qualityInspection,
  qualityRegistration,
} from './oversight.ts';
import { holds, panelRules, rules, unimplemented } from './periods.ts';
import { measure, quantities } from './quantities.ts';
import { remedies } from './remedies.ts';
import { stagesOf } from '../stages.ts';
import { rolesOf } from '../roles.ts';
import { zh } from './zh.ts';

/** 工程建设项目招标投标 (招标投标法; domain.md §2.1). */
export const construction = declareRegister({
  id: 'construction',
  kinds: {
    approval,
    plan,
    prequalification,
    prequalificationClarification,
    prequalificationResult,
    tender,
    clarification,
    postponement,
    suspension,
    opening,
    candidate,
    objection,
    award,
    awardLetter,
    contract,
    contractChange,
    performance,
    completion,
    settlement,
    permit,
    designReview,
    appointment,
    qualityRegistration,
    qualityInspection,
    completionFiling,
    funding,
    anomaly,
    complaint,
    correction,
    failure,
    termination,
    retender,
    withdrawal,
    explanation,
  },
  openings: {
    tender: '{procuringEntity}现对{project}进行{method}，有关事项公告如下：',
    candidate: '{project}评标结束，现将中标候选人公示如下：',
    award: '现将{project}的中标结果公告如下：',
    contract: '{procuringEntity}与{supplier}就{project}签订了合同，现将有关事项公布如下：',
  },
  stages: stagesOf(
    'planning',
    'prequalification',
    'tender',
    'candidate',
    'award',
    'contract',
    'performance',
    'terminated',
  ),
  steps: ['tender', 'candidate', 'award', 'contract', 'performance'],
  roles: {
    ...rolesOf('procuringEntity', 'buyer', 'agency', 'supervisor'),
    // Of an approval, a registration, a payment: complaints about the tender do not go there.
    inCharge: { isUnit: true },
    ...rolesOf('publisher', 'supplier', 'candidate', 'tenderer'),
  },
  participation: {
    scope: ['content', 'scope', 'scale', 'duration'],
    who: ['qualification', 'consortium'],
    documents: [['documentsFrom', 'documentsUntil'], 'documentsHow'],
    deposit: ['deposit'],
    deadline: ['bidDeadline', 'applicationDeadline', 'submission'],
    opening: ['openingAt', 'openingPlace'],
    contact: ['procuringEntity', 'agency'],
  },
  remedies,
  columns: [
    {
      id: 'procuringEntity',
      holds: 'party',
      place: 'buyer',
      cell: (record) => partyCell(record.tender?.procuringEntity ?? record.buyer),
    },
    { id: 'ceiling', holds: 'money', place: 'sum', cell: (record) => ceilingCell(record, record.tender?.value) },
    { id: 'winner', holds: 'party', place: 'winner', cell: winnerCell },
    { id: 'price', holds: 'money', place: 'sum', cell: awardedCell },
  ],
  facets: [
    {
      id: 'category',
      list: 'category',
      values: ({ tender }) => codesIn(CATEGORIES, tender?.additionalProcurementCategories),
    },
    { id: 'method', list: 'method', values: methodsOf },
  ],
  tells: {
    permit: ['permit', 'documentNumber'],
    designReview: ['reviewer', 'certificateNumber'],
    appointment: ['firm', 'price'],
    qualityInspection: ['conclusion'],
    completionFiling: ['documentNumber'],
    funding: ['funding', 'amount', 'payee'],
  },
  panels,
  barredBy: ['tendering', 'both'],
  takesOcds: ['works'],
  periods: { rules: [...rules, ...panelRules, ...quantities], unimplemented, holds, measure },
  labels: { zh, en },
});

/** OCDS from elsewhere says the method in its own words only. */
function methodsOf({ tender }: CompiledRelease): string[] {
  const method = tender?.method ?? METHOD_OF[tender?.procurementMethod ?? ''];
  return codesIn(METHODS, [method]);
}

const METHOD_OF: Record<string, string> = { open: 'open', selective: 'invited', direct: 'direct' };

function codesIn(codes: readonly string[], found: readonly (string | undefined)[] | undefined): string[] {
  return Array.isArray(found) ? codes.filter((code) => found.includes(code)) : [];
}
