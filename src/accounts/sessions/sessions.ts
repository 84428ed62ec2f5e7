import type { Database } from '../../database/database.ts';
import { recordEvent } from '../../events/storage.ts';
import { done, refuse, type Result } from '../../values/result.ts';
import type { Actor } from '../permissions.ts';
import { tokenHash } from '../secrets.ts';
import { recordAct } from '../trail.ts';
import { endByToken, isOver } from './session.ts';
import { deleteSession, deleteSessions, findSessions, findStoredSession, type StoredSession } from './storage.ts';

/** Ends the session of a token; a token that is over or was never there is no refusal. */
export function signOut(database: Database, token: string, address: string, now: number): void {
  database.transaction(() => {
    const session = endByToken(database, token);
    if (session)
      recordEvent(database, {
        at: now,
        actor: session.officer,
        act: 'session.end',
        subject: `officer:${session.officer}`,
        detail: {},
        address,
      });
  });
}

export interface ListedSession extends StoredSession {
  /** The one that asks. */
  here: boolean;
}

/** The actor's own, newest first. `token` is the one of this browser. */
export function listSessions(database: Database, actor: Actor, token: string, now: number): ListedSession[] {
  const here = findStoredSession(database, tokenHash(token))?.id;
  return findSessions(database, actor.id)
    .filter((session) => !isOver(session, now))
    .map((session) => ({ ...session, here: session.id === here }));
}

/** One of the actor's own. Refusal: `hidden`, for anybody else's too. */
export function endSession(database: Database, actor: Actor, id: string, now: number): Result<null> {
  return database.transaction(() => {
    if (!findSessions(database, actor.id).some((session) => session.id === id)) return refuse({ code: 'hidden' });
    deleteSession(database, id);
    recordAct(database, actor, 'session.end', `officer:${actor.id}`, {}, now);
    return done(null);
  });
}

/** All of the actor's own but this one. Returns how many ended. */
export function endOtherSessions(database: Database, actor: Actor, token: string, now: number): number {
  return database.transaction(() => {
    const ended = deleteSessions(database, actor.id, findStoredSession(database, tokenHash(token))?.id);
    if (ended > 0) recordAct(database, actor, 'session.end', `officer:${actor.id}`, { sessions: ended }, now);
    return ended;
  });
}
