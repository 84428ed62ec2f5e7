import { DAY, dayOf, startOfDay, weekdayNumber, type Day } from '../values/date.ts';
import { CITY, divisionsIn, divisionsInLetters, liesIn } from '../values/region.ts';
import { fold } from '../values/script.ts';
import { readSum } from './sums.ts';

/** What a question asks of a record. */
export type Fact = 'supplier' | 'amount' | 'deadline' | 'opening' | 'agency' | 'how';

/** A sum that was named: between which sums it may lie, in fen, both included. */
export interface Sum {
  min?: number;
  max?: number;
}

/** What was typed, as it is understood: conditions that were said in words, and the words that are left. */
export interface Understanding {
  /** The words without what was understood, as typed. */
  words: string;
  fact: Fact | null;
  /** Codes of GB/T 2260 that the named division may be; with the name as typed. */
  region: { text: string; codes: string[] } | null;
  days: { text: string; from: Day; to: Day } | null;
  sum: (Sum & { text: string }) | null;
  /** How far it has come: that one can take part, or soon no more; that it is closed; that it is decided, or came to nothing. */
  state: { text: string; means: Progress } | null;
}

export type Progress = 'open' | 'soon' | 'closed' | 'decided' | 'contracted' | 'failed';

/**
 * Reads what was typed as a person says it: 谁中标了…, 480万, 2026年3月, 秦州区, 正在招标. Null for what is written in the signs of
 * search (`"…"`, `-词`, `单位:`): that means just what it says. Nothing understood leaves the words as they are.
 */
