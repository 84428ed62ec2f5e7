import type { VerdictRow } from '../../clock/storage.ts';
import { coversOf } from '../../clock/coverage.ts';
import { calendarOf } from '../../clock/storage.ts';
import type { Database } from '../../database/database.ts';
import { noticeHeader, type Notice } from '../../registers/notice.ts';
import { findRegister } from '../../registers/registers.ts';
import type { Refusal } from '../../values/result.ts';
import { compile } from '../compile.ts';
import { whereNow } from '../decisions/storage.ts';
import { judgeRecord } from '../judging.ts';
import { Known } from '../known.ts';
import { findRecordOf } from '../linking.ts';
import type { Release } from '../release.ts';
import { findBySourceKey, releasesOf } from '../storage.ts';
import { noticeOf, type Draft } from './draft.ts';

/** No release has it: the draft's own place among those of its record. */
const DRAFT = Number.MAX_SAFE_INTEGER;

/**
 * The verdicts that publishing a draft at `now` would create or change, from whatever dates it says so far: a draft
 * may lack anything else. Nothing is written.
 */
export function verdictsOfDraft(
  database: Database,
  draft: Pick<Draft, 'id' | 'unit' | 'register' | 'kind' | 'amends' | 'follows' | 'content'>,
  now: number,
  read?: Notice,
): VerdictRow[] {
  const register = findRegister(draft.register);
  const kind = register?.kinds[draft.kind];
  if (!register?.periods || !kind) return [];
  const content = read ?? sofar(database, draft, now);
  if (!content) return [];
  const ocid = ocidOf(database, draft, content) ?? 'draft';
  const release: Release = {
    id: DRAFT,
    seq: DRAFT,
    ocid,
    register: draft.register,
    kind: draft.kind,
    sourceKey: content.id,
    publishedAt: now,
    amends: (draft.amends === null ? undefined : findBySourceKey(database, draft.amends)?.id) ?? null,
    content,
    hash: '',
    acceptedAt: now,
  };
  const releases = [...releasesOf(database, ocid), release];
  return judgeRecord(releases, compile(releases), calendarOf(database), coversOf(database)).filter(
    ({ triggerRelease, targetRelease }) => triggerRelease === DRAFT || targetRelease === DRAFT,
  );
}

/** The record that a draft is about: of what it amends or follows, else the one its notice would join. */
export function ocidOf(
  database: Database,
  { amends, follows }: Pick<Draft, 'amends' | 'follows'>,
  content: Notice | undefined,
): string | undefined {
  return (
    (amends === null ? undefined : findBySourceKey(database, amends)?.ocid) ??
    (follows === null ? undefined : whereNow(database, follows)) ??
    (content && findRecordOf(new Known(database), content))
  );
}

/** What an unfinished draft says, field by field; undefined while not even its head can be read. */
export function sofar(
  database: Database,
  draft: Pick<Draft, 'id' | 'unit' | 'register' | 'kind' | 'amends' | 'content'>,
  now: number,
): Notice | undefined {
  const kind = findRegister(draft.register)?.kinds[draft.kind];
  if (!kind) return undefined;
  const header = noticeHeader.safeParse({
    ...noticeOf(database, { ...draft, content: { title: '—', ...draft.content, fields: {} } }, now),
    title: draft.content.title || '—',
  });
  if (!header.success) return undefined;
  const fields = Object.fromEntries(
    Object.entries(draft.content.fields ?? {}).flatMap(([name, value]) => {
      const parsed = kind.fields.shape[name]?.safeParse(value);
      return parsed?.success && parsed.data !== undefined ? [[name, parsed.data]] : [];
    }),
  );
  return { ...header.data, fields };
}

/**
 * Rules that publishing would violate and for which no reason was written yet; `read` is the notice where it could be
 * read whole. A rule that was not compared with its source asks nobody for one. Refusal: `explanation-missing`.
 */
export function unexplained(database: Database, draft: Draft, now: number, read?: Notice): Refusal[] {
  const explained = new Set((draft.content.explanations ?? []).map(({ rule }) => rule));
  const broken = new Set(
    verdictsOfDraft(database, draft, now, read)
      .filter(({ verdict }) => verdict === 'broken')
      .map(({ rule }) => rule),
  );
  const { periods, labels } = findRegister(draft.register) ?? {};
  const verified = new Set(periods?.rules.flatMap(({ id, verifiedOn }) => (verifiedOn === null ? [] : [id])));
  const titles = labels?.zh.periods ?? {};
  return [...broken]
    .filter((rule) => verified.has(rule) && !explained.has(rule))
    .map((rule) => ({ code: 'explanation-missing', path: `explanations.${rule}`, found: titles[rule] ?? rule }));
}
