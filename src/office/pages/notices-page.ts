import { permission } from '../../accounts/permissions.ts';
import { findUnit } from '../../accounts/units/storage.ts';
import { language } from '../../locales/labels.ts';
import { findRecords, findRelease, findReleases } from '../../notices/storage.ts';
import { registers } from '../../registers/registers.ts';
import { dayOf, parseDay } from '../../values/date.ts';
import { noticePath, pathOf, withQuery } from '../../views/address.ts';
import { portal } from '../../views/portal.ts';
import { kindName } from '../names.ts';
import { hidden, shown, type Answer, type Asked } from './page.ts';

/** Every public notice of the unit, however it came: written here, handed in, imported. */
export interface NoticesPage {
  unit: string;
  words: string;
  register: string;
  registers: { id: string; name: string }[];
  /** As typed; what is no day is said beside the box. */
  from: string;
  until: string;
  wrong: { from: boolean; until: boolean };
  rows: NoticeRow[];
  /** The next page, by key. */
  more: string | null;
}

export interface NoticeRow {
  href: string;
  title: string;
  kind: string;
  day: string;
  record: { href: string; title: string } | null;
  /** What it corrects, changes or takes back. */
  amends: { href: string; title: string } | null;
  /** Where what may follow is chosen; null for who does not write. */
  next: string | null;
}

const PAGE = 40;

/** Its notices are found by its name of today, as it published or stands in them; newest first. */
export async function noticesPage({
  office: { database },
  actor,
  query,
  locale,
  now,
}: Asked): Promise<Answer<NoticesPage>> {
  const unit = actor.unit === null ? undefined : findUnit(database, actor.unit);
  if (!unit || permission(actor, 'draft.read', { unit: unit.id }, now) !== 'granted') return hidden;
  const typed = (name: string) => (query.get(name) ?? '').trim().slice(0, 100);
  const [words, from, until] = [typed('q'), typed('from'), typed('until')];
  const register = registers.find(({ id }) => id === query.get('register'))?.id ?? '';
  const days = { from: parseDay(from), to: parseDay(until) };
  const { hits, next } = await portal().search.search({
    q: `${words} 单位:"${unit.name}"`.trim(),
    filters: {
      ...(register && { register: [register] }),
      ...(days.from && { from: days.from }),
      ...(days.to && { to: days.to }),
    },
    sort: 'newest',
    ...(query.has('before') && { before: typed('before') }),
    limit: PAGE,
    facets: false,
    now,
  });
  const releases = findReleases(
    database,
    hits.map(({ id }) => id),
  );
  const records = new Map(
    findRecords(
      database,
      hits.map(({ ocid }) => ocid),
    ).map((record) => [record.ocid, record]),
  );
  const mayWrite = permission(actor, 'draft.write', { unit: unit.id }, now) === 'granted';
  return shown({
    unit: unit.name,
    words,
    register,
    registers: registers.map(({ id, labels: own }) => ({ id, name: own[language(locale)].name })),
    from,
    until,
    wrong: { from: from !== '' && days.from === null, until: until !== '' && days.to === null },
    rows: releases.map(({ id, ocid, register: of, kind, publishedAt, content, amends }) => {
      const record = records.get(ocid);
      const amended = amends === null ? undefined : findRelease(database, amends);
      return {
        href: noticePath(id),
        title: content.title,
        kind: kindName(of, kind, locale),
        day: dayOf(publishedAt),
        record: record ? { href: pathOf(record), title: record.title } : null,
        amends: amended ? { href: noticePath(amended.id), title: amended.content.title } : null,
        next: mayWrite && actor.registers.includes(of) ? `/office/drafts/new?from=${id}` : null,
      };
    }),
    more: next === null ? null : withQuery('/office/notices', { q: words, register, from, until, before: next }),
  });
}
