import type { StoredBar } from '../../notices/bars/storage.ts';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import { findRecords } from '../../notices/storage.ts';
import { findRegister } from '../../registers/registers.ts';
import { pathOf } from '../address.ts';
import type { Portal } from '../portal.ts';
import { choiceLabel } from '../words.ts';

/** A bar as pages tell it: whom, from what, from when until when, by which article and in which case. */
export interface BarFact {
  name: string;
  scope: string;
  from: string;
  until: string;
  basis: string;
  /** The case that says so. */
  path: string;
  title: string;
  /** 2026-07-01至2027-06-30不得参加…. */
  text: string;
}

/** A bar whose case is not here any more is not told. */
export function barFacts(portal: Portal, bars: readonly StoredBar[], locale: Locale): BarFact[] {
  const cases = new Map(
    findRecords(
      portal.database,
      bars.map(({ ocid }) => ocid),
    ).map((row) => [row.ocid, row]),
  );
  return bars.flatMap(({ ocid, name, scope, from, until, basis }): BarFact[] => {
    const row = cases.get(ocid);
    const register = row && findRegister(row.register);
    if (!row || !register) return [];
    const what = choiceLabel(register, 'barScope', scope, locale);
    const text = fill(labels(locale).party.barText, { from, until, what });
    return [{ name, scope, from, until, basis, path: pathOf(row), title: row.title, text }];
  });
}
