import { fill, labels, type Locale } from '../../locales/labels.ts';
import { fragmentOf } from '../../notices/compile.ts';
import { lookedAt } from '../../notices/drafts/afterwards/storage.ts';
import type { Release, Standing } from '../../notices/release.ts';
import { findRecord, findRelease, releasesOf } from '../../notices/storage.ts';
import type { NoticeAct } from '../../registers/register.ts';
import { findRegister } from '../../registers/registers.ts';
import { machineTime } from '../../values/date.ts';
import { regionName } from '../../values/region.ts';
import { noticePath, pathOf } from '../address.ts';
import { filesOf, isKept, type NoticeFile } from './files.ts';
import { recordContext } from '../record/context.ts';
import { actOf, isRestatement, lifeOf, type Life } from '../record/life.ts';
import { asDocument, comparedBody, type BodyBlock } from './body.ts';
import { changesOf, restOf, unnamedOf, type Change, type Rest, type Unnamed } from './changes.ts';
import { noticeFacts, unknownIn, type NoticeFact } from './facts.ts';
import { headlineOf } from './headline.ts';
import { ocdsFacts } from './ocds-facts.ts';
import { partyLink, type PartyLink } from '../party/party-link.ts';
import type { GridCell } from '../grid.ts';
import type { Portal } from '../portal.ts';
import { timelineOf, type Statement } from '../record/timeline.ts';
import { kindLabel, registerLabels } from '../words.ts';

/** Another notice of the same record that this one speaks of, or that speaks of this one. */
export interface Mention {
  id: number;
  path: string;
  label: string;
  title: string;
  at: string;
  act: NoticeAct;
  unit: string | null;
  reason: string | null;
}

/** What a notice's page shows, and what `/notices/{id}.json` answers. */
export interface NoticePage {
  id: number;
  path: string;
  register: string;
  registerName: string;
  kind: string;
  kindLabel: string;
  act: NoticeAct;
  /** Kind, register, division. */
  kicker: string[];
  title: string;
  /** The fact in one line, as feeds tell it. */
  headline: string;
  number: string | null;
  unit: PartyLink | null;
  publishedAt: string;
  standing: Standing;
  record: { ocid: string; title: string; path: string; notices: number };
  /** The notice this one restates, changes or takes back. */
  amends: Mention | null;
  /** Those that restate, change or take back this one, in date order. */
  amendedBy: Mention[];
  /** For a withdrawn one: the notice of its kind that is in force now. */
  currentNotice: Mention | null;
  reason: string | null;
  changes: Change[];
  /** What the comparison with the text it restates found beside these; null where nothing was compared to the end. */
  rest: Rest | null;
  /** Of a correction that names no notice: whether its original is held, and what it says anew. */
  unnamed: Unnamed | null;
  changesBetween: { before: string; after: string } | null;
  body: BodyBlock[];
  facts: NoticeFact[];
  /** What is said in the place of a fact that the law requires and the notice lacks. */
  unknown: GridCell;
  files: NoticeFile[];
  firstPublished: { medium: string; url: string | null; at: string | null } | null;
  /** Its neighbours in the record, newest on top. */
  line: Statement[];
  /** What an importer was not sure of. */
  remarks: string[];
  /** Of one that went out without review: when another officer looked at it; null while nobody has. */
  lookedAt?: string | null;
  hash: string;
  content: Release['content'];
}

/** The order key an address names, in one spelling (no `007`); -1, which no notice has, for anything else. */
export function noticeId(text: string): number {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : -1;
}

