import type { Database } from '../../database/database.ts';
import { mayEver, permission, type Actor } from '../../accounts/permissions.ts';
import { eventsOf, eventsOfUnit, type Event } from '../../events/storage.ts';
import { unreviewedOpen, type Unreviewed } from './afterwards/storage.ts';
import { STATES, type State } from './status.ts';
import { countStates, countUnreviewed, findDrafts } from './storage.ts';
import type { Draft } from './draft.ts';

/** What waits for this officer, and why it does. */
export interface Task {
  draft: Draft;
  why: 'returned' | 'unfinished' | 'review' | 'issue' | 'refused';
}

const MOST = 50;

/** Mine to do: returned to me and unfinished by me, to review, to issue; never what is another unit's. */
export function tasksOf(database: Database, actor: Actor): Task[] {
  const unit = unitRead(actor);
  if (typeof unit !== 'string') return [];
  const find = (why: Task['why'], states: State[], more: { author?: string; notBy?: string }): Task[] =>
    findDrafts(database, { unit, registers: actor.registers, states, ...more, limit: MOST }).map((draft) => ({
      draft,
      why: draft.trouble ? 'refused' : why,
    }));
  /** Those who wrote and reviewed what was stopped at its hour; who may issue it has it to issue. */
  const stopped = find('refused', ['approved'], {}).filter(
    ({ draft }) => draft.trouble && (draft.author === actor.id || draft.reviewer === actor.id),
  );
  const mine = [
    ...(mayEver(actor, 'draft.write') ? find('returned', ['returned'], { author: actor.id }) : []),
    ...(mayEver(actor, 'notice.publish') ? find('issue', ['approved'], { notBy: actor.id }) : []),
    ...(mayEver(actor, 'draft.approve') ? find('review', ['submitted'], { notBy: actor.id }) : []),
    ...(mayEver(actor, 'draft.write') ? find('unfinished', ['draft'], { author: actor.id }) : []),
  ];
  return [...stopped.filter(({ draft }) => !mine.some((task) => task.draft.id === draft.id)), ...mine];
}

/** What others of the unit have in hand: what came back first, which any author may mend; of a system's too. */
export function othersOf(database: Database, actor: Actor, mine: readonly Task[]): Draft[] {
  const unit = unitRead(actor);
  if (typeof unit !== 'string') return [];
  const isMine = new Set(mine.map(({ draft }) => draft.id));
  const find = (...states: State[]) =>
    findDrafts(database, { unit, registers: actor.registers, states, limit: MOST }).filter(({ id }) => !isMine.has(id));
  return [...find('returned'), ...find('draft', 'submitted', 'approved')];
}

/** What went out without review and nobody looked at yet; of the actor's unit, of every unit for auditors. */
export function unlookedOf(database: Database, actor: Actor): Unreviewed[] {
  const unit = unitRead(actor);
  return unit === undefined ? [] : unreviewedOpen(database, unit);
}

export function scheduledOf(database: Database, actor: Actor): Draft[] {
  const unit = unitRead(actor);
  if (typeof unit !== 'string') return [];
  return findDrafts(database, { unit, registers: actor.registers, states: ['scheduled'], limit: MOST }).sort(
    (a, b) => a.scheduledFor! - b.scheduledFor!,
  );
}

/** The unit's drafts, last saved first, of the actor's registers; of every unit for auditors, of none for administrators. */
export function listDrafts(
  database: Database,
  actor: Actor,
  { state, words, limit = MOST }: { state?: State; words?: string; limit?: number },
): Draft[] {
  const unit = unitRead(actor);
  if (unit === undefined) return [];
  const states = state ? [state] : STATES.filter((one) => one !== 'discarded');
  return findDrafts(database, {
    unit,
    ...(unit !== null && { registers: actor.registers }),
    states,
    ...(words && { words }),
    limit,
  });
}

export function statesOf(database: Database, actor: Actor): Partial<Record<State, number>> {
  const unit = unitRead(actor);
  return unit === undefined ? {} : countStates(database, unit);
}

/** How many notices went out without review, of the actor's unit; of every unit for auditors. */
export function unreviewedOf(database: Database, actor: Actor): number {
  const unit = unitRead(actor);
  return unit === undefined ? 0 : countUnreviewed(database, unit);
}

/** What was done to a draft, oldest first; for who was let to it (`draftFor` with `draft.read`). */
export function historyOf(database: Database, id: string): Event[] {
  return eventsOf(database, `draft:${id}`);
}

/** The last acts of the officer's unit, newest first. */
export function recentOf(database: Database, actor: Actor, limit: number): Event[] {
  const unit = unitRead(actor);
  return typeof unit === 'string' ? eventsOfUnit(database, unit, limit) : [];
}

/** Whose drafts an actor reads: a unit's, everybody's (null), nobody's (undefined: who only administers). */
function unitRead(actor: Actor): string | null | undefined {
  return permission(actor, 'draft.read', { unit: actor.unit }, 0) === 'granted' ? actor.unit : undefined;
}
