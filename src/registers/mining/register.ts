import { awardedCell, grantorCell, valueCell, winnerCell } from '../cells.ts';
import { explanation, withdrawal } from '../changes.ts';
import type { Notice } from '../notice.ts';
import { listOf, partiesAs, sumOfAll, wins, type CompiledRelease, type OcdsValue } from '../ocds.ts';
import { declareRegister, type Cell, type WithoutSale } from '../register.ts';
import { agreement, confirmation, contract, deal } from './dealing.ts';
import { en } from './en.ts';
import { ocds } from './extension.ts';
import {
  change,
  correction,
  failure,
  grant,
  plan,
  postponement,
  regrant,
  suspension,
  termination,
} from './granting.ts';
import { alteration, annualReport, areaNotice, cancellation, registration, renewal, transfer } from './holding.ts';
import { METHODS, RIGHTS } from './rights.ts';
import { holds } from '../granting.ts';
import { rules, unimplemented } from './periods.ts';
import { questions } from './questions.ts';
import { measure, quantities } from './quantities.ts';
import { remedies } from './remedies.ts';
import { stagesOf } from '../stages.ts';
import { rolesOf } from '../roles.ts';
import { subject, type MiningRight } from './subject.ts';
import { zh } from './zh.ts';

/** 矿业权 (矿产资源法 2024; 自然资规〔2023〕1号; domain.md §2.4). A record is a right from its grant to its cancellation. */
export const mining = declareRegister({
  id: 'mining',
  kinds: {
    plan,
    grant,
    agreement,
    change,
    postponement,
    suspension,
    confirmation,
    deal,
    contract,
    registration,
    renewal,
    alteration,
    transfer,
    annualReport,
    areaNotice,
    cancellation,
    correction,
    failure,
    termination,
    regrant,
    withdrawal,
    explanation,
  },
  openings: {
    grant: '{grantor}决定以{method}方式出让{rights}个矿业权，现将有关事项公告如下：',
    deal: '{grantor}以{method}方式出让的{rights}个矿业权已经成交，现将结果公示如下：',
    agreement: '{grantor}拟以协议方式出让{rights}个矿业权，现公示如下：',
  },
  stages: stagesOf('planning', 'tender', 'candidate', 'award', 'contract', 'performance', 'terminated'),
  steps: ['tender', 'award', 'contract', 'performance'],
  withoutSale,
  roles: rolesOf(
    'grantor',
    'procuringEntity',
    'buyer',
    'transferor',
    'agency',
    'supervisor',
    'publisher',
    'supplier',
    'candidate',
    'tenderer',
  ),
  subject,
  participation: {
    scope: ['rights'],
    who: ['bidderConditions'],
    documents: [['documentsFrom', 'documentsUntil'], 'documentsHow'],
    deposit: ['rights.deposit', 'depositDeadline'],
    deadline: ['applicationDeadline'],
    opening: [['listingFrom', 'listingUntil'], 'saleAt', 'salePlace'],
    contact: ['contact', 'grantor', 'platform'],
  },
  remedies,
  columns: [
    { id: 'grantor', holds: 'party', place: 'buyer', cell: grantorCell },
    { id: 'mineral', holds: 'text', place: 'note', cell: mineralCell },
    { id: 'right', holds: 'code', place: 'note', cell: rightCell },
    { id: 'area', holds: 'square-kilometre', cell: areaCell },
    {
      id: 'startingPrice',
      holds: 'money',
      place: 'sum',
      cell: (record) =>
        unpriced(record, 'startingPrice') ?? sumCell(rightsOf(record).map(({ startingPrice }) => startingPrice)),
    },
    {
      id: 'dealPrice',
      holds: 'money',
      place: 'sum',
      cell: (record) => unpriced(record, 'dealPrice') ?? awardedCell(record),
    },
    { id: 'royaltyRate', holds: 'percent', place: 'table', cell: royaltyCell },
    { id: 'transferee', holds: 'party', place: 'winner', cell: holderCell },
  ],
  facets: [
    {
      id: 'mineral',
      list: 'mineral',
      values: (record) => [
        ...new Set(rightsOf(record).flatMap(({ mineral }) => (typeof mineral === 'string' ? [mineral] : []))),
      ],
    },
    {
      id: 'right',
      list: 'right',
      values: (record) => RIGHTS.filter((code) => rightsOf(record).some(({ right }) => right === code)),
    },
    { id: 'method', list: 'method', values: ({ tender }) => METHODS.filter((code) => code === tender?.method) },
  ],
  keys,
  questions,
  ocds,
  periods: { rules: [...rules, ...quantities], unimplemented, holds, measure },
  labels: { zh, en },
});

