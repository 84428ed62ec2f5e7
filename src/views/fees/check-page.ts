import type { CHECK_PARAMETERS } from '../../registers/fees/pages.ts';
import { phoneOf } from './fee-page.ts';
import type { UnitPhone } from '../party/unit-contact.ts';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import { documentsOf } from '../../registers/fees/catalogue.ts';
import { priceOf, rangeOf } from '../../registers/fees/due.ts';
import { isAdvice, otherFamilyOf, type OtherFamily } from '../../registers/fees/families.ts';
import type { FeeItem } from '../../registers/fees/item-on-day.ts';
import { lineName } from '../../registers/fees/lines.ts';
import { judge, type Judgement } from '../../registers/fees/judge.ts';
import { lineMeant, matchItem } from '../../registers/fees/match.ts';
import { readQuestion, type Question } from '../../registers/fees/question.ts';
import { tierTableOf } from '../../registers/fees/tiers.ts';
import { dayOf, parseDay } from '../../values/date.ts';
import { fold } from '../../values/script.ts';
import { href, withQuery } from '../address.ts';
import type { Portal } from '../portal.ts';
import {
  adviceOf,
  familyAdvice,
  hintText,
  money,
  paidSum,
  restOf,
  sumsOf,
  unverifiedAdvice,
  yuan,
  type Advice,
  type CheckOutcome,
  type Sum,
} from './check-words.ts';
import { choice, familyName, feePrice, feeRow, type FeeRow } from './fee-row.ts';
import { itemsOn } from './kept-items.ts';
import { priceIn, unitIn } from './price-in.ts';
import { CHECK_VALUES } from './values.ts';

/** What was asked: in one box, or in several. */
export interface CheckParameters {
  fee: string;
  /** Code of the item, once it was chosen. */
  item?: string;
  /** Number or name of the line. */
  kind?: string;
  paid: string;
  /** What a share or a table is reckoned from: 标的额, in yuan. */
  base?: string;
  /** `yyyy-mm-dd`; today when absent. */
  on?: string;
}

const MOST_WORDS = 100;

export function readCheckParameters(search: URLSearchParams): CheckParameters {
  const text = (name: (typeof CHECK_PARAMETERS)[number]) => (search.get(name) ?? '').trim().slice(0, MOST_WORDS);
  const on = parseDay(text('on'));
  const item = CHECK_VALUES.item.safeParse(text('item'));
  return {
    fee: text('fee') || text('q'),
    paid: text('paid'),
    ...(text('base') && { base: text('base') }),
    ...(item.success && { item: item.data }),
    ...(text('kind') && { kind: text('kind') }),
    ...(on && { on }),
  };
}

/** A charge judged: what the page shows and `/fees/check.json` answers. Sums are in yuan, as printed. */
export interface CheckPage {
  asked: CheckParameters & { words: string; paidYuan: string | null; baseYuan: string | null };
  on: string;
  /** Null while nothing was asked. */
  outcome: CheckOutcome | null;
  /** What the page says first: 偏高，多收20元. */
  word: string;
  rest: string;
  tone: 'kept' | 'broken' | 'border' | 'unknown';
  /** Why it cannot be decided. */
  why: string | null;
  item:
    | (FeeRow & {
        family: string;
        verifiedOn: string | null;
        reductions: string[];
        basisText: string;
        charging: string;
        standards: string;
      })
    | null;
  line: { value: string; name: string; unit: string } | null;
  lineChoices: { value: string; name: string }[];
  /** The name of the base that is still to be told, or was: 标的额. */
  base: string | null;
  /** The item's standard was compared with its document; only then anything is called too much. */
  verified: boolean;
  /** What of the question was not understood. */
  unread: string | null;
  sums: Sum[];
  /** Line by line, when nobody said which. */
  byLine: { name: string; due: string; word: string; tone: CheckPage['tone']; path: string }[];
  hints: { title: string; text: string }[];
  advice: Advice | null;
  nearest: { name: string; path: string; row: FeeRow }[];
  family: { word: string; label: string } | null;
  /** Of whoever charges it; null where no number is known here. */
  phone: UnitPhone | null;
}

