import { isInForce, type Period } from '../../clock/period.ts';
import { calendarOf, type VerdictRow } from '../../clock/storage.ts';
import type { Database } from '../../database/database.ts';
import type { Kind, Register } from '../../registers/register.ts';
import { findRegister } from '../../registers/registers.ts';
import type { Day } from '../../values/date.ts';
import { compile } from '../compile.ts';
import { judgeRecord } from '../judging.ts';
import type { RecordRow, Release } from '../release.ts';

/** A kind of notice that may follow in a record. */
export interface NextStep {
  kind: string;
  /** `follow`: says something new. `alter`: changes, postpones or suspends. `end`: ends it or takes a notice back. */
  does: 'follow' | 'alter' | 'end';
  /** The last day, where the law waits for it. */
  dueOn: Day | null;
}

/**
 * What may follow in a record, in the order in which it is likely: what the law waits for, by its day; then the kinds of
 * the stages from the present one on, in the order of life; then what alters and what ends. Of an ended record, what
 * opens it anew and what is still to be said of it. It offers; what may not be published is refused at the door.
 */
export function nextSteps(database: Database, record: RecordRow, releases: readonly Release[], today: Day): NextStep[] {
  const register = findRegister(record.register);
  if (!register) return [];
  // Said to the unit itself, which knows what it published elsewhere: coverage is no matter here.
  const due = dueKinds(
    register,
    judgeRecord(releases, compile(releases), calendarOf(database), () => true),
    today,
  );
  const steps = Object.entries(register.kinds)
    .filter(([, kind]) => mayFollow(register, kind, record.stage))
    .map(([kind, { act }]): NextStep => ({ kind, does: DOES[act], dueOn: due.get(kind) ?? null }));
  return steps.sort((a, b) => rank(a) - rank(b) || (a.dueOn ?? '').localeCompare(b.dueOn ?? ''));
}

const DOES = { state: 'follow', restart: 'follow', change: 'alter', terminate: 'end', withdraw: 'end' } as const;

function rank({ dueOn, does }: NextStep): number {
  return dueOn !== null ? 0 : does === 'follow' ? 1 : does === 'alter' ? 2 : 3;
}

function mayFollow({ stages }: Register, kind: Kind, now: string): boolean {
  const { act, stage, proves } = kind;
  const order = Object.keys(stages);
  const present = stages[now];
  if (act === 'restart') return present?.isEnded === true;
  if (act === 'withdraw') return true;
  if (present?.isEnded) return stage === null;
  if (act === 'terminate' || act === 'change') return true;
  if (stage === null) return proves === undefined || order.indexOf(proves) <= order.indexOf(now);
  const isLater = order.indexOf(stage) > order.indexOf(now);
  if (kind.needsRecord) return isLater || (stage === now && !present?.isOpen);
  // What can begin a record: after a call for bids no grant by agreement follows, and no second call.
  return present?.isDecided
    ? isLater || stage === now
    : isLater && (!present?.isOpen || stages[stage]?.isOpen === true);
}

/** The kinds by which a limit that runs today is met, each with its last day. */
function dueKinds({ periods, kinds }: Register, rows: readonly VerdictRow[], today: Day): Map<string, Day> {
  const due = new Map<string, Day>();
  for (const { rule, verdict, triggerOn, dueOn } of rows) {
    if (verdict !== 'running' || dueOn === null || triggerOn === null || triggerOn > today) continue;
    const period = periods?.rules.find(
      (one): one is Period => one.id === rule && 'target' in one && isInForce(one, triggerOn),
    );
    // The first named is what is hoped for: a deal before a failure.
    const kind = period?.target.split('|').flatMap((target) => /^(\w+)[@.]/.exec(target)?.[1] ?? [])[0];
    if (kind !== undefined && kind in kinds && !(due.has(kind) && due.get(kind)! <= dueOn)) due.set(kind, dueOn);
  }
  return due;
}
