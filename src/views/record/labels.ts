import { fill, labels, type Locale } from '../../locales/labels.ts';
import { allowedForLots, partOfWhole } from '../../notices/amounts.ts';
import { listOf, type CompiledRelease, type OcdsAward, type OcdsFragment, type OcdsLot } from '../../registers/ocds.ts';
import { sectionNumber, sectionWord } from '../../registers/sections.ts';
import type { Register, Subject } from '../../registers/register.ts';
import { registerLabels } from '../words.ts';

/** What things are called in one record: a section of a tender, a parcel, a right. */

/** What the register's records are about, where this one is about it and not about sections. */
export function subjectIn(record: OcdsFragment, { subject }: Register): Subject | undefined {
  return subject && listOf(record.tender?.lots).some((lot) => subject.isOne(lot)) ? subject : undefined;
}

/** 标段1, 采购包C; a parcel or a mining right by its own name; any other code is a name itself. */
export function lotName(lot: OcdsLot, register: Register, locale: Locale): string {
  if (register.subject?.isOne(lot) && lot.title) return lot.title;
  const t = labels(locale).record;
  const id = sectionNumber(lot.id);
  return id === null ? String(lot.id) : fill(t.lotName, { lot: lotWord(register, locale), id });
}

/** 标段, 采购包. */
export function lotWord(register: Register, locale: Locale): string {
  return sectionWord(registerLabels(register, locale).fields['section'] ?? labels(locale).record.lot);
}

/** 宗地, 矿业权; undefined where a record is about sections. */
export function subjectWord(record: OcdsFragment, register: Register, locale: Locale): string | undefined {
  return subjectIn(record, register) && registerLabels(register, locale).subject?.one;
}

/** The step in which somebody is chosen, in one word: 中标, 成交. */
export function decidedStep(register: Register, locale: Locale): string | undefined {
  const step = register.steps.find((one) => register.stages[one]?.head === 'decided');
  return step && registerLabels(register, locale).steps[step];
}

/** What the bid is measured by: 控制价, 预算, 起始价. */
export function ceilingLabel(record: CompiledRelease, register: Register, locale: Locale): string {
  const t = labels(locale).record;
  const { columns, fields } = registerLabels(register, locale);
  if (subjectIn(record, register)) return registerLabels(register, locale).subject?.startingPrice ?? t.startingPrice;
  const isCeiling =
    record.tender?.value !== undefined || listOf(record.tender?.lots).some(({ value }) => value && !value.isBudget);
  return (
    (isCeiling
      ? (columns['ceiling'] ?? fields['ceilingPrice'])
      : (columns['budget'] ?? fields['budget'] ?? fields['estimate'])) ?? t.ceiling
  );
}

/** The same of the whole: 3个采购包最高限价合计 where no notice says one sum for all. */
export function wholeCeilingLabel(record: CompiledRelease, register: Register, locale: Locale): string {
  const label = ceilingLabel(record, register, locale);
  const lots = listOf(record.tender?.lots);
  if (record.tender?.value !== undefined || lots.length < 2 || !lots.every(({ value }) => value)) return label;
  return ofLots(record, label, register, locale);
}

/** What a notice allows for what it is about; where it prints the sum of all lots beside its own, theirs is not its. */
export function allowedIn(
  said: OcdsFragment,
  record: CompiledRelease,
  register: Register,
  locale: Locale,
): { label: string; fen: number } | null {
  const fen = allowedForLots(said);
  if (fen === null) return null;
  const label = ceilingLabel({ ...record, ...said }, register, locale);
  return { label: partOfWhole(said) ? ofLots(said, label, register, locale) : label, fen };
}

function ofLots(said: OcdsFragment, label: string, register: Register, locale: Locale): string {
  const n = listOf(said.tender?.lots).length;
  return n < 2 ? label : fill(labels(locale).record.ofLots, { n, lot: lotWord(register, locale), label });
}

export function priceLabel(record: CompiledRelease, register: Register, locale: Locale): string {
  const t = labels(locale).record;
  const { columns } = registerLabels(register, locale);
  if (subjectIn(record, register)) return registerLabels(register, locale).subject?.dealPrice ?? t.dealPrice;
  return columns['price'] ?? t.price;
}

/** 中标人, 中标（成交）供应商, 竞得人. */
export function roleLabel(role: string, register: Register, locale: Locale): string {
  return (
    registerLabels(register, locale).roles[role] ?? (labels(locale).party.roles as Record<string, string>)[role] ?? role
  );
}

/** 第一中标候选人; the only one proposed (单一来源) has no rank. */
export function candidateWord(first: readonly OcdsAward[], register: Register, locale: Locale): string {
  const role = roleLabel('candidate', register, locale);
  return first.some(({ rank }) => rank !== undefined) ? fill(labels(locale).record.first, { role }) : role;
}

/** The headings of a record's tables. */
export function recordTitles(
  record: CompiledRelease,
  register: Register,
  locale: Locale,
): { lots: string; candidates: string; tenderers: string } {
  const t = labels(locale).record;
  const { subject } = subjectIn(record, register) ? registerLabels(register, locale) : {};
  const award = decidedStep(register, locale) ?? t.price;
  const hasLots = listOf(record.tender?.lots).length > 0;
  const several = (what: string) => fill(t.countedOf, { what, n: 2 });
  return {
    lots:
      subject?.title ??
      (hasLots ? fill(t.lots, { lot: lotWord(register, locale), award }) : fill(t.results, { award })),
    candidates: several(roleLabel('candidate', register, locale)),
    tenderers: several(roleLabel('tenderer', register, locale)),
  };
}
