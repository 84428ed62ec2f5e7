import { fill, labels, type Locale } from '../../locales/labels.ts';
import { dayOf, dayOrMinuteOf, minuteOf, parseDay, parseDayOrInstant, parseInstant } from '../../values/date.ts';
import { formatFen, readMoney } from '../../values/money.ts';
import { areaText } from '../../views/measure.ts';
import { weekdayOf } from '../../views/long-day.ts';
import type { FormField } from './field.ts';

/** What an input shows of a value: as typed; what came from a release in the writing that people type. */
export function shownIn(value: unknown, type: FormField['type']): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') {
    if (type === 'instant') return minuteOf(value);
    if (type === 'dayOrInstant') return dayOrMinuteOf(value);
  }
  if (typeof value !== 'object') return String(value);
  if ('printed' in value) return String(value.printed);
  if (type === 'bounds') {
    const { min, max } = value as { min?: number; max?: number };
    return min !== undefined && max !== undefined
      ? min === max
        ? `${min}`
        : `${min}~${max}`
      : min !== undefined
        ? `≥${min}`
        : max !== undefined
          ? `≤${max}`
          : '';
  }
  return '';
}

/**
 * How a box is read, in full, for whoever typed it: 读作2026年12月1日 09:30，星期二. Undefined where nothing is to be told, or
 * nothing was understood: then its refusal says so.
 */
export function readingOf(
  text: string,
  { type, unit }: { type: FormField['type']; unit?: string | undefined },
  locale: Locale,
): string | undefined {
  const t = labels(locale).office.form;
  const read = (said: string) => fill(t.readAs, { said });
  if (text === '') return undefined;
  if (type === 'day' || type === 'instant' || type === 'dayOrInstant') {
    const day = parseDay(text);
    const when =
      type === 'day'
        ? day
        : type === 'dayOrInstant'
          ? parseDayOrInstant(text)
          : day === null
            ? parseInstant(text)
            : null;
    return when === null ? undefined : read(momentText(when, locale));
  }
  if (type === 'money') {
    const money = readMoney(text);
    if (typeof money === 'string' || money.isRounded || money.money.fen === null) return undefined;
    const { fen, currency, basis } = money.money;
    return currency === 'CNY' ? read(formatFen(fen) + t.yuan + labels(locale).units[basis]) : undefined;
  }
  if (type !== 'area' || Number.isNaN(Number(text))) return undefined;
  const area = `${text}${(labels(locale).units as Record<string, string>)[unit ?? ''] ?? ''}`;
  const { sub: mu } = unit === 'hectare' ? areaText(Number(text), unit, locale) : {};
  return mu === undefined ? read(area) : fill(t.readArea, { said: area, mu });
}

/** In the order of the language, with the weekday: by it a wrong day is seen. */
function momentText(when: string | number, locale: Locale): string {
  const day = typeof when === 'number' ? dayOf(when) : when;
  const [year = '', month = '', date = ''] = day.split('-');
  const time = typeof when === 'number' ? ` ${minuteOf(when).slice(11)}` : '';
  return fill(labels(locale).office.form.moment, {
    year,
    month,
    date,
    m: Number(month),
    d: Number(date),
    time,
    weekday: weekdayOf(day, locale),
  });
}
