import type * as z from 'zod';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import { fieldOf, type Party } from '../../registers/fields.ts';
import type { Bounds } from '../../registers/ocds.ts';
import type { Register } from '../../registers/register.ts';
import { dayOrMinuteOf, minuteOf, type DayOrInstant } from '../../values/date.ts';
import { formatFen, type Money } from '../../values/money.ts';
import { regionName } from '../../values/region.ts';
import { areaText, boundsText } from '../measure.ts';
import { printedIn } from '../printed.ts';
import { partyLink } from '../party/party-link.ts';
import type { Portal } from '../portal.ts';
import { choiceLabel, registerLabels } from '../words.ts';

/** One value of a notice in words. */
export interface FieldValue {
  text: string;
  /** The normalised sum, 亩, the code and address of a party. */
  sub?: string | undefined;
  /** The party's page. */
  path?: string | undefined;
}

/** The register's own word, then the common one. */
export function fieldLabel(name: string, register: Register, locale: Locale): string {
  return (
    registerLabels(register, locale).fields[name] ?? (labels(locale).fields as Record<string, string>)[name] ?? name
  );
}

export function fieldValue(
  value: unknown,
  schema: z.ZodType,
  register: Register,
  portal: Portal,
  locale: Locale,
): FieldValue {
  const { type, unit } = fieldOf(schema);
  switch (type) {
    case 'money':
      return moneyValue(value as Money, locale);
    case 'area':
      return areaValue(value as number, unit as 'hectare' | 'square-kilometre', locale);
    case 'party':
      return partyValue(value as Party, portal, locale);
    default:
      return { text: valueText(value, schema, register, locale) };
  }
}

/** Any value of a notice as text: what differences compare and tables show. `schema` is undefined for members of the header. */
export function valueText(value: unknown, schema: z.ZodType | undefined, register: Register, locale: Locale): string {
  const t = labels(locale);
  if (value === null || value === undefined) return '';
  if (!schema)
    return typeof value === 'string'
      ? /^\d{6}(-\w+)?$/.test(value)
        ? regionName(value, locale)
        : value
      : wordsIn(value);
  const { type, unit, list, schema: inner } = fieldOf(schema);
  switch (type) {
    case 'instant':
      return minuteOf(value as number);
    case 'dayOrInstant':
      return dayOrMinuteOf(value as DayOrInstant);
    case 'money':
      return printedIn((value as Money).printed, locale);
    case 'number':
      return `${String(value)}${unitText(unit, locale)}`;
    case 'percent':
      return `${String(value)}%`;
    case 'area':
      return `${String(value)}${unitText(unit, locale)}`;
    case 'bounds':
      return boundsText(value as Bounds) + unitText(unit, locale);
    case 'party':
      return (value as Party).name;
    case 'choice':
      return choiceLabel(register, list, String(value), locale);
    case 'yesNo':
      return value ? t.notice.yes : t.notice.no;
    case 'list':
      return (value as unknown[])
        .map((item) => valueText(item, (inner as z.ZodArray).element as z.ZodType, register, locale))
        .join(t.record.semicolon);
    case 'group':
      return groupText(value as Record<string, unknown>, inner as z.ZodObject, register, locale);
    case 'text':
      return printedIn(String(value), locale);
    default:
      return String(value);
  }
}

function groupText(value: Record<string, unknown>, schema: z.ZodObject, register: Register, locale: Locale): string {
  const { labelled, comma } = labels(locale).record;
  return Object.entries(schema.shape)
    .filter(([name]) => value[name] !== undefined)
    .map(([name, member]) =>
      fill(labelled, {
        label: fieldLabel(name, register, locale),
        text: valueText(value[name], member as z.ZodType, register, locale),
      }),
    )
    .join(comma);
}

function wordsIn(value: unknown): string {
  return typeof value === 'object' && value !== null
    ? Object.values(value).map(wordsIn).filter(Boolean).join(' ')
    : String(value);
}

function unitText(unit: string | undefined, locale: Locale): string {
  return unit ? ((labels(locale).units as Record<string, string>)[unit] ?? unit) : '';
}

/** As printed; under it the same in yuan, where that is not what is printed. */
function moneyValue({ printed, fen, currency, basis }: Money, locale: Locale): FieldValue {
  if (fen === null || currency !== 'CNY') return { text: printed };
  const figure = formatFen(fen);
  const plain = printed.normalize('NFKC').replace(/[,\s¥元圆整人民币]/g, '');
  const isSame = plain === figure.replaceAll(',', '') || plain === figure.replaceAll(',', '').replace(/\.00$/, '');
  if (isSame) return { text: printed };
  const per = (labels(locale).units as Record<string, string>)[basis] ?? '';
  return { text: printed, sub: `¥${figure}${per}` };
}

function areaValue(area: number, unit: 'hectare' | 'square-kilometre', locale: Locale): FieldValue {
  const { text, sub } = areaText(area, unit, locale);
  return { text: text + unitText(unit, locale), sub };
}

function partyValue({ name, code, address, contact, telephone }: Party, portal: Portal, locale: Locale): FieldValue {
  const more = [code, address, contact, telephone].filter(Boolean).join(labels(locale).record.comma);
  return { text: name, path: partyLink(portal, name).path ?? undefined, sub: more || undefined };
}
