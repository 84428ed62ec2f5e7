import { Sealer } from '../../accounts/sealer.ts';
import { findOfficer, findOfficers } from '../../accounts/officers/storage.ts';
import { findUnits } from '../../accounts/units/storage.ts';
import { INWARD, WAYS, type Complaint, type Contact, type Way, type Words } from '../../complaints/complaint.ts';
import { approve, handle, remark, setWays, type Handling } from '../../complaints/handle.ts';
import { isPaused, lampOf } from '../../complaints/limits.ts';
import {
  closedOf,
  contentOf,
  countUnattended,
  filesOf,
  findComplaint,
  findSummary,
  isBarred,
  openOf,
  stepsOf,
  waysOf,
} from '../../complaints/storage.ts';
import { mayEver, permission } from '../../accounts/permissions.ts';
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
  /** Open cases in which the officer has no part. */
  aside: number;
  /** Open cases in which no handler of the unit may take part; null for who could not help it. */
  unattended: number | null;
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
  const mayRead =
    unit !== null &&
    (['complaint.read', 'complaint.oversee'] as const).some(
      (act) => permission(actor, act, { unit }, now) === 'granted',
    );
  const maySet = unit !== null && isOffered(actor, 'complaint.ways', unit, now);
  if (!mayRead && !maySet) return hidden;
  const form = maySet ? await asked.form() : null;
  const refusals = form ? saveOf(asked, form) : [];
  const { database } = office;
  const line = (one: Complaint) => lineOf(asked, one);
  const takesPart = ({ id }: Complaint) => !isBarred(database, id, actor.id);
  const open = mayRead ? openOf(database, unit) : [];
  const own = open.filter(takesPart);
  return shown(
    {
      isDone: form !== null && refusals.length === 0,
      open: mayRead ? own.map(line) : null,
      closed: mayRead ? closedOf(database, unit, 30).filter(takesPart).map(line) : [],
      aside: open.length - own.length,
      unattended: maySet ? countUnattended(database, unit, handlersOf(database, unit)) : null,
      ways: maySet ? waysLines(asked, unit, locale) : null,
    },
    refusals,
  );
}

