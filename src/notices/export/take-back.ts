import { copyFileSync, createReadStream, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import type { Database } from '../../database/database.ts';
import type { Notice } from '../../registers/notice.ts';
import { canonicalJson } from '../../values/canonical.ts';
import { done, refuse, type Refusal, type Result } from '../../values/result.ts';
import type { Settings } from '../../values/settings.ts';
import { incomingPath, keepIncoming } from '../attachments/keep.ts';
import { joinRecords, partNotice } from '../decisions/decide.ts';
import { parseNotice } from '../parse.ts';
import { prepare } from '../plan.ts';
import type { Prepared } from '../prepared.ts';
import { publishPrepared } from '../publish.ts';
import { findBySourceKey, lastSeq } from '../storage.ts';
import { EXPORT_FILE, EXPORT_FILES } from './export.ts';

const BATCH = 500;

const redactedLine = z.strictObject({ redacted: z.looseObject({}), hash: z.string().regex(/^[0-9a-f]{64}$/) });
const decisionLine = z.strictObject({
  decision: z.strictObject({
    act: z.enum(['join', 'part']),
    ocid: z.string(),
    into: z.string(),
    by: z.string(),
    reason: z.string(),
    at: z.number(),
    notice: z.string().nullable(),
  }),
});

export interface TakenBack {
  notices: number;
  decisions: number;
  files: number;
}

/**
 * Takes an export into a portal in which nothing was published yet: the same releases under the same addresses, the same
 * records. What is wrong ends it at the line, and what came before stays. Refusals: `export-none`, `export-not-empty`,
 * `export-line` (with its number), those of notices, files and decisions with the line as `path`.
 */
export async function takeBack(
  database: Database,
  settings: Pick<Settings, 'data' | 'clamd'>,
  folder: string,
  { now, onProgress }: { now: number; onProgress?: (notices: number) => void },
): Promise<Result<TakenBack>> {
  const path = join(folder, EXPORT_FILE);
  if (!existsSync(path)) return refuse({ code: 'export-none', path: folder });
  if (lastSeq(database) > 0) return refuse({ code: 'export-not-empty' });
  const taken: TakenBack = { notices: 0, decisions: 0, files: 0 };
  let waiting: { line: number; prepared: Prepared }[] = [];
  const publish = (): Refusal[] => {
    const outcomes = publishPrepared(
      database,
      waiting.map(({ prepared }) => done(prepared)),
      { actor: 'import', now },
    );
    const refusals = outcomes.flatMap((outcome, index) =>
      'refusals' in outcome ? atLine(waiting[index]!.line, outcome.refusals) : [],
    );
    taken.notices += waiting.length;
    waiting = [];
    onProgress?.(taken.notices);
    return refusals;
  };

  let number = 0;
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    number += 1;
    if (text.trim() === '') continue;
    const line = jsonOf(text);
    const decided = decisionLine.safeParse(line);
    if (decided.success) {
      const refusals = publish();
      if (refusals.length === 0) refusals.push(...atLine(number, decide(database, decided.data.decision)));
      if (refusals.length > 0) return refuse(...refusals);
      taken.decisions += 1;
      continue;
    }
    const prepared = preparedOf(line, now);
    if (!prepared.ok) return refuse(...atLine(number, prepared.refusals));
    const files = await keepFiles(prepared.value.notice);
    if (files.length > 0) return refuse(...atLine(number, files));
    waiting.push({ line: number, prepared: prepared.value });
    if (waiting.length < BATCH) continue;
    const refusals = publish();
    if (refusals.length > 0) return refuse(...refusals);
  }
  const refusals = publish();
  return refusals.length > 0 ? refuse(...refusals) : done(taken);

  async function keepFiles({ attachments = [] }: Notice): Promise<readonly Refusal[]> {
    for (const { name, sha256 } of attachments) {
      const from = sha256 && join(folder, EXPORT_FILES, sha256);
      if (!from || !existsSync(from)) continue;
      const incoming = incomingPath(settings.data);
      copyFileSync(from, incoming);
      const kept = await keepIncoming(
        database,
        settings,
        name,
        { path: incoming, size: statSync(incoming).size, sha256 },
        now,
      );
      if (!kept.ok) return kept.refusals;
      taken.files += 1;
    }
    return [];
  }
}

/** A notice as it was published; of a redacted one its hash is what it was before, and its content what is left. */
function preparedOf(line: unknown, now: number): Result<Prepared> {
  const found = redactedLine.safeParse(line);
  if (found.success) {
    const { redaction, ...rest } = found.data.redacted as unknown as Notice;
    const parsed = parseNotice(rest);
    if (!parsed.ok) return parsed;
    const content = canonicalJson({ ...parsed.value, redaction });
    return done({ notice: JSON.parse(content) as Notice, content, hash: found.data.hash });
  }
  if (typeof line !== 'object' || line === null) return refuse({ code: 'export-line' });
  const { unreviewed, ...notice } = line as Notice;
  return prepare(notice, { now, ...(unreviewed && { unreviewed }) });
}

function decide(
  database: Database,
  { act, ocid, into, by, reason, at, notice }: z.infer<typeof decisionLine>['decision'],
): readonly Refusal[] {
  const deciding = { by, reason, now: at };
  const release = notice === null ? undefined : findBySourceKey(database, notice);
  const result =
    act === 'join' ? joinRecords(database, ocid, into, deciding) : partNotice(database, release?.id ?? 0, deciding);
  return result.ok ? [] : result.refusals;
}

const atLine = (line: number, refusals: readonly Refusal[]): Refusal[] =>
  refusals.map((refusal) => ({ ...refusal, path: [String(line), refusal.path].filter(Boolean).join(' ') }));

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
