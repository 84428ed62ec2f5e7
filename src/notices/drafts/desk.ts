import type { Database } from '../../database/database.ts';
import type { Actor } from '../../accounts/permissions.ts';
import { eventsOf, eventsOfUnit, type Event } from '../../events/storage.ts';
import { STATES, type State } from './status.ts';
import { countStates, findDrafts } from './storage.ts';
import type { Draft } from './draft.ts';

/** What waits for this officer, and why it does. */
export interface Task {
  draft: Draft;
  why: 'returned' | 'unfinished' | 'review' | 'issue' | 'refused';
}

const MOST = 50;

/** Mine to do: returned to me and unfinished by me, to review, to issue; never what is another unit's. */
export function tasksOf(database: Database, actor: Actor): Task[] {
  if (actor.unit === null) return [];
  const unit = actor.unit;
  const has = (role: Actor['roles'][number]) => actor.roles.includes(role);
  const find = (why: Task['why'], states: State[], more: { author?: string; notBy?: string }): Task[] =>
    findDrafts(database, { unit, states, ...more, limit: MOST }).filter(({ register }) => actor.registers.includes(register)).map((draft) => ({ draft, why: draft.trouble ? 'refused' : why }));
  return [
    ...(has('author') ? find('returned', ['returned'], { author: actor.id }) : []),
    ...(has('issuer') ? find('issue', ['approved'], { notBy: actor.id }) : []),
    ...(has('reviewer') ? find('review', ['submitted'], { notBy: actor.id }) : []),
    ...(has('author') ? find('unfinished', ['draft'], { author: actor.id }) : []),
  ];
}

export function scheduledOf(database: Database, actor: Actor): Draft[] {
  if (actor.unit === null) return [];
  return findDrafts(database, { unit: actor.unit, states: ['scheduled'], limit: MOST }).sort((a, b) => a.scheduledFor! - b.scheduledFor!);
}

/** The unit's drafts, last saved first; of every unit for auditors, of none for administrators. */
export function listDrafts(database: Database, actor: Actor, { state, words, limit = MOST }: { state?: State; words?: string; limit?: number }): Draft[] {
  const isAuditor = actor.roles.includes('auditor');
  if (actor.unit === null && !isAuditor) return [];
  const states = state ? [state] : STATES.filter((one) => one !== 'discarded');
  return findDrafts(database, { unit: isAuditor ? null : actor.unit, states, ...(words && { words }), limit });
}

export function statesOf(database: Database, actor: Actor): Partial<Record<State, number>> {
  return actor.unit === null ? {} : countStates(database, actor.unit);
}

/** What was done to a draft, oldest first. */
export function historyOf(database: Database, id: string): Event[] {
  return eventsOf(database, `draft:${id}`);
}

/** The last acts of the officer's unit, newest first. */
export function recentOf(database: Database, actor: Actor, limit: number): Event[] {
  return actor.unit === null ? [] : eventsOfUnit(database, actor.unit, limit);
}
