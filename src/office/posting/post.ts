import * as z from 'zod';
import type { Actor } from '../../accounts/permissions.ts';
import type { Database } from '../../database/database.ts';
import { findDraft } from '../../notices/drafts/storage.ts';
import { WRITTEN, written, type Draft } from '../../notices/drafts/draft.ts';
import { refusalsOf } from '../../notices/parse.ts';
import { sha256 } from '../../values/canonical.ts';
import { DEEPEST, tooDeep } from '../../values/depth.ts';
import { done, refuse, type Result } from '../../values/result.ts';
import { findPosted, savePosted } from '../storage.ts';
import { handIn } from './hand-in.ts';
import { uploadedFiles } from './upload.ts';

const named = z.object({ register: z.string(), kind: z.string(), amends: z.string().optional() });

/**
 * The shape of a post: the native format of an import without what the office itself knows (id, unit, moment), and with
 * files by what they were handed up as. What a member holds the form's own checks say.
 */
export const posted = z.strictObject({
  ...named.shape,
  ...Object.fromEntries(WRITTEN.map((member) => [member, z.unknown().optional()])),
  attachments: z.array(z.strictObject({ upload: z.string().max(100) })).optional(),
});

const KEY = /^[\x21-\x7e]{1,200}$/;

/**
 * A unit's system hands in a notice, as JSON. The key makes it safe to send again: the same key with the same body is
 * answered as the first time, with another body it is refused. Refusals: `not-json`, `key-missing`, `key-reused`,
 * `unknown-field` for a member that nobody reads, those of `uploadedFiles` and of `handIn`: all at once, with paths.
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
    if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return refuse({ code: 'not-json', path: '' });
    const parsed = posted.safeParse(sent);
    const misfits = parsed.success ? [] : parsed.error.issues.flatMap((issue) => refusalsOf(issue, sent));
    const begun = named.safeParse(sent);
    if (!begun.success) return refuse(...misfits);
    const { amends, ...what } = begun.data;
    const { files, refusals } = uploadedFiles(database, actor.unit, parsed.data?.attachments ?? [], now);
    const handed = handIn(
      database,
      actor,
      {
        ...what,
        ...(amends !== undefined && { amends }),
        content: written(sent),
        files,
        wrong: [...misfits, ...refusals],
      },
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
