import { Sealer } from '../../accounts/sealer.ts';
import { findOfficer } from '../../accounts/officers/storage.ts';
import { findUnits } from '../../accounts/units/storage.ts';
import { WAYS, type Complaint, type Contact, type Way, type Words } from '../../complaints/complaint.ts';
import { approve, handle, setWays, type Handling } from '../../complaints/handle.ts';
import { lampOf } from '../../complaints/limits.ts';
import {
  closedOf,
  contentOf,
  filesOf,
  findComplaint,
  findSummary,
  openOf,
  stepsOf,
  waysOf,
} from '../../complaints/storage.ts';
import { permission } from '../../accounts/permissions.ts';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import { dayOf, minuteOf } from '../../values/date.ts';
import { refuse, type Refusal, type Result } from '../../values/result.ts';
import { href } from '../../views/address.ts';
import { confirmBy } from '../door.ts';
import { hidden, isOffered, shown, textOf, type Answer, type Asked } from './page.ts';

/** The cases of a unit, for those who handle them; and what it takes, for who administers it. */
export interface ComplaintsPage {
  isDone: boolean;
  /** Null for who handles none. */
  open: CaseLine[] | null;
  closed: CaseLine[];
  /** Null for who may not set them. */
  ways: { way: Way; name: string; isTaken: boolean; promise: string }[] | null;
}

export interface CaseLine {
  id: string;
  title: string;
  about: string;
  state: string;
  filed: string;
  due: string | null;
  lamp: 'green' | 'amber' | 'red' | null;
  lampText: string;
}

export async function complaintsPage(asked: Asked): Promise<Answer<ComplaintsPage>> {
  const { office, actor, locale, now } = asked;
  const { unit } = actor;
  const mayRead = unit !== null && permission(actor, 'complaint.read', { unit }, now) === 'granted';
  const maySet = unit !== null && isOffered(actor, 'complaint.ways', unit, now);
  if (!mayRead && !maySet) return hidden;
  const form = maySet ? await asked.form() : null;
  const refusals = form ? saveOf(asked, form) : [];
  const line = (one: Complaint) => lineOf(asked, one);
  return shown(
    {
      isDone: form !== null && refusals.length === 0,
      open: mayRead ? openOf(office.database, unit).map(line) : null,
      closed: mayRead ? closedOf(office.database, unit, 30).map(line) : [],
      ways: maySet ? waysLines(asked, unit, locale) : null,
    },
    refusals,
  );
}

function waysLines({ office: { database } }: Asked, unit: string, locale: Locale): ComplaintsPage['ways'] {
  const t = labels(locale).complaints;
  const taken = new Map(waysOf(database, unit).map((one) => [one.way, one.promisedDays]));
  return WAYS.map((way) => ({
    way,
    name: t.ways[way],
    isTaken: taken.has(way),
    promise: String(taken.get(way) ?? ''),
  }));
}

function saveOf({ office, visit, cookies, now }: Asked, form: FormData): readonly Refusal[] {
  const confirmed = confirmBy(office, visit, cookies, textOf(form, 'code'));
  if (!confirmed.ok) return confirmed.refusals;
  const ways = WAYS.filter((way) => form.has(`take:${way}`)).map((way) => {
    const typed = textOf(form, `promise:${way}`).trim();
    return { way, promisedDays: typed === '' ? null : Number(typed) };
  });
  const saved = setWays(office.database, confirmed.value, confirmed.value.unit!, ways, now);
  return saved.ok ? [] : saved.refusals;
}

function sealerOf({ office }: Asked): Sealer | null {
  return office.settings.key === undefined ? null : new Sealer(office.settings.key, 'complaint');
}

function lineOf(asked: Asked, one: Complaint): CaseLine {
  const t = labels(asked.locale).complaints;
  const lamp = one.closedAt === null ? lampOf(one.dueOn, dayOf(asked.now)) : null;
  const words = opened<Words>(sealerOf(asked), one.id, one.words);
  return {
    id: one.id,
    title: fill(t.desk.case, { way: t.ways[one.way], id: one.id.slice(1, 7) }),
    about: words?.about ?? t.desk.unreadable,
    state: t.states[one.state],
    filed: fill(t.desk.filedOn, { day: dayOf(one.filedAt) }),
    due: one.dueOn === null ? null : fill(t.desk.due, { day: one.dueOn }),
    lamp,
    lampText: one.closedAt === null ? t.desk.lamp[lamp ?? 'none'] : '',
  };
}

function opened<Value>(sealer: Sealer | null, id: string, sealed: string | null): Value | null {
  const text = sealed === null ? null : sealer?.open(id, sealed);
  return text == null ? null : (JSON.parse(text) as Value);
}

