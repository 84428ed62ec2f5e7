import { added, rolled } from '../clock/judge.ts';
import { addWorkingDays, type WorkingDays } from '../clock/working-days.ts';
import { findRegister } from '../registers/registers.ts';
import type { AnswerLimit } from '../registers/remedies.ts';
import type { Day } from '../values/date.ts';
import type { Complaint, Way } from './complaint.ts';

/** What holds of a way of putting something in a register; undefined where no statute sets a limit. */
export function limitOf(register: string, way: Way): AnswerLimit | undefined {
  return findRegister(register)?.remedies?.answers?.find((one) => one.way === way);
}

/** `construction.objection`. */
export function ruleOf(register: string, way: Way): string {
  return `${register}.${way}`;
}

/** Of a rule that was kept: undefined where none holds any more. */
export function limitNamed(rule: string): AnswerLimit | undefined {
  const [register = '', way = ''] = rule.split('.');
  return limitOf(register, way as Way);
}

/** How it stands: what is next to be done, and by which day. */
export interface Due {
  what: 'decide' | 'answer';
  on: Day;
}

/**
 * The next day that somebody waits for: the opening day does not count, and a last day on which nobody works is the next on
 * which somebody does (民法典 arts. 201, 203). `promised`: working days, where no statute sets a limit. Null where there is
 * none, or the calendar of working days does not reach so far.
 */
export function dueOf(
  limit: AnswerLimit | undefined,
  promised: number | null,
  filedOn: Day,
  acceptedOn: Day | null,
  calendar: WorkingDays,
): Due | null {
  const reckoned = (what: Due['what'], from: Day, length: number, unit: 'day' | 'workingDay'): Due | null => {
    const on =
      unit === 'workingDay' ? addWorkingDays(calendar, from, length) : rolled(added(from, length, 'day'), calendar);
    return on === null ? null : { what, on };
  };
  if (!limit) return promised === null ? null : reckoned('answer', filedOn, promised, 'workingDay');
  const { decide, answer } = limit;
  if (answer.from === 'filed') return reckoned('answer', filedOn, answer.length, answer.unit);
  if (acceptedOn !== null) return reckoned('answer', acceptedOn, answer.length, answer.unit);
  return decide === undefined ? null : reckoned('decide', filedOn, decide, 'workingDay');
}

/**
 * The last day, moved by the working days that its sender was waited for: from the day after the asking to the day of the
 * answer. Null where the calendar does not reach so far.
 */
export function paused(dueOn: Day, askedOn: Day, answeredOn: Day, calendar: WorkingDays): Day | null {
  let waited = 0;
  for (let day = addWorkingDays(calendar, askedOn, 1); day !== null && day <= answeredOn;) {
    waited += 1;
    day = addWorkingDays(calendar, day, 1);
  }
  return waited === 0 ? dueOn : addWorkingDays(calendar, dueOn, waited);
}

/** Whether nobody is late now: its sender is waited for, and the statute does not count those days. */
export function isPaused({ rule, state }: Pick<Complaint, 'rule' | 'state'>): boolean {
  return state === 'asked' && limitNamed(rule)?.pauses !== undefined;
}

/** Green; amber on the last day and the one before; red when it is over. */
export function lampOf(due: Day | null, today: Day): 'green' | 'amber' | 'red' | null {
  if (due === null) return null;
  if (due < today) return 'red';
  return due <= added(today, 1, 'day') ? 'amber' : 'green';
}
