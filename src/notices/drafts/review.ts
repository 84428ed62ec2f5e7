import type { Database } from '../../database/database.ts';
import type { Actor } from '../../accounts/permissions.ts';
import { recordAct } from '../../accounts/trail.ts';
import { findRegion } from '../../values/region.ts';
import { checkDealCode, checkUscc, doubtsOf } from '../../values/identifier.ts';
import { done, refuse, type Refusal, type Result } from '../../values/result.ts';
import type { Notice } from '../../registers/notice.ts';
import { findRegister } from '../../registers/registers.ts';
import { meaningOf } from '../../registers/stages.ts';
import { matchKey } from '../../values/script.ts';
import { findByKey } from '../links/storage.ts';
import { findBySourceKey, findRecord, findRelease } from '../storage.ts';
import { after, draftFor, hashOf, readDraft, type Draft } from './draft.ts';
import { openDoubts } from './doubts.ts';
import { sofar, unexplained } from './judgement.ts';
import { standingOf } from './publisher.ts';
import { addRemarks, findRemarks, isOpen, keepSubmission, settleRemarks, type Remark } from './remarks/storage.ts';
import { saveDraftRow } from './storage.ts';
import { recordRefusals } from './whose.ts';

/** What is missing or wrong before the draft can be published, each with the path of its field. */
export function checkDraft(
  database: Database,
  draft: Draft,
  now: number,
  read = readDraft(database, draft, now),
): Refusal[] {
  const isNamed = (draft.content.title ?? '') !== '';
  // Whoever has not named it yet wants to know of everything else all the same.
  const named = isNamed ? read : readDraft(database, { ...draft, content: { ...draft.content, title: '—' } }, now);
  const refusals = named.ok ? [] : named.refusals;
  const more: Refusal[] = isNamed ? [] : [{ code: 'missing', path: 'title' }];
  if (!draft.content.project?.name && !refusals.some(({ path }) => path === 'project.name'))
    more.push({ code: 'missing', path: 'project.name' });
  if (!draft.content.region && !refusals.some(({ path }) => path === 'region'))
    more.push({ code: 'missing', path: 'region' });
  else if (draft.content.region && !findRegion(draft.content.region))
    more.push({ code: 'region-unknown', path: 'region', found: draft.content.region });
  if (draft.amends !== null) more.push(...amendmentRefusals(database, draft.amends));
  const said = named.ok ? named.value.notice : sofar(database, draft, now);
  if (said) more.push(...endedItem(database, draft.register, said));
  more.push(...recordRefusals(database, draft, said, now), ...unexplained(database, draft, now, said));
  return [...more, ...refusals, ...openDoubts(draft)].filter(
    ({ path }) => !['id', 'register', 'kind', 'publishedAt', 'unit.name'].includes(path ?? ''),
  );
}

/** `item-ended`: what the notice is opened under was ended by then. */
function endedItem(database: Database, register: string, notice: Notice): Refusal[] {
  const under = findRegister(register)?.opensUnder?.(notice);
  const ocid = under && findByKey(database, `${under.register}:code:${matchKey(under.code)}`);
  const record = ocid === undefined ? undefined : findRecord(database, ocid ?? '');
  if (!under || !record) return [];
  const holder = findRegister(under.register)!;
  const stage = holder.onDay?.(record.compiled, under.on).stage;
  return stage !== undefined && meaningOf(holder.stages, stage).isEnded
    ? [{ code: 'item-ended', path: under.path, found: record.title, expected: under.on }]
    : [];
}

/** Doubts that do not block: codes whose check digit fails (domain.md §2.6). */
export function draftWarnings({ content }: Draft): Refusal[] {
  const { dealCode } = (content.project ?? {}) as { dealCode?: unknown };
  const own = typeof dealCode === 'string' ? doubtsOf(checkDealCode(dealCode), 'project.dealCode', dealCode) : [];
  return [...own, ...partyWarnings(content.fields, 'fields')];
}

