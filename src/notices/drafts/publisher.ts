import type { Database } from '../../database/database.ts';
import { lastsOn } from '../../accounts/units/delegation.ts';
import { findDelegations, findUnit, findUnitByName, type Unit } from '../../accounts/units/storage.ts';
import { matchKey } from '../../values/script.ts';
import { standingsOf } from '../compile.ts';
import { releasesOf } from '../storage.ts';
import type { Release, Standing } from '../release.ts';

/** Whether a unit published a release, under its name of today or an earlier one, or took over from who did. */
export function isPublisher(database: Database, unitId: string | null, { content }: Release): boolean {
  const unit = unitId === null ? undefined : findUnit(database, unitId);
  return unit !== undefined && content.unit !== undefined && isCalled(database, unit, content.unit.name);
}

/** Whether a unit may correct a release on a day: it published it, or speaks for who did. */
export function mayAmend(database: Database, unit: Unit, { content, register }: Release, day: string): boolean {
  return content.unit !== undefined && speaksFor(database, unit, content.unit.name, register, day);
}

/**
 * Whether a unit may speak for the bearer of a name on a day (yyyy-mm-dd): it is that unit, took over from it, or is let
 * publish for it in the register.
 */
export function speaksFor(database: Database, unit: Unit, name: string, register: string, day: string): boolean {
  return (
    isCalled(database, unit, name) ||
    findDelegations(database, unit.id).some(
      (one) =>
        one.agent === unit.id &&
        (one.register === null || one.register === register) &&
        lastsOn(one, day) &&
        isCalled(database, findUnit(database, one.unit)!, name),
    )
  );
}

/** Whether a name is one that the unit bears or bore, or of a unit that it took over from. */
export function isCalled(database: Database, unit: Unit, name: string): boolean {
  if ([unit.name, ...unit.formerNames.map((one) => one.name)].some((one) => matchKey(one) === matchKey(name)))
    return true;
  const passed = new Set<string>();
  let next = findUnitByName(database, name)?.successor ?? null;
  while (next !== null && !passed.has(next)) {
    if (next === unit.id) return true;
    passed.add(next);
    next = findUnit(database, next)?.successor ?? null;
  }
  return false;
}

/** How a release stands now. */
export function standingOf(database: Database, { id, ocid }: Release): Standing {
  return standingsOf(releasesOf(database, ocid)).get(id)!;
}
