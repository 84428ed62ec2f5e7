import { findRegister } from '../../registers/registers.ts';
import { DAY, dayNumber, dayOf } from '../../values/date.ts';
import type { RecordRow } from '../../notices/release.ts';

/** A record's state as a reader asks it: can I still take part? Shape, word and colour say it (mock/README 5). */
export interface State {
  /** A stage, or `closed`: tender past its deadline. Labelled by the register (`stages`). */
  code: string;
  tone: 'open' | 'closing' | 'ended' | 'alert';
  /** Whole days left, today being 0; only while bids are open. */
  days?: number;
}

/** Status is derived from dates; `now` decides. */
export function stateOf(record: Pick<RecordRow, 'register' | 'stage' | 'deadline' | 'compiled'>, now: number): State {
  const { stage, deadline } = record;
  if (stage === 'withdrawn') return { code: 'withdrawn', tone: 'alert' };
  const today = findRegister(record.register)?.onDay?.(record.compiled, dayOf(now));
  if (today)
    return { code: today.stage, tone: today.stage === 'performance' || today.stage === 'planning' ? 'open' : 'ended' };
  if (stage === 'tender' || stage === 'prequalification') {
    if (deadline === null) return { code: stage, tone: 'open' };
    if (deadline < now) return { code: 'closed', tone: 'ended' };
    return {
      code: stage,
      tone: deadline - now <= 3 * DAY ? 'closing' : 'open',
      days: dayNumber(deadline) - dayNumber(now),
    };
  }
  if (stage === 'candidate' || stage === 'award') {
    const end = Date.parse(record.compiled.tender?.publicityPeriod?.endDate ?? '');
    if (end >= now) return { code: stage, tone: 'closing' };
  }
  return { code: stage, tone: stage === 'planning' ? 'open' : 'ended' };
}
