import type { Database } from '../../database/database.ts';
import { dayOf, parseDay } from '../../values/date.ts';
import { findRegion } from '../../values/region.ts';
import { done, refuse, type Refusal, type Result } from '../../values/result.ts';
import { permission, type Actor } from '../permissions.ts';
import { refusalOf } from '../refusal.ts';
import { newId } from '../secrets.ts';
import { recordAct } from '../trail.ts';
import { findUnit, findUnitByName, saveUnit, type Unit, type UnitRegister } from './storage.ts';

export type { Unit, UnitRegister };

/** What the platform administrator fills in. */
export interface UnitInput {
  name: string;
  region: string;
  registers: readonly UnitRegister[];
  formerNames?: readonly { name: string; until?: string | null }[];
  successor?: string | null;
  phone?: string | null;
  address?: string | null;
  hours?: string | null;
  /** yyyy-mm-dd. */
  verifiedOn?: string | null;
  verifiedBy?: string | null;
  /** It is no more, from now on. */
  ended?: boolean;
}

/** Refusals: those of `refusalOf`; `unit-name`, `unit-region`, `unit-phone`, `unit-contact`, `unit-known`, `unit-unknown` (its successor). */
export function createUnit(database: Database, actor: Actor, input: UnitInput, now: number): Result<Unit> {
  return save(database, actor, { id: newId('u'), madeAt: now, endedAt: null, name: '' }, input, 'unit.create', now);
}

/**
 * A unit that is renamed keeps its id: its notices, officers and tokens stay with it, and the name it bore is kept.
 * Refusals as of `createUnit`, and `unit-unknown`.
 */
export function changeUnit(database: Database, actor: Actor, id: string, input: UnitInput, now: number): Result<Unit> {
  const unit = findUnit(database, id);
  return unit ? save(database, actor, unit, input, 'unit.change', now) : refuse({ code: 'unit-unknown', found: id });
}

function save(
  database: Database,
  actor: Actor,
  before: Pick<Unit, 'id' | 'madeAt' | 'endedAt' | 'name'>,
  input: UnitInput,
  act: string,
  now: number,
): Result<Unit> {
  const refused = refusalOf(permission(actor, 'unit.change', { unit: before.id }, now));
  if (refused) return refuse(refused);
  const unit: Unit = {
    id: before.id,
    name: input.name.trim(),
    region: input.region,
    formerNames: formerNames(before.name, input),
    successor: input.successor ?? null,
    registers: input.registers,
    phone: input.phone?.trim() || null,
    address: input.address?.trim() || null,
    hours: input.hours?.trim() || null,
    verifiedOn: (input.verifiedOn && parseDay(input.verifiedOn)) || input.verifiedOn?.trim() || null,
    verifiedBy: input.verifiedBy?.trim() || null,
    madeAt: before.madeAt,
    endedAt: input.ended ? (before.endedAt ?? now) : null,
  };
  return database.transaction(() => {
    const refusals = problems(database, unit, now);
    if (refusals.length > 0) return refuse(...refusals);
    saveUnit(database, unit);
    recordAct(
      database,
      actor,
      act,
      `unit:${unit.id}`,
      { name: unit.name, region: unit.region, registers: unit.registers },
      now,
    );
    return done(unit);
  });
}

/** The name of yesterday is one of the former, whether the administrator thought of it or not. */
function formerNames(before: string, { name, formerNames = [] }: UnitInput): Unit['formerNames'] {
  const given = formerNames.map((former) => ({ name: former.name.trim(), until: former.until ?? null }));
  const all = before === '' ? given : [{ name: before, until: null }, ...given];
  return [
    ...new Map(
      all.filter((former) => former.name !== '' && former.name !== name.trim()).map((former) => [former.name, former]),
    ).values(),
  ];
}

function problems(database: Database, unit: Unit, now: number): Refusal[] {
  const { id, name, region, successor } = unit;
  const refusals: Refusal[] = [];
  if (name.length < 2 || name.length > 200) refusals.push({ code: 'unit-name', path: 'name' });
  if (!findRegion(region)) refusals.push({ code: 'unit-region', path: 'region', found: region });
  refusals.push(...contactProblems(unit, dayOf(now)));
  const namesake = findUnitByName(database, name);
  if (namesake && namesake.id !== id && namesake.name === name)
    refusals.push({ code: 'unit-known', path: 'name', found: name });
  if (successor !== null && (successor === id || !findUnit(database, successor)))
    refusals.push({ code: 'unit-unknown', path: 'successor', found: successor });
  return refusals;
}

/** A number or a door that nobody verified sends citizens to nobody. */
function contactProblems({ phone, address, hours, verifiedOn, verifiedBy }: Unit, today: string): Refusal[] {
  const refusals: Refusal[] = [];
  if (phone !== null && !/^[\d+\-—()（）转、，, ]{3,60}$/.test(phone))
    refusals.push({ code: 'unit-phone', path: 'phone', found: phone });
  const isGiven = phone !== null || address !== null || hours !== null;
  const day = verifiedOn === null ? null : parseDay(verifiedOn);
  const isVerified = isGiven
    ? day !== null && day <= today && verifiedBy !== null
    : verifiedOn === null && verifiedBy === null;
  const isShort = [address, hours, verifiedBy].every((text) => text === null || text.length <= 200);
  if (!isVerified || !isShort) refusals.push({ code: 'unit-contact', path: 'verifiedOn', found: verifiedOn ?? '' });
  return refusals;
}