const TONES: Record<CheckOutcome, CheckPage['tone']> = {
  right: 'kept',
  high: 'broken',
  aboveLower: 'border',
  low: 'border',
  notCharged: 'broken',
  undecided: 'unknown',
  unlisted: 'unknown',
  which: 'unknown',
  family: 'unknown',
  free: 'broken',
};

export function checkPage(portal: Portal, parameters: CheckParameters, locale: Locale): CheckPage {
  const on = parameters.on ?? dayOf(portal.now());
  const kept = itemsOn(portal, on);
  const question = readQuestion(parameters.fee, parameters.paid, parameters.base);
  const blank = blankPage(parameters, question, on, locale);
  if (question.words === '' && !parameters.item) return blank;

  const items = kept.map(({ item }) => item);
  const chosen = items.find((item) => item.code === parameters.item);
  const match = chosen
    ? { item: chosen, line: lineMeant(question.words, chosen), nearest: [], unread: '' }
    : matchItem(question.words, items);
  // A service of the market or a tax is no fee, whatever item's name stands beside it: 结婚登记照相.
  const other = chosen ? null : otherFamilyOf(question.words);
  // With a sum for each it is not said which of the two was meant: 护照120加照相30.
  const isBeside = match.nearest.length > 0 && question.others.length > 0;
  if (other && !isBeside && !(match.item && isNamedWith(match.item, other.word, question.words)))
    return elsewhere(blank, other, question, locale);
  if (!match.item) {
    if (isAdvice(question.words)) return unlisted(blank, 'free', question, locale);
    const nearest = match.nearest.map((item) => ({
      name: item.name,
      path: checkPath({ ...parameters, item: item.code }, locale),
      row: feeRow(item, on, locale),
    }));
    const page = { ...blank, nearest, unread: match.unread || null };
    return unlisted(page, nearest.length > 0 ? 'which' : 'unlisted', question, locale);
  }

  const { item } = match;
  const line =
    pricedLines(item).find(
      (one) => parameters.kind !== undefined && (one.number === parameters.kind || one.name === parameters.kind),
    ) ?? match.line;
  const { record } = kept.find((one) => one.item === item)!;
  const judgement = exempted(judge(question, item, line, on, record.compiled.feeItem), question, item);
  return judged({ ...blank, phone: phoneOf(portal, item, locale) }, item, judgement, parameters, locale);
}

/** The lines that say a price; others are heads of tables. */
function pricedLines({ lines }: FeeItem): FeeItem['lines'] {
  return lines.filter(({ kind }) => kind !== undefined);
}

/** Whether the item calls itself by the word that made it look like something else: 超生罚款, 殡葬火化. */
function isNamedWith({ name, aliases }: FeeItem, word: string, words: string): boolean {
  return [name, ...aliases].some((one) => fold(one).includes(word) && words.includes(fold(one).replace(/费$/, '')));
}

/** Who says that he is exempt is not told what others pay. */
function exempted(judgement: Judgement, { words, paid }: Question, { reductions }: FeeItem): Judgement {
  const isMeant = reductions.some(
    ({ who, reduction }) =>
      reduction === 'exempt' &&
      fold(who)
        .split(/[^\p{L}\p{N}]+|含/u)
        .some((one) => one.length > 1 && words.includes(one)),
  );
  return isMeant && judgement.outcome !== 'notCharged'
    ? { ...judgement, outcome: 'notCharged', why: null, due: 0, difference: paid, lines: [] }
    : judgement;
}

