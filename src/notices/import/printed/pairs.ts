import { HEADINGS, LABELS, type Context, type Fact } from './vocabulary.ts';

/** What is printed behind a label, or beside it. */
export interface Pair {
  fact: Fact;
  /** As printed, without its number; it may hold the unit. */
  label: string;
  value: string;
  /** Where it stands: under which heading. */
  context: Context;
  /** The package that the lines before it name; '' for the whole. */
  lot: string;
  /** Of which candidate the lines before it, or the label, speak. */
  rank?: number;
  /** Under 原公告 or 更正前: it is so no longer. */
  isOld?: true;
  /** What is printed before the label in its line. */
  before?: string;
  /** Number of the line. */
  at: number;
}

/** Full-width signs as half-width, character for character, so that places stay the same. */
export function half(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000]/g, (sign) =>
    sign === '\u3000' ? ' ' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );
}

const NUMBER =
  /^\s*(?:[一二三四五六七八九十]{1,3}\s*[、.．]|第[一二三四五六七八九十\d]{1,3}[章节部分条]|[(（][一二三四五六七八九十\d]{1,3}[)）]|(?:1?\d|20)(?:\.\d{1,2}){1,3}[、.．]?(?=\s*[\p{Script=Han}A-Za-z（(])(?!\s*(?:万|亿|元|米|平|公|年|月|日|天|个|分|吨|亩|m))|\d{1,2}\s*[、.．)）](?!\d))\s*/u;

/** Without what numbers it: 一、 1. 1.1 （1） 第一章. */
export function unnumbered(line: string): string {
  return line.replace(NUMBER, '').replace(NUMBER, '');
}

export function isNumbered(line: string): boolean {
  return NUMBER.test(line);
}

/** 二、…: what was said of a package ends here. */
export function isChapter(line: string): boolean {
  return /^\s*[一二三四五六七八九十]{1,3}[、.．]/.test(line);
}

/** 采 购 人 is 采购人. */
export function squeezed(line: string): string {
  return line.replace(/(?<=\p{Script=Han}|[（(])[ \u3000\u00a0]+(?=\p{Script=Han}|[：:）)])/gu, '');
}

const BRACKETS = '(?:\\([^()]{0,30}\\))?';
const ALL = LABELS.map(([fact, source]) => [fact, new RegExp(`(?:${source})${BRACKETS}$`)] as const);
const WHOLE = LABELS.map(([fact, source]) => [fact, new RegExp(`^(?:${source})${BRACKETS}$`)] as const);

/** The fact whose label a text ends with, and where the label begins; the longest label is meant. */
function labelAtEnd(text: string): { fact: Fact; at: number } | null {
  let best: { fact: Fact; at: number } | null = null;
  for (const [fact, pattern] of ALL) {
    const match = pattern.exec(text);
    if (match && (best === null || match.index < best.at)) best = { fact, at: match.index };
  }
  return best;
}

/** The fact that a whole cell or line is the label of. */
export function factOf(text: string): Fact | null {
  return text.length > 80 ? null : kept(facts, text, factOfText);
}

/** Labels and headings are the same in every notice: each is looked at once. */
const facts = new Map<string, Fact | null>();
const headings = new Map<string, Context | undefined>();
const MOST_KEPT = 20_000;

function kept<T>(known: Map<string, T>, text: string, read: (text: string) => T): T {
  if (known.has(text)) return known.get(text)!;
  if (known.size >= MOST_KEPT) known.clear();
  const value = read(text);
  known.set(text, value);
  return value;
}