export function understand(typed: string, now: number): Understanding | null {
  const text = typed.normalize('NFC');
  if (/["“”„「」『』]|(?:^|\s)[-−]\S|(?:单位|供应商|编号|媒介|unit|supplier|code|medium)\s*[:：]/i.test(text))
    return null;
  const rest = new Rest(text);
  const fact = takeQuestion(rest);
  const state = takeState(rest);
  const sum = takeSum(rest);
  const days = takeDays(rest, now);
  const region = takeRegion(rest);
  return { words: rest.words(), fact, region, days, sum, state };
}

/** A text of which pieces are taken out; folded beside it, at the same places. */
class Rest {
  #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get folded(): string {
    return fold(this.#text);
  }

  /** Takes out what stands at a place, and returns it as typed. */
  take(at: number, length: number): string {
    const taken = this.#text.slice(at, at + length);
    this.#text = `${this.#text.slice(0, at)} ${this.#text.slice(at + length)}`;
    return taken;
  }

  words(): string {
    // 去年中标的: what was left out behind it is what is looked for.
    return this.#text
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/(?<=中标|成交|招标|采购)的$/, '');
  }
}

/** What people say around what they look for. Of each the first that stands is taken; politeness first. */
const POLITE =
  /^\s*(?:(?:有)?(?:哪些|什么|啥)(?:项目|工程|招标|采购|公告|地块)?(?:在|位于)?|请问一下|请问|你好|您好|我想知道|我想查|想知道|帮我查一下|帮我查|查一下|查询一下|查询|搜一下|有没有|关于)[\s,]*|(?:有|是)?(?:哪些|什么|啥)(?:项目|工程|招标|采购|公告|地块)?\s*$|(?:有)?(?:哪些|什么)(?:项目|工程|地块)(?=正在|还|已|即将|快)|(?:吗|呢|了没有|没有|了没)?\s*[?？]+\s*$|(?:吗|呢)\s*$/g;
const WHO = '(?:谁|哪家公司|哪个公司|哪家单位|哪个单位|哪家|什么公司)';
const WHEN = '(?:什么时候|啥时候|什么时间|何时|几号|几点|哪天|哪一天|多会儿)';
const QUESTIONS: readonly [Fact, RegExp][] = [
  [
    'agency',
    new RegExp(
      `(?:的)?(?:招标代理|采购代理|代理机构|代理公司|代理)(?:机构|公司)?(?:是)?${WHO}|${WHO}(?:做的)?代理(?:的)?`,
    ),
  ],
  [
    'supplier',
    new RegExp(
      `(?:的)?(?:中标单位|中标人|中标公司|中标者|成交供应商|供应商|施工单位|承包商)(?:是)?${WHO}|(?:被|由|给|是)?${WHO}(?:中标了|中的标|中了标|中标|中了|中的|成交了|成交|承建的|承建|承包了|承包|施工的|施工|修的|修建|建的|做的|买到|买了|买下了|买下|买的|拿下了|拿到了|拿下)|(?:中标|中)(?:的)?(?:是)${WHO}`,
    ),
  ],
  [
    'amount',
    /(?:一共|总共|共)?(?:花了|花费|花|要|用了|需要|投资|值|卖了|收|交|缴)?多少(?:万元|万|元|钱)|(?:的)?(?:中标价格|中标价|成交价|预算|金额|价格|造价|控制价|最高限价|起始价|起拍价|起叫价|挂牌价|底价|单价|费用|收费标准|收费)(?:金额)?(?:是|为)?(?:多少|几)(?:钱|万)?/,
  ],
  ['opening', new RegExp(`${WHEN}开标(?:的)?|(?:的)?开标(?:时间|日期)(?:是)?(?:${WHEN})?|${WHEN}开的标`)],
  [
    'deadline',
    new RegExp(
      `${WHEN}(?:截止|报名|投标|到期|结束)(?:的)?|(?:的)?(?:报名|投标)?截止(?:时间|日期)?(?:是|到)?${WHEN}|(?:报名|投标)(?:到)${WHEN}`,
    ),
  ],
  [
    'how',
    /(?:怎么|怎样|如何)(?:报名|参加|投标|参与|买标书|获取招标文件|获取采购文件|购买标书)|在哪里?报名|去哪里?报名/,
  ],
];

function takeQuestion(rest: Rest): Fact | null {
  for (let match = firstOf(rest.folded, POLITE); match; match = firstOf(rest.folded, POLITE))
    rest.take(match.index, match[0].length);
  let asked: Fact | null = null;
  // 谁中的标多少钱: two questions, of which the first is answered; the row itself says the other.
  for (const [fact, pattern] of QUESTIONS) {
    const match = pattern.exec(rest.folded);
    if (!match) continue;
    rest.take(match.index, match[0].length);
    trimParticles(rest);
    asked ??= fact;
  }
  return asked;
}

/** Left over at the ends: 的, 了, 是 of the question that was taken out. */
function trimParticles(rest: Rest): void {
  for (;;) {
    const match = /^\s*[的了是]\s+|\s+[的了是]\s*$|^\s*的(?=\S)|\s+的(?=\S)/.exec(rest.folded);
    if (!match) return;
    rest.take(match.index, match[0].length);
  }
}

function firstOf(text: string, pattern: RegExp): RegExpExecArray | null {
  const found = new RegExp(pattern.source).exec(text);
  return found && found[0] !== '' ? found : null;
}

/** 正在招标, 7日内截止, 已截止, 已成交, with 的项目 behind; not 采购中心. */
const STATES = (
  [
    // A week of the calendar is no filter: what ends in it ends within seven days, what ends in the next one is open.
    [
      'soon',
      /(?:七|7|一周|一个?星期)[日天]?[之以]?内(?:就要|将)?截止|(?:即将|马上|快要|快|近期|最近|本周|这周|这个?星期|今天|明天|后天|今明两天|这几天)(?:就要|要)?截止/,
    ],
    [
      'open',
      /(?:正在|还在)(?:公开)?(?:招标|采购|出让|挂牌|拍卖|报名|招租)|(?:招标|采购|报名|出让|挂牌)中(?=的|\s|$)|(?:还没有?|尚未|没有|没|未)(?:报名)?截止|(?:还能|还可以|可以?)(?:报名|投标|参加|参与)(?=的|\s|$)|(?:下周|下个?星期|本月|这个月|下个?月)(?:就要|要)?截止/,
    ],
    ['closed', /已经?(?:报名)?截止/],
    ['failed', /(?:已经?)?(?:流标|流拍|废标|未成交|没有?成交|终止)(?=了|的|项目|公告|\s|$)|采购失败|招标失败/],
    ['contracted', /已经?签(?:订|了)?(?:合同|约)|履[约行](?:阶段|中)/],
    ['decided', /已经?(?:成交|中标|定标|出结果|有结果)/],
  ] as const satisfies readonly [Progress, RegExp][]
).map(([means, { source }]) => ({ means, pattern: new RegExp(`(?:${source})了?的?(?:项目|公告)?`) }));

function takeState(rest: Rest): Understanding['state'] {
  for (const { means, pattern } of STATES) {
    const match = pattern.exec(rest.folded);
    if (!match) continue;
    const text = rest.take(match.index, match[0].length).trim();
    trimParticles(rest);
    return { text, means };
  }
  return null;
}

function takeSum(rest: Rest): Understanding['sum'] {
  const found = readSum(rest.folded);
  if (!found) return null;
  const { at, length, ...bounds } = found;
  const text = rest.take(at, length).trim();
  trimParticles(rest);
  return { ...bounds, text };
}

const MONTHS = '一二三四五六七八九十';
const MONTH = '(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])';
const DATE = new RegExp(
  [
    `(?<![\\d.])(?<year>20\\d\\d)(?:\\s*年\\s*(?:${MONTH}\\s*月份?(?:\\s*(?<date>[12]\\d|3[01]|0?[1-9])\\s*[日号])?)?|[-./](?<m2>1[0-2]|0?[1-9])(?:[-./](?<d2>[12]\\d|3[01]|0?[1-9]))?(?![\\d.]))`,
    `(?<relative>今年|去年|前年|本月|这个月|上个月|上月)(?:\\s*(?<m3>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\\s*月份?)?`,
    `(?<![\\d第])(?<m4>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\\s*月份?(?!\\d)(?:\\s*(?<d4>[12]\\d|3[01]|0?[1-9])\\s*[日号])?(?=\\s|$|的|发布|公告)`,
    `(?<=^|\\s)(?<y5>20\\d\\d)(?=\\s|$)`,
  ].join('|'),
);

/** 今天的公告, 本周发布的: when it was published; 今天截止 is taken before. */
const LATELY =
  /(?<which>今天|今日|昨天|昨日|本周|这周|上周)(?=的?(?:新)?(?:发布|公布|公告|公示|招标|采购|中标|成交))|(?:刚刚?|最近|近期|新近?)(?=发布|公布|出的|挂出)/;
const PUBLISHED = /^\s*的?新?(?:发布|公布|挂出|出)(?:的|了)?/;

function takeLately(rest: Rest, now: number): Understanding['days'] {
  const match = LATELY.exec(rest.folded);
  if (!match) return null;
  const today = startOfDay(dayOf(now))!;
  const monday = today - weekdayNumber(dayOf(now)) * DAY;
  const [from, to] = {
    今: [today, today],
    昨: [today - DAY, today - DAY],
    本: [monday, today],
    这: [monday, today],
    上: [monday - 7 * DAY, monday - DAY],
  }[match.groups!['which']?.[0] ?? ''] ?? [today - 7 * DAY, today];
  const behind = PUBLISHED.exec(rest.folded.slice(match.index + match[0].length))?.[0].length ?? 0;
  const text = rest.take(match.index, match[0].length + behind).trim();
  trimParticles(rest);
  return { text, from: dayOf(from!), to: dayOf(to!) };
}

/** The month, day or year that is named; a month without a year is the last one that has begun. */
function takeDays(rest: Rest, now: number): Understanding['days'] {
  const lately = takeLately(rest, now);
  if (lately) return lately;
  const match = DATE.exec(rest.folded);
  if (!match) return null;
  const groups = match.groups!;
  const [year, month] = dayOf(now).split('-').map(Number) as [number, number];
  const named = monthOf(groups['month'] ?? groups['m2'] ?? groups['m3'] ?? groups['m4']);
  const date = groups['date'] ?? groups['d2'] ?? groups['d4'];
  let span: { from: Day; to: Day } | null;
  const relative = groups['relative'];
  if (relative && /月/.test(relative)) {
    const ago = relative.startsWith('上') ? 1 : 0;
    span = monthSpan(month - ago < 1 ? year - 1 : year, month - ago < 1 ? 12 : month - ago);
  } else {
    const said = groups['year'] ?? groups['y5'];
    const inYear = said ? Number(said) : relative ? year - ['今年', '去年', '前年'].indexOf(relative) : null;
    if (named === null) span = inYear === null ? null : { from: `${inYear}-01-01`, to: `${inYear}-12-31` };
    else span = monthSpan(inYear ?? (named > month ? year - 1 : year), named);
  }
  if (!span) return null;
  if (date) {
    const day = `${span.from.slice(0, 8)}${date.padStart(2, '0')}`;
    if (day > span.to) return null;
    span = { from: day, to: day };
  }
  const text = rest.take(match.index, match[0].length).trim();
  trimParticles(rest);
  return { ...span, text };
}

function monthOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/\d/.test(text)) return Number(text);
  const tens = text.length > 1 ? 10 : 0;
  return tens + MONTHS.indexOf(text.at(-1)!) + 1;
}

