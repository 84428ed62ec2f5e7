import { calendarOf } from '../../clock/storage.ts';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import { DAY, dayNumber, dayOf, weekdayNumber, type Day } from '../../values/date.ts';
import { HAPPENINGS, type Happening } from '../clock/happenings.ts';
import type { Choice } from '../list/choices.ts';
import type { Condition } from '../list/conditions.ts';
import { fullDay, longDay, shortDay } from '../long-day.ts';
import type { Portal } from '../portal.ts';
import { calendarChoices } from './choices.ts';
import { wordsOf } from './feeds.ts';
import { happeningsBetween } from './find-happenings.ts';
import type { CalendarFilter, CalendarParameters, Span } from './parameters.ts';
import { daysOf, eachDay, later, type Days } from './span.ts';

export type Tone = 'open' | 'closing' | 'ended';

export interface ShownHappening extends Happening {
  tone: Tone;
}

/** A day as the calendar shows it. */
export interface CalendarDay {
  day: Day;
  isToday: boolean;
  kind: 'work' | 'rest' | 'unknown';
  happenings: ShownHappening[];
  /** Those that the page has no room for: the day's own page has. */
  more: number;
  /** The first of the days without anything that end with this one; null elsewhere. */
  emptySince: Day | null;
}

/** A row of the month's grid, from Monday: `before` and `after` count its days that are not shown. */
export interface CalendarWeek {
  before: number;
  days: CalendarDay[];
  after: number;
}

/** What the page shows. */
export interface CalendarPage extends Days {
  by: Span;
  today: Day;
  /** What stands in the control of the first day. */
  asked: Day;
  total: number;
  isCut: boolean;
  /** 11月27日至12月26日. */
  span: string;
  /** Where nothing falls on these days: the nearest days on which something does. */
  nearest: { earlier: Day | null; later: Day | null } | null;
  /** 共23项：投标、报名截止8项. */
  counted: string;
  weeks: CalendarWeek[];
  days: CalendarDay[];
  choices: Choice[];
  conditions: Condition[];
}

/** So many a day: a month on a phone stays within twelve screens; a day has a page of its own. */
const MOST_A_DAY: Record<Span, number> = { month: 3, week: 8, day: 60 };
const SOON = 3;

export function calendarPage(portal: Portal, parameters: CalendarParameters, locale: Locale): CalendarPage {
  const today = dayOf(portal.now());
  const span = daysOf(parameters.day ?? today, parameters.by);
  const { happenings, isCut } = happeningsBetween(portal, span, parameters, locale);
  const days = calendarDays(portal, span, parameters.by, happenings);
  return {
    ...span,
    by: parameters.by,
    today,
    asked: span.from,
    span: spanText(span, locale),
    total: happenings.length,
    isCut,
    counted: countedText(happenings, locale),
    days,
    weeks: weeksOf(days),
    choices: calendarChoices(portal, parameters, locale),
    conditions: conditionsOf(parameters, locale),
    nearest: happenings.length === 0 ? nearestDays(portal, span, parameters, locale) : null,
  };
}

/** So far is looked, in days. */
const NEAR = 366;

function nearestDays(
  portal: Portal,
  { from, to }: Days,
  filter: CalendarFilter,
  locale: Locale,
): CalendarPage['nearest'] {
  const onDay = (one: Happening | undefined) => (one ? dayOf(one.at) : null);
  const within = (first: Day, last: Day) =>
    happeningsBetween(portal, { from: first, to: last }, filter, locale).happenings;
  return {
    earlier: onDay(within(later(from, -NEAR), later(from, -1)).at(-1)),
    later: onDay(within(later(to, 1), later(to, NEAR))[0]),
  };
}

function calendarDays(portal: Portal, span: Days, by: Span, happenings: readonly Happening[]): CalendarDay[] {
  const today = dayOf(portal.now());
  const calendar = calendarOf(portal.database);
  const onDay = Map.groupBy(happenings, ({ at }) => dayOf(at));
  let since: Day | null = null;
  return eachDay(span).map((day) => {
    const here = onDay.get(day) ?? [];
    const works = calendar.isWorkingDay(day);
    since = here.length > 0 ? null : (since ?? day);
    const next = onDay.has(later(day, 1)) || day === span.to;
    return {
      day,
      isToday: day === today,
      kind: works === null ? 'unknown' : works ? 'work' : 'rest',
      happenings: here.slice(0, MOST_A_DAY[by]).map((one) => ({ ...one, tone: toneOf(one, portal.now()) })),
      more: Math.max(0, here.length - MOST_A_DAY[by]),
      emptySince: next ? since : null,
    };
  });
}

function toneOf({ at, wholeDay, halted }: Happening, now: number): Tone {
  const end = wholeDay ? at + DAY - 1 : at;
  if (halted !== '' || end < now) return 'ended';
  return dayNumber(at) - dayNumber(now) <= SOON ? 'closing' : 'open';
}

function weeksOf(days: readonly CalendarDay[]): CalendarWeek[] {
  const weeks: CalendarWeek[] = [];
  for (const day of days) {
    const weekday = weekdayNumber(day.day);
    const week = weekday === 0 ? undefined : weeks.at(-1);
    if (week) week.days.push(day);
    else weeks.push({ before: weekday, days: [day], after: 0 });
  }
  return weeks.map((week) => ({ ...week, after: 7 - week.before - week.days.length }));
}

function spanText({ from, to }: Days, locale: Locale): string {
  if (from === to) return longDay(from, locale);
  const isOneYear = from.slice(0, 4) === to.slice(0, 4);
  return fill(labels(locale).clock.calendar.span, {
    from: fullDay(from, locale),
    to: isOneYear ? shortDay(to, locale) : fullDay(to, locale),
  });
}

function countedText(happenings: readonly Happening[], locale: Locale): string {
  const { clock, record } = labels(locale);
  const t = clock.calendar;
  const parts = HAPPENINGS.map((kind) => ({ kind, n: happenings.filter((one) => one.kind === kind).length }))
    .filter(({ n }) => n > 0)
    .map(({ kind, n }) => fill(t.ofKind, { kind: t.kinds[kind], n }));
  const counted = fill(t.counted, { n: happenings.length });
  return parts.length === 0 ? counted : fill(record.labelled, { label: counted, text: parts.join(record.comma) });
}

/** 12月3日至12月5日没有. */
export function emptyText(from: Day, to: Day, locale: Locale): string {
  const { calendar: t } = labels(locale).clock;
  const [first, last] = [shortDay(from, locale), shortDay(to, locale)];
  return fill(t.nothing, { days: from === to ? first : fill(t.span, { from: first, to: last }) });
}

function conditionsOf(parameters: CalendarParameters, locale: Locale): Condition[] {
  const { clock, list } = labels(locale);
  const names: Record<string, string> = {
    register: clock.owed.controls.register,
    region: list.region,
    kind: clock.calendar.kind,
  };
  return wordsOf(parameters, locale).map(({ name, text }) => ({
    label: names[name]!,
    text,
    without: { [name]: undefined },
  }));
}
