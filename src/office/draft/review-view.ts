import type { Database } from '../../database/database.ts';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import type { Draft } from '../../notices/drafts/draft.ts';
import { findRemarks, submissionsOf, type Remark } from '../../notices/drafts/remarks/storage.ts';
import { findRelease } from '../../notices/storage.ts';
import type { Notice } from '../../registers/notice.ts';
import type { Register } from '../../registers/register.ts';
import { canonicalJson } from '../../values/canonical.ts';
import { comparedBody, type BodyBlock } from '../../views/notice/body.ts';
import { changesBetween, type Change } from '../../views/notice/changes.ts';
import { wordDifference } from '../../views/notice/difference.ts';
import type { NoticePage } from '../../views/notice/notice-page.ts';
import { officerName, shortMinute } from '../names.ts';

/** What a reviewer looks at: what changed, against what is in force and against the last time, and the notice whole. */
export interface ReviewView {
  /** Against the release it restates; null where it restates none. */
  sinceRelease: Compared | null;
  /** Against what was handed in before; null the first time. */
  sinceLast: Compared | null;
  /** What can be remarked upon, in the order of the notice; remarks that name nothing of it any more stand with the whole. */
  points: Point[];
  /** Open remarks first. */
  open: number;
}

export interface Compared {
  /** The other text: 11-20 10:12，某某提交. */
  other: string;
  changes: Change[];
  /** The body with its changes marked, where it changed. */
  body: BodyBlock[] | null;
}

/** A field or a row of the notice, with what was remarked about it. */
export interface Point {
  path: string;
  label: string;
  /** As the public will read it; of a table, how many rows. */
  values: string[];
  remarks: RemarkView[];
}

export interface RemarkView extends Pick<Remark, 'id' | 'text' | 'reply'> {
  by: string;
  isSettled: boolean;
}

export function reviewView(
  database: Database,
  draft: Draft,
  page: NoticePage,
  register: Register,
  locale: Locale,
  now: number,
): ReviewView {
  const t = labels(locale).office.review;
  const [last, before] = submissionsOf(database, draft.id);
  const remarks = findRemarks(database, draft.id);
  const restated = page.act === 'state' ? page.amends : null;
  const old = restated && findRelease(database, restated.id)?.content;
  return {
    sinceRelease: old
      ? compared(old, page.content, fill(t.inForce, { day: restated.at.slice(5, 10) }), register, locale)
      : null,
    sinceLast:
      last && before
        ? compared(
            before.notice,
            page.content,
            fill(t.handedIn, { at: shortMinute(before.at, now), name: officerName(database, before.by) }),
            register,
            locale,
          )
        : null,
    points: pointsOf(page, remarks, (by) => officerName(database, by), locale),
    open: remarks.filter(({ settledAt }) => settledAt === null).length,
  };
}

function compared(before: Notice, after: Notice, other: string, register: Register, locale: Locale): Compared {
  const t = labels(locale).office.review;
  const changes = changesBetween(before, after, register, locale);
  const { header } = labels(locale).office.form;
  const told = (label: string, old: string | undefined, now: string | undefined) => {
    if (old === now) return;
    const side = (text: string | undefined, change: 'removed' | 'added') =>
      text === undefined ? [] : [{ text, change }];
    changes.push({ label, before: side(old, 'removed'), after: side(now, 'added') });
  };
  told(header.reason, before.reason, after.reason);
  told(header['firstPublished.medium'], before.firstPublished?.medium, after.firstPublished?.medium);
  told(labels(locale).clock.office.explain, whyOf(before), whyOf(after));
  const [old = '', now = ''] = [before.body, after.body];
  if (old !== now) {
    const parts = wordDifference(old, now);
    const count = (change: string) =>
      parts.filter((part) => part.change === change).reduce((sum, { text }) => sum + [...text].length, 0);
    const text = fill(t.bodyChanged, { added: count('added'), removed: count('removed') });
    changes.push({ label: labels(locale).notice.body, before: [], after: [{ text, change: 'added' }] });
  }
  const names = ({ attachments }: Notice) => attachments.map(({ name }) => name);
  const [was, is] = [names(before), names(after)];
  if (canonicalJson(before.attachments) !== canonicalJson(after.attachments))
    changes.push({
      label: labels(locale).notice.files,
      before: [{ text: was.filter((name) => !is.includes(name)).join('、'), change: 'removed' }],
      after: [{ text: is.filter((name) => !was.includes(name)).join('、') || t.otherBytes, change: 'added' }],
    });
  return { other, changes, body: old === now ? null : comparedBody(old, now) };
}

const whyOf = ({ explanations }: Notice) => explanations?.map(({ text }) => text).join('\n');

function pointsOf(
  page: NoticePage,
  remarks: readonly Remark[],
  nameOf: (officer: string) => string,
  locale: Locale,
): Point[] {
  const { office, notice: t } = labels(locale);
  const { header, row } = office.form;
  const { content } = page;
  const said = (path: keyof typeof header, text: string | null | undefined): Omit<Point, 'remarks'>[] =>
    text ? [{ path, label: header[path] ?? path, values: [text] }] : [];
  const points: Omit<Point, 'remarks'>[] = [
    ...said('title', page.title),
    ...said('number', page.number),
    ...said('project.name', content.project.name),
    ...said('project.code', content.project.code),
    ...said('project.investmentCode', content.project.investmentCode),
    ...said('region', page.kicker[2]),
    ...page.facts.flatMap(({ id, label, values, grid }) => {
      const path = id === 'related' ? id : `fields.${id}`;
      const own = { path, label, values: grid ? [fill(office.review.rows, { n: grid.rows.length })] : texts(values) };
      const rows = (grid?.rows ?? []).map((_, index) => ({
        path: `${path}.${index}`,
        label: fill(row, { label, n: index + 1 }),
        values: [],
      }));
      return [own, ...(rows.length > 1 ? rows : [])];
    }),
    ...said('reason', page.reason),
    ...said('firstPublished.medium', page.firstPublished?.medium),
    ...(content.explanations ?? []).map(({ rule, text }) => ({
      path: `explanations.${rule}`,
      label: rule,
      values: [text],
    })),
    { path: 'body', label: t.body, values: [] },
    { path: 'attachments', label: t.files, values: page.files.map(({ name }) => name) },
  ];
  const known = new Set(points.map(({ path }) => path));
  const of = (path: string) =>
    remarks
      .filter((one) => (known.has(one.path) ? one.path : '') === path)
      .map(({ id, text, reply, by, settledAt }) => ({
        id,
        text,
        reply,
        by: nameOf(by),
        isSettled: settledAt !== null,
      }));
  return [
    { path: '', label: office.draft.whole, values: [], remarks: of('') },
    ...points.map((point) => ({ ...point, remarks: of(point.path) })),
  ];
}

const texts = (values: readonly { text: string; sub?: string | undefined }[]) =>
  values.map(({ text, sub }) => (sub ? `${text}，${sub}` : text));
