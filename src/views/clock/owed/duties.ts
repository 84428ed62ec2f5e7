import { kindIn } from '../../../clock/period.ts';
import { labels, type Locale } from '../../../locales/labels.ts';
import { findRegister, registers } from '../../../registers/registers.ts';
import { kindLabel } from '../../words.ts';

/** `verified`: by rules that were compared with their source; `unverified` ones accuse nobody, and are listed apart. */
export const BASES = ['verified', 'unverified'] as const;
export type Basis = (typeof BASES)[number];

/** Something that the law wants published. */
export interface Duty {
  rule: string;
  register: string;
  basis: Basis;
}

/** A rule is verified where every version of it is: of a day between two nobody must wonder by which one it was judged. */
export const DUTIES: readonly Duty[] = registers.flatMap((register) => {
  const rules = (register.periods?.rules ?? []).filter(({ publication }) => publication === true);
  return [...Map.groupBy(rules, ({ id }) => id)].map(([rule, versions]) => ({
    rule,
    register: register.id,
    basis: versions.every(({ verifiedOn }) => verifiedOn !== null) ? ('verified' as const) : ('unverified' as const),
  }));
});

export function rulesOwed(basis: Basis): string[] {
  return DUTIES.filter((duty) => duty.basis === basis).map(({ rule }) => rule);
}

/** The notices of which one is owed: 成交公示、未成交公告、终止公告. */
export function owedWhat({ register, rule }: Pick<Duty, 'register' | 'rule'>, locale: Locale): string {
  const found = findRegister(register)?.periods?.rules.find(({ id }) => id === rule);
  const target = found && 'target' in found ? found.target : '';
  return target
    .split('|')
    .map((reference) => kindLabel(register, kindIn(reference) ?? reference, locale))
    .join(labels(locale).record.list);
}
