import type { Register } from '../../../registers/register.ts';
import type { Captured } from './captured.ts';
import { printedAmount, type PrintedAmount } from '../printed/amount.ts';
import { candidatesIn, winnersIn, type PrintedAward } from '../printed/awards.ts';
import {
  bidDeadlineIn,
  dayIn,
  labelledOf,
  momentIn,
  nameUnder,
  openingIn,
  periodIn,
  statedOf,
  valueOf,
  valuesOf,
} from '../printed/facts.ts';
import { isHeading } from '../printed/text.ts';
import { sectionInTable, withoutSection, type PrintedSection } from '../printed/section.ts';
import { titleParts } from '../platform-notice.ts';

/** What a captured notice says plainly. `fields` offers each fact under every name a register may have for it. */
export interface Facts {
  buyer?: string;
  codes: string[];
  projectName?: string;
  section?: Omit<PrintedSection, 'budget' | 'ceiling'>;
  remarks: { code: string; found?: string }[];
  fields: Record<string, unknown>;
}

export function factsIn(page: Captured, lines: readonly string[], register: Register): Facts {
  const table = sectionInTable(lines);
  const inTitle = titleParts(page.title);
  const section = inTitle.section ?? table;
  const buyer =
    organisation(page.issuer) ??
    organisation(nameUnder(lines, /采购人(?:信息)?$/)) ??
    organisation(valueOf(lines, BUYER)) ??
    organisation(nameAfter(lines, '招标人信息'));
  const agency =
    organisation(page.agency) ??
    organisation(nameUnder(lines, /采购代理机构(?:信息)?(?:（如有）)?$/)) ??
    organisation(valueOf(lines, AGENCY)) ??
    organisation(nameAfter(lines, '招标代理机构信息'));
  const amounts = amountsIn(page, lines, table);
  const awards = /候选人|评标结果/.test(page.title + lines.slice(0, 2).join('')) ? [] : winnersIn(lines);
  const candidates = awards.length > 0 ? [] : candidatesIn(lines);
  const publicity = publicityIn(lines);
  const documents = documentsIn(lines);
  const signed = dayIn(valueOf(lines, /^合同签(?:署|订)(?:时间|日期)$/));
  const priced: (PrintedAmount | undefined)[] = [
    amounts.budget,
    amounts.ceiling,
    ...awards.map(({ price }) => price),
    ...candidates.map(({ price }) => price),
  ];
  return {
    buyer,
    codes: codesIn(lines),
    projectName: projectNameIn(lines, section !== undefined, table !== undefined) ?? inTitle.name,
    section,
    remarks: distinct(priced.flatMap((amount) => (amount?.remark ? [amount.remark] : []))),
    fields: {
      buyer: party(buyer),
      procuringEntity: party(buyer),
      agency: party(agency),
      method: methodIn(page.title, lines, register),
      budget: amounts.budget?.money,
      ceilingPrice: amounts.ceiling?.money,
      bidDeadline: bidDeadlineIn(lines),
      openingAt: openingIn(lines),
      documentsFrom: documents.from,
      documentsUntil: throughDay(documents.until),
      publicityFrom: publicity.from?.slice(0, 10),
      publicityUntil: publicity.until?.slice(0, 10),
      awards: awards.map((award) => ({ ...awardOf(award), awardPrice: award.price?.money })),
      candidates: candidates.map((candidate) => ({
        ...awardOf(candidate),
        rank: candidate.rank,
        bidPrice: candidate.price?.money,
      })),
      supplier: awards[0] && awardOf(awards[0]).supplier,
      contractPrice: awards[0]?.price?.money,
      signedOn: signed,
      corrected: choiceOf(register, 'corrected', valueOf(lines, /^更正事项$/)),
      changes: changesIn(lines),
      changedOn: dayIn(valueOf(lines, /^更正日期$/)),
      firstPublishedOn: dayIn(valueOf(lines, /^首次公告日期$/)),
    },
  };
}

const BUYER = /^(?:采购人名称|招标人|招标人名称|建设单位|采购人|采购单位)$/;
const AGENCY = /^(?:(?:招标|采购)?代理(?:机构|单位)|招标代理机构名称)$/;
const CODE = /^(?:原公告的)?(?:采购|招标)?项目(?:编号|编码)(?:（建议书编号）)?$|^招标(?:项目)?编号$|^标段编号$/;

/** `（盖章）` is where a stamp would be, not a name. */
function organisation(text: string | undefined): string | undefined {
  const name = text
    ?.trim()
    .replace(/[（(]盖章[）)]$/, '')
    .trim();
  return name && name.length >= 4 && name.length <= 120 && !/^[\d\W]+$/u.test(name.replace(/\p{Script=Han}/gu, 'x'))
    ? name
    : undefined;
}

function party(name: string | undefined): { name: string } | undefined {
  return name === undefined ? undefined : { name };
}

/** `招标人信息` `单位名称` `X`: a table in which every cell is a line. */
function nameAfter(lines: readonly string[], heading: string): string | undefined {
  const at = lines.indexOf(heading);
  return at >= 0 && lines[at + 1] === '单位名称' ? lines[at + 2] : undefined;
}

