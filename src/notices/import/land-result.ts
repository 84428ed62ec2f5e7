import type { NoticeInput } from '../../registers/notice.ts';
import { findRegister, registers } from '../../registers/registers.ts';
import { parseDay } from '../../values/date.ts';
import { parseMoney } from '../../values/money.ts';
import { findRegion, regionOf } from '../../values/region.ts';
import { looksNatural } from '../masking.ts';
import { fit } from './fitting.ts';
import type { Item } from './item.ts';
import type { JsonObject } from './ocds-repair.ts';
import { textOf } from './ocds-repair.ts';

/**
 * 供地结果 of 中国土地市场网: an object a parcel, its members named in Chinese as the page prints them. It goes in
 * as a reprint in the register of land, of the kind its method of supply asks for.
 */
export function isLandResult(value: JsonObject): boolean {
  return '电子监管号' in value && ('供地方式' in value || '土地使用权人' in value);
}

const METHODS: Record<string, { kinds: string[]; method: string[] }> = {
  协议出让: { kinds: ['agreement', 'agreementResult', 'deal'], method: ['agreement'] },
  划拨: { kinds: ['allocation', 'allocationResult', 'deal'], method: ['allocation'] },
  招标出让: { kinds: ['deal', 'result'], method: ['tender'] },
  拍卖出让: { kinds: ['deal', 'result'], method: ['auction'] },
  挂牌出让: { kinds: ['deal', 'result'], method: ['listing'] },
  租赁: { kinds: ['lease', 'deal', 'result'], method: ['lease'] },
};

export function landItem(row: Item['row'], raw: JsonObject): Item {
  const supply = textOf(raw['供地方式']) ?? '';
  const known = METHODS[supply] ?? METHODS[`${supply}出让`];
  if (!known) return { row, format: 'land', problems: [{ code: 'supply-method', path: '供地方式', found: supply, expected: Object.keys(METHODS).join('、') }], raw };
  const register = findRegister('land');
  if (!register) return { row, format: 'land', problems: [{ code: 'board-without-register', path: '供地方式', found: supply, expected: registers.map(({ labels }) => labels.zh.name).join('、') }], raw };
  const kind = known.kinds.find((id) => id in register.kinds) ?? known.kinds[0]!;
  const number = textOf(raw['电子监管号']);
  const name = textOf(raw['项目名称']) ?? textOf(raw['项目位置']);
  const published = textOf(raw['date']) ?? textOf(raw['合同签订日期']);
  const notice: NoticeInput = {
    id: `landchina:${number ?? ''}`,
    register: register.id,
    kind,
    title: name ? `${name}${supply}供地结果` : '',
    project: { ...(number && { code: number }), ...(name && { name }) },
    ...(textOf(raw['批准单位']) && { unit: { name: textOf(raw['批准单位'])! } }),
    region: regionIn(textOf(raw['行政区']) ?? '', number ?? ''),
    publishedAt: published ?? '',
    firstPublished: { medium: '中国土地市场网', ...(published && { at: published }) },
    fields: register.kinds[kind] ? fit(register.kinds[kind], factsOf(raw, known.method, number)) : {},
  };
  const names = { id: '电子监管号', title: '项目名称', publishedAt: 'date', 'firstPublished.at': 'date', kind: '供地方式', 'unit.name': '批准单位' };
  return { row, format: 'land', notice, problems: [], raw, names };
}

/** The division by name, or by the six digits with which the number of supervision begins; else its province. */
function regionIn(name: string, number: string): string {
  return regionOf(name) ?? findRegion(number.slice(0, 6))?.code ?? findRegion(`${number.slice(0, 2)}0000`)?.code ?? '';
}

function factsOf(raw: JsonObject, methods: readonly string[], number: string | undefined): Record<string, unknown> {
  const holder = textOf(raw['土地使用权人']);
  const price = textOf(raw['成交价格(万元)']);
  const parcel = {
    parcel: number, supervisionNumber: number, location: textOf(raw['项目位置']),
    area: textOf(raw['面积(公顷)']), use: textOf(raw['土地用途']), term: textOf(raw['土地使用年限']),
    grade: textOf(raw['土地级别']), method: methods[0],
    dealPrice: price === undefined ? undefined : parseMoney(price, { unit: '万元' }) ?? undefined,
    transferee: holder && { name: holder, person: looksNatural(holder) || /某/.test(holder) },
  };
  return { ...parcel, parcels: [parcel], industry: textOf(raw['行业分类']), signedOn: parseDay(textOf(raw['合同签订日期']) ?? '') ?? undefined, approver: textOf(raw['批准单位']) };
}
