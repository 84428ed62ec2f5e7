import { findRegister } from '../../registers/registers.ts';
import { CLOSED, meaningOf, WITHDRAWN } from '../../registers/stages.ts';
import { DAY, dayNumber, dayOf } from '../../values/date.ts';
import { isClosed, isOpen, type RecordRow } from '../../notices/release.ts';

/** A record's state as a reader asks it: can I still take part? Shape, word and colour say it (mock/README 5). */
export interface State {
  /** A stage, or `closed`: an open one past its deadline. Labelled by the register (`stages`). */
  code: string;
  tone: 'open' | 'closing' | 'ended' | 'alert';
  /** Whole days left, today being 0; only while bids are open. */
  days?: number;
}

/** Status is derived from dates; `now` decides. */
export function stateOf(record: Pick<RecordRow, 'register' | 'stage' | 'deadline' | 'compiled'>, now: number): State {
  const { stage, deadline } = record;
  if (stage === WITHDRAWN) return { code: stage, tone: 'alert' };
  const register = findRegister(record.register);
  const today = register?.onDay?.(record.compiled, dayOf(now)).stage ?? stage;
  const { isPublicised, isRunning } = meaningOf(register?.stages, today);
  if (isClosed(record, now)) return { code: CLOSED, tone: 'ended' };
  if (isOpen(record)) {
    if (deadline === null) return { code: today, tone: 'open' };
    return {
      code: today,
      tone: deadline - now <= 3 * DAY ? 'closing' : 'open',
      days: dayNumber(deadline) - dayNumber(now),
    };
  }
  const publicised = isPublicised && Date.parse(record.compiled.tender?.publicityPeriod?.endDate ?? '') >= now;
  return { code: today, tone: publicised ? 'closing' : isRunning ? 'open' : 'ended' };
}
