import { labels } from '../../locales/labels.ts';
import { fold, matchKey } from '../../values/script.ts';
import type { Refusal } from '../../values/result.ts';
import { FUNDS, LEVELS, PAYERS, type Family, type FeeStandard, type Fund, type Level, type Payer } from './item.ts';
import { readDocuments, readStandard } from './printed-standard.ts';
import { zh } from './zh.ts';

/** The columns that catalogues print, by the words they use for them (domain.md §4.1). */
const HEADS: Record<string, RegExp> = {
  code: /^(?:项目)?代码$/,
  family: /^收费种类$/,
  status: /^状态$/,
  department: /^(?:执收)?部门(?:名称)?$/,
  order: /^(?:项目)?(?:序号|编号)$/,
  name: /^(?:收费)?项目(?:名称)?$/,
  line: /^(?:收费)?子项(?:名称)?$/,
  level: /^(?:设立|立项|审批|收费)?级次$|^设立依据级次$/,
  fund: /^资金管理(?:方式)?$|^缴库方式$/,
  basis: /依据(?:文件|及文号)?$|^文件(?:依据|名称|文号)?$/,
  standard: /标准(?:原文)?$/,
  unit: /^(?:计费|计量|收费)?单位$/,
  chargingUnit: /^(?:执收|收费|征收)(?:单位|主体|机关)$/,
  payer: /^(?:缴费|收费|征收|缴纳)(?:对象|人|义务人)$|^向谁收$/,
  enterpriseRelated: /^(?:是否)?涉企(?:收费)?$/,
  preApproval: /^(?:是否)?(?:行政)?审批前置$/,
  importExport: /^(?:是否)?涉进出口(?:环节)?$/,
  other: /^备注$|^说明$/,
};
type Column = keyof typeof HEADS & string;

/** Where a table is wrong: the row as the sheet numbers it and the head of the column. */
export interface CellError extends Refusal {
  row: number;
  column: string;
}

/** One item as a catalogue prints it: the fields of an `entry`, and the row it begins at. */
export interface PrintedItem {
  row: number;
  code: string | null;
  fields: {
    name: string;
    family: Family;
    level: Level;
    department: string;
    order?: string;
    chargingUnit?: string;
    payer?: Payer;
    fund?: Fund;
    enterpriseRelated?: boolean;
    preApproval?: boolean;
    importExport?: boolean;
    standards: FeeStandard[];
    basis: ReturnType<typeof readDocuments>;
    other?: string;
  };
}

/** What the table does not say of itself: its family, and the level where it has no such column. */
export interface TableFacts {
  family: Family;
  level: Level | null;
}

/**
 * Reads a catalogue as printed: one row an item, sub-items under it as `（1）` and `①`, cells merged down the page
 * empty but for the first. Everything that is wrong is said at once, cell by cell: `column-missing`, `column-twice`,
 * `missing`, `not-a-choice`, `fee-level`, `fee-orphan`. Of the table that this portal gives out, rows of other families and
 * of items no longer charged are `skipped`.
 */
