import type { NoticeInput } from '../../../registers/notice.ts';
import { findRegister } from '../../../registers/registers.ts';
import { parseDay } from '../../../values/date.ts';
import { parseMoney } from '../../../values/money.ts';
import { namesPersonsOnly } from '../../../values/person-names.ts';
import { findRegion, regionOf } from '../../../values/region.ts';
import { fit } from '../fitting.ts';
import type { Item } from '../item.ts';
import type { Format } from '../format.ts';
import { textOf, type JsonObject } from '../json-object.ts';

/** 供地结果 as captured from 中国土地市场网. */
export const land: Format = {
  id: 'land',
  objects: { recognise: isLandResult, items: (value, place) => [landItem(place ?? 1, value)] },
};

/**
 * 供地结果 of 中国土地市场网: an object a parcel, its members named in Chinese as the page prints them. It goes in
 * as a reprint in the register of land.
 */
function isLandResult(value: JsonObject): boolean {
  return '电子监管号' in value && ('供地方式' in value || '土地使用权人' in value);
}

/** 供地方式 → the code of the register of land. */
const METHODS: Record<string, string> = {
  协议出让: 'agreement',
  协议: 'agreement',
  划拨: 'allocation',
  招标出让: 'tender',
  招标: 'tender',
  拍卖出让: 'auction',
  拍卖: 'auction',
  挂牌出让: 'listing',
  挂牌: 'listing',
  租赁: 'lease',
  作价出资或入股: 'contribution',
  作价出资: 'contribution',
};

function landItem(row: Item['row'], raw: JsonObject): Item {
  const supply = textOf(raw['供地方式']) ?? '';
  const method = METHODS[supply];
  if (!method)
    return {
      row,
      format: 'land',
      problems: [{ code: 'supply-method', path: '供地方式', found: supply, expected: Object.keys(METHODS).join('、') }],
      raw,
    };
  const kind = findRegister('land')!.kinds['supply']!;
  const number = textOf(raw['电子监管号']);
  const name = textOf(raw['项目名称']) ?? textOf(raw['项目位置']);
  const published = textOf(raw['date']) ?? textOf(raw['合同签订日期']);
  const notice: NoticeInput = {
    id: `landchina:${number ?? ''}`,
    register: 'land',
    kind: 'supply',
    title: name ? `${name}${supply}供地结果` : '',
    project: { ...(number && { code: number }), ...(name && { name }) },
    ...(textOf(raw['批准单位']) && { unit: { name: textOf(raw['批准单位'])! } }),
    region: regionIn(textOf(raw['行政区']) ?? '', number ?? ''),
    publishedAt: published ?? '',
    firstPublished: { medium: '中国土地市场网', ...(published && { at: published }) },
    fields: fit(kind, factsOf(raw, method)),
  };
  const names = {
    id: '电子监管号',
    title: '项目名称',
    publishedAt: 'date',
    'firstPublished.at': 'date',
    kind: '供地方式',
    'unit.name': '批准单位',
  };
  return { row, format: 'land', notice, problems: [], raw, names };
}

/** The division by name, or by the six digits with which the number of supervision begins; else its province. */
function regionIn(name: string, number: string): string {
  return regionOf(name) ?? findRegion(number.slice(0, 6))?.code ?? findRegion(`${number.slice(0, 2)}0000`)?.code ?? '';
}

function factsOf(raw: JsonObject, method: string): Record<string, unknown> {
  const holder = textOf(raw['土地使用权人']);
  const price = textOf(raw['成交价格(万元)']);
  const day = (name: string) => parseDay(textOf(raw[name]) ?? '') ?? undefined;
  return {
    method,
    supervisionNumber: textOf(raw['电子监管号']),
    location: textOf(raw['项目位置']),
    area: textOf(raw['面积(公顷)']),
    landSource: sourceOf(raw),
    use: textOf(raw['土地用途']),
    term: textOf(raw['土地使用年限']),
    industry: textOf(raw['行业分类']),
    grade: textOf(raw['土地级别']),
    dealPrice: price === undefined ? undefined : (parseMoney(price, { unit: '万元' }) ?? undefined),
    transferee: holder && { name: holder, ...(namesPersonsOnly(holder) && { person: true }) },
    paymentTerms: textOf(raw['分期支付约定']),
    deliverBy: day('约定交地时间'),
    commenceBy: day('约定开工时间'),
    completeBy: day('约定竣工时间'),
    approver: textOf(raw['批准单位']),
    signedOn: day('合同签订日期'),
  };
}

/** Some captures carry a bare area in this place; a number is no source, so only words are kept. */
function sourceOf(raw: JsonObject): string | undefined {
  const source = textOf(raw['土地来源']);
  return source !== undefined && Number.isFinite(Number(source)) ? undefined : source;
}
