import { splitLabel } from './facts.ts';
import { printedAmount, type PrintedAmount } from './amount.ts';

/** The section (标段) or package (包) a notice is about, where it is about one only. */
export interface PrintedSection {
  id: string;
  name?: string;
  /** Its own budget and ceiling, where a table says so. */
  budget?: PrintedAmount;
  ceiling?: PrintedAmount;
}

const ORDINAL = '(?:第?[一二三四五六七八九十]{1,3}|第?\\d{1,3}|[A-Z])';
/** `二标段`, `(1标段)`, `第一标段(包)`, `第二包`, `建设2包`, but not `2个包`. */
const IN_TITLE = new RegExp(`(${ORDINAL}\\s*(?:合同段|标段|标包|标(?=[（(])|包)(?:[（(]包[)）])?)(?![装括含头])`, 'g');

/** The section named in a title; undefined when none or several are. */
export function sectionInTitle(title: string): PrintedSection | undefined {
  const named = [...title.matchAll(IN_TITLE)].map((match) => match[1]!.replace(/\s+/g, ''));
  if (new Set(named).size !== 1) return undefined;
  return { id: named[0]!, name: named[0]! };
}

/** The title without its section, so that sections of one project bear one name. */
export function withoutSection(title: string): string {
  return title
    .replace(new RegExp(`[（(]\\s*${ORDINAL}\\s*(?:合同段|标段|标包|包)[：:][^）)]*[)）]`, 'g'), '')
    .replace(new RegExp(`[（(]\\s*${ORDINAL}\\s*(?:合同段|标段|标包|包)(?:[（(]包[)）])?\\s*[)）]`, 'g'), '')
    .replace(new RegExp(`${IN_TITLE.source}(?:项目)?`, 'g'), '')
    .trim();
}

/**
 * The only row of a table of packages: `包号 预算金额(万元) 最高限价(万元) / A 140 140`, or with a serial number
 * and a name. Two rows mean that the notice is about more than one; a single package of the whole is no section.
 */
export function sectionInTable(lines: readonly string[]): PrintedSection | undefined {
  if (lines.some((line) => /共(?:分为)?\s*[1一]\s*个(?:标段|包)/.test(line))) return undefined;
  const at = lines.indexOf('包号');
  if (at < 0) return undefined;
  const header: string[] = [];
  for (let index = at; index < lines.length && isColumn(lines[index]!); index++) header.push(lines[index]!);
  const serial = lines[at - 1] === '序号';
  const start = at + header.length + (serial ? 1 : 0);
  const row = lines.slice(start, start + header.length);
  if (serial && (lines[start - 1] !== '1' || lines[start + header.length] === '2')) return undefined;
  const cell = (name: RegExp) => {
    const index = header.findIndex((column) => name.test(column));
    return index < 0 || row[index] === undefined ? undefined : { label: header[index]!, value: row[index]! };
  };
  const code = cell(/^包号$/)?.value;
  const name = cell(/包名称$/)?.value;
  const budget = cell(/预算/);
  const ceiling = cell(/限价/);
  const amount = budget && printedAmount(budget.value, budget.label);
  // A second row that is misread as something else must not be taken for the first: its amount has to be one.
  if (!code || code.length > 60 || !amount || amount.money.fen === null || splitLabel(code)) return undefined;
  const ordinal = name && sectionInTitle(name.split(/[：:]/)[0]!);
  return {
    id: ordinal ? ordinal.id : code,
    ...(name && { name }),
    budget: amount,
    ...(ceiling && { ceiling: printedAmount(ceiling.value, ceiling.label) }),
  };
}

function isColumn(line: string): boolean {
  return /^(?:包号|包名称|(?:包)?(?:预算(?:金额)?|最高限价)[（(].*元[)）]|是否专门面向中小企业|采购预留金额[（(]元[)）])$/.test(
    line,
  );
}