export function readCatalogue(
  table: readonly (readonly string[])[],
  facts: TableFacts,
): { items: PrintedItem[]; errors: CellError[]; skipped: number } {
  const headRow = table.findIndex(
    (row) =>
      row.some((cell) => HEADS['name']!.test(compact(cell))) && row.some((cell) => HEADS['basis']!.test(compact(cell))),
  );
  if (headRow < 0) return { items: [], errors: [...missingHead(table[0] ?? [])], skipped: 0 };
  const columns = columnsIn(table[headRow]!);
  const errors: CellError[] =
    facts.level === null && !columns.has('level')
      ? [{ code: 'column-missing', row: headRow + 1, column: zh.fields['level']!, found: zh.fields['level']! }]
      : [];
  const items: PrintedItem[] = [];
  let department = '';
  let skipped = 0;
  for (const [index, cells] of table.entries()) {
    if (index <= headRow || cells.every((cell) => cell.trim() === '')) continue;
    const cell = (column: Column) => (columns.has(column) ? (cells[columns.get(column)!] ?? '').trim() : '');
    const wrong = (code: string, column: Column, more: Partial<Refusal> = {}) => {
      // A table without the column was told so at its heads.
      if (column === 'level' && !columns.has(column)) return;
      const head = columns.has(column) ? table[headRow]![columns.get(column)!]!.trim() : (zh.fields[column] ?? column);
      errors.push({ code, row: index + 1, column: head, ...more });
    };
    if (isElsewhere(cell('family'), cell('status'), facts)) {
      skipped += 1;
      continue;
    }
    department = departmentIn(cell('department')) || department;
    const printed = cell('name');
    const sub = columns.has('line') && cell('line') !== '' ? { depth: 1, name: cell('line') } : subItem(printed);
    // A row that only names a department, or a note under the table.
    if (printed === '' && !sub) {
      if (cell('basis') !== '' || cell('standard') !== '') wrong('missing', 'name');
      continue;
    }
    if (
      sub &&
      (printed === '' || sub.name !== printed) &&
      !(columns.has('line') && printed !== '' && matchKey(printed) !== matchKey(items.at(-1)?.fields.name ?? ''))
    ) {
      const item = items.at(-1);
      if (!item) wrong('fee-orphan', 'name', { found: printed });
      else addLine(item, sub, { standard: cell('standard'), unit: cell('unit') });
      continue;
    }
    const item = itemIn(cell, index + 1, department, facts, wrong);
    if (sub && columns.has('line')) addLine(item, sub, { standard: cell('standard'), unit: cell('unit') }, true);
    items.push(item);
  }
  return { items, errors, skipped };
}

function itemIn(
  cell: (column: Column) => string,
  row: number,
  department: string,
  { family, level: given }: TableFacts,
  wrong: (code: string, column: Column, more?: Partial<Refusal>) => void,
): PrintedItem {
  const name = cell('name')
    .replace(/^[▲△★*]+\s*/, '')
    .replace(/^\d+[.．、]\s*/, '');
  const basis = readDocuments(cell('basis'));
  if (basis.length === 0) wrong('missing', 'basis');
  if (department === '') wrong('missing', 'department');
  const level = cell('level') === '' ? given : levelOf(cell('level'));
  if (level === null)
    wrong(cell('level') === '' ? 'missing' : 'not-a-choice', 'level', {
      found: cell('level'),
      expected: LEVELS.map((code) => zh.choices['level']![code]).join(' '),
    });
  if (level === 'city' || level === 'county') wrong('fee-level', 'level', { found: cell('level') });
  const fund = codeOf('fund', FUNDS, cell('fund'));
  if (fund === null)
    wrong('not-a-choice', 'fund', {
      found: cell('fund'),
      expected: FUNDS.map((code) => zh.choices['fund']![code]).join(' '),
    });
  const payer = codeOf('payer', PAYERS, cell('payer'));
  const flags = Object.fromEntries(
    (['enterpriseRelated', 'preApproval', 'importExport'] as const).flatMap((column) => {
      const text = compact(cell(column));
      if (text === '') return [];
      if (/^(?:是|√|有|涉企|y|yes)$/i.test(text)) return [[column, true]];
      if (/^(?:否|×|无|不涉企|n|no|-|—)$/i.test(text)) return [[column, false]];
      wrong('not-a-choice', column, { found: cell(column), expected: '是 否' });
      return [];
    }),
  );
  const other = [
    cell('name').startsWith('▲') ? '原表标有▲' : '',
    cell('other'),
    payer === null ? `${zh.fields['payer']}：${cell('payer')}` : '',
  ]
    .filter(Boolean)
    .join('；');
  return {
    row,
    code: cell('code') || null,
    fields: {
      name,
      family,
      level: level ?? 'state',
      department,
      ...(cell('order') && { order: cell('order') }),
      ...(cell('chargingUnit') && { chargingUnit: cell('chargingUnit') }),
      ...(payer && { payer }),
      ...(fund && { fund }),
      ...flags,
      standards: [readStandard(cell('standard'), cell('unit'))],
      basis,
      ...(other && { other }),
    },
  };
}

