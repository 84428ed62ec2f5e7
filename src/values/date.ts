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

const DAY_TEXT = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;
const TIME_TEXT =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?\s*[T ]?\s*(\d{1,2})\s*[:：时点]\s*(\d{1,2})\s*(?:[:：分]\s*(\d{1,2})?(?:\.\d+)?\s*秒?)?\s*(Z|[+-]\d{2}:?\d{2})?$/;

/** Reads a day as printed (`2026-3-5`, `2026/03/05`, `2026年3月5日`); null when it is none. */
export function parseDay(text: string): Day | null {
  const match = DAY_TEXT.exec(text.trim());
  if (!match) return null;
  const day = `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}`;
  return startOfDay(day) === null ? null : day;
}

/**
 * Reads an instant as printed (`2026-03-16 18:00`, `2026年04月08日 09点30分`, ISO 8601). Without a zone it is
 * Shanghai time; a day alone is its first instant. Null when it is neither.
 */
export function parseInstant(text: string): number | null {
  const trimmed = text.trim();
  const day = parseDay(trimmed);
  if (day) return startOfDay(day);
  const match = TIME_TEXT.exec(trimmed);
  if (!match) return null;
  const [, year, month, date, hour, minute, second = '0', zone = '+08:00'] = match;
  const pad = (part: string) => part.padStart(2, '0');
  const iso = `${year}-${pad(month!)}-${pad(date!)}T${pad(hour!)}:${pad(minute!)}:${pad(second)}${zone}`;
  const instant = Date.parse(iso);
  return Number.isNaN(instant) ? null : instant;
}
