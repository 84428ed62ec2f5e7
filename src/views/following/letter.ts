import { fill, isTraditional, labels, type Locale } from '../../locales/labels.ts';
import { verdictsOf } from '../../clock/storage.ts';
import type { Delivery, Follow } from '../../following/follow.ts';
import { tasksOf } from '../../notices/drafts/desk.ts';
import { endsOf, findRecord, findRelease, findReleases } from '../../notices/storage.ts';
import { findRegister } from '../../registers/registers.ts';
import { DAY, dayOf, minuteOf } from '../../values/date.ts';
import { href, pathOf } from '../address.ts';
import { owedRows } from '../clock/owed/rows.ts';
import { entriesOf } from '../feeds/release-entries.ts';
import { changesOf } from '../notice/changes.ts';
import type { TextPart } from '../notice/difference.ts';
import type { Portal } from '../portal.ts';
import { traditional } from '../traditional.ts';
import { actorOf } from './tell.ts';
import { readSubject, WHYS, type Why } from './subject.ts';
import { titleOf } from './title.ts';

/** One thing that is told: a fact, where it stands, and what else is known of it. */
export interface Told {
  text: string;
  url: string;
  summary: string;
  changes: string[];
}

/** What is told of one record. */
export interface Group {
  ocid: string;
  title: string;
  url: string;
  told: Told[];
}

/** What one delivery says, for every channel. Addresses are whole. */
export interface Letter {
  kind: Delivery['kind'];
  language: Locale;
  /** The fact itself, where there is one. */
  subject: string;
  /** What is followed. */
  title: string;
  lead: string;
  groups: Group[];
  /** The one thing that is to be done: to confirm, or to open the page of what is followed. */
  link: { text: string; url: string };
  end: string;
  manage: string;
  /** Takes one POST (RFC 8058). */
  stop: string;
}

export interface LetterLinks {
  manage: string;
  stop: string;
}

/**
 * Puts a delivery into words, from what stands now: what was taken back meanwhile is not told as if it stood. Null when
 * nothing is left to say.
 */
export function letterOf(
  portal: Portal,
  delivery: Delivery,
  follow: Follow,
  keys: readonly string[],
  links: LetterLinks,
): Letter | null {
  const locale = follow.locale as Locale;
  const subject = readSubject(follow.subject);
  const t = labels(locale).following;
  const title = titleOf(portal, subject, locale) ?? follow.path;
  const at = (path: string) => new URL(href(locale, path), portal.settings.origin).href;
  const common = { kind: delivery.kind, language: locale, title, ...links, groups: [] as Group[] };
  if (delivery.kind !== 'news') {
    const isAsked = delivery.kind === 'confirm';
    return inLanguage({
      ...common,
      subject: fill(isAsked ? t.letter.confirmSubject : t.letter.knownSubject, { title }),
      lead: fill(isAsked ? t.letter.confirmLead : t.letter.knownLead, { title }),
      link: { text: isAsked ? t.letter.confirmLink : t.letter.manage, url: links.manage },
      end: isAsked ? t.letter.confirmEnd : '',
    });
  }
  if (subject.what === 'desk') {
    const tasks = tasksText(portal, subject.officer, subject.whys ?? WHYS, locale);
    if (tasks === null) return null;
    return inLanguage({
      ...common,
      subject: fill(t.letter.tasksSubject, { tasks }),
      lead: tasks,
      // Officers work on a page without languages.
      link: { text: t.letter.open, url: new URL('/office', portal.settings.origin).href },
      end: fill(t.letter.why, { title }),
    });
  }
  const groups = groupsOf(portal, keys, locale);
  const first = groups[0]?.told[0];
  if (!first) return null;
  const n = groups.reduce((sum, { told }) => sum + told.length, 0);
  return inLanguage({
    ...common,
    subject: n === 1 ? first.text : fill(t.letter.several, { first: first.text, n }),
    lead: fill(t.letter.lead, { title }),
    groups,
    link: { text: t.letter.page, url: at(follow.path) },
    end: `${fill(t.letter.why, { title })} ${t.letter.authority}`,
  });
}

/** By record, in the order in which they were noted. */
function groupsOf(portal: Portal, keys: readonly string[], locale: Locale): Group[] {
  const groups = new Map<string, Group>();
  for (const key of keys) {
    const found = toldOf(portal, key, locale);
    if (!found) continue;
    const { ocid, told } = found;
    const row = findRecord(portal.database, ocid);
    const group = groups.get(ocid) ?? {
      ocid,
      title: row?.title ?? told.text,
      url: row ? new URL(href(locale, pathOf(row)), portal.settings.origin).href : told.url,
      told: [],
    };
    group.told.push(told);
    groups.set(ocid, group);
  }
  return [...groups.values()];
}

