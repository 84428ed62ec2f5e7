/**
 * Instants are UTC milliseconds. Law and pages reason in Asia/Shanghai, which has been UTC+8 without
 * summer time since 1992; earlier summers (1986–1991) are treated as UTC+8 as well.
 */
const HOUR = 3_600_000;
const OFFSET = 8 * HOUR;
export const DAY = 24 * HOUR;

/** A calendar day in Shanghai as `yyyy-mm-dd`. */
export type Day = string;

/** Days since 1970-01-01 in Shanghai. */
export function dayNumber(instant: number): number {
  return Math.floor((instant + OFFSET) / DAY);
}

/** The calendar day in Shanghai on which an instant falls. */
export function dayOf(instant: number): Day {
  const number = dayNumber(instant);
  let day = days.get(number);
  if (day === undefined) {
    day = new Date(number * DAY).toISOString().slice(0, 10);
    if (days.size >= MOST_KEPT) days.clear();
    days.set(number, day);
  }
  return day;
}

/** Records are reckoned in days, and the same days come again and again: printing and reading one costs a microsecond. */
const days = new Map<number, Day>();
const starts = new Map<Day, number | null>();
const MOST_KEPT = 20_000;

/** `yyyy-mm-dd HH:MM` in Shanghai. */
export function minuteOf(instant: number): string {
  return new Date(instant + OFFSET).toISOString().slice(0, 16).replace('T', ' ');
}

/** `yyyy-mm-ddTHH:MM+08:00`, for the `datetime` attribute of `<time>`. */
export function machineTime(instant: number): string {
  return `${new Date(instant + OFFSET).toISOString().slice(0, 16)}+08:00`;
}

/** The first instant of a day in Shanghai, or null when the text is no day. */
export function startOfDay(day: Day): number | null {
  let start = starts.get(day);
  if (start === undefined) {
    const parsed = Date.parse(`${day}T00:00:00+08:00`);
    start = Number.isNaN(parsed) || dayOf(parsed) !== day ? null : parsed;
    if (starts.size >= MOST_KEPT) starts.clear();
    starts.set(day, start);
  }
  return start;
}

/** A moment as it is printed: a day, with or without a time of day; `time` is `HH:MM:SS`. */
export interface PrintedMoment {
  day: Day;
  time?: string;
  /** Where it stands in the text. */
  at: number;
  length: number;
}

/**
 * The one grammar of moments: `2026-3-5`, `2026/03/05`, `2026年3月5日`, `20260305`, with `09:30`, `9时30分`, `上午9点`,
 * `下午2:30`, `9点半`, `24:00`, `2:30 PM`; `Mar 16, 2026`; ISO 8601. Full width counts as half.
 */
const YEAR = '(?:19|20|21)\\d{2}';
const DAY_PART = `(?<![\\d.])(?:(?<y>${YEAR})\\s*(?:年\\s*(?<m>\\d{1,2})\\s*月\\s*(?<d>\\d{1,2})(?:\\s*[日号]|(?!\\d))|(?<s>[-/.])\\s*(?<m2>\\d{1,2})\\s*\\k<s>\\s*(?<d2>\\d{1,2})(?:日|(?!\\d)))|(?<mon>[A-Z][a-z]{2})[a-z]*\\.? (?<d3>\\d{1,2}), ?(?<y3>${YEAR}))`;
const HALF = '上午|下午|中午|晚上|凌晨|早上|AM|PM';
const TIME_PART = `(?:\\s*(?:\\((?:星期|周).\\))?\\s*,?\\s*(?:[-T]\\s*)?(?<half>${HALF})?\\s*(?<h>\\d{1,2})\\s*(?:[:时点]\\s*(?:(?<mi>\\d{1,2})\\s*分?|(?<bell>半))?(?:\\s*:?\\s*(?<sec>\\d{2})(?:\\.\\d+)?(?:\\s*秒)?)?|(?=\\s*[AP]M))\\s*整?\\s*(?<half2>[AP]M)?)`;
const ZONE = '\\s*(?<zone>Z|[+-]\\d{2}:?\\d{2})?(?:\\(北京时间\\))?';
const MOMENT = new RegExp(`${DAY_PART}${TIME_PART}?`, 'gi');
const DAY_ALONE = new RegExp(`^${DAY_PART}$`, 'i');
const MOMENT_ALONE = new RegExp(`^${DAY_PART}${TIME_PART}${ZONE}$`, 'i');
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** All moments printed in a text, in order; what stands for a day that does not exist is none. */
export function momentsIn(text: string): PrintedMoment[] {
  return [...halfWidth(text).matchAll(MOMENT)].flatMap((match) => {
    const day = dayFrom(match.groups!);
    if (day === null) return [];
    const time = match.groups!['h'] === undefined ? undefined : timeFrom(match.groups!);
    return [{ day, ...(time && { time }), at: match.index, length: match[0].length }];
  });
}