/** One case: what it says, who says it, what happened, and what may be done. */
export interface ComplaintPage extends CaseLine {
  isDone: boolean;
  path: string;
  words: Words | null;
  category: string | null;
  contact: [label: string, text: string][];
  mayPublish: boolean;
  isOpen: boolean;
  steps: { at: string; who: string; what: string; said: string | null }[];
  /** Each under its number. */
  files: { id: number; name: string; isScanned: boolean }[];
  summary: { text: string; state: 'waits' | 'isPublic'; mayApprove: boolean } | null;
  /** Other open cases of the unit, and units to hand over to. */
  others: { id: string; title: string }[];
  units: { id: string; name: string }[];
}

export async function complaintPage(asked: Asked, id: string): Promise<Answer<ComplaintPage>> {
  const { office, actor, now } = asked;
  const before = findComplaint(office.database, id);
  if (!before || permission(actor, 'complaint.read', { unit: before.unit }, now) !== 'granted') return hidden;
  const form = await asked.form();
  const result = form ? actOn(asked, id, form) : null;
  const one = findComplaint(office.database, id)!;
  // Handed over: it is another unit's to know of now.
  if (one.unit !== before.unit) return { is: 'elsewhere', to: '/office/complaints' };
  return shown(pageOf(asked, one, result?.ok === true), result && !result.ok ? result.refusals : []);
}

/** A file of a case as it was sent; null for who may not see the case, and for none. */
export function evidenceOf(
  { office: { database, settings }, actor, now }: Pick<Asked, 'office' | 'actor' | 'now'>,
  id: string,
  file: string,
): { name: string; bytes: Uint8Array } | null {
  const one = findComplaint(database, id);
  if (!one || permission(actor, 'complaint.read', { unit: one.unit }, now) !== 'granted') return null;
  const found = filesOf(database, id).find((each) => String(each.id) === file);
  const sealed = found && contentOf(database, id, found.id);
  const sealer = settings.key === undefined ? null : new Sealer(settings.key, 'complaint');
  const bytes = sealed && sealer?.openBytes(id, sealed);
  const name = found && sealer?.open(id, found.name);
  return bytes && name ? { name, bytes } : null;
}

function actOn(asked: Asked, id: string, form: FormData): Result<null> {
  const { office, actor, now } = asked;
  const sealer = sealerOf(asked);
  if (sealer === null) return refuse({ code: 'complaint-no-key' });
  const act = textOf(form, '_act');
  if (act === 'publish') return approve(office.database, actor, id, now);
  const text = textOf(form, 'text');
  const handling: Record<string, Handling> = {
    accept: { act: 'accept' },
    refuse: { act: 'refuse', text },
    ask: { act: 'ask', text },
    answer: { act: 'answer', text, summary: textOf(form, 'summary') },
    handOver: { act: 'handOver', unit: textOf(form, 'unit'), text },
    join: { act: 'join', into: textOf(form, 'into') },
  };
  const found = Object.hasOwn(handling, act) ? handling[act] : undefined;
  return found ? handle(office.database, sealer, actor, id, found, now) : refuse({ code: 'complaint-reason' });
}

function pageOf(asked: Asked, one: Complaint, isDone: boolean): ComplaintPage {
  const { office, actor, locale, now } = asked;
  const { database } = office;
  const sealer = sealerOf(asked);
  const t = labels(locale).complaints;
  const contact = opened<Contact>(sealer, one.id, one.contact);
  const summary = findSummary(database, one.id);
  return {
    ...lineOf(asked, one),
    isDone,
    path: href(locale, one.path),
    words: opened<Words>(sealer, one.id, one.words),
    category: one.category === '' ? null : (t.categories as Record<string, string>)[one.category]!,
    contact: (['organisation', 'code', 'name', 'telephone'] as const).flatMap((name): [string, string][] =>
      contact?.[name] ? [[t.fields[name], contact[name]]] : [],
    ),
    mayPublish: one.mayPublish,
    isOpen: one.closedAt === null && one.state !== 'joined',
    steps: stepsOf(database, one.id).map(({ at, officer, act, said }) => ({
      at: minuteOf(at),
      who: officer === null ? t.desk.person : (findOfficer(database, officer)?.name ?? ''),
      what: t.steps[act],
      said: said === null ? null : (sealer?.open(one.id, said) ?? t.desk.unreadable),
    })),
    files: filesOf(database, one.id).map(({ id, name, scanned }) => ({
      id,
      name: sealer?.open(one.id, name) ?? t.desk.unreadable,
      isScanned: scanned,
    })),
    summary: summary
      ? {
          text: summary.text,
          state: summary.approvedAt === null ? 'waits' : 'isPublic',
          mayApprove:
            summary.approvedAt === null &&
            permission(actor, 'complaint.publish', { unit: one.unit, author: summary.writtenBy }, now) === 'granted',
        }
      : null,
    others: openOf(database, one.unit)
      .filter(({ id }) => id !== one.id)
      .map((other) => ({ id: other.id, title: lineOf(asked, other).title })),
    units: findUnits(database)
      .filter(
        ({ id, endedAt }) =>
          endedAt === null && id !== one.unit && waysOf(database, id).some(({ way }) => way === one.way),
      )
      .map(({ id, name }) => ({ id, name })),
  };
}
