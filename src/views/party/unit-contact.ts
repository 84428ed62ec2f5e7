import { findUnitByName, type Unit } from '../../accounts/units/storage.ts';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import type { Portal } from '../portal.ts';

/** How a unit is reached, as somebody verified on a day; null where it has not said it. */
export interface UnitContact {
  phone: string | null;
  hours: string | null;
  address: string | null;
  verifiedOn: string;
  /** 2026-11-20核对（办公室）. */
  verified: string;
}

/** The telephone of a unit for the public. */
export interface UnitPhone {
  number: string;
  verifiedOn: string;
  verified: string;
}

/** Null where nothing verified is known here, or the unit is no more. */
export function unitContact({ database }: Pick<Portal, 'database'>, name: string, locale: Locale): UnitContact | null {
  const unit = findUnitByName(database, name);
  return unit ? contactOf(unit, locale) : null;
}

/** The same of a unit that is known. */
export function contactOf(unit: Unit, locale: Locale): UnitContact | null {
  const { phone, hours, address, verifiedOn, verifiedBy, endedAt } = unit;
  if (endedAt !== null || verifiedOn === null) return null;
  const t = labels(locale).party;
  const verified = fill(verifiedBy === null ? t.verifiedOn : t.verifiedOnBy, { day: verifiedOn, by: verifiedBy ?? '' });
  return { phone, hours, address, verifiedOn, verified };
}

export function unitPhone(portal: Pick<Portal, 'database'>, name: string, locale: Locale): UnitPhone | null {
  const contact = unitContact(portal, name, locale);
  if (contact === null || contact.phone === null) return null;
  return { number: contact.phone, verifiedOn: contact.verifiedOn, verified: contact.verified };
}