function blankPage(
  parameters: CheckParameters,
  { words, paid, base, others }: Question,
  on: string,
  locale: Locale,
): CheckPage {
  const t = labels(locale).fees.judge;
  return {
    asked: {
      ...parameters,
      words,
      paidYuan: paid === null ? null : yuan(paid),
      baseYuan: base === null ? null : yuan(base),
    },
    on,
    outcome: null,
    word: '',
    rest: '',
    tone: 'unknown',
    why: null,
    item: null,
    line: null,
    lineChoices: [],
    base: null,
    verified: false,
    unread: null,
    sums: base === null ? [] : [{ label: t.table.base, text: money(base, locale) }],
    byLine: [],
    hints: others.map((sum) => ({ title: '', text: fill(t.hints.otherSum, { sum: yuan(sum) }) })),
    advice: null,
    nearest: [],
    family: null,
    phone: null,
  };
}

/** Money that is no fee of an office; a fine is in no catalogue at all. */
function elsewhere(
  page: CheckPage,
  { family, word }: { family: OtherFamily; word: string },
  { words, paid }: Question,
  locale: Locale,
): CheckPage {
  const t = labels(locale).fees.judge;
  const outcome: CheckOutcome = family === 'fine' ? 'unlisted' : 'family';
  const label = familyName(family, locale);
  return {
    ...page,
    outcome,
    family: { word, label },
    word: t.outcomes[outcome],
    tone: TONES[outcome],
    rest: family === 'fine' ? t.families.fineRest : fill(t.headlines.family, { words, family: label }),
    sums: [...paidSum(paid, locale), ...page.sums],
    why: fill(t.familyWord, { word, family: label }),
    advice: familyAdvice(family, locale),
  };
}

/** Nothing of that name for sure: something near, or nothing at all. */
function unlisted(
  page: CheckPage,
  outcome: 'which' | 'unlisted' | 'free',
  { words, paid }: Question,
  locale: Locale,
): CheckPage {
  const t = labels(locale).fees.judge;
  return {
    ...page,
    outcome,
    word: t.outcomes[outcome],
    tone: TONES[outcome],
    rest: fill(t.headlines[outcome], { words }),
    sums: [...paidSum(paid, locale), ...page.sums],
    why:
      outcome === 'unlisted'
        ? t.unlistedMeans
        : outcome === 'which' && page.unread
          ? fill(t.unread, { words: page.unread })
          : null,
    advice: adviceOf(outcome, null, locale),
  };
}