export function noticePage(portal: Portal, id: number, locale: Locale): NoticePage | undefined {
  const release = findRelease(portal.database, id);
  const register = release && findRegister(release.register);
  const row = release && findRecord(portal.database, release.ocid);
  if (!release || !register || !row) return undefined;
  const { content } = release;
  const life = lifeOf(releasesOf(portal.database, release.ocid));
  const context = recordContext(portal, row, register, life, locale);
  const before = life.releases.find((other) => other.id === release.amends);
  const mention = (other: Release) => mentionOf(other, locale);
  const standing = life.standings.get(id)!;
  const restated = before && isRestatement(release) ? before : undefined;
  const { firstPublished } = content;
  return {
    id,
    path: noticePath(id),
    register: register.id,
    registerName: registerLabels(register, locale).name,
    kind: release.kind,
    kindLabel: kindLabel(register.id, release.kind, locale),
    act: actOf(release),
    kicker: [
      kindLabel(register.id, release.kind, locale),
      registerLabels(register, locale).name,
      content.region ? regionName(content.region, locale) : '',
    ].filter(Boolean),
    title: content.title,
    headline: headlineOf(release, row.title, context),
    number: content.number ?? null,
    unit: content.unit ? partyLink(portal, content.unit.name) : null,
    publishedAt: machineTime(release.publishedAt),
    standing,
    record: { ocid: row.ocid, title: row.title, path: pathOf(row), notices: life.releases.length },
    amends: before ? mention(before) : null,
    amendedBy: life.releases.filter(({ amends }) => amends === id).map(mention),
    currentNotice: standing === 'withdrawn' ? currentOf(release, life, mention) : null,
    reason: content.reason ?? null,
    changes: changesOf(release, before, register, locale),
    rest: restOf(release, before),
    unnamed: unnamedOf(release, life.releases, register, locale),
    changesBetween: before
      ? { before: machineTime(before.publishedAt), after: machineTime(release.publishedAt) }
      : null,
    body: bodyOf(release, restated),
    facts: content.ocds
      ? ocdsFacts(fragmentOf(content), register, portal, locale)
      : noticeFacts(content, register, portal, locale),
    unknown: unknownIn(content, locale),
    files: filesOf([release], locale, isKept(portal)),
    firstPublished: firstPublished
      ? {
          medium: firstPublished.medium,
          url: firstPublished.url ?? null,
          at: firstPublished.at === undefined ? null : machineTime(firstPublished.at),
        }
      : null,
    line: neighbours(timelineOf(context), id),
    remarks: remarksOf(content, locale),
    ...(content.unreviewed && { lookedAt: timeOrNull(lookedAt(portal.database, id) ?? null) }),
    hash: release.hash,
    content,
  };
}

const timeOrNull = (at: number | null) => (at === null ? null : machineTime(at));

function mentionOf(release: Release, locale: Locale): Mention {
  const { id, register, kind, publishedAt, content } = release;
  return {
    id,
    path: noticePath(id),
    label: kindLabel(register, kind, locale),
    title: content.title,
    at: machineTime(publishedAt),
    act: actOf(release),
    unit: content.unit?.name ?? null,
    reason: content.reason ?? null,
  };
}

function currentOf(
  { kind, id }: Release,
  { releases, standings }: Life,
  mention: (release: Release) => Mention,
): Mention | null {
  const found = releases.findLast(
    (other) => other.kind === kind && other.id !== id && standings.get(other.id) === 'current',
  );
  return found ? mention(found) : null;
}

function bodyOf({ content }: Release, restated: Release | undefined): BodyBlock[] {
  if (!content.body) return [];
  const earlier = restated?.content.body;
  return earlier && earlier !== content.body
    ? comparedBody(earlier, content.body)
    : [{ type: 'markdown', text: content.firstPublished ? asDocument(content.body) : content.body }];
}

/** How many notices before and after this one are shown. */
const BESIDE = 3;

function neighbours(line: Statement[], id: number): Statement[] {
  const here = line.findIndex((statement) => statement.id === id);
  return line.slice(Math.max(0, here - BESIDE), here + BESIDE + 1);
}

function remarksOf({ remarks = [] }: Release['content'], locale: Locale): string[] {
  const sentences = labels(locale).notice.remarkTexts as Record<string, string>;
  return remarks.map(({ code, found = '' }) =>
    sentences[code] ? fill(sentences[code], { found }) : [code, found].filter(Boolean).join(' '),
  );
}
