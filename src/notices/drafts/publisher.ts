import type { Database } from '../../database/database.ts';
import { findUnit, findUnitByName } from '../../accounts/units/storage.ts';
import { matchKey } from '../../values/script.ts';
import { standingsOf } from '../compile.ts';
import { releasesOf } from '../storage.ts';
import type { Release, Standing } from '../release.ts';

/** Whether a unit published a release, under its name of today or an earlier one, or took over from who did. */
export function isPublisher(database: Database, unitId: string | null, { content }: Release): boolean {
  const unit = unitId === null ? undefined : findUnit(database, unitId);
  const publisher = content.unit?.name;
  if (!unit || publisher === undefined) return false;
  if ([unit.name, ...unit.formerNames.map(({ name }) => name)].some((name) => matchKey(name) === matchKey(publisher)))
    return true;
  const passed = new Set<string>();
  let next = findUnitByName(database, publisher)?.successor ?? null;
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
