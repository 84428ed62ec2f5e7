import { coverages, endCoverage, findCoverage, recordsUnder, saveCoverage } from '../clock/storage.ts';
import type { Database } from '../database/database.ts';
import { recordEvent } from '../events/storage.ts';
import { findRegister } from '../registers/registers.ts';
import { dayOf, parseDay } from '../values/date.ts';
import { matchKey } from '../values/script.ts';
import { done, refuse, type Refusal, type Result } from '../values/result.ts';
import { rejudge } from './rejudge.ts';

/** Coverage as an officer types it: of a medium or of a unit. */
export interface TypedCoverage {
  register: string;
  medium: string;
  unit: string;
  from: string;
  until: string;
}

/**
 * Declares that the portal takes every notice of a source in a register from a day on, and judges anew what is owed in
 * that register. Refusals: `unknown-register`, `coverage-source` (neither or both named), `not-a-day`, `coverage-order`,
 * `coverage-twice`.
 */
export function declareCoverage(
  database: Database,
  typed: TypedCoverage,
  by: string,
  now: number,
): Result<{ asked: number; changed: number }> {
  const [medium, unit] = [typed.medium.trim(), typed.unit.trim()];
  const from = parseDay(typed.from);
  const until = typed.until.trim() === '' ? null : parseDay(typed.until);
  const refusals: Refusal[] = [];
  if (!findRegister(typed.register)?.periods)
    refusals.push({ code: 'unknown-register', path: 'register', found: typed.register });
  if ((medium === '') === (unit === '')) refusals.push({ code: 'coverage-source', path: 'medium' });
  if (from === null) refusals.push({ code: 'not-a-day', path: 'from', found: typed.from });
  if (until === null && typed.until.trim() !== '')
    refusals.push({ code: 'not-a-day', path: 'until', found: typed.until });
  if (from !== null && until !== null && until < from) refusals.push({ code: 'coverage-order', path: 'until' });
  const name = matchKey(medium || unit);
  const isDeclared = coverages(database).some(
    (row) =>
      row.register === typed.register &&
      matchKey((medium ? row.medium : row.unit) ?? '') === name &&
      from !== null &&
      (row.until === null || row.until >= from) &&
      (until === null || row.from <= until),
  );
  if (refusals.length === 0 && isDeclared)
    refusals.push({ code: 'coverage-twice', path: 'medium', found: medium || unit });
  if (refusals.length > 0) return refuse(...refusals);
  return database.transaction(() => {
    const row = { register: typed.register, medium: medium || null, unit: unit || null, from: from!, until };
    saveCoverage(database, { ...row, declaredAt: now, declaredBy: by });
    const counts = rejudgeOwed(database, typed.register);
    recordEvent(database, {
      at: now,
      actor: by,
      act: 'coverage.declare',
      subject: `coverage:${typed.register}`,
      detail: { ...row, ...counts },
    });
    return done(counts);
  });
}

/** It ends today: what is published from tomorrow on is not taken whole any more. Refusal: `hidden`. */
export function closeCoverage(
  database: Database,
  id: number,
  by: string,
  now: number,
): Result<{ asked: number; changed: number }> {
  const row = findCoverage(database, id);
  const today = dayOf(now);
  if (!row || (row.until !== null && row.until <= today)) return refuse({ code: 'hidden' });
  return database.transaction(() => {
    endCoverage(database, id, today < row.from ? row.from : today);
    const counts = rejudgeOwed(database, row.register);
    recordEvent(database, {
      at: now,
      actor: by,
      act: 'coverage.end',
      subject: `coverage:${row.register}`,
      detail: { medium: row.medium, unit: row.unit, until: today },
    });
    return done(counts);
  });
}

/** The records of which a publication may be owed. */
function rejudgeOwed(database: Database, register: string): { asked: number; changed: number } {
  const rules = findRegister(register)?.periods?.rules.filter(({ publication }) => publication) ?? [];
  const ocids = recordsUnder(
    database,
    rules.map(({ id }) => id),
  );
  return { asked: ocids.length, changed: rejudge(database, ocids).length };
}
