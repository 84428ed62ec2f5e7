import { findUnits } from '../../accounts/units/storage.ts';
import type { Way } from '../../complaints/complaint.ts';
import { isPaused } from '../../complaints/limits.ts';
import { countedSince, takingUnits, waysOf, type Counted } from '../../complaints/storage.ts';
import { labels, type Locale } from '../../locales/labels.ts';
import { DAY, dayNumber, dayOf } from '../../values/date.ts';
import { regionName } from '../../values/region.ts';
import { contactOf } from '../party/unit-contact.ts';
import type { Portal } from '../portal.ts';

/** How a unit dealt with what was put to it in the last year. */
export interface UnitStatistics {
  unit: string;
  received: number;
  open: number;
  inTime: number;
  late: number;
  overdue: number;
  /** Days from receipt to the end; null where nothing ended. */
  median: number | null;
}

const YEAR = 365 * DAY;

export function statisticsOf(portal: Portal): UnitStatistics[] {
  const now = portal.now();
  const today = dayOf(now);
  const names = new Map(findUnits(portal.database).map(({ id, name }) => [id, name]));
  const byUnit = Map.groupBy(countedSince(portal.database, now - YEAR), ({ unit }) => unit);
  return [...byUnit]
    .map(([unit, cases]) => ({ unit: names.get(unit) ?? '', ...figures(cases, today) }))
    .toSorted((a, b) => b.received - a.received || (a.unit < b.unit ? -1 : 1));
}

/** What was taken back and what was joined has no answer of its own. */
function figures(cases: readonly Counted[], today: string): Omit<UnitStatistics, 'unit'> {
  const own = cases.filter(({ state }) => state !== 'joined' && state !== 'withdrawn');
  const closed = own.filter(({ closedAt }) => closedAt !== null);
  const open = own.filter(({ closedAt }) => closedAt === null);
  const isLate = ({ closedAt, dueOn }: Counted) => dueOn !== null && dayOf(closedAt!) > dueOn;
  const days = closed
    .map(({ filedAt, closedAt }) => dayNumber(closedAt!) - dayNumber(filedAt))
    .toSorted((a, b) => a - b);
  const middle = Math.floor(days.length / 2);
  return {
    received: cases.length,
    open: open.length,
    inTime: closed.filter((one) => !isLate(one)).length,
    late: closed.filter(isLate).length,
    overdue: open.filter((one) => one.dueOn !== null && one.dueOn < today && !isPaused(one)).length,
    median: days.length === 0 ? null : days.length % 2 === 1 ? days[middle]! : (days[middle - 1]! + days[middle]!) / 2,
  };
}

/** A unit as one reaches it. */
export interface Hotline {
  unit: string;
  region: string;
  phone: string | null;
  hours: string | null;
  address: string | null;
  /** 2026-11-20核对（办公室）; null where nobody did. */
  verified: string | null;
  ways: string;
}

/** Numbers that are no one unit's. */
export function publicPhones(locale: Locale): { number: string; name: string }[] {
  const { phones } = labels(locale).fees.judge;
  return [
    { number: '12345', name: phones.city },
    { number: '12315', name: phones.price },
  ];
}

/** All units of today, by division and name. */
export function hotlinesOf(portal: Portal, locale: Locale): Hotline[] {
  const t = labels(locale).complaints;
  return findUnits(portal.database)
    .filter(({ endedAt }) => endedAt === null)
    .map((unit) => ({
      unit: unit.name,
      region: regionName(unit.region, locale),
      phone: unit.phone,
      hours: unit.hours,
      address: unit.address,
      verified: contactOf(unit, locale)?.verified ?? null,
      ways: waysOf(portal.database, unit.id)
        .map(({ way }) => t.ways[way])
        .join(labels(locale).record.list),
    }));
}

/** Units that take anything here. */
export function unitsTaking(portal: Portal, locale: Locale): { id: string; name: string; ways: string }[] {
  const t = labels(locale).complaints;
  return takingUnits(portal.database).map(({ id, name, ways }) => ({
    id,
    name,
    ways: ways
      .split(',')
      .map((way) => t.ways[way as Way])
      .join(labels(locale).record.list),
  }));
}
