import { CHANNELS, RHYTHMS, type Channel } from '../../following/follow.ts';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import { listRecords } from '../../notices/lists/storage.ts';
import { findRecord, releasesOf } from '../../notices/storage.ts';
import { findParty, recordsOf } from '../../parties/storage.ts';
import { owedNewest } from '../../clock/owed/storage.ts';
import { findRegister } from '../../registers/registers.ts';
import { DAY, dayOf, startOfDay } from '../../values/date.ts';
import { firstKeyAt } from '../../values/order-key.ts';
import { done, refuse, type Result } from '../../values/result.ts';
import type { Settings } from '../../values/settings.ts';
import { href, ocidIn, pathOf, splitLocale, withQuery } from '../address.ts';
import { rulesOwed } from '../clock/owed/duties.ts';
import { owedQuery, readOwedParameters } from '../clock/owed/parameters.ts';
import { feePage } from '../fees/fee-page.ts';
import { findAll } from '../list/find-list.ts';
import { filterOf, listQuery, readListParameters } from '../list/parameters.ts';
import type { Portal } from '../portal.ts';
import { hasList, routeOf } from '../routes.ts';
import { readSearchParameters, searchQuery } from '../search/parameters.ts';
import { filtersOf, searchPage } from '../search/search-page.ts';
import { followedList, followedSearch, type Subject } from './subject.ts';
import { titleOf } from './title.ts';

/** What one page of the portal offers to follow. */
export interface Followable {
  subject: Subject;
  /** In the reader's words. */
  title: string;
  /** The page, with what narrows it, without a language. */
  path: string;
  /** Notices of the last ninety days; null for what has none to count. */
  lately: number | null;
  /** Where it can be subscribed to without leaving an address, without a language. */
  feeds: { face: 'atom' | 'ics'; path: string }[];
}

/** Above this many letters a month somebody had better gather them. */
export const MANY = 50;
const SPAN = 90;

/** What is followed when this page is. Refusals: `follow-not-here`, `follow-nothing`. */
export async function followable(portal: Portal, page: string, locale: Locale): Promise<Result<Followable>> {
  const notHere = refuse({ code: 'follow-not-here', path: 'page', found: page.slice(0, 80) });
  if (!page.startsWith('/') || page.startsWith('//')) return notHere;
  const url = URL.parse(page, portal.settings.origin);
  if (url === null || /%(?![0-9a-f]{2})/i.test(url.pathname)) return notHere;
  const found = await subjectAt(portal, splitLocale(plain(url.pathname)).path, url.searchParams, locale);
  if (found === null) return notHere;
  if (found === 'nothing') return refuse({ code: 'follow-nothing', path: 'page' });
  const title = titleOf(portal, found.subject, locale);
  if (title === null) return notHere;
  return done({
    ...found,
    title,
    lately: await countOf(portal, found.subject),
    feeds: feedsOf(found.path),
  });
}

/** What is no text in UTF-8 names nothing here. */
function plain(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return '';
  }
}

type At = Pick<Followable, 'subject' | 'path'>;

async function subjectAt(
  portal: Portal,
  path: string,
  search: URLSearchParams,
  locale: Locale,
): Promise<At | 'nothing' | null> {
  const route = routeOf(path)?.route.path;
  const last = path.split('/').at(-1)!;
  switch (route) {
    case '/search': {
      const { parameters } = readSearchParameters(search);
      const { asked, conditions } = await searchPage(portal, { ...parameters, limit: 1 }, locale);
      if (asked.q === '' && conditions.length === 0) return 'nothing';
      const query = searchQuery(parameters, { sort: undefined, each: undefined });
      return { subject: { what: 'search', asked: followedSearch(asked) }, path: withQuery(path, query) };
    }
    case '/records/[ocid]': {
      const record = findRecord(portal.database, ocidIn(last));
      return record ? { subject: { what: 'record', ocid: record.ocid }, path: pathOf(record) } : null;
    }
    case '/fees/[code]': {
      const fee = feePage(portal, last, undefined, locale);
      return fee ? { subject: { what: 'record', ocid: fee.ocid }, path: fee.path } : null;
    }
    case '/parties/[id]':
    case '/units/[id]':
      return findParty(portal.database, last) ? { subject: { what: 'party', id: last }, path } : null;
    case '/owed': {
      const { parameters } = readOwedParameters(portal, search);
      const { register, region, unit, duty } = parameters;
      const asked = { ...parameters, basis: 'verified', sort: 'longest' } as const;
      return {
        subject: { what: 'owed', ...said({ register, region, unit, duty }) },
        path: withQuery(path, owedQuery(asked)),
      };
    }
    default: {
      const register = findRegister(path.slice(1));
      if (!register || !hasList(register)) return null;
      const { parameters } = readListParameters(register, search);
      const asked = { ...parameters, sort: 'newest' } as const;
      return {
        subject: { what: 'list', register: register.id, asked: followedList(asked) },
        path: withQuery(path, listQuery(asked)),
      };
    }
  }
}