function factOfText(text: string): Fact | null {
  const plain = half(squeezed(unnumbered(text)))
    .replace(/\s+/g, '')
    .replace(/[:：]$/, '');
  if (plain.length < 2 || plain.length > 40) return null;
  return WHOLE.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

/** The heading a line is, as what it is about; undefined for a line that is none. */
export function headingOf(line: string): Context | undefined {
  return line.length > 80 ? undefined : kept(headings, line, headingOfText);
}

function headingOfText(line: string): Context | undefined {
  const bare = half(squeezed(unnumbered(line)))
    .replace(/[:：\s]+$/, '')
    .replace(/\((?:如有|若有|盖章)\)$/, '');
  if (bare === '' || bare.length > 40 || /[:：。;；]/.test(bare)) return undefined;
  const found = HEADINGS.find(([, pattern]) => pattern.test(bare))?.[0];
  if (found !== undefined && (isNumbered(line) || bare.length <= 24)) return found;
  return isNumbered(line) && factOf(line) === null ? null : undefined;
}

/** 采购包1: stands over what is said of it. */
const LOT_LINE =
  /^(?:采购|合同|分)?(?:包组?|标段|标包|标项)[\s:：]*(?:第)?([A-Z]|\d{1,3}|[一二三四五六七八九十]{1,3})(?:\([^()]{0,60}\))?(?:[:：].{0,40})?$/;
const LOT_ORDINAL =
  /^(?:第(?:[一二三四五六七八九十]{1,3}|\d{1,3})|[一二三四五六七八九十]|\d{1,2}|[A-Z])(?:合同段|合同包|标段|标包|包)(?:\([^()]{0,60}\))?[:：]?$/;

export function lotOfLine(line: string): string | null {
  if (line.length > 120 || !/[包标]/.test(line)) return null;
  const text = half(unnumbered(line)).trim();
  return LOT_LINE.test(text) || LOT_ORDINAL.test(text) ? text.replace(/[:：(].*$/, '').replace(/\s+/g, '') : null;
}

const RANKED =
  /^(?:推荐的?)?(?:第?([一二三四五六七八九十]|\d{1,2})(?:名)?(?:中标|成交|中选|入围)?(?:候选(?:人|供应商|单位))|第([一二三四五六七八九十]|\d{1,2})名)(?:名称|为)?[:：]?$/;

/** 2 for 第二中标候选人, 第二名, 中标候选人第2名, as a line or as a label. */
export function rankIn(text: string): number | null {
  if (text.length > 24) return null;
  const plain = half(squeezed(unnumbered(text)))
    .replace(/\s+/g, '')
    .replace(/^(?:中标|成交)候选(?:人|供应商)(?=第)/, '');
  const match = RANKED.exec(plain);
  if (!match) return null;
  const numeral = (match[1] ?? match[2])!;
  return /\d/.test(numeral) ? Number(numeral) : '一二三四五六七八九十'.indexOf(numeral) + 1;
}

const OLD =
  /^(?:\d{1,2}[.、．])?\s*(?:原(?:公告|文件|招标文件|采购文件|招标公告|采购公告)?(?:的)?(?:内容|信息)?(?:为)?|(?:更正|变更|修改|调整)前(?:内容|信息)?(?:为)?)[：:]?$/;
const NEW = /^(?:\d{1,2}[.、．])?\s*(?:现|(?:更正|变更|修改|调整)(?:后|为))/;

/** All that is printed with a label, in reading order. */
export function pairsIn(lines: readonly string[], cells: ReadonlySet<number> = new Set()): Pair[] {
  const pairs: Pair[] = [];
  let context: Context = null;
  let lot = '';
  let rank: number | null = null;
  let isOld = false;
  for (const [at, raw] of lines.entries()) {
    const line = squeezed(raw);
    // What a cell is called by its neighbours is read where tables are; here only what it says by itself.
    if (cells.has(at)) {
      if (!/[:：]/.test(line)) continue;
      for (const one of pairsOfLine(line)) if (one.value !== '') pairs.push({ ...one, context: null, lot, at });
      continue;
    }
    if (OLD.test(line)) isOld = true;
    else if (isOld && (NEW.test(line) || /^[一二三四五六七八九十]{1,3}[、.．]/.test(line))) isOld = false;
    const named = lotOfLine(line);
    if (named !== null) {
      lot = named;
      rank = null;
    }
    rank = rankIn(line) ?? (isNumbered(line) ? null : rank);
    const heading = headingOf(line);
    if (heading !== undefined) {
      context = heading;
      // 一、 begins something new, which is about the whole again.
      if (/^\s*[一二三四五六七八九十]{1,3}[、.．]/.test(line)) lot = '';
      const fact = factOf(line);
      if (fact === null || fact === 'other') {
        // The moment of a heading may stand below it without a label.
        continue;
      }
    }
    const found = pairsOfLine(line);
    for (const [index, { fact, label, value, before }] of found.entries()) {
      const text = value !== '' ? value : index === found.length - 1 ? below(lines, at) : '';
      // 各位供应商： is a greeting.
      if (text === '' || (value === '' && label === '供应商')) continue;
      if (fact === 'lot') lot = text.length <= 12 ? label + text : lot;
      rank = rankIn(label) ?? rank;
      // 包组一：甲公司 成交金额：…
      const ofLot = fact === 'other' && found.some((one) => one.fact === 'price') ? lotOfLine(label) : null;
      if (ofLot !== null) lot = ofLot;
      pairs.push({
        fact: ofLot === null ? fact : 'supplier',
        label,
        value: text,
        context,
        lot,
        ...(rank !== null && { rank }),
        ...(isOld && { isOld }),
        before,
        at,
      });
    }
  }
  return pairs;
}

/** The line below a label that stands alone. */
function below(lines: readonly string[], at: number): string {
  const next = lines[at + 1];
  if (next === undefined || headingOf(next) !== undefined || factOf(next) !== null) return '';
  return pairsOfLine(squeezed(next)).length > 0 && /[:：]/.test(half(next)) && factOf(next.split(/[:：]/)[0]!) !== null
    ? ''
    : next;
}

interface Found {
  fact: Fact;
  label: string;
  value: string;
  before: string;
}

/** `采购人：甲地址：乙` holds two; a cell that is nothing but a label holds one whose value is elsewhere. */
function pairsOfLine(line: string): Found[] {
  const text = half(line);
  const alone = factOf(line);
  if (alone !== null) return [{ fact: alone, label: bareLabel(line), value: '', before: '' }];
  const labels = labelsIn(text);
  if (labels.length === 0) return runOn(line, text);
  return labels.map(({ fact, from, to }, index) => ({
    fact,
    label: bareLabel(line.slice(from, to)),
    before: line.slice(Math.max(labels[index - 1] ? labels[index - 1]!.to + 1 : 0, from - 12), from),
    value: line
      .slice(to + 1, labels[index + 1]?.from ?? line.length)
      .replace(/(?:[一二三四五六七八九十]{1,3}[、.．]|(?<=[；;。\s])\d{1,2}[、.．])\s*$/, '')
      .replace(/[；;，,、。\s]+$/, '')
      .replace(/[一二三四五六七八九十]{1,3}[、.．]?[^：:]{0,12}$/, (end) =>
        /^[一二三四五六七八九十]{1,3}[、.．]/.test(end) ? '' : end,
      )
      .trim(),
  }));
}

function bareLabel(text: string): string {
  return unnumbered(text)
    .replace(/[：:]\s*$/, '')
    .trim();
}

/** Every colon that follows a label, known or not; a colon in a time or an address follows none. */
function labelsIn(text: string): { fact: Fact; from: number; to: number }[] {
  const found: { fact: Fact; from: number; to: number }[] = [];
  for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
    // Behind a number or a colon there is no label: 09:30, ::::.
    if (!/[\p{L}\s)\]】]/u.test(text[colon - 1] ?? '')) continue;
    if (/https?$/i.test(text.slice(Math.max(0, colon - 5), colon))) continue;
    const start = found.length > 0 ? found.at(-1)!.to + 1 : 0;
    const before = text.slice(Math.max(start, colon - 60), colon).replace(/\s+$/, '');
    const offset = Math.max(start, colon - 60);
    const known = labelAtEnd(before);
    if (known) {
      found.push({ fact: known.fact, from: offset + known.at, to: colon });
      continue;
    }
    // An unknown label ends what the one before it says, where something stands between them.
    const unknown =
      /(?:^|[;；。,，、)）\s])((?!小写|大写|其中|单位|人民币)[\p{Script=Han}A-Za-z/]{2,20}|第\d{1,2}(?:合同段|标段|包)|(?:采购|合同|分)?(?:包组?|标段|标包|标项)\d{1,2})$/u.exec(
        before,
      );
    if (unknown && (start === 0 ? unknown.index === 0 : true))
      found.push({ fact: 'other', from: offset + before.length - unknown[1]!.length, to: colon });
  }
  return found;
}

/** `采购人名称甲中标（成交）供应商名称乙合同金额丙`: a table whose lines were lost. */
const RUN_ON = /采购人名称|中标\(成交\)供应商名称|合同金额|合同期限|合同签署时间/g;

function runOn(line: string, text: string): Found[] {
  const labels = [...text.matchAll(RUN_ON)];
  if (labels.length < 3) return [];
  return labels.flatMap((match, index): Found[] => {
    const fact = factOf(match[0]);
    const from = match.index + match[0].length;
    return fact === null
      ? []
      : [
          {
            fact,
            label: match[0],
            value: line.slice(from, labels[index + 1]?.index ?? line.length).trim(),
            before: '',
          },
        ];
  });
}
