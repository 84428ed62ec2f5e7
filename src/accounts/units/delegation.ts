import type { Database } from '../../database/database.ts';
import { DAY, dayOf, parseDay, startOfDay } from '../../values/date.ts';
import { done, refuse, type Refusal, type Result } from '../../values/result.ts';
import { permission, type Actor } from '../permissions.ts';
import { refusalOf } from '../refusal.ts';
import { recordAct } from '../trail.ts';
import {
  endDelegationOn,
  findDelegation,
  findUnit,
  insertDelegation,
  type Delegation,
  type DelegationTerms,
} from './storage.ts';

export type { Delegation };

/** A delegation that lasts longer is one that nobody looks at again. */
const LONGEST_DAYS = 731;

/**
 * Lets `agent` publish about the records of `unit`, in one register or in all, for a time, by a document.
 * Refusals: those of `refusalOf`; `unit-unknown`, `delegation-agent`, `delegation-days`, `delegation-basis`.
 */
export function delegate(
  database: Database,
  actor: Actor,
  unit: string,
  asked: DelegationTerms,
  now: number,
): Result<Delegation> {
  const refused = refusalOf(permission(actor, 'unit.change', { unit }, now));
  if (refused) return refuse(refused);
  if (!findUnit(database, unit)) return refuse({ code: 'unit-unknown', found: unit });
  const terms = { ...asked, basis: asked.basis.trim() };
  return database.transaction(() => {
    const refusals = problems(database, unit, terms, dayOf(now));
    if (refusals.length > 0) return refuse(...refusals);
    const id = insertDelegation(database, unit, terms, now);
    recordAct(database, actor, 'unit.delegate', `unit:${unit}`, { ...terms }, now);
    return done({ id, unit, ...terms, endedOn: null });
  });
}

/** From today on it lasts no more; what was published under it stays. Refusals: those of `refusalOf`; `delegation-unknown`. */
export function endDelegation(database: Database, actor: Actor, id: number, now: number): Result<Delegation> {
  const found = findDelegation(database, id);
  const refused = refusalOf(permission(actor, 'unit.change', { unit: found?.unit ?? null }, now));
  if (refused) return refuse(refused);
  if (!found || found.endedOn !== null) return refuse({ code: 'delegation-unknown', found: String(id) });
  const endedOn = dayOf(now);
  return database.transaction(() => {
    endDelegationOn(database, id, endedOn);
    recordAct(database, actor, 'unit.endDelegation', `unit:${found.unit}`, { agent: found.agent }, now);
    return done({ ...found, endedOn });
  });
}

/** Whether it lasts on a day: from its first to its last, and not ended. */
export function lastsOn({ fromOn, untilOn, endedOn }: Delegation, day: string): boolean {
  return fromOn <= day && day <= untilOn && (endedOn === null || day < endedOn);
}

function problems(
  database: Database,
  unit: string,
  { agent, fromOn, untilOn, basis }: DelegationTerms,
  today: string,
): Refusal[] {
  const refusals: Refusal[] = [];
  const other = findUnit(database, agent);
  if (agent === unit || !other || other.endedAt !== null)
    refusals.push({ code: 'delegation-agent', path: 'agent', found: other?.name ?? agent });
  const [from, until] = [parseDay(fromOn), parseDay(untilOn)];
  if (!from || !until || until < from || until < today || startOfDay(until)! - startOfDay(from)! > LONGEST_DAYS * DAY)
    refusals.push({ code: 'delegation-days', path: 'untilOn', found: `${fromOn} ${untilOn}` });
  if (basis.length < 4 || basis.length > 200) refusals.push({ code: 'delegation-basis', path: 'basis', found: basis });
  return refusals;
}
