import { findOfficer } from '../../accounts/officers/storage.ts';
import { findTokenById } from '../../accounts/tokens/storage.ts';
import { findUnit } from '../../accounts/units/storage.ts';
import type { Database } from '../../database/database.ts';
import { findEvents, type Event, type EventQuery } from '../../events/storage.ts';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import { DAY, minuteOf, parseDay, startOfDay } from '../../values/date.ts';
import { actName } from '../names.ts';
import { actsOf, groupOf, groups, type Group } from './acts.ts';
import { detailOf, hashIn } from './details.ts';
import { subjectOf, type Subject } from './subjects.ts';

/** One line of the trail as auditors read and export it. */
export interface TrailLine {
  id: number;
  /** `yyyy-mm-dd HH:MM`. */
  at: string;
  officer: string;
  /** Of a token, who made it. */
  behalf: string;
  unit: string;
  /** In words; and its kind, null for one that no program of today does. */
  act: string;
  group: Group | null;
  subject: Subject;
  detail: string;
  hash: string | null;
  address: string;
}

export const TRAIL_PAGE = 100;

/** What the address asks for. */
export interface TrailQuery extends Omit<EventQuery, 'limit'> {
  group?: Group;
  /** As it was typed, where it is no day: `from`, `until`. */
  wrong: string[];
}

/** The filters of the address: officer and unit by id, kind of act, days in Shanghai from and until, and the page. */
export function trailQuery(query: URLSearchParams): TrailQuery {
  const text = (name: string) => query.get(name)?.trim() || undefined;
  const group = groups().find((one) => one === text('group'));
  const days = (['from', 'until'] as const).map((name) => [text(name), parseDay(text(name) ?? '')] as const);
  const [from, until] = days.map(([, day]) => (day === null ? null : startOfDay(day)));
  const before = Number(text('before') ?? NaN);
  return {
    ...(text('officer') && { actor: text('officer') }),
    ...(text('unit') && { unit: text('unit') }),
    ...(group && { group, acts: actsOf(group) }),
    ...(from != null && { from }),
    ...(until != null && { until: until + DAY }),
    ...(Number.isInteger(before) && { before }),
    wrong: days.flatMap(([typed, day]) => (typed !== undefined && day === null ? [typed] : [])),
  };
}

export function trailLines(database: Database, query: TrailQuery, limit: number, locale: Locale): TrailLine[] {
  const known = new Map<string, Pick<TrailLine, 'officer' | 'behalf'>>();
  return findEvents(database, { ...query, limit }).map((event) => {
    const key = `${event.actor} ${String(event.detail['token'] ?? '')}`;
    const who = known.get(key) ?? whoActed(database, event, locale);
    known.set(key, who);
    return {
      id: event.id,
      at: minuteOf(event.at),
      ...who,
      unit: event.unit ? (findUnit(database, event.unit)?.name ?? event.unit) : '',
      act: actName(event.act, locale),
      group: groupOf(event.act),
      subject: subjectOf(database, event, locale),
      detail: detailOf(event, locale),
      hash: hashIn(event),
      address: event.address ?? '',
    };
  });
}

/** What a token did is told by the token's name: nobody sat there. */
function whoActed(database: Database, { actor, detail }: Event, locale: Locale): Pick<TrailLine, 'officer' | 'behalf'> {
  const t = labels(locale).trail;
  const officer = findOfficer(database, actor)?.name ?? (/^o[0-9a-f-]/.test(actor) ? actor : t.system);
  const token = typeof detail['token'] === 'string' ? findTokenById(database, detail['token']) : undefined;
  return token ? { officer: token.name, behalf: fill(t.byToken, { officer }) } : { officer, behalf: '' };
}

/** As CSV for Excel: with a byte order mark, every cell quoted, and none that a sheet would run as a formula. */
export function trailCsv(lines: readonly TrailLine[], origin: string, locale: Locale): string {
  const t = labels(locale).office.people;
  const cell = (value: string) => `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;
  const head = [t.when, t.officer, t.unit, t.act, t.subject, t.link, t.detail, labels(locale).trail.hash, t.address];
  const rows = lines.map(({ at, officer, behalf, unit, act, subject, detail, hash, address }) => [
    at,
    behalf === '' ? officer : `${officer}（${behalf}）`,
    unit,
    act,
    subject.text,
    subject.href === undefined ? '' : new URL(subject.href, origin).href,
    detail,
    hash ?? '',
    address,
  ]);
  return `\ufeff${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
