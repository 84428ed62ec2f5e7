import { calendarOf } from '../../clock/storage.ts';
import { addWorkingDays } from '../../clock/working-days.ts';
import { fill, labels } from '../../locales/labels.ts';
import type { RecordRow } from '../../notices/release.ts';
import { asSaid, through } from '../../registers/fragments.ts';
import { workingDaysIn } from '../../registers/measures.ts';
import { listOf, partiesAs } from '../../registers/ocds.ts';
import type { Remedy } from '../../registers/remedies.ts';
import { DAY, dayNumber, dayOf, type Day } from '../../values/date.ts';
import { lawPath, noticePath } from '../address.ts';
import type { RecordClock } from '../clock/record-clock.ts';
import type { GridCell } from '../grid.ts';
import { lawText } from '../laws/law-text.ts';
import { partyLink } from '../party/party-link.ts';
import { unitPhone } from '../party/unit-contact.ts';
import { unknownCell } from '../unknown.ts';
import { registerLabels } from '../words.ts';
import type { RecordContext } from './context.ts';
import { saidBy } from './life.ts';
import { canStillTakePart } from './participation.ts';
import type { State } from './state.ts';

/** How one objects and complains about a record: to whom, and by when as far as its notices say. */
export interface RecordRemedies {
  title: string;
  ways: RemedyLine[];
  /** Where to turn, in the words of the newest notice that says it. */
  channel: { text: string; path: string } | null;
  /** Of those to whom one turns; without a number where none is printed. */
  telephones: { name: string; cell: GridCell }[];
  note: string;
}

export interface RemedyLine {
  id: string;
  name: string;
  /** What the statute says. */
  rule: string;
  to: { name: string; path: string | null }[];
  /** Whose it is, where the record names nobody. */
  toWhom: string;
  /** Reckoned from the record's own days; null where they do not say. */
  due: { text: string; state: Pick<State, 'tone'> & { text: string } } | null;
  law: string;
  lawPath: string | null;
  unverified: boolean;
}

export function remediesOf(
  context: RecordContext,
  row: RecordRow,
  clock: RecordClock | null,
  now: number,
): RecordRemedies | null {
  const { register, locale } = context;
  const words = registerLabels(register, locale).remedies;
  if (!register.remedies || !words) return null;
  const canTakePart = canStillTakePart(row, now);
  const ways = register.remedies.ways
    .filter(
      ({ whileOpen, withRole, withoutRole }) =>
        (!whileOpen || canTakePart) &&
        (withRole === undefined || inRole(context.record, withRole).length > 0) &&
        (withoutRole === undefined || inRole(context.record, withoutRole).length === 0),
    )
    .map((way): RemedyLine => ({
      id: way.id,
      name: words.ways[way.id]!.name,
      rule: words.ways[way.id]!.rule,
      to: namedIn(way, context).map((name) => ({ name, path: partyLink(context.portal, name).path })),
      toWhom: words.ways[way.id]!.to,
      due: dueOf(way, context, row, clock, now),
      law: lawText(way, locale),
      lawPath: lawPath(way.page, way.article),
      unverified: way.verifiedOn === null,
    }));
  const names = [...new Set(ways.flatMap(({ to }) => to.map(({ name }) => name)))];
  return {
    title: words.title,
    ways,
    channel: channelIn(register.remedies.channel, context),
    telephones: names.map((name) => ({ name, cell: telephoneOf(name, context, row) })),
    note: words.note,
  };
}

/** The parties of the record in these roles, each once. */
function namedIn({ to }: Remedy, { record }: RecordContext): string[] {
  return [...new Set(to.flatMap((role) => inRole(record, role)))].filter((name) => typeof name === 'string');
}

function inRole(record: RecordContext['record'], role: string): unknown[] {
  const { tender, buyer } = record;
  return [
    ...(role === 'procuringEntity' && tender?.procuringEntity ? [tender.procuringEntity.name] : []),
    ...(role === 'buyer' && buyer ? [buyer.name] : []),
    ...partiesAs(role, record).map(({ name }) => name),
  ];
}

