import type { Database } from '../database/database.ts';
import { schemaVersion } from '../database/migrate.ts';
import { lastSeq } from '../notices/storage.ts';
import { Answer } from './answer.ts';

/** `/healthz`: for whoever watches the server. 503 when the database does not answer. Never kept by anybody. */
export function health(database: Database): Answer {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
  const body = (state: object) => `${JSON.stringify({ ...state, node: process.version })}\n`;
  try {
    return new Answer(200, headers, body({ ok: true, schema: schemaVersion(database), releases: lastSeq(database) }));
  } catch {
    return new Answer(503, headers, body({ ok: false }));
  }
}
