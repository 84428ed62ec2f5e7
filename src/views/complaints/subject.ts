import { lawText } from '../laws/law-text.ts';
import { findUnit, findUnitByName, type Unit } from '../../accounts/units/storage.ts';
import { NAMED, type Way } from '../../complaints/complaint.ts';
import { dueOf, limitOf, type Due } from '../../complaints/limits.ts';
import { waysOf } from '../../complaints/storage.ts';
import { calendarOf } from '../../clock/storage.ts';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import { findRecord } from '../../notices/storage.ts';
import { findParty } from '../../parties/storage.ts';
import { findRegister } from '../../registers/registers.ts';
import type { AnswerLimit } from '../../registers/remedies.ts';
import { dayOf } from '../../values/date.ts';
import { href, lawPath, ocidIn, pathOf, splitLocale, withQuery } from '../address.ts';
import { feePage } from '../fees/fee-page.ts';
import { unitPhone, type UnitPhone } from '../party/unit-contact.ts';
import type { Portal } from '../portal.ts';
import { recordPage } from '../record/record-page.ts';
import type { RemedyLine } from '../record/remedies.ts';
import { routeOf } from '../routes.ts';
import { registerLabels } from '../words.ts';

/** What somebody speaks about: a record, a fee, or a unit. */
export interface Subject {
  /** Without a language. */
  path: string;
  title: string;
  ocid: string;
  register: string;
  /** The units that it names. */
  unitNames: readonly string[];
  remedies: readonly RemedyLine[];
}

/** Of a page of the portal; null for one that nothing can be put to. */
export function subjectOf(portal: Portal, page: string, locale: Locale): Subject | null {
  const url = page.startsWith('/') && !page.startsWith('//') ? URL.parse(page, portal.settings.origin) : null;
  if (url === null) return null;
  const { path } = splitLocale(plain(url.pathname));
  const last = path.split('/').at(-1)!;
  switch (routeOf(path)?.route.path) {
    case '/records/[ocid]':
      return recordSubject(portal, ocidIn(last), locale);
    case '/fees/[code]': {
      const fee = feePage(portal, last, undefined, locale);
      return fee ? recordSubject(portal, fee.ocid, locale) : null;
    }
    case '/units/[id]': {
      const party = findParty(portal.database, last);
      return party?.isUnit
        ? { path, title: party.name, ocid: '', register: '', unitNames: [party.name], remedies: [] }
        : null;
    }
    default:
      return null;
  }
}

function plain(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return '';
  }
}

function recordSubject(portal: Portal, ocid: string, locale: Locale): Subject | null {
  const row = findRecord(portal.database, ocid);
  if (!row) return null;
  const page = recordPage(portal, ocid, locale);
  const remedies = page && 'remedies' in page ? (page.remedies?.ways ?? []) : [];
  const unit = findParty(portal.database, row.unit)?.name;
  return {
    path: pathOf(row),
    title: row.title,
    ocid,
    register: row.register,
    unitNames: unit ? [unit] : [],
    remedies,
  };
}

/** One way of putting it, as the form offers it. */
export interface OfferedWay {
  way: Way;
  name: string;
  who: string;
  /** 对招标文件：投标截止十日前…, one a line. */
  until: string[];
  /** To whom: a unit of this portal where it takes it here, else by name. */
  unit: { id: string; name: string } | null;
  toWhom: string;
  isOpen: boolean;
  /** By when it is answered, in words. */
  answered: string;
  promisedDays: number | null;
  basis: { text: string; path: string | null } | null;
  suspends: boolean;
  isNamed: boolean;
  /** If it were filed today. */
  due: Due | 'uncovered' | null;
  phone: UnitPhone | null;
}

/** Which statute's way a line of a record's remedies is. */
const WAY_OF: Record<string, Way> = {
  documents: 'objection',
  result: 'objection',
  query: 'query',
  complaint: 'complaint',
};

