import { cannotWrite, isBusy } from '../../database/faults.ts';
import type { Database } from '../../database/database.ts';
import type { Settings } from '../../values/settings.ts';
import { hasFactor } from '../factors/storage.ts';
import { stateOf, type Officer } from '../officers/officer.ts';
import { findOfficer } from '../officers/storage.ts';
import { hasExpired } from '../passwords/policy.ts';
import { findPasswords } from '../passwords/storage.ts';
import { type Actor } from '../permissions.ts';
import { newId, newToken, tokenHash } from '../secrets.ts';
import { findUnitRegisters } from '../units/storage.ts';
import {
  deleteExpiredSessions,
  deleteSession,
  findSessions,
  findStoredSession,
  insertSession,
  saveSeen,
  type StoredSession,
} from './storage.ts';

const MINUTE = 60_000;
/** Unused for so long, a session is over. Acts that publish want a second factor of the last five minutes besides. */
export const IDLE = 30 * MINUTE;
/** However busy, a working day. */
export const LONGEST = 12 * 60 * MINUTE;
/** Between the password and the second factor. */
export const PENDING = 10 * MINUTE;
/** Of one person; the oldest ends when a fourth begins. */
export const MOST = 3;

/**
 * What the officer has to do next: give the second factor, set one up (nothing else before), choose another password
 * (`dengbao3`, after 90 days); `full` is signed in.
 */
export type Stage = 'factor' | 'enrolment' | 'password' | 'full';

export interface Session {
  id: string;
  officer: Officer;
  stage: Stage;
  startedAt: number;
  seenAt: number;
  confirmedAt: number | null;
  /** Where this request came from, not where the session began. */
  address: string;
  /** When it ends unless it is used before. */
  endsAt: number;
}

/** Where a request comes from. */
export interface Place {
  address: string;
  /** What the browser calls itself. */
  agent: string;
}

export interface DoorSettings extends Pick<Settings, 'demo' | 'passwordPolicy'> {
  /** The request comes from where demo officers may not sign in. */
  isElsewhere?: boolean;
}

/**
 * The session of a token, read afresh: rights, state and unit are those of now. Null when there is none, it is over,
 * or the officer may not be here. Using it keeps it alive; that is written at most once a minute.
 */
export function sessionOf(
  database: Database,
  token: string | undefined,
  address: string,
  settings: DoorSettings,
  now: number,
): Session | null {
  const stored = token ? findStoredSession(database, tokenHash(token)) : undefined;
  if (!stored || isOver(stored, now)) return null;
  const officer = findOfficer(database, stored.officer);
  if (!officer || !mayEnter(officer, settings)) return null;
  if (now - stored.seenAt >= MINUTE) noteSeen(database, stored.id, now);
  const seenAt = Math.max(stored.seenAt, now);
  return {
    ...stored,
    officer,
    seenAt,
    address,
    stage: stageOf(database, stored, settings, now),
    endsAt: endOf({ ...stored, seenAt }),
  };
}

/** While another writes, or nobody can, the officer is here all the same; the next request notes it. */
function noteSeen(database: Database, id: string, now: number): void {
  try {
    saveSeen(database, id, now);
  } catch (error) {
    if (!isBusy(error) && !cannotWrite(error)) throw error;
  }
}

/** Who acts. Null until the officer is wholly signed in. */
export function actorOf(database: Database, session: Session): Actor | null {
  if (session.stage !== 'full') return null;
  const { id, name, unit, roles } = session.officer;
  const registers = unit === null ? [] : findUnitRegisters(database, unit).map(({ register }) => register);
  return { id, name, unit, registers, roles, confirmedAt: session.confirmedAt ?? undefined, address: session.address };
}

/** Everybody knows the password of demo officers: without demo data, and elsewhere than they may, they are nobody. */
export function mayEnter(
  officer: Officer,
  { demo, isElsewhere = false }: Omit<DoorSettings, 'passwordPolicy'>,
): boolean {
  return stateOf(officer) === 'active' && (!officer.demo || (demo && !isElsewhere));
}

/**
 * A new session with a new token: nobody can have planted it. `replaces` is the token it follows on (the browser's
 * old cookie, the step before), which ends. Call in a transaction. Returns the token for the cookie.
 */
export function startSession(
  database: Database,
  officer: string,
  { address, agent }: Place,
  { confirmedAt, replaces }: { confirmedAt: number | null; replaces?: string },
  now: number,
): string {
  deleteExpiredSessions(database, now - LONGEST, now - IDLE);
  if (replaces) endByToken(database, replaces);
  // Counted apart: who has the password only must not push the officer's own sessions out.
  const alike = findSessions(database, officer).filter(
    (session) => (session.confirmedAt === null) === (confirmedAt === null),
  );
  for (const oldest of alike.slice(MOST - 1)) deleteSession(database, oldest.id);
  const token = newToken();
  insertSession(database, tokenHash(token), {
    id: newId('s'),
    officer,
    startedAt: now,
    seenAt: now,
    confirmedAt,
    address,
    agent: agent.slice(0, 200),
  });
  return token;
}

export function endByToken(database: Database, token: string): StoredSession | undefined {
  const session = findStoredSession(database, tokenHash(token));
  if (session) deleteSession(database, session.id);
  return session;
}

/** A clock that was set back makes no session immortal: what began in the future is over. */
export function isOver(session: StoredSession, now: number): boolean {
  return now >= endOf(session) || session.startedAt > now + MINUTE;
}

function endOf({ startedAt, seenAt, confirmedAt }: StoredSession): number {
  return confirmedAt === null ? startedAt + PENDING : Math.min(seenAt + IDLE, startedAt + LONGEST);
}

function stageOf(
  database: Database,
  { officer, confirmedAt }: StoredSession,
  { passwordPolicy }: DoorSettings,
  now: number,
): Stage {
  if (confirmedAt === null) return hasFactor(database, officer) ? 'factor' : 'enrolment';
  const password = findPasswords(database, officer)[0];
  return password && hasExpired(password.setAt, passwordPolicy, now) ? 'password' : 'full';
}
