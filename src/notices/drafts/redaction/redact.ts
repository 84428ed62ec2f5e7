import type { Database } from '../../../database/database.ts';
import { mayEver, permission, type Act, type Actor } from '../../../accounts/permissions.ts';
import { refusalOf } from '../../../accounts/refusal.ts';
import { recordAct } from '../../../accounts/trail.ts';
import { canonicalJson, sha256 } from '../../../values/canonical.ts';
import { done, refuse, type Refusal, type Result } from '../../../values/result.ts';
import type { Release } from '../../release.ts';
import { findRelease, releasesOf } from '../../storage.ts';
import { isPublisher } from '../publisher.ts';
import { forgetEverywhere } from './forget.ts';
import { redacted, withoutPassages, type Removal } from './redacted.ts';
import {
  closeRedaction,
  endRedaction,
  findOpenRedaction,
  findOpenRedactions,
  findRedaction,
  forgetOnDisk,
  insertRedaction,
  replaceContent,
  type Redaction,
} from './storage.ts';

/**
 * Personal data that should not have been published goes, by two officers: one proposes, another confirms. The release
 * stays, with its day, its hash of then, and why; its text does not. (个人信息保护法 art. 47; reliability.md §2.5.)
 */
export interface Proposal {
  redaction: Redaction;
  /** Other releases of the record that say one of the passages, or have the file: each wants a redaction of its own. */
  elsewhere: number[];
}

/**
 * Refusals: `hidden` (no release of the actor's unit), `forbidden`, `stale`, `reason-missing`, `passage-missing` (none,
 * or shorter than two characters), `passage-unknown` (not in the text), `redaction-open` (one waits already).
 */
export function proposeRedaction(
  database: Database,
  actor: Actor,
  releaseId: number,
  removal: Removal,
  reason: string,
  now: number,
): Result<Proposal> {
  return database.transaction(() => {
    const release = findRelease(database, releaseId);
    const refused = mayRedact(database, actor, 'notice.redactPropose', release, undefined, now);
    if (!release || refused) return refuse(refused ?? { code: 'hidden' });
    const refusals = problems(database, release, removal, reason);
    if (refusals.length > 0) return refuse(...refusals);
    const { content, hash } = textOf(release, removal, reason, 0);
    const unit = actor.unit!;
    const id = insertRedaction(
      database,
      { release: release.id, unit, reason: reason.trim(), hash, proposedBy: actor.id, proposedAt: now },
      removal,
      content,
    );
    recordAct(
      database,
      actor,
      'notice.redactPropose',
      `release:${release.id}`,
      { redaction: id, reason: reason.trim() },
      now,
    );
    const elsewhere = releasesOf(database, release.ocid)
      .filter((other) => other.id !== release.id && says(other, removal))
      .map((other) => other.id);
    return done({ redaction: findRedaction(database, id)!, elsewhere });
  });
}

/** Does it. Refusals: `hidden`, `forbidden` (who proposed it, too), `stale`, `wrong-state` (done or taken back). */
export function confirmRedaction(database: Database, actor: Actor, id: number, now: number): Result<Release> {
  const result = database.transaction(() => carryOut(database, actor, id, now));
  if (result.ok) forgetOnDisk(database);
  return result;
}

/**
 * Looks at every face of the notice as it would be, for the officer who is to confirm: it is done, looked at, and taken back,
 * so that what is shown cannot differ from what will be. Refusals: as of `confirmRedaction`, but for the second factor.
 */