function toldOf(portal: Portal, key: string, locale: Locale): { ocid: string; told: Told } | null {
  const [what = '', ...parts] = key.split(':');
  if (what === 'release') return noticeTold(portal, Number(parts[0]), locale);
  if (what === 'remind') {
    const [kind = '', at = '', , ...ocid] = parts;
    return reminderTold(portal, kind, Number(at), ocid.join(':'), locale);
  }
  if (what === 'owed') return owedTold(portal, Number(parts[0]), parts.slice(1).join(':'), locale);
  return null;
}

function noticeTold(portal: Portal, id: number, locale: Locale) {
  const [release] = findReleases(portal.database, [id]);
  const [entry] = entriesOf(portal, [id], locale);
  const register = release && findRegister(release.register);
  if (!release || !entry || !register) return null;
  const before = release.amends === null ? undefined : findRelease(portal.database, release.amends);
  const t = labels(locale).following.letter;
  const words = (parts: readonly TextPart[]) => clipped(parts.map(({ text }) => text).join(''));
  return {
    ocid: release.ocid,
    told: {
      text: entry.title,
      url: new URL(href(locale, entry.path), portal.settings.origin).href,
      summary: entry.summary,
      changes: changesOf(release, before, register, locale).map(({ label, before: old, after }) =>
        fill(old.length === 0 ? t.fromNothing : after.length === 0 ? t.toNothing : t.from, {
          label,
          before: words(old),
          after: words(after),
        }),
      ),
    },
  };
}

/** Null when a correction moved the day, or there is none any more: the next reminder goes by the new one. */
function reminderTold(portal: Portal, what: string, at: number, ocid: string, locale: Locale) {
  const ends = endsOf(portal.database, ocid);
  const row = findRecord(portal.database, ocid);
  const now = portal.now();
  if (!row || (what === 'closes' ? ends?.closes : ends?.publicity) !== at || at <= now) return null;
  const t = labels(locale).following.letter;
  const n = Math.ceil((at - now) / DAY);
  return {
    ocid,
    told: {
      text: fill(what === 'closes' ? t.closes : t.publicity, { n, title: row.title, at: minuteOf(at) }),
      url: new URL(href(locale, pathOf(row)), portal.settings.origin).href,
      summary: '',
      changes: [],
    },
  };
}

/** Null when it was made good, or is not covered any more. */
function owedTold(portal: Portal, trigger: number, rule: string, locale: Locale) {
  const release = findRelease(portal.database, trigger);
  if (!release) return null;
  const today = dayOf(portal.now());
  const owed = verdictsOf(portal.database, release.ocid).filter(
    (one) =>
      one.triggerRelease === trigger &&
      one.rule === rule &&
      one.verdict === 'running' &&
      one.dueOn !== null &&
      one.dueOn < today,
  );
  const [row] = owedRows(portal, owed, locale);
  if (!row) return null;
  return {
    ocid: row.ocid,
    told: {
      text: fill(labels(locale).following.letter.owed, { title: row.title, what: row.what, unit: row.unit.name }),
      url: new URL(href(locale, row.noticePath), portal.settings.origin).href,
      summary: row.why,
      changes: [],
    },
  };
}

/** How many of what; null when nothing waits any more. Nothing of what a draft says. */
function tasksText(portal: Portal, officer: string, whys: readonly Why[], locale: Locale): string | null {
  const actor = actorOf(portal.database, officer);
  const tasks = actor ? tasksOf(portal.database, actor) : [];
  const t = labels(locale).following.letter.tasks;
  const parts = whys.flatMap((why) => {
    const n = tasks.filter((task) => task.why === why).length;
    return n > 0 ? [fill(t[why], { n })] : [];
  });
  return parts.length > 0 ? parts.join(labels(locale).record.comma) : null;
}

const LONGEST = 120;

function clipped(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** Labels, titles and sums alike. */
function inLanguage(letter: Letter): Letter {
  if (!isTraditional(letter.language)) return letter;
  const said = traditional;
  return {
    ...letter,
    subject: said(letter.subject),
    title: said(letter.title),
    lead: said(letter.lead),
    end: said(letter.end),
    link: { ...letter.link, text: said(letter.link.text) },
    groups: letter.groups.map((group) => ({
      ...group,
      title: said(group.title),
      told: group.told.map((told) => ({
        ...told,
        text: said(told.text),
        summary: said(told.summary),
        changes: told.changes.map(said),
      })),
    })),
  };
}
