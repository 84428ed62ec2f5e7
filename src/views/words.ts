import { fill, labels, language, type Locale } from '../locales/labels.ts';
import { href } from './address.ts';
import { priceIn } from './fees/price-in.ts';
import type { State } from './record/state.ts';
import type { RecordRow } from '../notices/release.ts';
import type { Register, RegisterLabels } from '../registers/register.ts';
import { findRegister, registers } from '../registers/registers.ts';

/** What codes are called. A register's own word comes first; a code nobody names is shown as it is. */
export function registerLabels(register: Register, locale: Locale): RegisterLabels {
  return register.labels[language(locale)];
}

/** What the records of a register are counted in: 项; project, projects. */
export function counterOf(register: Register, n: number, locale: Locale): string {
  return fill(registerLabels(register, locale).counter, { n });
}

export function kindLabel(register: string, kind: string, locale: Locale): string {
  const found = findRegister(register);
  return (found && registerLabels(found, locale).kinds[kind]) ?? kind;
}

/** The kind's name in whichever of the registers have it: `tender` is 招标公告 here and 采购公告 there. */
export function kindLabels(kind: string, among: readonly string[], locale: Locale): string {
  const names = registers
    .filter(({ id }) => among.length === 0 || among.includes(id))
    .flatMap((register) => registerLabels(register, locale).kinds[kind] ?? []);
  return [...new Set(names)].slice(0, 2).join(labels(locale).list.either) || kind;
}

/** What is charged on a day, where a register's records have a price and no sum: as published, or that it is nothing. */
export function priceOn(
  { register: id, compiled }: Pick<RecordRow, 'register' | 'compiled'>,
  day: string,
  locale: Locale,
): string | null {
  const found = findRegister(id)?.onDay?.(compiled, day);
  if (found?.isFree) return labels(locale).fees.notCharged;
  return priceIn(found?.price ?? null, locale);
}

/** A stage, `closed`, `withdrawn` or `amended`: the register's word when only one is meant or only its own is known. */
export function stageLabel(stage: string, among: readonly string[], locale: Locale): string {
  const only = among.length === 1 ? findRegister(among[0]!) : undefined;
  const own = only && registerLabels(only, locale).stages[stage];
  const general = labels(locale).list.stages as Record<string, string>;
  return (
    own ??
    general[stage] ??
    registers.map((register) => registerLabels(register, locale).stages[stage]).find((word) => word !== undefined) ??
    stage
  );
}

/** The state in words: 还有3天, 已中标. */
export function stateText(state: State, register: string, locale: Locale): string {
  const { daysLeft, oneDayLeft, lastDay } = labels(locale).list;
  if (state.days === undefined) return stageLabel(state.code, [register], locale);
  if (state.days === 0) return lastDay;
  return state.days === 1 ? oneDayLeft : fill(daysLeft, { n: state.days });
}

/** A choice code by its list; where the list is not known, by whichever list has it. */
export function choiceLabel(register: Register, list: string | undefined, code: string, locale: Locale): string {
  const { choices } = registerLabels(register, locale);
  const common = labels(locale).choices as Record<string, Record<string, string>>;
  return (
    choices[list ?? '']?.[code] ??
    common[list ?? '']?.[code] ??
    Object.values(choices).find((labels) => labels[code])?.[code] ??
    code
  );
}

/** The step of the way before a register that stands behind the door 监督; none before the others. */
export function behindDoor(
  { supervision }: Pick<Register, 'supervision'>,
  locale: Locale,
): { label: string; href: string }[] {
  return supervision ? [{ label: labels(locale).pages.supervision, href: href(locale, '/supervision') }] : [];
}
