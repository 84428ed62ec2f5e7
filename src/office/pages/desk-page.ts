import { mayEver, type Actor } from '../../accounts/permissions.ts';
import { findUnit } from '../../accounts/units/storage.ts';
import { dueBetween } from '../../clock/storage.ts';
import type { Database } from '../../database/database.ts';
import type { Event } from '../../events/storage.ts';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import {
  othersOf,
  recentOf,
  scheduledOf,
  tasksOf,
  unlookedOf,
  unreviewedOf,
  type Task,
} from '../../notices/drafts/desk.ts';
import { WITHIN } from '../../notices/drafts/afterwards/afterwards.ts';
import type { Draft } from '../../notices/drafts/draft.ts';
import type { Unreviewed } from '../../notices/drafts/afterwards/storage.ts';
import { redactionsFor } from '../../notices/drafts/redaction/redact.ts';
import { findDraft } from '../../notices/drafts/storage.ts';
import { partyId } from '../../parties/party.ts';
import { DAY, dayOf } from '../../values/date.ts';
import { verdictLines, type VerdictLine } from '../../views/clock/verdict-line.ts';
import { batchesFor } from '../batch/batches.ts';
import { columnsFor } from '../columns.ts';
import { actName, kindName, officerName, shortMinute } from '../names.ts';
import { elsewhere, shown, type Answer, type Asked } from './page.ts';

/** What waits for an officer, what goes out by itself, which limits run, and what was done last. */
export interface DeskPage {
  title: string;
  redactions: string | null;
  unreviewed: string | null;
  /** Notices that came at once, and are settled at once. */
  batches: string | null;
  mayWrite: boolean;
  tasks: DeskRow[];
  /** What went out without review: another officer looks at it. */
  afterwards: DeskRow[];
  scheduled: DeskRow[];
  /** What others of the unit have in hand. */
  others: DeskRow[];
  due: VerdictLine[];
  /** Each part with how many stand in it, none of them empty. */
  queues: { href: string; label: string; n: number; isAlert: boolean }[];
  /** How many things wait for this officer. */
  waiting: number;
  recent: { datetime: string; at: string; what: string; draft: { href: string; title: string } | null }[];
}

interface DeskRow {
  href: string;
  title: string;
  /** The title where it stands beside an act; empty while the draft has none. */
  of: string;
  kind: string;
  why: string;
  tone: 'open' | 'closing' | 'alert';
  when: string;
  act: string;
}

/** Who has no use for the desk is sent to the first page that is theirs. */
export function deskPage({ office: { database }, actor, locale, now }: Asked): Answer<DeskPage> {
  const [first] = columnsFor(actor);
  if (first && first.path !== '/office') return elsewhere(first.path);
  const { desk: t, redactions: r } = labels(locale).office;
  const tasks = tasksOf(database, actor);
  const redactions = redactionsFor(database, actor).length;
  const batched = batchesFor(database, actor, now).reduce((n, { drafts }) => n + drafts.length, 0);
  const unreviewed = unreviewedOf(database, actor);
  const afterwards = unlookedOf(database, actor).map((one) => afterwardsRow(database, one, locale, now));
  const scheduled = scheduledOf(database, actor).map((draft) => scheduledRow(database, draft, locale, now));
  const others = othersOf(database, actor, tasks).map((draft) => otherRow(database, draft, locale, now));
  const due = dueFor(database, actor, locale, now);
  const queue = (id: string, label: string, n: number, isAlert = false) =>
    n > 0 ? [{ href: `#${id}`, label, n, isAlert }] : [];
  return shown({
    waiting: tasks.length,
    queues: [
      ...queue('mine', t.mine, tasks.length),
      ...queue('afterwards', t.afterwards, afterwards.length, true),
      ...queue('due', labels(locale).clock.office.due, due.length),
      ...queue('scheduled', t.scheduled, scheduled.length),
      ...queue('others', t.others, others.length),
    ],
    afterwards,
    others,
    title: tasks.length > 0 ? fill(t.tasksTitle, { n: tasks.length }) : t.noTasks,
    redactions: redactions > 0 ? fill(r.wait, { n: redactions }) : null,
    unreviewed: unreviewed > 0 ? fill(t.unreviewedCount, { n: unreviewed }) : null,
    batches: batched > 0 ? fill(labels(locale).office.batches.wait, { n: batched }) : null,
    mayWrite: mayEver(actor, 'draft.write'),
    tasks: tasks.map((task) => taskRow(database, task, locale, now)),
    scheduled,
    due,
    recent: recentOf(database, actor, 10).map((event) => recentRow(database, event, locale, now)),
  });
}