/** The ways that the statutes of the register know, then those that anybody has; `unit`: chosen where no page names one. */
export function waysFor(portal: Portal, subject: Subject | null, chosen: string | null, locale: Locale): OfferedWay[] {
  const { database } = portal;
  const lines = Map.groupBy(subject?.remedies ?? [], ({ id }) => WAY_OF[id]);
  const unit = chosen === null ? undefined : findUnit(database, chosen);
  const named = (subject?.unitNames ?? []).flatMap((name) => findUnitByName(database, name) ?? []);
  const own = unit ? [unit] : named;
  const statutory = (['objection', 'query', 'complaint'] as const).flatMap((way) => {
    const these = lines.get(way);
    if (!these) return [];
    const to = [...new Set(these.flatMap((line) => line.to.map(({ name }) => name)))];
    const units = to.flatMap((name) => findUnitByName(database, name) ?? []);
    return [offered(portal, way, subject!.register, units, to[0] ?? these[0]!.toWhom, these, locale)];
  });
  // What somebody did is reported to who watches over them, not to themselves.
  const watching = lines.get('complaint')?.flatMap((line) => line.to.map(({ name }) => name)) ?? [];
  const watcher = watching[0] ?? lines.get('complaint')?.[0]?.toWhom;
  const anybody = (['report', 'tell'] as const).map((way) => {
    if (way === 'report' && watcher !== undefined && !unit) {
      const units = watching.flatMap((name) => findUnitByName(database, name) ?? []);
      return offered(portal, way, '', units, watcher, [], locale);
    }
    return offered(portal, way, '', own, own[0]?.name ?? subject?.unitNames[0] ?? '', [], locale);
  });
  return [...statutory, ...(subject || unit ? anybody : [])];
}

function offered(
  portal: Portal,
  way: Way,
  register: string,
  units: readonly Unit[],
  toWhom: string,
  lines: readonly RemedyLine[],
  locale: Locale,
): OfferedWay {
  const { database } = portal;
  const t = labels(locale).complaints;
  const taking = units.find((one) => one.endedAt === null && waysOf(database, one.id).some((open) => open.way === way));
  const promisedDays = taking
    ? (waysOf(database, taking.id).find((open) => open.way === way)?.promisedDays ?? null)
    : null;
  const limit = limitOf(register, way);
  const name = taking?.name ?? toWhom;
  return {
    way,
    name: t.ways[way],
    who: t.who[way],
    until: lines.map((line) => [line.rule, line.due?.text, line.due?.state.text].filter(Boolean).join(' ')),
    unit: taking ? { id: taking.id, name: taking.name } : null,
    toWhom: name,
    isOpen: taking !== undefined && portal.settings.key !== undefined,
    answered: answeredText(register, way, promisedDays, locale),
    promisedDays,
    basis: basisOf(limit, lines[0], locale),
    suspends: limit?.suspends === true,
    isNamed: NAMED.includes(way),
    due: dueToday(portal, limit, promisedDays),
    phone: unitPhone(portal, name, locale),
  };
}

function answeredText(register: string, way: Way, promised: number | null, locale: Locale): string {
  const t = labels(locale).complaints;
  return statuteText(register, way, locale) ?? (promised === null ? t.noPromise : fill(t.promised, { n: promised }));
}

/** By when it is answered, as the statute has it. */
export function statuteText(register: string, way: Way, locale: Locale): string | null {
  const found = findRegister(register);
  const said = found && registerLabels(found, locale).remedies?.answers;
  return (said as Partial<Record<Way, string>> | undefined)?.[way] ?? null;
}

function basisOf(limit: AnswerLimit | undefined, line: RemedyLine | undefined, locale: Locale): OfferedWay['basis'] {
  if (limit) return { text: lawText(limit, locale), path: lawPath(limit.page, limit.article) };
  return line ? { text: line.law, path: line.lawPath } : null;
}

function dueToday(portal: Portal, limit: AnswerLimit | undefined, promised: number | null): OfferedWay['due'] {
  if (!limit && promised === null) return null;
  return dueOf(limit, promised, dayOf(portal.now()), null, calendarOf(portal.database)) ?? 'uncovered';
}

/** From a page to where something is put to a unit about it. */
export function complainLink(page: string, locale: Locale): { href: string; text: string } {
  return { href: withQuery(href(locale, '/complaints/new'), { about: page }), text: labels(locale).complaints.title };
}
