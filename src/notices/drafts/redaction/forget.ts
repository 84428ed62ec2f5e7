import type { Database } from '../../../database/database.ts';
import { keysOf } from '../../decisions/storage.ts';
import { broughtBy, relinkReleases } from '../../linking.ts';
import { projectRecords } from '../../project.ts';
import type { Release } from '../../release.ts';
import { releasesOf } from '../../storage.ts';
import { saveLinking } from '../../links/storage.ts';
import { restated } from '../beginning.ts';
import { hashOf, type Draft, type DraftContent } from '../draft.ts';
import { forgetRemarks, forgetSubmissions, rewordRemarks } from '../remarks/storage.ts';
import { findDraft, saveDraftRow } from '../storage.ts';
import { findTemplates } from '../templates/storage.ts';
import { withoutPassages, type Removal } from './redacted.ts';
import { findDraftsAbout, forgetKeys, replacePublishedDraft, replaceTemplate } from './storage.ts';

/** Takes what a redacted release no longer says out of everything that was made of it, and out of the unit's templates. */
export function forgetEverywhere(
  database: Database,
  unit: string,
  release: Release,
  removal: Removal,
  now: number,
): void {
  projectRecords(database, [release]);
  relink(database, release.ocid);
  replacePublishedDraft(database, release.id, release.content.title, JSON.stringify(restated(release.content)));
  for (const id of findDraftsAbout(database, release.sourceKey, release.ocid))
    forgetInDraft(database, findDraft(database, id)!, release, removal, now);
  forgetInTemplates(database, unit, removal.passages ?? []);
}

/** The keys of the record, folded titles among them, are those of what its releases say now; as `rebuild` makes them. */
function relink(database: Database, ocid: string): void {
  const held = keysOf(database, ocid);
  const releases = releasesOf(database, ocid).sort((a, b) => a.seq - b.seq);
  forgetKeys(database, ocid);
  relinkReleases(database, releases);
  // What a decision gave it beside another record, nobody who comes late may claim.
  const kept = broughtBy(
    releases.flatMap(({ amends, content }) => (amends === null ? [content] : [])),
    held,
  );
  saveLinking(database, { claims: kept.map((key) => ({ key, ocid, claimed: true })), marks: [], doubts: [] });
}

/** A draft that loses something has another text: what was approved of it no longer counts. */
function forgetInDraft(
  database: Database,
  draft: Draft,
  release: Release,
  { passages = [], files = [], whole = false }: Removal,
  now: number,
): void {
  const isRestated = whole && draft.amends === release.sourceKey;
  const content: DraftContent = isRestated ? {} : withoutPassages(draft.content, passages);
  const attachments = content.attachments?.filter(({ sha256 }) => sha256 === undefined || !files.includes(sha256));
  const next: DraftContent = { ...content, ...(attachments && { attachments }) };
  if (isRestated) forgetRemarks(database, draft.id);
  else rewordRemarks(database, draft.id, (text) => withoutPassages(text, passages));
  forgetSubmissions(database, draft.id);
  if (JSON.stringify(next) === JSON.stringify(draft.content)) return;
  const changed: Draft = {
    ...draft,
    content: next,
    title: typeof next.title === 'string' ? next.title : '',
    version: draft.version + 1,
    savedAt: now,
    state: draft.state === 'discarded' || draft.state === 'returned' ? draft.state : 'draft',
    reviewer: null,
    approvedAt: null,
    approvedHash: null,
    issuer: null,
    scheduledFor: null,
  };
  saveDraftRow(database, { ...changed, hash: hashOf(database, changed) });
}

function forgetInTemplates(database: Database, unit: string, passages: readonly string[]): void {
  for (const template of findTemplates(database, unit)) {
    const next = JSON.stringify(withoutPassages(template.content, passages));
    if (next !== JSON.stringify(template.content)) replaceTemplate(database, template.id, next);
  }
}
