import assert from 'node:assert/strict';
import { generateSync } from 'otplib';
import { passSecondFactor, type Entered } from '../../src/accounts/factors/second-factor.ts';
import { confirmTotpSecret, findShownSecret, insertTotpSecret } from '../../src/accounts/factors/storage.ts';
import { operator, type Officer } from '../../src/accounts/officers/officer.ts';
import { insertOfficer } from '../../src/accounts/officers/storage.ts';
import { hashPasswordNow } from '../../src/accounts/passwords/hash.ts';
import { insertPassword } from '../../src/accounts/passwords/storage.ts';
import type { Actor, Role } from '../../src/accounts/permissions.ts';
import { actorOf, sessionOf, startSession } from '../../src/accounts/sessions/session.ts';
import { createUnit } from '../../src/accounts/units/unit.ts';
import { Vault } from '../../src/accounts/vault.ts';
import { Database } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import type { Result } from '../../src/values/result.ts';

/** 市自然资源局 and 市住建局, fictional, with an officer for each role. */
export const NOW = Date.parse('2026-11-24T09:00:00+08:00');
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const SETTINGS = { demo: true, passwordPolicy: 'nist', origin: 'https://gongshi.example.cn' } as const;
/** A portal without `GONGSHI_KEY`. */
export const VAULT = new Vault();
export const PASSWORD = '雨后石板路上有三只灰鸽子散步';
export const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
export const HOME = { address: '203.0.113.7', agent: 'Firefox' };
export const ELSEWHERE = { address: '198.51.100.9', agent: 'curl' };

/** One hash for all: argon2 is slow on purpose. */
const HASH = hashPasswordNow(`${PASSWORD}，一只白的`);
export const RIGHT = `${PASSWORD}，一只白的`;

export interface World {
  database: Database;
  /** 天水市某自然资源局 */
  land: string;
  /** 天水市某住建局 */
  housing: string;
  officer(signIn: string, unit: string | null, roles: readonly Role[], options?: { factor?: boolean }): Officer;
  /** A whole session of an officer, without going through the door. */
  session(officer: Officer, now?: number): string;
  actor(officer: Officer, now?: number): Actor;
}

export function world(): World {
  const database = new Database(':memory:');
  migrate(database);
  const unit = (name: string, ...registers: string[]) =>
    value(
      createUnit(
        database,
        operator(NOW),
        { name, region: '620500', registers: registers.map((register) => ({ register, part: 'lead' })) },
        NOW,
      ),
    ).id;
  const officer: World['officer'] = (signIn, home, roles, { factor = true } = {}) => {
    const made: Officer = {
      id: `o-${signIn}`,
      unit: home,
      name: `某${signIn}`,
      signIn,
      staffNumber: `n-${signIn}`,
      roles,
      demo: false,
      invitedAt: NOW - DAY,
      acceptedAt: NOW - DAY,
      disabledAt: null,
    };
    insertOfficer(database, made);
    insertPassword(database, made.id, HASH, 5, NOW - DAY);
    if (factor) {
      insertTotpSecret(database, VAULT, made.id, SECRET, 's', NOW - DAY);
      confirmTotpSecret(database, made.id, findShownSecret(database, VAULT, made.id, 's')!.id, 0, NOW - DAY);
    }
    return made;
  };
  const session: World['session'] = ({ id }, now = NOW) => startSession(database, id, HOME, { confirmedAt: now }, now);
  const actor: World['actor'] = (who, now = NOW) =>
    actorOf(database, sessionOf(database, session(who, now), HOME.address, SETTINGS, now)!)!;
  return {
    database,
    land: unit('天水市某自然资源局', 'land', 'mining'),
    housing: unit('天水市某住建局', 'construction'),
    officer,
    session,
    actor,
  };
}

/** The code the app shows at an instant. */
export function code(now: number, secret: string = SECRET): string {
  return generateSync({ secret, epoch: Math.floor(now / 1000) });
}

/** The second step at home. */
export function second(database: Database, token: string, typed: string, now: number, vault = VAULT): Result<Entered> {
  return passSecondFactor(database, vault, { token, code: typed, ...HOME }, SETTINGS, now);
}

export function value<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : result.refusals.map(({ code: refusal }) => refusal).join());
  return result.value;
}

export function codes(result: Result<unknown>): string[] {
  return result.ok ? [] : result.refusals.map(({ code: refusal }) => refusal);
}

/** The stage of a token's session; null when it opens nothing. */
export function stage(database: Database, token: string, now: number = NOW): string | null {
  return sessionOf(database, token, HOME.address, SETTINGS, now)?.stage ?? null;
}

export function events(
  database: Database,
): { act: string; actor: string; subject: string; unit: string | null; address: string | null; detail: string }[] {
  return database.all('SELECT act, actor, subject, unit, address, detail FROM events ORDER BY id');
}
