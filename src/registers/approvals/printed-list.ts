import { fold } from '../../values/script.ts';
import type { Refusal } from '../../values/result.ts';
import type { Basis } from '../basis.ts';
import { KINDS, ONLINE, type ItemKind } from './item.ts';
import { zh } from './zh.ts';

/** The columns that printed lists of approvals have, by the words they use for them. */
const HEADS: Record<string, RegExp> = {
  code: /^(?:事项)?(?:基本|实施|目录)?编码$|^事项代码$/,
  name: /^(?:审批|许可|权力|服务)?(?:事项|项目)(?:名称)?$|^名称$/,
  unitInCharge: /^(?:实施|办理|责任|审批)?(?:单位|机关|主体|部门)$/,
  itemKind: /^(?:事项|权力|项目)?(?:类型|类别)$/,
  basis: /依据$/,
  statutoryDays: /^法定(?:办理|办结|审批)?(?:时限|期限)/,
  promisedDays: /^承诺(?:办理|办结|审批)?(?:时限|期限)/,
  limitBasis: /^另定期限的依据$/,
  charged: /^(?:是否)?收费$/,
  feeItems: /^收费项目(?:代码|编码)$/,
  place: /^(?:办理)?(?:地点|窗口)$|^办理窗口$/,
  hours: /^(?:办公|办理|受理)时间$/,
  phone: /^(?:咨询|联系)?电话$/,
  firstReceiver: /^首问(?:负责)?(?:岗位|人)?$/,
  online: /^(?:网上办理|办理形式|网办深度)$/,
  other: /^备注$|^说明$/,
};
type Column = keyof typeof HEADS & string;
const NEEDED = ['name', 'unitInCharge', 'itemKind', 'basis'] as const;

/** Where a table is wrong: the row as the sheet numbers it and the head of the column. */
export interface CellError extends Refusal {
  row: number;
  column: string;
}

/** One item as a list prints it: fields of an `entry`, and its row. */
export interface PrintedApproval {
  row: number;
  code: string | null;
  fields: {
    name: string;
    unitInCharge: string;
    itemKind: ItemKind;
    basis: Basis[];
    statutoryDays?: number;
    promisedDays?: number;
    limitBasis?: string;
    charged?: boolean;
    feeItems?: string[];
    window?: { place: string; hours?: string; phone?: string; firstReceiver?: string };
    online?: (typeof ONLINE)[number];
    other?: string;
  };
}

/**
 * Reads a list as printed, one row an item. Everything that is wrong is said at once, cell by cell: `column-missing`,
 * `missing`, `not-a-choice`, `not-a-number`.
 */
export function readList(table: readonly (readonly string[])[]): { items: PrintedApproval[]; errors: CellError[] } {
  const headRow = table.findIndex((row) =>
    (['name', 'basis'] as const).every((column) => row.some((cell) => HEADS[column]!.test(compact(cell)))),
  );
  const heads = table[Math.max(headRow, 0)] ?? [];
  const columns = columnsIn(heads);
  const absent = NEEDED.filter((column) => !columns.has(column));
  if (headRow < 0 || absent.length > 0)
    return {
      items: [],
      errors: absent.map((column) => ({
        code: 'column-missing',
        row: Math.max(headRow, 0) + 1,
        column: zh.fields[column]!,
        found: zh.fields[column]!,
      })),
    };
  const errors: CellError[] = [];
  const items = table.flatMap((cells, index) => {
    if (index <= headRow || cells.every((cell) => cell.trim() === '')) return [];
    const cell = (column: Column) => (columns.has(column) ? (cells[columns.get(column)!] ?? '').trim() : '');
    const wrong = (code: string, column: Column, more: Partial<Refusal> = {}) =>
      errors.push({ code, row: index + 1, column: (heads[columns.get(column)!] ?? '').trim(), ...more });
    return [itemIn(cell, index + 1, wrong)];
  });
  return { items, errors };
}