/** A sub-item takes its place under the last item; the standard printed beside a heading goes when it said nothing. */
function addLine(
  { fields }: PrintedItem,
  { depth, name }: { depth: number; name: string },
  { standard, unit }: { standard: string; unit: string },
  isFirst = false,
): void {
  const [own] = fields.standards;
  if (isFirst || own?.number === undefined) {
    if (!isFirst && own && own.printed !== '见文件')
      fields.other = [fields.other, own.printed].filter(Boolean).join('；');
    fields.standards = [];
  }
  const last = fields.standards.at(-1)?.number?.split('.') ?? [];
  // `①` right under an item has no `（1）` above it: it stands where `（1）` would.
  const level = Math.min(depth, last.length + 1);
  const number = [...last.slice(0, level - 1), String(Number(last[level - 1] ?? 0) + 1)].join('.');
  const head = fields.standards.at(-1);
  if (
    head?.number !== undefined &&
    number.startsWith(`${head.number}.`) &&
    head.kind === 'document' &&
    head.printed === '见文件'
  ) {
    for (const member of ['kind', 'printed', 'unit'] as const) delete head[member];
  }
  fields.standards.push({ number, name, ...readStandard(standard, unit) });
}

/** In the table that this portal gives out: a row of another family, or of an item that is no longer charged. */
function isElsewhere(family: string, status: string, facts: TableFacts): boolean {
  const isOther = family !== '' && compact(family) !== zh.choices['family']![facts.family];
  const isOver = status !== '' && compact(status) !== labels('zh').fees.statuses.inForce;
  return isOther || isOver;
}

/** （1） and 1） stand one level under the item, ① two. */
function subItem(printed: string): { depth: number; name: string } | null {
  const first = /^[（(]\s*[\d一二三四五六七八九十]+\s*[）)]\s*(.+)$/.exec(printed);
  if (first) return { depth: 1, name: first[1]! };
  const second = /^[①-⑳]\s*(.+)$/.exec(printed);
  return second ? { depth: 2, name: second[1]! } : null;
}

function columnsIn(heads: readonly string[]): Map<Column, number> {
  const columns = new Map<Column, number>();
  for (const [index, head] of heads.entries()) {
    const column = Object.keys(HEADS).find((name) => !columns.has(name) && HEADS[name]!.test(compact(head)));
    if (column) columns.set(column, index);
  }
  return columns;
}

function missingHead(heads: readonly string[]): CellError[] {
  const columns = columnsIn(heads);
  return [
    ['name', '项目名称'],
    ['basis', '政策依据'],
  ].flatMap(([column, head]) =>
    columns.has(column!) ? [] : [{ code: 'column-missing', row: 1, column: head!, found: head! }],
  );
}

/** 一、公安 and 公安部门 are 公安. */
function departmentIn(printed: string): string {
  return printed
    .replace(/^[一二三四五六七八九十\d]+[、.．\s]\s*/, '')
    .replace(/(?<=..)部门$/, '')
    .trim();
}

function levelOf(printed: string): Level | null {
  const text = compact(printed);
  if (/^(?:国家|中央|全国)/.test(text)) return 'state';
  if (/^(?:省|自治区)/.test(text)) return 'province';
  if (/^(?:市|地市)/.test(text)) return 'city';
  return /^[县区]/.test(text) ? 'county' : null;
}

/** The code of a printed word; undefined for none, null for one that nobody knows. */
function codeOf<Code extends string>(list: string, codes: readonly Code[], printed: string): Code | null | undefined {
  const text = compact(printed);
  if (text === '') return undefined;
  return (
    codes.find(
      (code) => zh.choices[list]![code] === text || zh.choices[list]![code]!.replaceAll('、', '和') === text,
    ) ?? null
  );
}

function compact(text: string): string {
  return fold(text)
    .replace(/\s+/g, '')
    .replace(/\[[^\]]*\]/g, '');
}