function monthSpan(year: number, month: number): { from: Day; to: Day } {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const start = `${year}-${String(month).padStart(2, '0')}-`;
  return { from: `${start}01`, to: `${start}${last}` };
}

/** The division that is named before, between or behind the words; not the one in the name of a body: 秦州区教育局. */
function takeRegion(rest: Rest): Understanding['region'] {
  const { folded } = rest;
  const named = [...divisionsIn(folded), ...divisionsInLetters(folded)].flatMap((division) => {
    const behind = folded.slice(division.at + division.name.length);
    if (/^\S{0,12}(?:局|委|办|厅|院|校|中心|政府|公司|中学|小学|大学|所|站|队|会|馆)(?:\s|$)/.test(behind)) return [];
    // 东港中学合同金额, 天水××建设有限公司中标: a short name before a school or in that of a company is a part of it.
    if (
      !/[省市区县州旗盟]$/.test(division.name) &&
      /^第?[一二三四五六七八九十\d]{0,3}(?:[中小大]学|学院|医院|幼儿园)|^\S{2,20}?公司/.test(behind)
    )
      return [];
    const codes = division.codes.filter((code) => liesIn(code, CITY));
    return [{ ...division, codes: codes.length > 0 ? codes : division.codes }];
  });
  // 甘肃省天水市秦州区: the finest is meant, and the whole name is taken.
  const last = named.at(-1);
  if (!last) return null;
  let first = last;
  for (const one of named.toReversed())
    if (
      one.at + one.name.length === first.at &&
      first.codes.every((code) => one.codes.some((outer) => liesIn(code, outer)))
    )
      first = one;
  const text = rest.take(first.at, last.at + last.name.length - first.at);
  trimParticles(rest);
  return { text, codes: last.codes };
}
