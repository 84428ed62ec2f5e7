import type { Database } from '../../database/database.ts';
import { findUnit, findUnitByName, type Unit } from '../../accounts/units/storage.ts';
import { matchKey } from '../../values/script.ts';
import { standingsOf } from '../compile.ts';
import { releasesOf } from '../storage.ts';
import type { Release, Standing } from '../release.ts';

/** Whether a unit published a release, under its name of today or an earlier one, or took over from who did. */
export function isPublisher(database: Database, unitId: string | null, { content }: Release): boolean {
  const unit = unitId === null ? undefined : findUnit(database, unitId);
  return unit !== undefined && content.unit !== undefined && isCalled(database, unit, content.unit.name);
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
