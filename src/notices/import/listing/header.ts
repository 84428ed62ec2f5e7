import { matchKey } from '../../../values/script.ts';

/**
 * The columns of a listing that mean something to us, with the headers by which they are known, Chinese and
 * English; spaces, case, brackets and punctuation in a header do not matter. Other columns are passed over, and
 * the report names them. `import --help` prints this table.
 *
 * A row goes in as a reprint. It needs a title, a day, and its kind: a national type code (`0104`), or a register
 * with a kind of ours, or the words by which the national platform names them (工程建设, 交易结果公示).
 */
export const COLUMNS = {
  id: ['id', 'record_id', '公告ID', '唯一标识'],
  title: ['title', '标题', '公告标题', '公告名称'],
  publishedAt: ['publish_date', 'publishedAt', 'date', '发布时间', '发布日期', '公告时间', '公告日期', '日期'],
  type: ['info_type_code', 'type_code', '信息类型代码', '类型代码'],
  typeName: ['info_type', 'type', '信息类型', '公告类型', '类型'],
  business: ['business_type', '业务类型', '交易类型', '交易领域', '板块'],
  register: ['register', '登记簿'],
  kind: ['kind', '公告种类', '种类'],
  medium: ['source_platform', 'medium', 'source', '来源平台', '来源', '发布媒介', '发布媒体', '首发媒介'],
  url: ['url', 'url_path', 'link', 'detail_url', '链接', '网址', '原文链接', '首发网址'],
  region: ['province_code', 'region_code', 'region', '行政区划代码', '行政区划', '行政区', '地区', '省份'],
  code: ['project_code', '项目编号', '采购项目编号', '招标项目编号', '招标编号', '项目代码'],
  name: ['project_name', '项目名称'],
  number: ['number', '公告编号', '文号'],
  unit: ['issuer', 'unit', '发布单位'],
  buyer: [
    'buyer',
    'procuring_entity',
    '采购人',
    '采购人名称',
    '采购单位',
    '招标人',
    '招标人名称',
    '招标单位',
    '建设单位',
    '出让人',
  ],
  agency: ['agency', '代理机构', '采购代理机构', '招标代理机构'],
  budget: ['budget', '预算', '预算金额', '采购预算', '项目预算'],
  ceiling: ['ceiling_price', '最高限价', '招标控制价', '控制价'],
  supplier: [
    'supplier',
    'winner',
    '中标人',
    '中标人名称',
    '中标单位',
    '中标供应商',
    '成交供应商',
    '中标（成交）供应商',
    '供应商',
    '竞得人',
    '受让人',
  ],
  amount: ['amount', '金额', '中标金额', '中标价', '成交金额', '成交价', '中标（成交）金额', '合同金额', '合同价'],
} as const;
export type Column = keyof typeof COLUMNS;
export type Values = Partial<Record<Column, string>>;

const KNOWN = new Map(
  Object.entries(COLUMNS).flatMap(([column, headers]) =>
    headers.map((header) => [matchKey(header), column as Column] as const),
  ),
);

/** The column a header names, or undefined. A column of sums may say its unit: `预算（万元）`. */
export function columnOf(header: string): Column | undefined {
  return KNOWN.get(matchKey(header)) ?? KNOWN.get(matchKey(header.replace(UNIT, '')));
}

const UNIT = /[（([【]\s*(?:单位[:：]\s*)?(?:人民币)?\s*[万亿]?元\s*[）)\]】]\s*$/;
