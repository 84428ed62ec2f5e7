import { findUnitByName } from '../../accounts/units/storage.ts';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import type { Portal } from '../portal.ts';

/** The telephone of a unit for the public, and when it was verified; null where none is known here. */
export interface UnitPhone {
  number: string;
  verifiedOn: string;
  /** 2026-11-20核对. */
  verified: string;
}

export function unitPhone({ database }: Pick<Portal, 'database'>, name: string, locale: Locale): UnitPhone | null {
  const unit = findUnitByName(database, name);
  if (!unit || unit.endedAt !== null || unit.phone === null || unit.phoneVerifiedOn === null) return null;
  const { phone: number, phoneVerifiedOn: verifiedOn } = unit;
  return { number, verifiedOn, verified: fill(labels(locale).party.verifiedOn, { day: verifiedOn }) };
}