/** A licence or certificate names its right wherever it is printed; names alone repeat from county to county. */
function keys({ fields }: Notice): string[] {
  const { licence } = fields as { licence?: string };
  return licence ? [`licence ${licence}`] : [];
}

function rightsOf(record: CompiledRelease): MiningRight[] {
  return listOf(record.tender?.lots).flatMap(({ miningRight }) => (miningRight ? [miningRight] : []));
}

function mineralCell(record: CompiledRelease): Cell {
  const rights = rightsOf(record);
  const minerals = [...new Set(rights.flatMap(({ mineral }) => (mineral === undefined ? [] : [mineral])))];
  if (minerals.length === 0) return UNDISCLOSED;
  return {
    type: 'text',
    text: minerals.join('、'),
    classes: { list: 'mineral', codes: minerals },
    years: [...new Set(rights.map(({ term }) => term).filter((term) => typeof term === 'number'))],
  };
}

function rightCell(record: CompiledRelease): Cell {
  const [first] = rightsOf(record);
  return first ? { type: 'code', code: first.right } : UNDISCLOSED;
}

function areaCell(record: CompiledRelease): Cell {
  const areas = rightsOf(record).flatMap(({ area }) => (area === undefined ? [] : [area]));
  // Six decimals of a square kilometre are a square metre.
  return areas.length === 0
    ? UNDISCLOSED
    : {
        type: 'area',
        area: Math.round(areas.reduce((sum, area) => sum + area, 0) * 1e6) / 1e6,
        unit: 'square-kilometre',
      };
}

/** What is agreed on starts at no price; what a holder passes on is not granted again. */
function withoutSale(record: CompiledRelease): WithoutSale | null {
  const { tender, awards } = record;
  if (tender?.procurementMethod === 'direct')
    return { steps: ['candidate', 'contract', 'performance'], unpriced: ['startingPrice'] };
  const isPassedOn = partiesAs('transferor', record).length > 0;
  return isPassedOn && tender?.method === undefined && listOf(awards).length === 0
    ? { steps: ['candidate', 'performance'], unpriced: ['startingPrice', 'dealPrice'] }
    : null;
}

function unpriced(record: CompiledRelease, price: 'startingPrice' | 'dealPrice'): Cell | undefined {
  return withoutSale(record)?.unpriced.includes(price) ? { type: 'missing', reason: 'not-applicable' } : undefined;
}

function sumCell(values: (OcdsValue | undefined)[]): Cell {
  if (values.length === 1) return valueCell(values[0]);
  const fen = sumOfAll(values);
  return fen === null ? UNDISCLOSED : { type: 'money', fen };
}

function royaltyCell(record: CompiledRelease): Cell {
  const rates = [
    ...new Set(rightsOf(record).flatMap(({ royaltyRate }) => (royaltyRate === undefined ? [] : [royaltyRate]))),
  ];
  if (rates.length === 0) return UNDISCLOSED;
  return rates.length === 1
    ? { type: 'percent', percent: rates[0]! }
    : { type: 'text', text: rates.map((rate) => `${rate}%`).join('、') };
}

/** Who won it; of a right that was never sold here, who holds it. */
function holderCell(record: CompiledRelease): Cell {
  if (wins(record).length > 0) return winnerCell(record);
  const [holder] = partiesAs('supplier', record);
  return holder?.name === undefined ? winnerCell(record) : { type: 'party', name: holder.name, id: holder.id };
}

const UNDISCLOSED: Cell = { type: 'missing', reason: 'undisclosed' };
