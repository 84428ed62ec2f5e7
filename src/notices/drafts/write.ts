import { characters } from '../../registers/texts.ts';
import type { Database } from '../../database/database.ts';
import { permission, type Actor } from '../../accounts/permissions.ts';
import { refusalOf } from '../../accounts/refusal.ts';
import { newId } from '../../accounts/secrets.ts';
import { recordAct } from '../../accounts/trail.ts';
import type { Attachment } from '../../registers/notice.ts';
import { canonicalJson } from '../../values/canonical.ts';
import { DAY } from '../../values/date.ts';
import { done, refuse, type Result } from '../../values/result.ts';
import { begin, type Beginning } from './beginning.ts';
import { after, draftFor, hashOf, written, type Draft, type DraftContent } from './draft.ts';
import { saveDraftRow } from './storage.ts';

/** Begins a draft. Refusals: `hidden`, `forbidden` (not the actor's register), and those of `begin`. */
export function startDraft(database: Database, actor: Actor, beginning: Beginning, now: number): Result<Draft> {
  const { register, kind } = beginning;
  const refusal = refusalOf(permission(actor, 'draft.write', { unit: actor.unit, register }, now));
  if (refusal) return refuse(refusal);
  return database.transaction(() => {
    const begun = begin(database, actor, beginning, now);
    if (!begun.ok) return begun;
    const base = {
      id: newId('d'),
      unit: actor.unit!,
      register,
      kind,
      ...begun.value,
      author: actor.id,
      state: 'draft' as const,
      version: 1,
      title: begun.value.content.title ?? '',
      startedAt: now,
      savedAt: now,
      savedBy: actor.id,
      submittedAt: null,
      reviewer: null,
      approvedAt: null,
      approvedHash: null,
      issuer: null,
      scheduledFor: null,
      trouble: null,
      unreviewedReason: null,
      release: null,
    };
    const draft: Draft = { ...base, hash: hashOf(database, base) };
    saveDraftRow(database, draft, actor.id);
    recordAct(database, actor, 'draft.start', `draft:${draft.id}`, { register, kind, amends: draft.amends }, now);
    return done(draft);
  });
}

/** Two texts of one draft: what somebody else, or another tab, saved meanwhile, and what was typed here. */
export interface Clash {
  theirs: Draft;
  yours: DraftContent;
}

/**
 * Keeps what was typed, however incomplete; of `content` only what an officer writes, and of its files only those that
 * are attached. What was submitted or approved goes back to be a draft. Saving again what is there changes nothing: the
 * answer to the first time may have been lost. Refusals: those of `draftFor`; `draft-too-large`; `clash` when somebody
 * saved after version `seen`: nothing is written, and both texts come back.
 */
export function saveDraft(
  database: Database,
  actor: Actor,
  id: string,
  seen: number,
  content: DraftContent,
  now: number,
): Result<Draft> & { clash?: Clash } {
  return database.transaction(() => {
    const found = draftFor(database, actor, 'draft.write', id, now);
    if (!found.ok) return found;
    const draft = found.value;
    const yours = { ...written(content), ...filesOf(draft, content) };
    if (canonicalJson(yours) === canonicalJson(draft.content)) return found;
    if (draft.version !== seen)
      return {
        ...refuse({ code: 'clash', found: String(draft.version), expected: String(seen) }),
        clash: { theirs: draft, yours },
      };
    const length = characters(JSON.stringify(yours));
    if (length > LONGEST_DRAFT)
      return refuse({ code: 'draft-too-large', found: String(length), expected: String(LONGEST_DRAFT) });
    return done(write(database, actor, draft, yours, now));
  });
}

/** Characters of a draft with all that is written in it, as JSON; the door takes as much (`DRAFT_KILOBYTES`). */
export const LONGEST_DRAFT = 200_000;

