import { matchKey } from '../../values/script.ts';
import { grantorCell, undecided, winnerCell } from '../cells.ts';
import { explanation, withdrawal } from '../changes.ts';
import type { Notice } from '../notice.ts';
import { listOf, wins, type CompiledRelease, type OcdsLot, type OcdsValue } from '../ocds.ts';
import { declareRegister, type Cell, type WithoutSale } from '../register.ts';
import {
  agreement,
  allocation,
  confirmation,
  contribution,
  deal,
  failure,
  lease,
  supply,
  termination,
} from './dealing.ts';
import { en } from './en.ts';
import { ocds } from './extension.ts';
import { change, correction, grant, plan, postponement, regrant, suspension } from './granting.ts';
import { METHODS } from './parcels.ts';
import { commencement, completion, contract, delivery, idle, payment } from './performance.ts';
import { classesOfUse, classOfUse } from './uses.ts';
import { holds, rules, unimplemented } from './periods.ts';
import { measure, quantities } from './quantities.ts';
import { remedies } from './remedies.ts';
import { stagesOf } from '../stages.ts';
import { rolesOf } from '../roles.ts';
import { subject, type LandUseRight } from './subject.ts';
import { zh } from './zh.ts';

/** 国有建设用地使用权 (土地管理法; 国土资源部令第39号; domain.md §2.3). A record is a sale; a lot of it is a parcel. */
export const land = declareRegister({
  id: 'land',
  kinds: {
    plan,
    grant,
    agreement,
    allocation,
    lease,
    contribution,
    change,
    postponement,
    suspension,
    confirmation,
    deal,
    supply,
    contract,
    payment,
    delivery,
    commencement,
    completion,
    idle,
    correction,
    failure,
    termination,
    regrant,
    withdrawal,
    explanation,
  },
  openings: {
    plan: '{grantor}编制了{planYear}年度国有建设用地供应计划，现公布如下：',
    grant: '{grantor}决定以{method}方式出让{parcels}宗国有建设用地使用权，现将有关事项公告如下：',
    regrant: '{grantor}决定重新以{method}方式出让{parcels}宗国有建设用地使用权，现将有关事项公告如下：',
    deal: '{grantor}以{method}方式出让的{parcels}宗国有建设用地使用权已经成交，现将结果公示如下：',
    agreement: '{grantor}拟以协议方式出让{parcels}宗国有建设用地使用权，现公示如下：',
    allocation: '{grantor}拟以划拨方式供应{parcels}宗国有建设用地，现公示如下：',
    contract: '{grantor}与{transferee}签订了国有建设用地使用权出让合同，现将有关事项公布如下：',
  },
  stages: stagesOf('planning', 'tender', 'candidate', 'award', 'contract', 'performance', 'terminated'),
  steps: ['tender', 'award', 'contract', 'performance'],
  withoutSale,
  roles: rolesOf(
    'grantor',
    'procuringEntity',
    'buyer',
    'agency',
    'supervisor',
    'publisher',
    'supplier',
    'candidate',
    'tenderer',
  ),
  subject,
  participation: {
    scope: ['parcels'],
    who: ['bidderScope'],
    documents: [['documentsFrom', 'documentsUntil'], 'documentsHow'],
    deposit: ['parcels.deposit', 'depositDeadline'],
    deadline: ['applicationDeadline'],
    opening: [['listingFrom', 'listingUntil'], 'saleAt', 'salePlace'],
    contact: ['contact', 'grantor'],
  },
  remedies,
  columns: [
    { id: 'grantor', holds: 'party', place: 'buyer', cell: grantorCell },
    { id: 'use', holds: 'text', place: 'note', cell: useCell },
    { id: 'area', holds: 'hectare', cell: areaCell },
    { id: 'method', holds: 'code', place: 'note', cell: methodCell },
    { id: 'startingPrice', holds: 'money', place: 'sum', cell: startCell },
    { id: 'dealPrice', holds: 'money', place: 'sum', cell: dealCell },
    { id: 'premium', holds: 'percent', place: 'table', cell: premiumCell },
    { id: 'transferee', holds: 'party', place: 'winner', cell: winnerCell },
  ],
  facets: [
    {
      id: 'use',
      list: 'useClass',
      values: (record) => [...new Set(rightsOf(record).flatMap(({ use }) => (use ? [classOfUse(use)] : [])))],
    },
    { id: 'method', list: 'method', values: methodsOf },
  ],
  keys,
  ocds,
  periods: { rules: [...rules, ...quantities], unimplemented, holds, measure },
  labels: { zh, en },
});

/** Numbers of parcels are given by county or city, so they count within a region; those of supervision everywhere. */
function keys({ region, section, fields }: Notice): string[] {
  const { parcel, supervisionNumber, parcels } = fields as {
    parcel?: string;
    supervisionNumber?: string;
    parcels?: { parcel: string }[];
  };
  const numbers = [parcel, section?.id, ...(parcels ?? []).map((row) => row.parcel)].filter(
    (number) => number !== undefined,
  );
  return [
    ...(region ? numbers.map((number) => `parcel ${region} ${matchKey(number)}`) : []),
    ...(supervisionNumber ? [`supervision ${supervisionNumber}`] : []),
  ];
}

