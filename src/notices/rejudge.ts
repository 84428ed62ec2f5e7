import {
  appliedRules,
  calendarOf,
  recordsAcross,
  recordsUnder,
  saveAppliedRules,
  saveVerdicts,
} from '../clock/storage.ts';
import { coversOf } from '../clock/coverage.ts';
import type { Database } from '../database/database.ts';
import { registers } from '../registers/registers.ts';
import { canonicalJson, sha256 } from '../values/canonical.ts';
import type { Day } from '../values/date.ts';
import { standingsOf } from './compile.ts';
import { judgeRecord } from './judging.ts';
import { findRecord, ocidsOf, releasesOf } from './storage.ts';

/**
 * Judges these records as they stand, in the transaction of the caller; gives those whose verdicts changed. Where a new
 * version of the program compiles records otherwise, the rebuild that compiles them judges them as well.
 */
export function rejudge(database: Database, ocids: readonly string[]): string[] {
  const calendar = calendarOf(database);
  const covers = coversOf(database);
  return ocids.filter((ocid) => {
    const record = findRecord(database, ocid);
    if (!record) return false;
    const releases = releasesOf(database, ocid);
    const standings = standingsOf(releases);
    return saveVerdicts(database, ocid, judgeRecord(releases, { record, standings }, calendar, covers));
  });
}

/** After the calendar of these days changed: exactly the records with a period that runs over them. */
export function rejudgeDays(database: Database, from: Day, until: Day): { asked: number; changed: number } {
  const ocids = recordsAcross(database, from, until);
  return { asked: ocids.length, changed: rejudge(database, ocids).length };
}

/**
 * When the program's rules are not those by which the verdicts were reckoned, judges the records they touch: those
 * under a rule that changed or went, and for a new rule those of its register. Rules are told apart by their data.
 */
export function rejudgeRules(database: Database): { rules: string[]; asked: number; changed: number } {
  const now = currentRules();
  const before = appliedRules(database);
  const rules = [...new Set([...now.keys(), ...before.keys()])].filter(
    (rule) => now.get(rule)?.hash !== before.get(rule),
  );
  if (rules.length === 0) return { rules, asked: 0, changed: 0 };
  return database.transaction(() => {
    const ocids = new Set(
      recordsUnder(
        database,
        rules.filter((rule) => before.has(rule)),
      ),
    );
    const fresh = new Set(rules.filter((rule) => !before.has(rule)).flatMap((rule) => now.get(rule)?.register ?? []));
    for (const register of fresh) for (const ocid of ocidsOf(database, register)) ocids.add(ocid);
    const changed = rejudge(database, [...ocids]).length;
    saveAppliedRules(database, new Map([...now].map(([rule, { hash }]) => [rule, hash])));
    return { rules, asked: ocids.size, changed };
  });
}

function currentRules(): Map<string, { register: string; hash: string }> {
  const all = registers.flatMap(({ id, periods }) => (periods?.rules ?? []).map((rule) => ({ register: id, rule })));
  return new Map(
    [...Map.groupBy(all, ({ rule }) => rule.id)].map(([id, versions]) => [
      id,
      { register: versions[0]!.register, hash: sha256(canonicalJson(versions.map(({ rule }) => rule))) },
    ]),
  );
}