function dueOf(
  { daysBefore, daysAfterResult, within = [], publicity }: Remedy,
  context: RecordContext,
  row: RecordRow,
  clock: RecordClock | null,
  now: number,
): RemedyLine['due'] {
  const t = labels(context.locale).record.remedies;
  if (daysBefore !== undefined)
    return row.deadline === null ? null : dueText(t.before, dayOf(row.deadline - daysBefore * DAY), context, now);
  if (daysAfterResult !== undefined) {
    const day = lastDayAfterResult(daysAfterResult, context);
    return day === null ? null : dueText(t.afterResult, day, context, now);
  }
  const judged = clock?.lines.filter(({ rule }) => within.includes(rule)) ?? [];
  const days = [...new Set(judged.flatMap(({ targetOn }) => targetOn ?? []))];
  // Sections with publicity of their own end on days of their own: the clock tells them apart.
  if (days.length > 1) return null;
  const until = asSaid(context.record.tender?.publicityPeriod?.endDate, through);
  const day = days[0] ?? (publicity ? until?.slice(0, 10) : undefined);
  if (day === undefined) return null;
  return dueText(t.publicised, day, context, now, until?.startsWith(day) ? until : day);
}

/**
 * So many working days after the end of the period for which the result is announced, as it prints it; null where there are
 * several results, or the one does not say how long, or was first published on a day that is not known here. Whether the
 * day of publication counts is read differently: it is counted here, for who comes by the earlier day is in time by both.
 */
function lastDayAfterResult(count: number, { portal, life, register }: RecordContext): Day | null {
  const results = life.speaking.filter(
    ({ kind }) => register.stages[register.kinds[kind]?.stage ?? '']?.head === 'decided',
  );
  const [only] = results;
  if (!only || results.length > 1) return null;
  const { firstPublished, fields } = only.content;
  const length = workingDaysIn(fields['noticePeriod']);
  const at = firstPublished ? firstPublished.at : only.publishedAt;
  if (length === null || at === undefined) return null;
  const calendar = calendarOf(portal.database);
  const end = addWorkingDays(calendar, dayOf(at - DAY), length.value);
  return end && addWorkingDays(calendar, end, count);
}

/** A day counts to its end (民法典 art. 203); the hour that a notice ends it with is shown. */
function dueText(
  label: string,
  day: Day,
  { locale }: RecordContext,
  now: number,
  said: string = day,
): RemedyLine['due'] {
  const { daysLeft, oneDayLeft, lastDay } = labels(locale).list;
  const left = dayNumber(Date.parse(`${day}T12:00:00+08:00`)) - dayNumber(now);
  const text =
    left < 0
      ? labels(locale).record.remedies.over
      : left === 0
        ? lastDay
        : left === 1
          ? oneDayLeft
          : fill(daysLeft, { n: left });
  return {
    text: fill(label, { day: said }),
    state: { tone: left < 0 ? 'ended' : left <= 3 ? 'closing' : 'open', text },
  };
}

function channelIn(fields: readonly string[], { life }: RecordContext): RecordRemedies['channel'] {
  for (const field of fields) {
    const found = life.speaking.findLast(({ content }) => typeof content.fields[field] === 'string');
    if (found) return { text: String(found.content.fields[field]), path: noticePath(found.id) };
  }
  return null;
}

/** As a notice prints it, else as the unit gave it to this portal; of a reprint it may stand in the text. */
function telephoneOf(name: string, context: RecordContext, row: RecordRow): GridCell {
  const printed = listOf(context.record.parties).find((party) => party.name === name)?.contactPoint?.telephone;
  const phone = typeof printed === 'string' && printed !== '' ? null : unitPhone(context.portal, name, context.locale);
  if (phone) return { text: phone.number, sub: phone.verified };
  if (typeof printed !== 'string' || printed === '')
    return row.isReprint ? context.unknown('undisclosed') : unknownCell('not-seen', undefined, context.locale);
  const path = saidBy(context.life, ({ parties }) =>
    listOf(parties).some((party) => party.name === name && party.contactPoint?.telephone === printed),
  );
  return { text: printed, path: path ?? undefined };
}