function handlersOf(database: Asked['office']['database'], unit: string): string[] {
  return findOfficers(database, unit)
    .filter(
      ({ roles, disabledAt, acceptedAt }) =>
        mayEver({ roles }, 'complaint.handle') && disabledAt === null && acceptedAt !== null,
    )
    .map(({ id }) => id);
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

function sealerOf({ office }: Pick<Asked, 'office'>): Sealer | null {
  return office.settings.key === undefined ? null : new Sealer(office.settings.key, 'complaint');
}

function lineOf(asked: Asked, one: Complaint): CaseLine {
  const t = labels(asked.locale).complaints;
  const waits = isPaused(one);
  const lamp = one.closedAt === null && !waits ? lampOf(one.dueOn, dayOf(asked.now)) : null;
  const words = opened<Words>(sealerOf(asked), one.id, one.words);
  return {
    id: one.id,
    title: fill(t.desk.case, { way: t.ways[one.way], id: one.id.slice(1, 7) }),
    about: words?.about ?? t.desk.unreadable,
    state: t.states[one.state],
    filed: fill(t.desk.filedOn, { day: dayOf(one.filedAt) }),
    due: waits ? t.desk.paused : one.dueOn === null ? null : fill(t.desk.due, { day: one.dueOn }),
    lamp,
    lampText: one.closedAt === null && !waits ? t.desk.lamp[lamp ?? 'none'] : '',
  };
}

function opened<Value>(sealer: Sealer | null, id: string, sealed: string | null): Value | null {
  const text = sealed === null ? null : sealer?.open(id, sealed);
  return text == null ? null : (JSON.parse(text) as Value);
}

/** One case: what it says, who says it, what happened, and what may be done. */
export interface ComplaintPage extends CaseLine {
  isDone: boolean;
  /** Seen by a supervisor: nothing of what was said, and a remark is all they do. */
  isOverseen: boolean;
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
  const { office } = asked;
  const before = findComplaint(office.database, id);
  if (!before || partIn(asked, before) === null) return hidden;
  const form = await asked.form();
  const result = form ? actOn(asked, id, form) : null;
  const one = findComplaint(office.database, id)!;
  // Handed over: it is another unit's to know of now.
  if (one.unit !== before.unit) return { is: 'elsewhere', to: '/office/complaints' };
  // Stood aside: it is others' to know of now.
  const part = partIn(asked, one);
  if (part === null) return { is: 'elsewhere', to: '/office/complaints' };
  return shown(pageOf(asked, one, part, result?.ok === true), result && !result.ok ? result.refusals : []);
}

/** What an officer has to do with a case: handles it, or sees how it stands; null where it is not theirs to know of. */
function partIn(
  { office: { database }, actor, now }: Pick<Asked, 'office' | 'actor' | 'now'>,
  { id, unit }: Complaint,
): 'handles' | 'oversees' | null {
  if (isBarred(database, id, actor.id)) return null;
  if (permission(actor, 'complaint.read', { unit }, now) === 'granted') return 'handles';
  return permission(actor, 'complaint.oversee', { unit }, now) === 'granted' ? 'oversees' : null;
}

/** A file of a case as it was sent; null for who may not see the case, and for none. */
export function evidenceOf(
  asked: Pick<Asked, 'office' | 'actor' | 'now'>,
  id: string,
  file: string,
): { name: string; bytes: Uint8Array } | null {
  const { database } = asked.office;
  const one = findComplaint(database, id);
  if (!one || partIn(asked, one) !== 'handles') return null;
  const found = filesOf(database, id).find((each) => String(each.id) === file);
  const sealed = found && contentOf(database, id, found.id);
  const sealer = sealerOf(asked);
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
  if (act === 'remark') return remark(office.database, sealer, actor, id, text, now);
  const handling: Record<string, Handling> = {
    accept: { act: 'accept' },
    refuse: { act: 'refuse', text },
    ask: { act: 'ask', text },
    answer: { act: 'answer', text, summary: textOf(form, 'summary') },
    handOver: { act: 'handOver', unit: textOf(form, 'unit'), text },
    join: { act: 'join', into: textOf(form, 'into') },
    standAside: { act: 'standAside', text },
  };
  const found = Object.hasOwn(handling, act) ? handling[act] : undefined;
  return found ? handle(office.database, sealer, actor, id, found, now) : refuse({ code: 'complaint-reason' });
}

function pageOf(asked: Asked, one: Complaint, part: 'handles' | 'oversees', isDone: boolean): ComplaintPage {
  const { office, actor, locale, now } = asked;
  const isOverseen = part === 'oversees';
  const { database } = office;
  const sealer = sealerOf(asked);
  const t = labels(locale).complaints;
  const contact = isOverseen ? null : opened<Contact>(sealer, one.id, one.contact);
  const summary = findSummary(database, one.id);
  return {
    ...lineOf(asked, one),
    isDone,
    isOverseen,
    path: href(locale, one.path),
    words: isOverseen ? null : opened<Words>(sealer, one.id, one.words),
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
      said:
        said === null || (isOverseen && !INWARD.includes(act))
          ? null
          : (sealer?.open(one.id, said) ?? t.desk.unreadable),
    })),
    files: (isOverseen ? [] : filesOf(database, one.id)).map(({ id, name, scanned }) => ({
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
      .filter(({ id }) => id !== one.id && !isBarred(database, id, actor.id))
      .map((other) => ({ id: other.id, title: lineOf(asked, other).title })),
    units: findUnits(database)
      .filter(
        ({ id, endedAt }) =>
          endedAt === null && id !== one.unit && waysOf(database, id).some(({ way }) => way === one.way),
      )
      .map(({ id, name }) => ({ id, name })),
  };
}