function itemIn(
  cell: (column: Column) => string,
  row: number,
  wrong: (code: string, column: Column, more?: Partial<Refusal>) => void,
): PrintedApproval {
  for (const column of NEEDED) if (cell(column) === '') wrong('missing', column);
  const choice = <Code extends string>(column: Column, list: string, codes: readonly Code[]): Code | undefined => {
    const text = compact(cell(column));
    const found = codes.find((code) => code === text || compact(zh.choices[list]![code]!) === text);
    if (text !== '' && !found)
      wrong('not-a-choice', column, {
        found: cell(column),
        expected: codes.map((code) => zh.choices[list]![code]).join(' '),
      });
    return found;
  };
  const days = (column: Column): number | undefined => {
    const text = compact(cell(column));
    if (text === '' || /^(?:无|—|-|\/)$/.test(text)) return undefined;
    if (/^(?:当场|即时|即办|立等可取)/.test(text)) return 0;
    const number = /^(\d{1,3})(?:个)?(?:工作日|日|天)?$/.exec(text)?.[1];
    if (number === undefined) wrong('not-a-number', column, { found: cell(column), expected: 'workingDay' });
    return number === undefined ? undefined : Number(number);
  };
  const optional = (column: Column) => (cell(column) ? { [column]: cell(column) } : {});
  const charged = yesNo(cell('charged'));
  if (charged === null) wrong('not-a-choice', 'charged', { found: cell('charged'), expected: '是 否' });
  const [statutoryDays, promisedDays] = [days('statutoryDays'), days('promisedDays')];
  const online = choice('online', 'online', ONLINE);
  const feeItems = cell('feeItems')
    .split(/[、,，;；\s]+/)
    .filter(Boolean);
  return {
    row,
    code: cell('code') || null,
    fields: {
      name: cell('name').replace(/^\d+[.．、]\s*/, ''),
      unitInCharge: cell('unitInCharge'),
      itemKind: choice('itemKind', 'itemKind', KINDS) ?? 'other',
      basis: readBasis(cell('basis')),
      ...(statutoryDays !== undefined && { statutoryDays }),
      ...(promisedDays !== undefined && { promisedDays }),
      ...optional('limitBasis'),
      ...(typeof charged === 'boolean' && { charged }),
      ...(feeItems.length > 0 && { feeItems }),
      ...(cell('place') && {
        window: { place: cell('place'), ...optional('hours'), ...optional('phone'), ...optional('firstReceiver') },
      }),
      ...(online && { online }),
      ...optional('other'),
    },
  };
}

/** 《建筑法》第七条；天政发〔2012〕1号. */
function readBasis(printed: string): Basis[] {
  return printed
    .split(/[；;\n]+|(?<=》[^《；;\n]*)、(?=《)/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const article = /第[一二三四五六七八九十百〇零\d]+条.*$/.exec(part)?.[0];
      const bare = article ? part.slice(0, part.length - article.length).trim() : part;
      const isNumber = /[〔\[（(]\d{4}[〕\]）)].*号/.test(bare) && !bare.includes('《');
      return { [isNumber ? 'documentNumber' : 'document']: bare || part, ...(article && bare && { article }) };
    });
}

/** Undefined where nothing is said, null where it is not understood. */
function yesNo(printed: string): boolean | null | undefined {
  const text = compact(printed);
  if (text === '') return undefined;
  if (/^(?:是|收费|√|y|yes)$/i.test(text)) return true;
  return /^(?:否|不收费|×|无|n|no|-|—)$/i.test(text) ? false : null;
}

function columnsIn(heads: readonly string[]): Map<Column, number> {
  const columns = new Map<Column, number>();
  for (const [index, head] of heads.entries()) {
    const column = Object.keys(HEADS).find((name) => !columns.has(name) && HEADS[name]!.test(compact(head)));
    if (column) columns.set(column, index);
  }
  return columns;
}

function compact(text: string): string {
  return fold(text)
    .replace(/\s+/g, '')
    .replace(/[（(].*?[）)]$/, '');
}