function rightsOf(record: CompiledRelease): LandUseRight[] {
  return lotsOf(record).map(({ landUseRight }) => landUseRight!);
}

function lotsOf(record: CompiledRelease): OcdsLot[] {
  return listOf(record.tender?.lots).filter(({ landUseRight }) => landUseRight);
}

function useCell(record: CompiledRelease): Cell {
  const rights = rightsOf(record);
  const names = [...new Set(rights.flatMap(({ use }) => (use ? [use.name] : [])))];
  if (names.length === 0) return UNDISCLOSED;
  return {
    type: 'text',
    text: names.join('、'),
    classes: { list: 'useClass', codes: [...new Set(names.flatMap(classesOfUse))] },
    years: [...new Set(rights.map(({ term }) => term).filter((term) => typeof term === 'number'))],
  };
}

function areaCell(record: CompiledRelease): Cell {
  const areas = rightsOf(record).flatMap(({ area }) => (area === undefined ? [] : [area]));
  return areas.length === 0 ? UNDISCLOSED : { type: 'area', area: sum(areas), unit: 'hectare' };
}

function methodCell(record: CompiledRelease): Cell {
  const [code] = methodsOf(record);
  return code ? { type: 'code', code } : UNDISCLOSED;
}

function methodsOf(record: CompiledRelease): string[] {
  const found = [record.tender?.method, ...rightsOf(record).map(({ method }) => method)];
  return METHODS.filter((code) => found.includes(code));
}

/** The whole price; the price by the mu or square metre under it, where there is one only. */
function startCell(record: CompiledRelease): Cell {
  const rights = rightsOf(record);
  const fen = startOf(rights);
  const printed = rights.length === 1 ? unitPrice(rights[0]!.startingPrice) : undefined;
  if (fen === null)
    return printed
      ? { type: 'text', text: printed }
      : withoutSale(record)
        ? { type: 'missing', reason: 'not-applicable' }
        : UNDISCLOSED;
  return { type: 'money', fen, ...(printed && { sub: printed }) };
}

function unitPrice(price: OcdsValue | undefined): string | undefined {
  return price?.basis === 'total' ? undefined : price?.printed;
}

function dealCell(record: CompiledRelease): Cell {
  const fen = dealOf(record);
  if (fen !== null) return { type: 'money', fen };
  if (withoutSale(record)?.unpriced.includes('dealPrice')) return { type: 'missing', reason: 'not-applicable' };
  if (wins(record).length > 0) return UNDISCLOSED;
  return { type: 'missing', reason: undecided(record) };
}

/** Above the starting price, of the parcels that were sold: (成交 − 起始) ÷ 起始. */
function premiumCell(record: CompiledRelease): Cell {
  const sold = lotsOf(record).filter(
    ({ landUseRight: right }) => right!.startingTotal !== undefined && right!.dealTotal !== undefined,
  );
  const start = startOf(sold.map(({ landUseRight }) => landUseRight!));
  const deal = sum(sold.map(({ landUseRight }) => landUseRight!.dealTotal!));
  if (sold.length === 0 || !start)
    return {
      type: 'missing',
      reason: withoutSale(record) || wins(record).length > 0 ? 'not-applicable' : undecided(record),
    };
  return { type: 'percent', percent: Math.round(((deal - start) / start) * 10_000) / 100 };
}

function startOf(rights: LandUseRight[]): number | null {
  const totals = rights.map(({ startingTotal }) => startingTotal);
  return totals.length > 0 && totals.every((fen) => fen !== undefined) ? sum(totals) : null;
}

function dealOf(record: CompiledRelease): number | null {
  const totals =
    wins(record).length > 0
      ? rightsOf(record).flatMap(({ dealTotal }) => (dealTotal === undefined ? [] : [dealTotal]))
      : [];
  return totals.length > 0 ? sum(totals) : null;
}

/** Without a sale there is no price to start from; land is allocated for none at all. */
function withoutSale({ tender }: CompiledRelease): WithoutSale | null {
  if (tender?.procurementMethod !== 'direct') return null;
  return {
    steps: ['candidate', 'contract', 'performance'],
    unpriced: tender.method === 'allocation' ? ['startingPrice', 'dealPrice'] : ['startingPrice'],
  };
}

function sum(numbers: number[]): number {
  // Four decimals of a hectare are a square metre; fen are whole: nothing smaller than 10⁻⁶ is meant.
  return Math.round(numbers.reduce((total, number) => total + number, 0) * 1e6) / 1e6;
}

const UNDISCLOSED: Cell = { type: 'missing', reason: 'undisclosed' };
