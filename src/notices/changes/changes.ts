import type { Database } from '../../database/database.ts';
import { eventsAfter, findEvent, findEvents, type Event } from '../../events/storage.ts';
import { registers } from '../../registers/registers.ts';
import { findDecision, movedBy, type Decision } from '../decisions/storage.ts';
import type { Release } from '../release.ts';
import { findRelease, releasesBySeq } from '../storage.ts';

/**
 * What became different for readers, in the order in which it did. Each act leaves its event in its own transaction, and
 * there is one writer at a time: what is committed later has a higher event, however long ago it was said and whatever
 * any clock says. Who goes on after the last position misses nothing and is told nothing twice.
 */
export type Change = { position: Position; at: number } & (
  { act: 'publish' | 'redact'; release: Release } | { act: 'move'; decision: Decision; releases: number[] }
);

/** A batch is one event and many releases. */
export interface Position {
  event: number;
  /** Of a release; 0 where the event is one change. */
  seq: number;
  /** When the event was, UTC ms: after an old copy was put back, another one may have its number. */
  at: number;
}

export const BEGINNING: Position = { event: 0, seq: 0, at: 0 };
export const END: Position = { event: Number.MAX_SAFE_INTEGER, seq: 0, at: 0 };

const ACTS = ['publish', 'notice.redactConfirm', 'links.join', 'links.part'];
const REGISTERS = registers.map(({ id }) => id);
type Act = Event & { id: number };

/** False of one that this database never gave, or gave before an old copy was put back. */
export function isKnown(database: Database, { event, at }: Position): boolean {
  return event === BEGINNING.event || event === END.event || findEvent(database, event)?.at === at;
}

/** The first first. */
export function changesAfter(database: Database, position: Position, limit: number): Change[] {
  const changes: Change[] = [];
  // The event of the position itself may have more releases.
  let from = position.event - 1;
  while (changes.length < limit) {
    const acts = eventsAfter(database, from, limit + 1, ACTS);
    for (const act of acts) {
      const after = act.id === position.event ? position.seq : 0;
      if (act.id > position.event || after > 0)
        changes.push(...changesOf(database, act, 'after', after, limit - changes.length));
      if (changes.length >= limit) break;
    }
    if (acts.length === 0) break;
    from = acts.at(-1)!.id;
  }
  return changes;
}

/** The last first. */
export function changesBefore(database: Database, position: Position, limit: number): Change[] {
  const changes: Change[] = [];
  let until = Math.min(position.event, END.event - 1) + 1;
  while (changes.length < limit) {
    const acts = findEvents(database, { acts: ACTS, before: until, limit: limit + 1 });
    for (const act of acts) {
      const before = act.id === position.event ? position.seq : END.event;
      if (act.id < position.event || before > 0)
        changes.push(...changesOf(database, act, 'before', before, limit - changes.length));
      if (changes.length >= limit) break;
    }
    if (acts.length === 0) break;
    until = acts.at(-1)!.id;
  }
  return changes;
}

/** What one event changed: at most so many of its releases, from after or before one of them. */
function changesOf(database: Database, act: Act, side: 'after' | 'before', seq: number, limit: number): Change[] {
  const { id: event, at, subject, detail } = act;
  const position = { event, seq: 0, at };
  if (act.act === 'publish') {
    const [first, last] = rangeOf(subject);
    const from = side === 'after' ? Math.max(seq, first - 1) : Math.min(seq, last + 1);
    return releasesBySeq(database, REGISTERS, side, from, limit)
      .filter((release) => release.seq >= first && release.seq <= last)
      .map((release) => ({ position: { ...position, seq: release.seq }, at, act: 'publish', release }));
  }
  if (act.act === 'notice.redactConfirm') {
    const release = findRelease(database, Number(subject.slice('release:'.length)));
    return release ? [{ position, at, act: 'redact', release }] : [];
  }
  const decision = findDecision(database, Number(detail['decision']));
  return decision ? [{ position, at, act: 'move', decision, releases: movedBy(database, decision.id) }] : [];
}

/** `releases 5–9`, as `publish` names them. */
function rangeOf(subject: string): [number, number] {
  const [, first, last] = /^releases (\d+)–(\d+)$/.exec(subject)!;
  return [Number(first), Number(last)];
}