const TONES = {
  returned: 'closing',
  unfinished: 'open',
  review: 'closing',
  issue: 'closing',
  refused: 'alert',
} as const;

function taskRow(database: Database, { draft, why }: Task, locale: Locale, now: number): DeskRow {
  const t = labels(locale).office.desk;
  const submittedAt = why === 'unfinished' ? null : draft.submittedAt;
  return {
    href: `/office/drafts/${draft.id}`,
    title: draft.title || t.untitled,
    of: draft.title,
    kind: kindName(draft.register, draft.kind, locale),
    why: fill(t.whys[why], { name: officerName(database, why === 'issue' ? draft.reviewer : draft.author) }),
    tone: TONES[why],
    when: fill(submittedAt ? t.submittedAt : t.savedAt, { at: shortMinute(submittedAt || draft.savedAt, now) }),
    act: t.acts[why],
  };
}

function scheduledRow(database: Database, draft: Draft, locale: Locale, now: number): DeskRow {
  const { desk: t, draft: d } = labels(locale).office;
  return {
    href: `/office/drafts/${draft.id}`,
    title: draft.title,
    of: draft.title,
    kind: kindName(draft.register, draft.kind, locale),
    why: fill(d.approvedBy, { name: officerName(database, draft.reviewer), at: shortMinute(draft.approvedAt!, now) }),
    tone: 'open',
    when: fill(t.publishesAt, { at: shortMinute(draft.scheduledFor!, now) }),
    act: t.view,
  };
}

function otherRow(database: Database, draft: Draft, locale: Locale, now: number): DeskRow {
  const { desk: t, drafts } = labels(locale).office;
  return {
    href: `/office/drafts/${draft.id}`,
    title: draft.title || t.untitled,
    of: draft.title,
    kind: kindName(draft.register, draft.kind, locale),
    why: fill(t.inHand, { state: drafts.states[draft.state], name: officerName(database, draft.author) }),
    tone: draft.state === 'returned' ? 'closing' : 'open',
    when: fill(t.savedAt, { at: shortMinute(draft.savedAt, now) }),
    act: t.view,
  };
}

function afterwardsRow(database: Database, one: Unreviewed, locale: Locale, now: number): DeskRow {
  const t = labels(locale).office.desk;
  const until = one.at + WITHIN;
  return {
    href: `/office/drafts/${one.draft}#afterwards`,
    title: one.title,
    of: one.title,
    kind: findUnit(database, one.unit)?.name ?? '',
    why: fill(t.unlooked, { name: officerName(database, one.issuer), reason: one.reason }),
    tone: until < now ? 'alert' : 'closing',
    when: fill(until < now ? t.lookLate : t.lookBy, { at: shortMinute(until, now) }),
    act: t.look,
  };
}

/** The limits of the officer's unit: half a year back for what is overdue, two weeks ahead. */
function dueFor(database: Database, actor: Actor, locale: Locale, now: number): VerdictLine[] {
  const unit = actor.unit === null ? undefined : findUnit(database, actor.unit);
  if (unit === undefined) return [];
  const rows = dueBetween(database, dayOf(now - 183 * DAY), dayOf(now + 14 * DAY), {
    unit: partyId(unit.name),
    limit: 50,
  });
  return verdictLines(rows, dayOf(now), locale).filter(({ verdict }) => verdict === 'running' || verdict === 'broken');
}

function recentRow(
  database: Database,
  { at, act, actor, subject }: Event,
  locale: Locale,
  now: number,
): DeskPage['recent'][number] {
  const draft = findDraft(database, subject.replace(/^draft:/, ''));
  return {
    datetime: new Date(at).toISOString(),
    at: shortMinute(at, now),
    what: `${officerName(database, actor)} ${actName(act, locale)}`,
    draft: draft
      ? { href: `/office/drafts/${draft.id}`, title: draft.title || labels(locale).office.desk.untitled }
      : null,
  };
}
