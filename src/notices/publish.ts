import type { Database } from '../database/database.ts';
import { recordEvent } from '../events/storage.ts';
import type { Notice, NoticeInput } from '../registers/notice.ts';
import { canonicalJson, sha256 } from '../values/canonical.ts';
import { DAY } from '../values/date.ts';
import { checkDealCode, checkUscc } from '../values/identifier.ts';
import type { Refusal, Result } from '../values/result.ts';
import { done, refuse } from '../values/result.ts';
import { fragmentOf } from './compile.ts';
import { linkToRecord } from './linking.ts';
import { maskPersonalData } from './masking.ts';
import { parseNotice } from './parse.ts';
import { projectRecords } from './project.ts';
import type { Release } from './release.ts';
import { findBySourceKey, insertRelease, lastSeq, nextId } from './storage.ts';

export type Outcome =
  /** Now public. `warnings` are doubts that do not block: a failed check digit. */
  | { status: 'published'; id: number; ocid: string; warnings: Refusal[] }
  /** The same notice was published before; nothing changed. */
  | { status: 'unchanged'; id: number }
  | { status: 'refused'; refusals: Refusal[] };

export interface PublishOptions {
  /** Who acts: an officer's id, `import`, `seed`. */
  actor: string;
  now: number;
  /** Goes through everything and keeps nothing; not inside another transaction. */
  dryRun?: boolean;
  /** Marks what is published as issued without review. */
  unreviewed?: true;
}

/**
 * Publishes notices, all in one transaction: release, record, parties, search rows, event, or nothing. A notice
 * that is refused leaves the others untouched and itself no trace. Outcomes stand in the order given.
 *
 * Refusals: those of `parseNotice`; `already-published` (same id, other content: correct it by a notice with
 * `amends`); `amends-unknown`; `amends-elsewhere` (of another register); `in-the-future`; `day-is-full`.
 */
export function publishBatch(
  database: Database,
  items: readonly { input: NoticeInput | unknown; at: unknown }[],
  options: PublishOptions,
): Outcome[] {
  const parsed = items.map(({ input }) => prepare(input, options));
  class DryRun extends Error {}
  let outcomes: Outcome[] = [];
  try {
    database.transaction(() => {
      outcomes = accept(database, parsed, options);
      if (options.dryRun) throw new DryRun();
    });
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
  }
  return outcomes;
}

/** Publishes one notice; see `publishBatch`. */
export function publish(database: Database, input: NoticeInput, options: PublishOptions): Outcome {
  return publishBatch(database, [{ input, at: null }], options)[0]!;
}

interface Prepared {
  notice: Notice;
  content: string;
  hash: string;
}

/** Everything that needs no database, so that the writer is held as briefly as can be. */
function prepare(input: unknown, { now, unreviewed }: PublishOptions): Result<Prepared> {
  const parsed = parseNotice(input);
  if (!parsed.ok) return parsed;
  if (parsed.value.unreviewed && !unreviewed) return refuse({ code: 'unknown-field', path: 'unreviewed' });
  if (parsed.value.publishedAt > now + DAY) {
    return refuse({ code: 'in-the-future', path: 'publishedAt', found: new Date(parsed.value.publishedAt).toISOString() });
  }
  const notice = maskPersonalData(unreviewed ? { ...parsed.value, unreviewed } : parsed.value);
  const content = canonicalJson(notice);
  return done({ notice: JSON.parse(content) as Notice, content, hash: sha256(content) });
}

function accept(database: Database, prepared: readonly Result<Prepared>[], options: PublishOptions): Outcome[] {
  const fresh: Release[] = [];
  let seq = lastSeq(database);
  const outcomes = prepared.map((item): Outcome => {
    if (!item.ok) return { status: 'refused', refusals: item.refusals };
    const accepted = acceptOne(database, item.value, seq + 1, options.now);
    if ('status' in accepted) return accepted;
    seq += 1;
    fresh.push(accepted);
    return { status: 'published', id: accepted.id, ocid: accepted.ocid, warnings: warningsOf(accepted.content) };
  });
  projectRecords(database, fresh);
  if (fresh.length > 0) {
    recordEvent(database, { at: options.now, actor: options.actor, act: 'publish', subject: `releases ${seq - fresh.length + 1}–${seq}`, detail: { count: fresh.length } });
  }
  return outcomes;
}

function acceptOne(database: Database, { notice, content, hash }: Prepared, seq: number, now: number): Release | Outcome {
  const known = findBySourceKey(database, notice.id);
  if (known) {
    return known.hash === hash
      ? { status: 'unchanged', id: known.id }
      : { status: 'refused', refusals: [{ code: 'already-published', path: 'id', found: notice.id }] };
  }
  const amended = notice.amends === undefined ? undefined : findBySourceKey(database, notice.amends);
  if (notice.amends !== undefined && !amended) {
    return { status: 'refused', refusals: [{ code: 'amends-unknown', path: 'amends', found: notice.amends }] };
  }
  if (amended && amended.register !== notice.register) {
    return { status: 'refused', refusals: [{ code: 'amends-elsewhere', path: 'amends', found: amended.register, expected: notice.register }] };
  }
  const id = nextId(database, notice.publishedAt);
  if (id === null) return { status: 'refused', refusals: [{ code: 'day-is-full', path: 'publishedAt' }] };
  const ocid = amended?.ocid ?? linkToRecord(database, notice);
  const release: Release = {
    id, seq, ocid, register: notice.register, kind: notice.kind, sourceKey: notice.id, publishedAt: notice.publishedAt, amends: amended?.id ?? null, content: notice, hash, acceptedAt: now,
  };
  insertRelease(database, release, content);
  return release;
}

/** Codes whose check digit fails: shown to the operator, never a reason to refuse (domain.md §2.6). */
function warningsOf(notice: Notice): Refusal[] {
  const warnings: Refusal[] = [];
  const { dealCode } = notice.project;
  if (dealCode) {
    const { shape, check } = checkDealCode(dealCode);
    if (!shape || check === false) warnings.push({ code: shape ? 'check-digit' : 'code-shape', path: 'project.dealCode', found: dealCode });
  }
  for (const [index, party] of (fragmentOf(notice).parties ?? []).entries()) {
    const code = party?.identifier?.scheme === 'USCC' ? String(party.identifier.id) : undefined;
    if (!code) continue;
    const { shape, check } = checkUscc(code);
    if (!shape || !check) warnings.push({ code: shape ? 'check-digit' : 'code-shape', path: `parties.${index}`, found: code });
  }
  return warnings;
}