/** Reads a day as printed; null when it is none, and for years outside 1990–2100. */
export function parseDay(text: string): Day | null {
  const match = DAY_ALONE.exec(alone(text));
  return match && dayFrom(match.groups!);
}

/**
 * Reads an instant as printed. Without a zone it is Shanghai time; a day alone is its first instant. Null when it is
 * neither, or is no moment that exists.
 */
export function parseInstant(text: string): number | null {
  const trimmed = alone(text);
  const only = parseDay(trimmed);
  if (only) return startOfDay(only);
  const match = MOMENT_ALONE.exec(trimmed);
  const day = match && dayFrom(match.groups!);
  const time = day && timeFrom(match.groups!);
  return day && time ? instantOf(day, time, match.groups!['zone']) : null;
}

/**
 * When something is as a notice prints it: UTC ms where it says the hour, else the day, since its first minute would be a
 * minute that nobody said.
 */
export type DayOrInstant = Day | number;

/** Reads a day with or without an hour; null when it is neither. What ends at 24:00 lasts through its day. */
export function parseDayOrInstant(text: string): DayOrInstant | null {
  const [first] = momentsIn(alone(text));
  return parseDay(text) ?? (first?.time === '24:00:00' && first.at === 0 ? first.day : parseInstant(text));
}

/** `yyyy-mm-dd`, with `HH:MM` where the hour is known. */
export function dayOrMinuteOf(when: DayOrInstant): string {
  return typeof when === 'number' ? minuteOf(when) : when;
}

/** UTC ms of a moment in a zone (`Z`, `+08:00`), Shanghai unless said. 24:00 is the first instant of the next day. */
export function instantOf(day: Day, time: string, zone = '+08:00'): number {
  const [hours, minutes, seconds] = time.split(':').map(Number) as [number, number, number];
  const [, sign, zoneHours = '0', zoneMinutes = '0'] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  const offset = (sign === '-' ? -1 : 1) * (Number(zoneHours) * 60 + Number(zoneMinutes));
  return Date.parse(`${day}T00:00:00Z`) + ((hours * 60 + minutes - offset) * 60 + seconds) * 1000;
}

/** Whether a number can be an instant in UTC ms; the serial number of a spreadsheet and Unix seconds are none. */
export function isInstant(number: number): boolean {
  return number >= Date.UTC(1990, 0, 1) && number < Date.UTC(2101, 0, 1);
}

function dayFrom(groups: Record<string, string | undefined>): Day | null {
  const year = groups['y'] ?? groups['y3']!;
  const month = groups['m'] ?? groups['m2'] ?? String(MONTHS.indexOf(groups['mon']!.toLowerCase()) + 1);
  const date = (groups['d'] ?? groups['d2'] ?? groups['d3'])!;
  if (Number(year) < 1990 || Number(year) > 2100) return null;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return startOfDay(day) === null ? null : day;
}

function timeFrom(groups: Record<string, string | undefined>): string | null {
  const half = (groups['half'] ?? groups['half2'])?.toUpperCase();
  const minutes = groups['bell'] ? 30 : Number(groups['mi'] ?? 0);
  const seconds = Number(groups['sec'] ?? 0);
  let hours = Number(groups['h']);
  if (half && hours > 12 && /^[AP]M$/.test(half)) return null;
  if (half && /AM|上午|凌晨|早上/.test(half) && hours === 12) hours = half === '上午' ? 12 : 0;
  if (half && /PM|下午|晚上/.test(half) && hours < 12) hours += 12;
  if (half === '中午' && hours < 3) hours += 12;
  if (hours > 24 || minutes > 59 || seconds > 59 || (hours === 24 && minutes + seconds > 0)) return null;
  return [hours, minutes, seconds].map((part) => String(part).padStart(2, '0')).join(':');
}

/** A text that is a moment and nothing else: no blanks around, numerals as digits (二〇二六年十二月一日), no weekday behind. */
function alone(text: string): string {
  return halfWidth(text)
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[〇零○一二三四五六七八九十]+(?=\s*[年月日号时点分])/g, digitsOf)
    .trim()
    .replace(/\s*\(?(?:星期|周)[一二三四五六日天]\)?$/, '');
}

/** 二〇二六 numeral by numeral, 二十五 by tens. */
function digitsOf(numerals: string): string {
  const digit = (numeral: string) => '〇一二三四五六七八九'.indexOf(numeral.replace(/[零○]/, '〇'));
  const [, tens, ones] = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(numerals) ?? [];
  if (tens !== undefined) return String((tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0));
  return numerals.includes('十') ? numerals : [...numerals].map(digit).join('');
}

function halfWidth(text: string): string {
  return /[\uff00-\uffef\u3000]/.test(text) ? text.replace(/[\uff01-\uff5e\u3000]/g, narrow) : text;
}

function narrow(character: string): string {
  return character === '\u3000' ? ' ' : String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}

/** 0 for Monday. */
export function weekdayNumber(day: Day): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}