function judged(
  page: CheckPage,
  item: FeeItem,
  judgement: Judgement,
  parameters: CheckParameters,
  locale: Locale,
): CheckPage {
  const t = labels(locale).fees.judge;
  const { line, due, difference, paid } = judgement;
  const priced = pricedLines(item);
  // Another family than the catalogue of administrative fees is said, whatever the sum.
  const isOther = item.family !== 'administrative' && judgement.outcome !== 'notCharged';
  const outcome: CheckOutcome = isOther ? 'family' : judgement.outcome;
  const family = choice('family', item.family, locale);
  const verified = item.verifiedOn !== null;
  const table = tierTableOf(item);
  // What nobody compared with its document accuses nobody.
  const unsure = !verified && (outcome === 'high' || outcome === 'notCharged') ? outcome : null;
  const rest = restOf(outcome, item, line, difference, family, locale);
  return {
    ...page,
    outcome,
    verified,
    base: table?.base ?? (line?.kind === 'ratio' ? (line.base ?? null) : null),
    word: wordOf(judgement, unsure, outcome, locale),
    rest:
      unsure === 'high'
        ? fill(t.unverified.high, { n: yuan(Math.abs(difference ?? 0)) })
        : unsure
          ? `${rest}${t.unverified.mark}`
          : rest,
    tone: unsure ? 'border' : TONES[outcome],
    why: fitsNoLine(judgement)
      ? t.noLineMeans
      : judgement.why === null
        ? null
        : fill(t.why[judgement.why], {
            most: due === null ? '' : yuan(due),
            unit: unitIn(line?.unit ?? '', locale),
            base: line?.base ?? table?.base ?? '',
            range: line ? (priceIn(rangeOf(line), locale) ?? '') : '',
          }),
    item: {
      ...feeRow(item, page.on, locale),
      family,
      verifiedOn: item.verifiedOn,
      reductions: item.reductions.map(({ who, rule, basis }) => `${who}：${rule}（${documentsOf(basis).join('、')}）`),
      basisText: documentsOf(item.basis.length > 0 ? item.basis : item.endedBy).join('；'),
      charging: item.chargingUnit ?? '',
      standards: priced
        .map((one) => [lineName(one, item.lines), priceIn(priceOf(one), locale)].filter(Boolean).join(' '))
        .join('；'),
    },
    line: line && {
      value: line.number ?? line.name ?? '',
      name: lineName(line, item.lines),
      unit: unitIn(line.unit ?? '', locale),
    },
    lineChoices:
      priced.length > 1
        ? priced.map((one) => ({ value: one.number ?? one.name ?? '', name: lineName(one, item.lines) }))
        : [],
    sums: [...sumsOf(judgement, verified, locale), ...page.sums],
    byLine: judgement.lines.map(({ line: one, judgement: its }) => ({
      name: lineName(one, item.lines),
      due: one.kind === undefined ? '' : feePrice(one, item, locale).text,
      // While the line is not chosen nothing is too much: the sum is that of the line, or is not.
      ...(its.outcome === 'undecided'
        ? { word: t.outcomes.undecided, tone: TONES.undecided }
        : its.outcome === 'right'
          ? { word: t.lines.same, tone: TONES.right }
          : { word: t.lines.differs, tone: TONES.undecided }),
      path: checkPath(
        {
          ...parameters,
          item: item.code,
          // A head is chosen by the first of its tiers.
          kind: (one.kind === undefined ? table?.tiers[0]?.line.number : one.number) ?? one.name ?? '',
        },
        locale,
      ),
    })),
    hints: [...judgement.hints.map((hint) => hintText(hint, locale)), ...page.hints],
    advice: unsure
      ? unverifiedAdvice(unsure, item, due, locale)
      : outcome === 'family'
        ? familyAdvice(item.family as OtherFamily, locale)
        : adviceOf(outcome, difference, locale),
    family: isOther ? { word: item.name, label: family } : null,
    nearest: [],
    asked: { ...page.asked, paidYuan: paid === null ? null : yuan(paid), item: item.code },
  };
}

/** The sum is that of none of several lines, nor of one with what is added to it: it may be of two of them, or of two pieces. */
function fitsNoLine({ lines, paid }: Pick<Judgement, 'lines' | 'paid'>): boolean {
  return (
    paid !== null &&
    lines.length > 1 &&
    lines.every(
      ({ judgement: { outcome, hints } }) => outcome !== 'right' && outcome !== 'undecided' && !hints.some(isLikely),
    )
  );
}

/** A copy or two more, or two or three of a thing; thirty are no explanation. */
const A_FEW = 5;

function isLikely(hint: Judgement['hints'][number]): boolean {
  return (hint.code === 'extras' || hint.code === 'multiple') && hint.count <= A_FEW;
}

function wordOf(
  { why, lines, paid }: Judgement,
  unsure: 'high' | 'notCharged' | null,
  outcome: CheckOutcome,
  locale: Locale,
): string {
  const t = labels(locale).fees.judge;
  if (fitsNoLine({ lines, paid })) return t.noLine;
  if (lines.length > 0 || why === 'line') return why === 'base' ? t.whichBase : t.whichLine;
  return unsure ? t.unverified.outcomes[unsure] : t.outcomes[outcome];
}

export function checkPath(parameters: CheckParameters, locale: Locale): string {
  const { fee, item, kind, paid, base, on } = parameters;
  return withQuery(href(locale, '/fees/check'), { fee, item, kind, paid, base, on });
}
