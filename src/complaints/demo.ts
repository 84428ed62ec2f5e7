import type { Database } from '../database/database.ts';
import { findUnitByName } from '../accounts/units/storage.ts';
import { saveWays, waysOf, type UnitWay } from './storage.ts';

/** What the units of the demo stories take online. */
const WAYS: Record<string, readonly UnitWay[]> = {
  天水市某自然资源局: [
    { way: 'report', promisedDays: 15 },
    { way: 'tell', promisedDays: 7 },
  ],
  天水市某医院: [
    { way: 'query', promisedDays: null },
    { way: 'report', promisedDays: 15 },
    { way: 'tell', promisedDays: 7 },
  ],
};

/** Only where nothing is set. */
export function seedDemoWays(database: Database): void {
  for (const [name, ways] of Object.entries(WAYS)) {
    const unit = findUnitByName(database, name);
    if (unit && waysOf(database, unit.id).length === 0) saveWays(database, unit.id, ways);
  }
}