/** Wherever a party stands with its 统一社会信用代码. */
function partyWarnings(value: unknown, path: string): Refusal[] {
  if (typeof value !== 'object' || value === null) return [];
  const { name, code } = value as { name?: unknown; code?: unknown };
  const isParty = typeof name === 'string' && typeof code === 'string' && code !== '';
  return [
    ...(isParty ? doubtsOf(checkUscc(code), `${path}.code`, code) : []),
    ...Object.entries(value).flatMap(([key, member]) => partyWarnings(member, `${path}.${key}`)),
  ];
}

/** Two corrections of one notice would both stand; who comes second begins from the first. */
function amendmentRefusals(database: Database, amends: string): Refusal[] {
  const known = findBySourceKey(database, amends);
  if (!known) return [{ code: 'amends-unknown', path: 'amends', found: amends }];
  const release = findRelease(database, known.id)!;
  return standingOf(database, release) === 'current'
    ? []
    : [{ code: 'no-longer-current', path: 'amends', found: release.content.title }];
}

/** Hands a complete draft to review. Refusals: those of `draftFor`, and of `checkDraft`. */
export function submitDraft(database: Database, actor: Actor, id: string, now: number): Result<Draft> {
  return database.transaction(() => {
    const found = draftFor(database, actor, 'draft.submit', id, now);
    if (!found.ok) return found;
    const read = readDraft(database, found.value, now);
    const refusals = checkDraft(database, found.value, now, read);
    if (refusals.length > 0) return refuse(...refusals);
    const draft: Draft = {
      ...after('draft.submit', found.value),
      hash: hashOf(database, found.value, read),
      submittedAt: now,
    };
    saveDraftRow(database, draft);
    if (read.ok) keepSubmission(database, id, { by: actor.id, at: now, hash: draft.hash, notice: read.value.notice });
    recordAct(database, actor, 'draft.submit', `draft:${id}`, { hash: draft.hash }, now);
    return done(draft);
  });
}

/** Gives it back with at least one remark; a remark names its field, or the whole by ''. */
export function returnDraft(
  database: Database,
  actor: Actor,
  id: string,
  remarks: readonly Pick<Remark, 'path' | 'text'>[],
  now: number,
): Result<Draft> {
  const said = remarks.map(({ path, text }) => ({ path, text: text.trim() })).filter(({ text }) => text !== '');
  if (said.length === 0) return refuse({ code: 'remark-missing', path: 'text' });
  return database.transaction(() => {
    const found = draftFor(database, actor, 'draft.return', id, now);
    if (!found.ok) return found;
    const draft: Draft = {
      ...after('draft.return', found.value),
      reviewer: null,
      approvedAt: null,
      approvedHash: null,
    };
    addRemarks(
      database,
      id,
      said.map((remark) => ({ ...remark, by: actor.id, at: now })),
    );
    saveDraftRow(database, draft);
    recordAct(
      database,
      actor,
      'draft.return',
      `draft:${id}`,
      { hash: draft.hash, fields: said.map(({ path }) => path) },
      now,
    );
    return done(draft);
  });
}

/**
 * Approves exactly the text with this hash, which the reviewer was shown, and ticks remarks off. Refusals:
 * `changed-meanwhile`; `remarks-open` (an open remark was not ticked off).
 */
export function approveDraft(
  database: Database,
  actor: Actor,
  id: string,
  hash: string,
  now: number,
  settled: readonly number[] = [],
): Result<Draft> {
  return database.transaction(() => {
    const found = draftFor(database, actor, 'draft.approve', id, now);
    if (!found.ok) return found;
    // Computed anew: a renamed unit or a newer program may make another notice of the same draft.
    if (found.value.hash !== hash || hashOf(database, found.value) !== hash)
      return refuse({ code: 'changed-meanwhile' });
    const open = findRemarks(database, id)
      .filter(isOpen)
      .filter((remark) => !settled.includes(remark.id));
    if (open.length > 0) return refuse({ code: 'remarks-open', path: 'settled', found: String(open.length) });
    settleRemarks(database, id, settled, actor.id, now);
    const draft: Draft = {
      ...after('draft.approve', found.value),
      reviewer: actor.id,
      approvedAt: now,
      approvedHash: hash,
    };
    saveDraftRow(database, draft);
    recordAct(database, actor, 'draft.approve', `draft:${id}`, { hash }, now);
    return done(draft);
  });
}