function codesIn(lines: readonly string[]): string[] {
  return [
    ...new Set(
      valuesOf(lines, CODE)
        .flatMap((text) => text.split(/[；;、]/))
        .map((code) => code.trim()),
    ),
  ].filter((code) => code.length >= 6 && code.length <= 60 && /\d{2}/.test(code) && !/\s/.test(code));
}

function projectNameIn(lines: readonly string[], isSection: boolean, isPackage: boolean): string | undefined {
  const printed = statedOf(lines, /^(?:原公告的)?(?:采购|招标)?项目名称$/)
    ?.replace(/[（(]采购方式[：:][^）)]*[）)]$/, '')
    .trim();
  if (!printed || printed.length < 4) return undefined;
  // 山东 numbers the packages of a project behind its name: 项目（三）(7) is package G.
  const bare = isPackage ? printed.replace(/\(\d{1,2}\)$/, '') : printed;
  return (isSection ? withoutSection(bare) : bare) || printed;
}

/** The budget and the ceiling: of the package where a table says so, else of the whole as the text or header prints them. */
function amountsIn(
  page: Captured,
  lines: readonly string[],
  table: PrintedSection | undefined,
): { budget?: PrintedAmount; ceiling?: PrintedAmount } {
  const budget = labelledOf(lines, /^(?:本项目)?预算金额(?:[（(].*[）)])?$/);
  const ceiling = labelledOf(lines, /^(?:最高限价|招标控制价|投标最高限价)(?:[（(].*[）)])?$/);
  const stated = budget && printedAmount(budget.value, budget.label);
  // What the header calls budget is, under a result, sometimes the sum won: the text must say that it is a budget.
  const isCall = /\/0[12]01\//.test(page.detail_url);
  const controlled = valueOf(lines, /^(?:招标控制价|投标最高限价)[（(]元[）)]$/);
  return {
    budget: table?.budget ?? stated ?? (isCall ? printedAmount(page.budget) : undefined),
    ceiling:
      table?.ceiling ?? (ceiling && printedAmount(ceiling.value, ceiling.label)) ?? printedAmount(controlled, '（元）'),
  };
}

/** The method whose label the title names, else the one the text names alone (a list of three is an empty form). */
function methodIn(title: string, lines: readonly string[], register: Register): string | undefined {
  const methods = Object.entries(register.labels.zh.choices['method'] ?? {});
  const named = (text: string) => methods.filter(([, label]) => text.includes(label));
  const inTitle = named(title);
  if (inTitle.length === 1) return inTitle[0]![0];
  const at = lines.findIndex((line) => /(?:采购|招标)方式[：:]/.test(line));
  const inText = at < 0 ? [] : named(lines[at]!);
  return inText.length === 1 && named(lines[at + 1] ?? '').length === 0 ? inText[0]![0] : undefined;
}

/** The code whose label is printed. */
function choiceOf(register: Register, list: string, printed: string | undefined): string | undefined {
  return Object.entries(register.labels.zh.choices[list] ?? {}).find(([, label]) => label === printed)?.[0];
}

function publicityIn(lines: readonly string[]): { from?: string; until?: string } {
  const from = momentIn(valueOf(lines, /^公示开始时间$/));
  const until = momentIn(valueOf(lines, /^公示结束时间$/));
  if (from && until) return { from, until };
  const at = lines.findIndex((line) =>
    /^(?:[一二三四五六七八九十]{1,2}、|\d{1,2}、)?公示(?:期|时间)(?:[：:]|$)/.test(line),
  );
  return at < 0 ? {} : periodIn(lines.slice(at, at + 4).join(''));
}

/** When documents may be had: the period under `三、获取招标文件`. */
function documentsIn(lines: readonly string[]): { from?: string; until?: string } {
  const at = lines.findIndex((line) => isHeading(line) && /获取.*文件/.test(line));
  return at < 0
    ? {}
    : periodIn(
        lines
          .slice(at + 1, at + 5)
          .join('')
          .split(/地点|方式/)[0],
      );
}

/** A period that ends on a day lasts through it (民法典 art. 203). */
function throughDay(moment: string | undefined): string | undefined {
  return moment?.length === 10 ? `${moment} 23:59` : moment;
}

function awardOf({ supplier, members, duration, quality }: PrintedAward) {
  return {
    supplier: { name: supplier.name, code: uscc(supplier.code), address: supplier.address },
    members,
    duration,
    quality,
  };
}

function uscc(text: string | undefined): string | undefined {
  return text && /^[0-9A-Z]{18}$/.test(text) ? text : undefined;
}

function changesIn(lines: readonly string[]): { item: string; after: string }[] | undefined {
  const item = valueOf(lines, /^更正事项$/);
  const after = valueOf(lines, /^更正内容$/);
  return item && after ? [{ item, after }] : undefined;
}

function distinct(remarks: { code: string; found: string }[]): { code: string; found: string }[] {
  return [...new Map(remarks.map((remark) => [`${remark.code} ${remark.found}`, remark])).values()];
}
