import { awardedCell, ceilingCell, partyCell, winnerCell } from '../cells.ts';
import { explanation, withdrawal } from '../changes.ts';
import type { CompiledRelease } from '../ocds.ts';
import { declareRegister, type Cell } from '../register.ts';
import {
  clarification,
  consultation,
  framework,
  inquiry,
  negotiation,
  postponement,
  retender,
  suspension,
  tender,
} from './call.ts';
import { acceptance, contract, contractChange } from './contract.ts';
import { en } from './en.ts';
import { correction, failure, termination } from './exits.ts';
import { intention, prequalification, singleSource } from './preparation.ts';
import { CATEGORIES, METHODS } from './purchasing.ts';
import { award, candidate, frameworkResult, opening } from './result.ts';
import { pages } from './pages.ts';
import { assessment, complaint, inspection } from './supervision.ts';
import { holds, rules, unimplemented } from './periods.ts';
import { measure, quantities } from './quantities.ts';
import { remedies } from './remedies.ts';
import { stagesOf } from '../stages.ts';
import { rolesOf } from '../roles.ts';
import { zh } from './zh.ts';

/** 政府采购 (政府采购法; the thirteen formats of 财办库〔2020〕50号; domain.md §2.2). */
export const procurement = declareRegister({
  id: 'procurement',
  kinds: {
    intention,
    prequalification,
    tender,
    negotiation,
    consultation,
    inquiry,
    framework,
    singleSource,
    clarification,
    postponement,
    suspension,
    opening,
    candidate,
    award,
    frameworkResult,
    contract,
    contractChange,
    acceptance,
    complaint,
    inspection,
    assessment,
    correction,
    failure,
    termination,
    retender,
    withdrawal,
    explanation,
  },
  openings: {
    tender: '{buyer}现对{project}进行{method}采购，欢迎符合资格条件的供应商参加。有关事项公告如下：',
    award: '现将{project}的中标（成交）结果公告如下：',
    intention: '为便于供应商及时了解采购信息，现将{buyer}的采购意向公开如下：',
    contract: '{buyer}与{supplier}就{project}签订了合同，现公告如下：',
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
    'supervision',
  ),
  steps: ['tender', 'award', 'contract', 'performance'],
  roles: rolesOf('procuringEntity', 'buyer', 'agency', 'supervisor', 'publisher', 'supplier', 'candidate', 'tenderer'),
  participation: {
    scope: ['requirement', 'term'],
    who: ['qualification', 'consortium'],
    documents: [['documentsFrom', 'documentsUntil'], 'documentsWhere', 'documentsHow', 'documentPrice'],
    // The forms do not ask: the documents say it (政府采购法实施条例 art. 33).
    deposit: ['deposit'],
    deadline: ['bidDeadline', 'applicationDeadline'],
    opening: ['openingAt', 'openingPlace'],
    contact: ['projectContact', 'buyer', 'agency'],
  },
  remedies,
  barredBy: ['procurement', 'both'],
  columns: [
    {
      id: 'buyer',
      holds: 'party',
      place: 'buyer',
      cell: (record) => partyCell(record.buyer ?? record.tender?.procuringEntity),
    },
    { id: 'method', holds: 'code', place: 'note', cell: methodCell },
    {
      id: 'budget',
      holds: 'money',
      place: 'sum',
      cell: (record) => ceilingCell(record, record.planning?.budget?.amount ?? record.tender?.value),
    },
    { id: 'supplier', holds: 'party', place: 'winner', cell: winnerCell },
    { id: 'price', holds: 'money', place: 'sum', cell: awardedCell },
  ],
  facets: [
    { id: 'method', list: 'method', values: methodsOf },
    {
      id: 'category',
      list: 'category',
      values: ({ tender }) => CATEGORIES.filter((code) => code === tender?.mainProcurementCategory),
    },
  ],
  pages,
  takesOcds: 'rest',
  periods: { rules: [...rules, ...quantities], unimplemented, holds, measure },
  labels: { zh, en },
});

function methodCell(record: CompiledRelease): Cell {
  const [code] = methodsOf(record);
  return code ? { type: 'code', code } : { type: 'missing', reason: 'undisclosed' };
}

/** OCDS from elsewhere says the method in its own words only; `limited` there may be any of ours. */
function methodsOf({ tender }: CompiledRelease): string[] {
  const found = tender?.method ?? METHOD_OF[tender?.procurementMethod ?? ''];
  return METHODS.filter((code) => code === found);
}

const METHOD_OF: Record<string, string> = { open: 'open', selective: 'invited', direct: 'singleSource' };
