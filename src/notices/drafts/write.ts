import type { Database } from '../../database/database.ts';
import { permission, type Actor } from '../../accounts/permissions.ts';
import { refusalOf } from '../../accounts/refusal.ts';
import { newId } from '../../accounts/secrets.ts';
import { recordAct } from '../../accounts/trail.ts';
import { findUnit } from '../../accounts/units/storage.ts';
import type { Attachment } from '../../registers/notice.ts';
import { findRegister } from '../../registers/registers.ts';
import { matchKey } from '../../values/script.ts';
import { done, refuse, type Result } from '../../values/result.ts';
import type { Release } from '../release.ts';
import { findRelease } from '../storage.ts';
import { after, draftFor, hashOf, type Draft, type DraftContent } from './draft.ts';
import { findDraft, saveDraftRow } from './storage.ts';

/** What a draft begins with. Without `from` it is blank. */
export interface Beginning {
  register: string;
  kind: string;
  from?:
    /** Says the release anew: its kind, its text, to be corrected. */
    | { correct: number }
    /** Alters it (更正, 延期) or takes it back, by a notice of another kind. */
    | { amend: number }
    /** The next notice of the record: project, region and what both kinds say. */
    | { follow: number };
}

/**
 * Begins a draft. Refusals: `forbidden` (not the actor's register), `unknown-register`, `unknown-kind`,
 * `release-unknown`, `not-your-notice` (only who published a notice corrects or takes it back).
 */
export function startDraft(database: Database, actor: Actor, { register: id, kind, from }: Beginning, now: number): Result<Draft> {
  const refusal = refusalOf(permission(actor, 'draft.write', { unit: actor.unit, register: id }, now));
  if (refusal) return refuse(refusal);
  const register = findRegister(id);
  if (!register) return refuse({ code: 'unknown-register', path: 'register', found: id });
  if (!Object.hasOwn(register.kinds, kind)) return refuse({ code: 'unknown-kind', path: 'kind', found: kind });
  const source = from && findRelease(database, Object.values(from)[0] as number);
  if (from && (!source || source.register !== id)) return refuse({ code: 'release-unknown', path: 'from' });
  const isAmending = from !== undefined && !('follow' in from);
  if (isAmending && !isOwn(database, actor, source!)) return refuse({ code: 'not-your-notice', path: 'from' });

  const content = source === undefined ? {} : 'correct' in from! ? restated(source) : following(source, Object.keys(register.kinds[kind]!.fields.shape));
  const base = {
    id: newId('d'), unit: actor.unit!, register: id, kind, amends: isAmending ? source!.sourceKey : null, follows: source?.ocid ?? null, author: actor.id, state: 'draft' as const, version: 1,
    title: content.title ?? '', content, startedAt: now, savedAt: now, savedBy: actor.id, submittedAt: null, reviewer: null, approvedAt: null, approvedHash: null, issuer: null, scheduledFor: null,
    trouble: null, unreviewedReason: null, release: null,
  };
  const draft: Draft = { ...base, hash: hashOf(base) };
  database.transaction(() => {
    saveDraftRow(database, draft, actor.id);
    recordAct(database, actor, 'draft.start', `draft:${draft.id}`, { register: id, kind, amends: draft.amends }, now);
  });
  return done(draft);
}

function isOwn(database: Database, actor: Actor, release: Release): boolean {
  const unit = actor.unit === null ? undefined : findUnit(database, actor.unit);
  const publisher = release.content.unit?.name;
  if (!unit || publisher === undefined) return false;
  return [unit.name, ...unit.formerNames.map(({ name }) => name)].some((name) => matchKey(name) === matchKey(publisher));
}

/** What a release said, to be said again. */
function restated({ content }: Release): DraftContent {
  const { id: _id, register: _register, kind: _kind, publishedAt: _at, unit: _unit, amends: _amends, reason: _reason, ocds: _ocds, remarks: _remarks, unreviewed: _unreviewed, ...said } = content;
  return said as DraftContent;
}