function filesOf(draft: Draft, content: DraftContent): Pick<DraftContent, 'attachments'> {
  const stored = draft.content.attachments ?? [];
  const named = Array.isArray(content.attachments) ? content.attachments : stored;
  const kept = stored.filter((file) => named.some(({ name, sha256 }) => name === file.name && sha256 === file.sha256));
  return kept.length > 0 ? { attachments: kept } : {};
}

/** Adds a stored file to a draft, or replaces the one of that name. No version is asked: nothing typed is lost by it. */
export function attachToDraft(
  database: Database,
  actor: Actor,
  id: string,
  file: Attachment,
  now: number,
): Result<Draft> {
  return database.transaction(() => {
    const found = draftFor(database, actor, 'draft.write', id, now);
    if (!found.ok) return found;
    const { content } = found.value;
    const others = (content.attachments ?? []).filter(({ name }) => name !== file.name);
    if (others.length >= MOST_FILES)
      return refuse({ code: 'too-many-files', path: 'attachments', expected: String(MOST_FILES) });
    return done(write(database, actor, found.value, { ...content, attachments: [...others, file] }, now, false));
  });
}

export function detachFromDraft(
  database: Database,
  actor: Actor,
  id: string,
  name: string,
  now: number,
): Result<Draft> {
  return database.transaction(() => {
    const found = draftFor(database, actor, 'draft.write', id, now);
    if (!found.ok) return found;
    const { content } = found.value;
    return done(
      write(
        database,
        actor,
        found.value,
        { ...content, attachments: (content.attachments ?? []).filter((file) => file.name !== name) },
        now,
        false,
      ),
    );
  });
}

/** Of one draft. */
export const MOST_FILES = 50;

function write(
  database: Database,
  actor: Actor,
  draft: Draft,
  content: DraftContent,
  now: number,
  counts = true,
): Draft {
  const { attachments, ...rest } = content;
  const kept: DraftContent = attachments?.length ? { ...rest, attachments } : rest;
  const stepped = after('draft.write', draft);
  const next: Draft = {
    ...stepped,
    content: kept,
    title: typeof kept.title === 'string' ? kept.title : '',
    version: counts || stepped.state !== draft.state ? stepped.version : draft.version,
    savedAt: now,
    savedBy: actor.id,
    reviewer: null,
    approvedAt: null,
    approvedHash: null,
    issuer: null,
    scheduledFor: null,
    trouble: null,
  };
  next.hash = hashOf(database, next);
  // Autosave comes every few seconds; only what undoes a submission or changes the files is worth an event.
  saveDraftRow(database, next, actor.id);
  if (draft.state !== next.state || !counts)
    recordAct(database, actor, 'draft.write', `draft:${draft.id}`, { hash: next.hash, before: draft.hash }, now);
  return next;
}

/** Sets a draft aside: for thirty days it can be taken back, and it is kept for the trail. */
export function discardDraft(database: Database, actor: Actor, id: string, now: number): Result<Draft> {
  return database.transaction(() => {
    const found = draftFor(database, actor, 'draft.discard', id, now);
    if (!found.ok) return found;
    const draft = { ...after('draft.discard', found.value), savedAt: now };
    saveDraftRow(database, draft);
    recordAct(database, actor, 'draft.discard', `draft:${id}`, { hash: draft.hash }, now);
    return done(draft);
  });
}

/** How long a draft that was set aside can be taken back. */
export const RESTORABLE_FOR = 30 * DAY;

/** Takes back a draft that was set aside. Refusals: those of `draftFor`; `restore-late` (after thirty days). */
export function restoreDraft(database: Database, actor: Actor, id: string, now: number): Result<Draft> {
  return database.transaction(() => {
    const found = draftFor(database, actor, 'draft.restore', id, now);
    if (!found.ok) return found;
    if (now - found.value.savedAt > RESTORABLE_FOR) return refuse({ code: 'restore-late' });
    const draft = after('draft.restore', found.value);
    saveDraftRow(database, draft);
    recordAct(database, actor, 'draft.restore', `draft:${id}`, { hash: draft.hash }, now);
    return done(draft);
  });
}
