import { fill, labels, type Locale } from '../../locales/labels.ts';
import { listOf } from '../../notices/amounts.ts';
import type { CompiledRelease, OcdsLot } from '../../registers/ocds.ts';
import type { Register } from '../../registers/register.ts';
import { registerLabels } from '../words.ts';

/** What things are called in one record: a section of a tender, a parcel, a right. */

export type LotNature = 'section' | 'parcel' | 'right';

export function natureOf(record: CompiledRelease): LotNature {
  const lots = listOf(record.tender?.lots);
  if (lots.some(({ landUseRight }) => landUseRight)) return 'parcel';
  return lots.some(({ miningRight }) => miningRight) ? 'right' : 'section';
}

/** 标段1, 采购包C; a parcel or a mining right by its own name; any other code is a name itself. */
export function lotName(lot: OcdsLot, register: Register, locale: Locale): string {
  if ((lot.landUseRight || lot.miningRight) && lot.title) return lot.title;
  const t = labels(locale).record;
  const id = String(lot.id).toUpperCase();
  return /^[A-Z]?\d*$/.test(id) ? fill(t.lotName, { lot: lotWord(register, locale), id }) : String(lot.id);
}

/** 标段, 采购包. */
export function lotWord(register: Register, locale: Locale): string {
  const word = registerLabels(register, locale).fields['section'] ?? labels(locale).record.natures.section;
  return word.replace(/[（(].*$/, '').trim();
}

/** What the bid is measured by: 控制价, 预算, 起始价. */
export function ceilingLabel(record: CompiledRelease, register: Register, locale: Locale): string {
  const t = labels(locale).record;
  const { columns, fields } = registerLabels(register, locale);
  if (natureOf(record) !== 'section') return t.startingPrice;
  const isCeiling = record.tender?.value !== undefined || listOf(record.tender?.lots).some(({ value }) => value);
  return (
    (isCeiling
      ? (columns['ceiling'] ?? fields['ceilingPrice'])
      : (columns['budget'] ?? fields['budget'] ?? fields['estimate'])) ?? t.ceiling
  );
}

export function priceLabel(record: CompiledRelease, register: Register, locale: Locale): string {
  const t = labels(locale).record;
  const { columns } = registerLabels(register, locale);
  if (natureOf(record) !== 'section') return t.dealPrice;
  return columns['price'] ?? columns['amount'] ?? t.price;
}

/** 中标人, 中标（成交）供应商, 竞得人. */
export function roleLabel(role: string, register: Register, locale: Locale): string {
  return (
    registerLabels(register, locale).roles[role] ?? (labels(locale).party.roles as Record<string, string>)[role] ?? role
  );
}

/** The headings of a record's tables. */
export function recordTitles(
  record: CompiledRelease,
  register: Register,
  locale: Locale,
): { lots: string; candidates: string; tenderers: string } {
  const t = labels(locale).record;
  const nature = natureOf(record);
  const award = registerLabels(register, locale).steps['award'] ?? t.price;
  const hasLots = listOf(record.tender?.lots).length > 0;
  return {
    lots:
      nature !== 'section'
        ? t.rightsTitle[nature]
        : hasLots
          ? fill(t.lots, { lot: lotWord(register, locale), award })
          : fill(t.results, { award }),
    candidates: roleLabel('candidate', register, locale),
    tenderers: roleLabel('tenderer', register, locale),
  };
}
