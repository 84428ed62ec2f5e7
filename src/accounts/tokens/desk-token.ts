import type { Database } from '../../database/database.ts';
import { findOfficer } from '../officers/storage.ts';
import type { Actor } from '../permissions.ts';
import { newToken, tokenHash } from '../secrets.ts';
import { mayEnter, type DoorSettings } from '../sessions/session.ts';
import { recordAct } from '../trail.ts';
import { findUnitRegisters } from '../units/storage.ts';
import { deleteDeskToken, findDeskTokenByHash, saveDeskToken, saveDeskTokenUse } from './storage.ts';

/**
 * An officer's own token for the feed of their desk: it tells how much waits, and opens nothing. Its text is returned now and
 * never again; the one before is over. Everybody may have one, so it asks for no second factor.
 */
export function makeDeskToken(database: Database, actor: Actor, now: number): string {
  const text = newToken();
  database.transaction(() => {
    saveDeskToken(database, actor.id, tokenHash(text), now);
    recordAct(database, actor, 'deskToken.make', `officer:${actor.id}`, {}, now);
  });
  return text;
}

export function revokeDeskToken(database: Database, actor: Actor, now: number): void {
  database.transaction(() => {
    if (deleteDeskToken(database, actor.id))
      recordAct(database, actor, 'deskToken.revoke', `officer:${actor.id}`, {}, now);
  });
}

/**
 * Whose desk a token tells of, with the rights they have now but no second factor; null when it is unknown or over, or its
 * officer may not come in. Its use is written at most once an hour.
 */
export function readerOfDeskToken(
  database: Database,
  text: string,
  settings: Omit<DoorSettings, 'passwordPolicy'>,
  now: number,
): Actor | null {
  const token = findDeskTokenByHash(database, tokenHash(text));
  const officer = token && findOfficer(database, token.officer);
  if (!token || !officer || !mayEnter(officer, settings)) return null;
  if (now - (token.usedAt ?? 0) >= 3_600_000) saveDeskTokenUse(database, token.officer, now);
  const { id, name, unit, roles } = officer;
  const registers = unit === null ? [] : findUnitRegisters(database, unit).map(({ register }) => register);
  return { id, name, unit, registers, roles };
}
