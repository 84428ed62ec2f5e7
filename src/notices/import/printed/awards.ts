import { valueOf, splitLabel } from './facts.ts';
import { printedAmount, type PrintedAmount } from './amount.ts';
import { isHeading } from './text.ts';

/** A winner or candidate as printed. */
export interface PrintedAward {
  supplier: { name: string; code?: string; address?: string };
  members?: { name: string }[];
  rank?: number;
  price?: PrintedAmount;
  duration?: string;
  quality?: string;
}

/** Columns of the tables of results, by the headers of the portals we have met. A cell of a `text` column says nothing to us. */
const COLUMNS: [RegExp, keyof typeof READ | 'rank' | 'text'][] = [
  [/^(?:序号|排序|排名|名次)$/, 'rank'],
  [
    /^(?:中标（?成交）?|中标\(成交\)|中标|成交|中标候选人|供应商|中标供应商|成交供应商)?(?:供应商|候选人|单位)?名称$/,
    'supplier',
  ],
  [/^(?:中标|成交)?供应商地址$/, 'address'],
  [/(?:统一)?(?:社会)?信用代码$/, 'code'],
  [/^(?:中标|成交|投标)[（(]?(?:成交)?[)）]?(?:金额|价|报价)(?:[（(].*[)）])?$/, 'price'],
  [/^(?:质量|质量标准|质量承诺)$/, 'quality'],
  [/^(?:工期|交货期|工期[（(/]交货期[)）]?)$/, 'duration'],
  [
    /^(?:标项名称|评审总得分|评审报价|评审价格|评分结果|综合评标得分|经评审的投标价[（(]元[)）]|得分|中标成交备注信息|备注)$/,
    'text',
  ],
];
const READ = { supplier: true, address: true, code: true, price: true, quality: true, duration: true };

/** Winners named by the notice: in a table, or by labels. Empty when neither is plain. */
export function winnersIn(lines: readonly string[]): PrintedAward[] {
  const tabled = tableIn(lines);
  if (tabled.length > 0) return tabled.map(({ rank: _, ...award }) => award);
  const at = lines.findIndex((line) => line === '中标人信息');
  const here = at < 0 ? lines : lines.slice(at, at + 14);
  const name = valueOf(here, at < 0 ? WINNER : /^单位名称$/);
  if (!name || !looksLikeName(name)) return [];
  const label = here.map((line) => splitLabel(line)?.label ?? line).find((line) => PRICE.test(line));
  return [
    withMembers({
      supplier: {
        name,
        code: valueOf(here, /^(?:统一)?社会信用代码$/),
        address: valueOf(here, /^(?:中标|成交)+供应商地址$/),
      },
      price: printedAmount(valueOf(here, PRICE), label),
      duration: durationOf(valueOf(here, /^(?:中标)?工期(?:（交货期）)?$/)),
      quality: valueOf(here, /^(?:中标质量要求|质量|工程质量)$/),
    }),
  ];
}

const WINNER =
  /^(?:中标（成交）供应商名称|中标成交供应商名称|中标供应商名称|成交供应商名称|中标供应商|成交供应商|中标人名称|中标人|中标单位|中标单位名称)$/;
const PRICE = /^(?:中标金额|成交金额|中标（成交）金额|合同金额|中标价|中标价格|成交价)(?:[（(][^）)]*[)）])?$/;

/** Ranked candidates, where the table is plain. */
export function candidatesIn(lines: readonly string[]): PrintedAward[] {
  return tableIn(lines);
}

/** The first table whose header names suppliers and prices; cells stand a line each. */
function tableIn(lines: readonly string[]): PrintedAward[] {
  for (let start = 0; start < lines.length; start++) {
    const header = headerAt(lines, start);
    const kinds = header.map(({ column }) => column);
    if (header.length < 3 || !kinds.includes('supplier') || !kinds.includes('price')) continue;
    const rows = rowsBelow(lines, start + header.length, header);
    if (rows.length > 0) return rows;
    start += header.length - 1;
  }
  return [];
}

interface HeaderCell {
  label: string;
  column: (typeof COLUMNS)[number][1];
}

function headerAt(lines: readonly string[], start: number): HeaderCell[] {
  const header: HeaderCell[] = [];
  for (let index = start; index < lines.length; index++) {
    const column = COLUMNS.find(([name]) => name.test(lines[index]!))?.[1];
    if (!column) break;
    header.push({ label: lines[index]!, column });
  }
  return header;
}

/** Reads rows as long as each is plain: a name where the name stands, an amount where the amount stands. */
function rowsBelow(lines: readonly string[], start: number, header: readonly HeaderCell[]): PrintedAward[] {
  const rows: PrintedAward[] = [];
  for (let at = start; at < lines.length;) {
    // 第一名 stands before its row without a header of its own.
    const ranked = header.some(({ column }) => column === 'rank') ? null : rankOf(lines[at]!);
    const cells = lines.slice(ranked ? at + 1 : at, (ranked ? at + 1 : at) + header.length);
    const row = readRow(cells, header, ranked ?? undefined);
    if (!row || (rows.length > 0 && row.rank !== rows.length + 1)) break;
    rows.push(row);
    at += header.length + (ranked ? 1 : 0);
  }
  return rows;
}

function readRow(
  cells: readonly string[],
  header: readonly HeaderCell[],
  ranked: number | undefined,
): PrintedAward | null {
  const cell = (column: HeaderCell['column']) => {
    const index = header.findIndex((one) => one.column === column);
    return index < 0 ? undefined : { label: header[index]!.label, value: cells[index] };
  };
  const name = cell('supplier')!.value;
  const printedPrice = cell('price')!;
  const price = printedAmount(printedPrice.value, printedPrice.label);
  if (!name || !looksLikeName(name) || !price) return null;
  const printedRank = cell('rank')?.value;
  const rank =
    ranked ??
    (printedRank === undefined
      ? undefined
      : (rankOf(printedRank) ?? (/^\d{1,2}$/.test(printedRank) ? Number(printedRank) : undefined)));
  if (printedRank !== undefined && rank === undefined) return null;
  return withMembers({
    supplier: { name, code: cell('code')?.value, address: cell('address')?.value },
    price,
    quality: cell('quality')?.value,
    duration: cell('duration')?.value,
    ...(rank !== undefined && { rank }),
  });
}

function rankOf(text: string): number | null {
  const numeral = /^第?([一二三四五])名?$/.exec(text.trim())?.[1];
  return numeral ? '一二三四五'.indexOf(numeral) + 1 : null;
}

/** `A公司;B公司` is a consortium: the first leads. */
function withMembers(award: PrintedAward): PrintedAward {
  const [lead, ...others] = award.supplier.name
    .split(/[;；]/)
    .map((name) => name.trim())
    .filter(Boolean);
  if (others.length === 0) return award;
  return { ...award, supplier: { ...award.supplier, name: lead! }, members: others.map((name) => ({ name })) };
}

/** A duration says how long. */
function durationOf(text: string | undefined): string | undefined {
  return text !== undefined && /\d/.test(text) ? text : undefined;
}

function looksLikeName(text: string): boolean {
  if (COLUMNS.some(([header]) => header.test(text))) return false;
  return (
    text.length >= 2 && text.length <= 200 && !/^[\d.,%/—-]+$/.test(text) && !isHeading(text) && !/[：:。]/.test(text)
  );
}
