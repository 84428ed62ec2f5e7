import type { Database } from '../database/database.ts';
import { schemaVersion } from '../database/migrate.ts';
import { isScarce, type Space } from '../database/space.ts';
import { lastSeq } from '../notices/storage.ts';
import { Answer } from './answer.ts';
import type { Writing } from './writing.ts';

const HEADERS = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };

/** `/healthz`: alive, for whoever watches the process. 503 when the database does not answer. Never kept by anybody. */
export function health(database: Database): Answer {
  try {
    return said(200, { ok: true, schema: schemaVersion(database), releases: lastSeq(database) });
  } catch {
    return said(503, { ok: false });
  }
}

/** What publishing needs. */
export interface Publishing {
  isReadOnly: boolean;
  writing?: Writing | undefined;
  space?: (() => Space | null) | undefined;
}

/** `/readyz`: can serve and publish. 503 when one of the two is not so, with why. */
export function readiness(database: Database, { isReadOnly, writing, space }: Publishing): Answer {
  const free = space?.();
  const why = isReadOnly
    ? 'read-only'
    : writing?.isBroken()
      ? 'disk-broken'
      : free && isScarce(free)
        ? 'disk-full'
        : null;
  try {
    lastSeq(database);
  } catch {
    return said(503, { ok: false, serves: false, publishes: false });
  }
  return said(why === null ? 200 : 503, {
    ok: why === null,
    serves: true,
    publishes: why === null,
    ...(why && { why }),
    ...(free && { freeMegabytes: Math.floor(free.free / 1024 / 1024) }),
  });
}

function said(status: number, state: object): Answer {
  return new Answer(status, HEADERS, `${JSON.stringify({ ...state, node: process.version })}\n`);
}
