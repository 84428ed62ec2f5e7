import { done, refuse, type Refusal, type Result } from '../values/result.ts';
import type { Notice } from '../registers/notice.ts';
import { canonicalJson, sha256 } from '../values/canonical.ts';
import { DAY } from '../values/date.ts';
import { checkDealCode, checkUscc, doubtsOf } from '../values/identifier.ts';
import { fragmentOf } from './compile.ts';
import type { Known } from './known.ts';
import { linkToRecord } from './linking.ts';
import { restatedListing } from './listed.ts';
import { maskPersonalData } from './masking.ts';
import { parseNotice } from './parse.ts';
import type { Prepared } from './prepared.ts';
import { planRecords, type RecordPlan } from './project.ts';
import type { Release } from './release.ts';
import type { StoredRelease } from './storage.ts';
import type { Linking } from './links/storage.ts';

export type { Prepared } from './prepared.ts';

export type Outcome =
  /** Now public. `warnings` are doubts that do not block: a failed check digit. */
  | { status: 'published'; id: number; ocid: string; warnings: Refusal[] }
  /** The same notice was published before; nothing changed. */
  | { status: 'unchanged'; id: number }
  | { status: 'refused'; refusals: Refusal[] };

export interface PrepareOptions {
  now: number;
  /** Marks what is published as issued without review. */
  unreviewed?: true;
}

/** Refusals: those of `parseNotice`; `in-the-future`. */
export function prepare(input: unknown, { now, unreviewed }: PrepareOptions): Result<Prepared> {
  const parsed = parseNotice(input);
  if (!parsed.ok) return parsed;
  if (parsed.value.unreviewed && !unreviewed) return refuse({ code: 'unknown-field', path: 'unreviewed' });
  if (parsed.value.publishedAt > now + DAY) {
    return refuse({
      code: 'in-the-future',
      path: 'publishedAt',
      found: new Date(parsed.value.publishedAt).toISOString(),
    });
  }
  const notice = maskPersonalData(unreviewed ? { ...parsed.value, unreviewed } : parsed.value);
  const content = canonicalJson(notice);
  return done({ notice: JSON.parse(content) as Notice, content, hash: sha256(content) });
}

/** Everything that publishing a batch writes, worked out before anything is written. Plain values: it may cross threads. */
export interface Plan {
  releases: StoredRelease[];
  linking: Linking;
  projections: RecordPlan[];
}

/**
 * Plans a batch on what is known and adds it to that; `outcomes` stand in the order given. Refusals:
 * `already-published` (same id, other content: correct it by a notice with `amends`); `amends-unknown`;
 * `amends-elsewhere` (of another register); `day-is-full`.
 */
export function planBatch(
  known: Known,
  prepared: readonly Result<Prepared>[],
  now: number,
): { plan: Plan; outcomes: Outcome[] } {
  known.begin();
  const releases: StoredRelease[] = [];
  const fresh: Release[] = [];
  const outcomes = prepared.map((item): Outcome => {
    if (!item.ok) return { status: 'refused', refusals: item.refusals };
    const value = restatedListing(known, item.value);
    const accepted = acceptOne(known, value, now);
    if ('status' in accepted) return accepted;
    fresh.push(accepted);
    releases.push({ ...accepted, content: value.content });
    return { status: 'published', id: accepted.id, ocid: accepted.ocid, warnings: warningsOf(accepted.content) };
  });
  const projections = planRecords(known, fresh);
  return { plan: { releases, linking: known.linking, projections }, outcomes };
}

function acceptOne(known: Known, { notice, hash }: Prepared, now: number): Release | Outcome {
  const before = known.origin(notice.id);
  if (before) {
    return before.hash === hash || isSameOcds(known.said(notice.id)?.content, notice)
      ? { status: 'unchanged', id: before.id }
      : { status: 'refused', refusals: [{ code: 'already-published', path: 'id', found: notice.id }] };
  }
  const amended = notice.amends === undefined ? undefined : known.origin(notice.amends);
  if (notice.amends !== undefined && !amended) {
    return { status: 'refused', refusals: [{ code: 'amends-unknown', path: 'amends', found: notice.amends }] };
  }
  if (amended && amended.register !== notice.register) {
    return {
      status: 'refused',
      refusals: [{ code: 'amends-elsewhere', path: 'amends', found: amended.register, expected: notice.register }],
    };
  }
  const id = known.nextId(notice.publishedAt);
  if (id === null) return { status: 'refused', refusals: [{ code: 'day-is-full', path: 'publishedAt' }] };
  const ocid = amended?.ocid ?? linkToRecord(known, notice);
  const release: Release = {
    id,
    seq: known.lastSeq + 1,
    ocid,
    register: notice.register,
    kind: notice.kind,
    sourceKey: notice.id,
    publishedAt: notice.publishedAt,
    amends: amended?.id ?? null,
    content: notice,
    hash,
    acceptedAt: now,
  };
  known.take(release);
  return release;
}

/**
 * One release of OCDS stands in many packages, and each has a publisher and an address of its own: it is the same when it
 * says the same, and the package it first came in remains its first medium.
 */
function isSameOcds(before: Notice | undefined, notice: Notice): boolean {
  return (
    before?.ocds !== undefined && notice.ocds !== undefined && canonicalJson(before.ocds) === canonicalJson(notice.ocds)
  );
}

/** Codes whose check digit fails: shown to the operator, never a reason to refuse (domain.md §2.6). */
function warningsOf(notice: Notice): Refusal[] {
  const { dealCode } = notice.project;
  const warnings = dealCode ? doubtsOf(checkDealCode(dealCode), 'project.dealCode', dealCode) : [];
  for (const [index, party] of (fragmentOf(notice).parties ?? []).entries()) {
    const code = party?.identifier?.scheme === 'USCC' ? String(party.identifier.id) : undefined;
    if (code) warnings.push(...doubtsOf(checkUscc(code), `parties.${index}`, code));
  }
  return warnings;
}
