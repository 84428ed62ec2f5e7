import { mayEver, type Actor } from '../../accounts/permissions.ts';
import { findUnit } from '../../accounts/units/storage.ts';
import { dueBetween } from '../../clock/storage.ts';
import type { Database } from '../../database/database.ts';
import type { Event } from '../../events/storage.ts';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import { recentOf, scheduledOf, tasksOf, unreviewedOf, type Task } from '../../notices/drafts/desk.ts';
import type { Draft } from '../../notices/drafts/draft.ts';
import { redactionsFor } from '../../notices/drafts/redaction/redact.ts';
import { findDraft } from '../../notices/drafts/storage.ts';
import { partyId } from '../../parties/party.ts';
import { DAY, dayOf } from '../../values/date.ts';
import { verdictLines, type VerdictLine } from '../../views/clock/verdict-line.ts';
import { columnsFor } from '../columns.ts';
import { actName, kindName, officerName, shortMinute } from '../names.ts';
import { elsewhere, shown, type Answer, type Asked } from './page.ts';

/** What waits for an officer, what goes out by itself, which limits run, and what was done last. */
export interface DeskPage {
  title: string;
  redactions: string | null;
  unreviewed: string | null;
  mayWrite: boolean;
  tasks: DeskRow[];
  scheduled: DeskRow[];
  due: VerdictLine[];
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
  const unreviewed = unreviewedOf(database, actor);
  return shown({
    title: tasks.length > 0 ? fill(t.tasksTitle, { n: tasks.length }) : t.noTasks,
    redactions: redactions > 0 ? fill(r.wait, { n: redactions }) : null,
    unreviewed: unreviewed > 0 ? fill(t.unreviewedCount, { n: unreviewed }) : null,
    mayWrite: mayEver(actor, 'draft.write'),
    tasks: tasks.map((task) => taskRow(database, task, locale, now)),
    scheduled: scheduledOf(database, actor).map((draft) => scheduledRow(database, draft, locale, now)),
    due: dueFor(database, actor, locale, now),
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