/** Project, section and region, and those fields that the next kind has under the same name. */
function following({ content }: Release, names: readonly string[]): DraftContent {
  const { project, section, region, fields } = content;
  const shared = Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name) && name !== 'changes'));
  return { project, ...(section && { section }), region, fields: shared } as DraftContent;
}

/**
 * Keeps what was typed, however incomplete. What was submitted or approved goes back to be a draft. Refusals:
 * those of `draftFor`; `clash` when somebody saved after version `seen`: nothing is written, and the stored draft
 * is there for the page to show beside what was typed.
 */
export function saveDraft(database: Database, actor: Actor, id: string, seen: number, content: DraftContent, now: number): Result<Draft> {
  return database.transaction(() => {
    const found = draftFor(database, actor, 'draft.write', id, now);
    if (!found.ok) return found;
    const draft = found.value;
    if (draft.version !== seen) return refuse({ code: 'clash', found: String(draft.version), expected: String(seen) });
    const kept: DraftContent = { ...content, ...(draft.content.attachments && content.attachments === undefined && { attachments: draft.content.attachments }) };
    return done(write(database, actor, draft, kept, now));
  });
}

/** Adds a stored file to a draft, or replaces the one of that name. No version is asked: nothing typed is lost by it. */
export function attachToDraft(database: Database, actor: Actor, id: string, file: Attachment, now: number): Result<Draft> {
  return database.transaction(() => {
    const found = draftFor(database, actor, 'draft.write', id, now);
    if (!found.ok) return found;
    const { content } = found.value;
    const others = (content.attachments ?? []).filter(({ name }) => name !== file.name);
    if (others.length >= MOST_FILES) return refuse({ code: 'too-many-files', path: 'attachments', expected: String(MOST_FILES) });
    return done(write(database, actor, found.value, { ...content, attachments: [...others, file] }, now, false));
  });
}

export function detachFromDraft(database: Database, actor: Actor, id: string, name: string, now: number): Result<Draft> {
  return database.transaction(() => {
    const found = draftFor(database, actor, 'draft.write', id, now);
    if (!found.ok) return found;
    const { content } = found.value;
    return done(write(database, actor, found.value, { ...content, attachments: (content.attachments ?? []).filter((file) => file.name !== name) }, now, false));
  });
}

const MOST_FILES = 50;

function write(database: Database, actor: Actor, draft: Draft, content: DraftContent, now: number, counts = true): Draft {
  const { attachments, ...rest } = content;
  const kept: DraftContent = attachments?.length ? { ...rest, attachments } : rest;
  const next: Draft = {
    ...draft, content: kept, title: kept.title ?? '', version: draft.version + (counts ? 1 : 0), savedAt: now, savedBy: actor.id, state: after('draft.write', draft),
    reviewer: null, approvedAt: null, approvedHash: null, issuer: null, trouble: null,
  };
  next.hash = hashOf(next);
  // Autosave comes every few seconds; only what undoes a submission or changes the files is worth an event.
  const before = findDraft(database, draft.id)!;
  saveDraftRow(database, next, actor.id);
  if (before.state !== next.state || !counts) recordAct(database, actor, 'draft.write', `draft:${draft.id}`, { hash: next.hash, before: before.hash }, now);
  return next;
}

/** Sets a draft aside; it is kept for the trail and shown to nobody but auditors. */
export function discardDraft(database: Database, actor: Actor, id: string, now: number): Result<Draft> {
  return database.transaction(() => {
    const found = draftFor(database, actor, 'draft.discard', id, now);
    if (!found.ok) return found;
    const draft: Draft = { ...found.value, state: after('draft.discard', found.value) };
    saveDraftRow(database, draft);
    recordAct(database, actor, 'draft.discard', `draft:${id}`, { hash: draft.hash }, now);
    return done(draft);
  });
}
