import * as z from 'zod';
import type { Actor } from '../../accounts/permissions.ts';
import type { Database } from '../../database/database.ts';
import { findDraft } from '../../notices/drafts/storage.ts';
import type { Draft, DraftContent } from '../../notices/drafts/draft.ts';
import { sha256 } from '../../values/canonical.ts';
import { DEEPEST, tooDeep } from '../../values/depth.ts';
import { done, refuse, type Result } from '../../values/result.ts';
import { findPosted, savePosted } from '../storage.ts';
import { handIn } from './hand-in.ts';

/** The shape of a post: the native format of an import without what the office itself knows (id, unit, moment). */
const posted = z.looseObject({ register: z.string(), kind: z.string(), amends: z.string().optional() });

const KEY = /^[\x21-\x7e]{1,200}$/;

/**
 * A unit's system hands in a notice, as JSON. The key makes it safe to send again: the same key with the same body is
 * answered as the first time, with another body it is refused. Refusals: `not-json`, `key-missing`, `key-reused`, and
 * those of `handIn`.
 */
export function postNotice(
  database: Database,
  actor: Actor,
  { body, key }: { body: string; key: string | null },
  now: number,
): Result<{ draft: Draft; isNew: boolean }> {
  if (key === null || !KEY.test(key)) return refuse({ code: 'key-missing', path: 'Idempotency-Key' });
  const hash = sha256(body);
  return database.transaction(() => {
    const before = findPosted(database, actor.unit!, key);
    if (before)
      return before.hash === hash
        ? done({ draft: findDraft(database, before.draft)!, isNew: false })
        : refuse({ code: 'key-reused', path: 'Idempotency-Key', found: key });
    const sent = jsonOf(body);
    const deep = tooDeep(sent);
    if (deep !== null) return refuse({ code: 'too-deep', path: deep, expected: String(DEEPEST) });
    const parsed = posted.safeParse(sent);
    if (!parsed.success) return refuse({ code: 'not-json', path: parsed.error.issues[0]?.path.join('.') ?? '' });
    const { register, kind, amends, ...content } = parsed.data;
    const handed = handIn(
      database,
      actor,
      { register, kind, ...(amends !== undefined && { amends }), content: content as DraftContent },
      now,
    );
    if (!handed.ok) return handed;
    savePosted(database, actor.unit!, key, hash, handed.value.id, now);
    return done({ draft: handed.value, isNew: true });
  });
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