function said(values: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter((one): one is [string, string] => one[1] !== undefined));
}

/** As many as the page itself would have told of in the last `SPAN` days. */
async function countOf(portal: Portal, subject: Subject): Promise<number | null> {
  const { database } = portal;
  const now = portal.now();
  const since = now - SPAN * DAY;
  switch (subject.what) {
    case 'search': {
      const filters = { ...filtersOf(database, subject.asked, now) };
      const from = dayOf(since);
      if (filters.from === undefined || filters.from < from) filters.from = from;
      const { total } = await portal.search.search({
        q: subject.asked.q,
        filters,
        sort: 'newest',
        limit: 1,
        facets: false,
        now,
      });
      return total;
    }
    case 'list': {
      const register = findRegister(subject.register)!;
      const from = dayOf(since);
      const asked = { ...subject.asked, from: max(subject.asked.from, from) };
      if (asked.q) {
        const { ocids } = await findAll(portal, register, { ...asked, sort: 'newest' }, { most: MANY * 4 });
        return ocids.length;
      }
      return listRecords(database, { ...filterOf(register, asked), limit: 1, now }).total;
    }
    case 'record':
      return releasesOf(database, subject.ocid).filter(({ publishedAt }) => publishedAt >= since).length;
    case 'party':
      return recordsOf(database, subject.id, MANY * 4).filter(({ orderKey }) => orderKey >= firstKeyAt(since)).length;
    case 'owed': {
      const { register, region, unit, duty } = subject;
      const rules = rulesOwed('verified').filter((rule) => duty === undefined || rule === duty);
      const rows = owedNewest(database, dayOf(now), { rules, register, region, unit, limit: MANY * 4 });
      return rows.filter(({ dueOn }) => dueOn !== null && startOfDay(dueOn)! >= since).length;
    }
    case 'desk':
      return null;
  }
}

function max(a: string | undefined, b: string): string {
  return a !== undefined && a > b ? a : b;
}

/** The faces of the same page that programs come back to. */
function feedsOf(path: string): Followable['feeds'] {
  const [bare = '', query = ''] = path.split(/(?=\?)/);
  const route = routeOf(bare)?.route;
  return (['atom', 'ics'] as const).flatMap((face) =>
    route?.faces.includes(face) ? [{ face, path: `${bare}.${face}${query}` }] : [],
  );
}

/** What the form offers. */
export interface AskForm {
  followable: Followable | null;
  channels: { value: Channel; text: string }[];
  rhythms: { value: string; text: string; isChosen: boolean }[];
  /** 每月约12件. */
  often: string | null;
  isMany: boolean;
  /** Why something is not offered. */
  notes: string[];
  feeds: { href: string; text: string }[];
}

export function askForm(
  settings: Pick<Settings, 'key' | 'mail'>,
  followed: Followable | null,
  locale: Locale,
): AskForm {
  const t = labels(locale).following;
  const offered = settings.key === undefined ? [] : CHANNELS.filter((one) => one !== 'mail' || settings.mail);
  const lately = followed?.lately ?? null;
  const n = lately === null ? null : Math.round((lately * 30) / SPAN);
  const isMany = n !== null && n > MANY;
  return {
    followable: followed,
    channels: offered.map((value) => ({ value, text: t.channels[value] })),
    rhythms: RHYTHMS.map((value) => ({
      value,
      text: t.rhythms[value],
      isChosen: value === (isMany ? 'daily' : 'once'),
    })),
    often: n === null ? null : lately === 0 ? t.none : n === 0 ? fill(t.few, { n: lately! }) : fill(t.perMonth, { n }),
    isMany,
    notes: settings.key === undefined ? [t.noKey] : settings.mail ? [] : [t.noMail],
    feeds: (followed?.feeds ?? []).map(({ face, path }) => ({ href: href(locale, path), text: t[face] })),
  };
}
