import type { Database } from '../../database/database.ts';
import { done, refuse, type Refusal, type Result } from '../../values/result.ts';
import { stateOf } from '../officers/officer.ts';
import { findOfficer } from '../officers/storage.ts';
import { permission, type Actor } from '../permissions.ts';
import { refusalOf } from '../refusal.ts';
import { newId, newToken, tokenHash } from '../secrets.ts';
import type { DoorSettings } from '../sessions/session.ts';
import { recordAct } from '../trail.ts';
import { findUnit, findUnitRegisters } from '../units/storage.ts';
import { findToken, findTokenById, findTokens, insertToken, revoke, saveTokenUse, type UnitToken } from './storage.ts';

export type { UnitToken };

const DAY = 24 * 3_600_000;
export const LONGEST_DAYS = 366;

/** So that a token left in a log or a repository is known for what it is. */
const PREFIX = 'gongshi_';

/**
 * Makes a token for the actor's unit. Its text is returned now and never again. Refusals: `hidden`, `forbidden`,
 * `stale`, `token-name`, `token-registers` (none, or not the unit's), `token-days`.
 */
export function makeToken(
  database: Database,
  actor: Actor,
  input: { name: string; registers: readonly string[]; days: number },
  now: number,
): Result<{ token: UnitToken; text: string }> {
  const refused = refusalOf(permission(actor, 'token.change', { unit: actor.unit }, now));
  if (refused || actor.unit === null) return refuse(refused ?? { code: 'hidden' });
  const refusals = problems(actor, input);
  if (refusals.length > 0) return refuse(...refusals);
  const text = PREFIX + newToken();
  const token: UnitToken = {
    id: newId('t'),
    unit: actor.unit,
    name: input.name.trim(),
    registers: [...new Set(input.registers)],
    madeBy: actor.id,
    madeAt: now,
    expiresAt: now + input.days * DAY,
    revokedAt: null,
    usedAt: null,
  };
  return database.transaction(() => {
    insertToken(database, tokenHash(text), token);
    const { name, registers, expiresAt } = token;
    recordAct(database, actor, 'token.make', `token:${token.id}`, { name, registers, expiresAt }, now);
    return done({ token, text });
  });
}

function problems(
  actor: Actor,
  { name, registers, days }: { name: string; registers: readonly string[]; days: number },
): Refusal[] {
  const refusals: Refusal[] = [];
  if (name.trim().length < 1 || name.trim().length > 60) refusals.push({ code: 'token-name', path: 'name' });
  if (registers.length === 0 || !registers.every((register) => actor.registers.includes(register)))
    refusals.push({ code: 'token-registers', path: 'registers' });
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_DAYS)
    refusals.push({ code: 'token-days', path: 'days', expected: String(LONGEST_DAYS) });
  return refusals;
}

/** Of a unit, newest first, the revoked last. Refusals: `hidden`, `forbidden`. */
export function listTokens(database: Database, actor: Actor, unit: string, now: number): Result<UnitToken[]> {
  const refused = refusalOf(permission(actor, 'token.read', { unit }, now));
  return refused ? refuse(refused) : done(findTokens(database, unit));
}

/** From now on it opens nothing. Refusals: `hidden`, `forbidden`, `stale`. */
export function revokeToken(database: Database, actor: Actor, id: string, now: number): Result<null> {
  return database.transaction(() => {
    const token = findTokenById(database, id);
    const refused = token
      ? refusalOf(permission(actor, 'token.change', { unit: token.unit }, now))
      : { code: 'hidden' };
    if (!token || refused) return refuse(refused ?? { code: 'hidden' });
    revoke(database, id, now);
    recordAct(database, actor, 'token.revoke', `token:${id}`, {}, now);
    return done(null);
  });
}

/**
 * Who acts by a token: the unit's machine, in the name of the officer who made it, in the token's registers as far as
 * the unit still has them. Null when the token is unknown, over or revoked. Its use is written at most once a minute.
 */
export function actorOfToken(
  database: Database,
  text: string,
  address: string,
  { demo, isElsewhere = false }: Omit<DoorSettings, 'passwordPolicy'>,
  now: number,
): Actor | null {
  const token = text.startsWith(PREFIX) ? findToken(database, tokenHash(text)) : undefined;
  if (!token || token.revokedAt !== null || now >= token.expiresAt) return null;
  const maker = findOfficer(database, token.madeBy);
  const unit = findUnit(database, token.unit);
  if (
    !maker ||
    stateOf(maker) === 'disabled' ||
    (maker.demo && (!demo || isElsewhere)) ||
    !unit ||
    unit.endedAt !== null
  )
    return null;
  if (now - (token.usedAt ?? 0) >= 60_000) saveTokenUse(database, token.id, now);
  const registers = findUnitRegisters(database, token.unit)
    .map(({ register }) => register)
    .filter((register) => token.registers.includes(register));
  return {
    id: token.madeBy,
    name: token.name,
    unit: token.unit,
    registers,
    roles: ['author'],
    token: token.id,
    address,
  };
}
