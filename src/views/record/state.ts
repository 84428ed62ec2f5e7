import { findRegister } from '../../registers/registers.ts';
import { CLOSED, meaningOf, NO_NEWS, WITHDRAWN } from '../../registers/stages.ts';
import { DAY, dayNumber, dayOf } from '../../values/date.ts';
import { isClosed, isOpen, listedStage, type RecordRow } from '../../notices/release.ts';

/** A record's state as a reader asks it: can I still take part? Shape, word and colour say it (mock/README 5). */
export interface State {
  /** A stage, or `closed`: an open one past its deadline. Labelled by the register (`stages`). */
  code: string;
  tone: 'open' | 'closing' | 'ended' | 'alert';
  /** Whole days left, today being 0; only while bids are open. */
  days?: number;
}

/** What a state is derived from. */
export type StatedRecord = Pick<
  RecordRow,
  'register' | 'stage' | 'deadline' | 'isReprint' | 'hasText' | 'quietOn' | 'compiled'
>;

/** Status is derived from dates; `now` decides. */
export function stateOf(record: StatedRecord, now: number): State {
  const { stage, deadline, quietOn } = record;
  if (stage === WITHDRAWN) return { code: stage, tone: 'alert' };
  const register = findRegister(record.register);
  const today = register?.onDay?.(record.compiled, dayOf(now)).stage ?? stage;
  const { isPublicised, isRunning, isLate } = meaningOf(register?.stages, today);
  if (quietOn !== null && dayNumber(now) >= quietOn) return { code: NO_NEWS, tone: 'ended' };
  if (isClosed(record, now)) return { code: CLOSED, tone: 'ended' };
  if (isOpen(record)) {
    // Nothing is called open that may have closed.
    if (deadline === null) return { code: record.isReprint ? listedStage(record) : today, tone: 'ended' };
    return {
      code: today,
      tone: deadline - now <= 3 * DAY ? 'closing' : 'open',
      days: dayNumber(deadline) - dayNumber(now),
    };
  }
  const publicised = isPublicised && Date.parse(record.compiled.tender?.publicityPeriod?.endDate ?? '') >= now;
  return { code: today, tone: isLate ? 'alert' : publicised ? 'closing' : isRunning ? 'open' : 'ended' };
}
