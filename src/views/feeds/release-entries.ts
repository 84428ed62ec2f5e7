import { fill, labels, type Locale } from '../../locales/labels.ts';
import type { RecordRow, Release } from '../../notices/release.ts';
import { findRecords, findReleases, releasesOf } from '../../notices/storage.ts';
import { findRegister } from '../../registers/registers.ts';
import { dayOf } from '../../values/date.ts';
import { noticePath, pathOf } from '../address.ts';
import { headlineOf } from '../notice/headline.ts';
import { summaryOf } from '../notice/summary.ts';
import type { Portal } from '../portal.ts';
import { recordContext, type RecordContext } from '../record/context.ts';
import { lifeOf } from '../record/life.ts';
import { kindLabel, registerLabels } from '../words.ts';
import type { Entry } from './feed.ts';

/** Notices as entries, in the order of the ids given. */
export function entriesOf(portal: Portal, ids: readonly number[], locale: Locale): Entry[] {
  const releases = findReleases(portal.database, ids);
  const rows = findRecords(portal.database, [...new Set(releases.map(({ ocid }) => ocid))]);
  const told = new Map(rows.map((row) => [row.ocid, { row, context: contextOf(portal, row, locale) }]));
  return releases.flatMap((release) => {
    const { row, context } = told.get(release.ocid) ?? {};
    return row && context ? [entryOf(release, row, context)] : [];
  });
}

/** Records as entries, in the order given: each by its newest notice, so that a new one is a new entry. */
export function newestEntries(portal: Portal, rows: readonly RecordRow[], locale: Locale): Entry[] {
  return entriesOf(
    portal,
    rows.map(({ orderKey }) => orderKey),
    locale,
  );
}

function contextOf(portal: Portal, row: RecordRow, locale: Locale): RecordContext | undefined {
  const register = findRegister(row.register);
  return register && recordContext(portal, row, register, lifeOf(releasesOf(portal.database, row.ocid)), locale);
}

function entryOf(release: Release, row: RecordRow, context: RecordContext): Entry {
  const { portal, register, locale } = context;
  const path = noticePath(release.id);
  return {
    id: new URL(path, portal.settings.origin).href,
    title: headlineOf(release, row.title, context),
    summary: [redactedText(release, locale), summaryOf(release, context)].filter(Boolean).join(' '),
    published: release.publishedAt,
    updated: changedAt(release, context),
    path,
    about: pathOf(row),
    author: release.content.unit?.name,
    categories: [
      { term: register.id, label: registerLabels(register, locale).name },
      { term: release.kind, label: kindLabel(register.id, release.kind, locale) },
    ],
  };
}

/** When it came, or was corrected, withdrawn or redacted: its text here is another since. */
function changedAt({ id, acceptedAt, content }: Release, { life }: RecordContext): number {
  const later = life.releases.filter(({ amends }) => amends === id).map((other) => other.acceptedAt);
  return Math.max(acceptedAt, content.redaction?.at ?? 0, ...later);
}

function redactedText({ content: { redaction } }: Release, locale: Locale): string {
  const t = labels(locale).notice;
  return redaction
    ? t.redacted +
        fill(t.redactedOn, { day: dayOf(redaction.at), reason: redaction.reason }) +
        labels(locale).record.stop
    : '';
}