export function lookAfterRedaction<Seen>(
  database: Database,
  actor: Actor,
  id: number,
  now: number,
  look: (after: Release, before: Release) => Seen,
): Result<Seen> {
  class TakenBack extends Error {}
  let result: Result<Seen> = refuse({ code: 'hidden' });
  try {
    database.transaction(() => {
      const redaction = findRedaction(database, id);
      const before = redaction && findRelease(database, redaction.release);
      const carried = carryOut(database, { ...actor, confirmedAt: now }, id, now);
      result = carried.ok ? done(look(carried.value, before!)) : carried;
      throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  }
  return result;
}

function carryOut(database: Database, actor: Actor, id: number, now: number): Result<Release> {
  const found = openRedaction(database, actor, 'notice.redactConfirm', id, now);
  if (!found.ok) return found;
  const { redaction, release } = found.value;
  const { content, hash } = textOf(release, redaction.removal!, redaction.reason, now);
  replaceContent(database, redaction, actor.id, content, hash, now);
  const after = findRelease(database, release.id)!;
  forgetEverywhere(database, redaction.unit, after, redaction.removal!, now);
  closeRedaction(database, id);
  const detail = { redaction: id, before: release.hash, hash };
  recordAct(database, actor, 'notice.redactConfirm', `release:${release.id}`, detail, now);
  return done(after);
}

/** Takes a proposal back, by whoever may propose one. Refusals: as of `confirmRedaction`. */
export function endProposal(database: Database, actor: Actor, id: number, now: number): Result<null> {
  return database.transaction(() => {
    const found = openRedaction(database, actor, 'notice.redactPropose', id, now);
    if (!found.ok) return found;
    endRedaction(database, id, now);
    recordAct(database, actor, 'notice.redactEnd', `release:${found.value.release.id}`, { redaction: id }, now);
    return done(null);
  });
}

/** Proposals that this officer may confirm. */
export function redactionsFor(database: Database, actor: Actor): Redaction[] {
  if (actor.unit === null || !mayEver(actor, 'notice.redactConfirm')) return [];
  return findOpenRedactions(database, actor.unit).filter(({ proposedBy }) => proposedBy !== actor.id);
}

/** What this officer proposed and nobody confirmed yet: they may take it back. */
export function ownProposals(database: Database, actor: Actor): Redaction[] {
  if (actor.unit === null || !mayEver(actor, 'notice.redactPropose')) return [];
  return findOpenRedactions(database, actor.unit).filter(({ proposedBy }) => proposedBy === actor.id);
}

/** The text as it would be, for the officer who is to confirm. Refusals: as of `confirmRedaction`, but for the second factor. */
export function previewRedaction(database: Database, actor: Actor, id: number, now: number): Result<Release> {
  const found = openRedaction(database, { ...actor, confirmedAt: now }, 'notice.redactPropose', id, now);
  if (!found.ok) return found;
  const { redaction, release } = found.value;
  return done({ ...release, content: redacted(release, redaction.removal!, { at: now, reason: redaction.reason }) });
}

function openRedaction(
  database: Database,
  actor: Actor,
  act: Act,
  id: number,
  now: number,
): Result<{ redaction: Redaction; release: Release }> {
  const redaction = findRedaction(database, id);
  const release = redaction && findRelease(database, redaction.release);
  const refused = mayRedact(database, actor, act, release, redaction?.proposedBy, now);
  if (!redaction || !release || refused) return refuse(refused ?? { code: 'hidden' });
  if (redaction.confirmedAt !== null || redaction.endedAt !== null) return refuse({ code: 'wrong-state' });
  return done({ redaction, release });
}

/** Who published it redacts it; `by` proposed it, and does not confirm it. */
function mayRedact(
  database: Database,
  actor: Actor,
  act: Act,
  release: Release | undefined,
  by: string | undefined,
  now: number,
): Refusal | undefined {
  if (!release || !isPublisher(database, actor.unit, release)) return { code: 'hidden' };
  return refusalOf(
    permission(
      actor,
      act,
      { unit: actor.unit, register: release.register, ...(by !== undefined && { author: by }) },
      now,
    ),
  );
}

const SHORTEST = 2;

function problems(database: Database, release: Release, removal: Removal, reason: string): Refusal[] {
  const { passages = [], files = [], whole = false } = removal;
  const refusals: Refusal[] = [];
  if (reason.trim() === '') refusals.push({ code: 'reason-missing', path: 'reason' });
  if (!whole && passages.length + files.length === 0) refusals.push({ code: 'passage-missing', path: 'passages' });
  for (const passage of passages) {
    if ([...passage.trim()].length < SHORTEST) refusals.push({ code: 'passage-missing', path: 'passages' });
    else if (!says(release, { passages: [passage] }))
      refusals.push({ code: 'passage-unknown', path: 'passages', found: passage });
  }
  for (const file of files)
    if (!says(release, { files: [file] })) refusals.push({ code: 'passage-unknown', path: 'files', found: file });
  // The reason is shown to everybody: it must not say what goes.
  if (passages.some((passage) => passage.trim() !== '' && reason.includes(passage)))
    refusals.push({ code: 'reason-tells', path: 'reason' });
  if (findOpenRedaction(database, release.id)) refusals.push({ code: 'redaction-open' });
  return refusals;
}

function says({ content }: Release, { passages = [], files = [] }: Removal): boolean {
  if (content.attachments.some(({ sha256: file }) => file !== undefined && files.includes(file))) return true;
  const { unit: _, ...texts } = content;
  return passages.some((passage) => canonicalJson(withoutPassages(texts, [passage])) !== canonicalJson(texts));
}

function textOf(release: Release, removal: Removal, reason: string, at: number): { content: string; hash: string } {
  const content = canonicalJson(redacted(release, removal, { at, reason: reason.trim() }));
  return { content, hash: sha256(content) };
}
