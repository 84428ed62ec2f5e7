import { DAY, startOfDay } from '../../values/date.ts';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import type { State } from '../record/state.ts';
import type { KeptCase } from './kept-cases.ts';

/** 绿灯、黄灯、红灯、停表: how a case stands against its promise. */
export type Lamp = 'green' | 'amber' | 'red' | 'stopped' | 'none';

const SOON = 2;

export function lampOf(one: KeptCase, today: string): Lamp {
  const { dueOn, decidedOn, suspensions } = one;
  if (decidedOn !== null) return dueOn === null ? 'none' : decidedOn <= dueOn ? 'green' : 'red';
  if (suspensions.some(({ from, until }) => from <= today && (until === undefined || today < until))) return 'stopped';
  if (dueOn === null) return 'none';
  const left = daysLeft(dueOn, today);
  return left < 0 ? 'red' : left <= SOON ? 'amber' : 'green';
}

export function isOverdue(one: KeptCase, today: string): boolean {
  return lampOf(one, today) === 'red';
}

const TONES: Record<Lamp, State['tone']> = {
  green: 'open',
  amber: 'closing',
  red: 'alert',
  stopped: 'ended',
  none: 'ended',
};

/** Shape, word and days in one phrase. */
export function lampText(one: KeptCase, today: string, locale: Locale): { tone: State['tone']; text: string } {
  const t = labels(locale).cases;
  const lamp = lampOf(one, today);
  const { dueOn, decidedOn } = one;
  const word = t.lamps[lamp];
  if (decidedOn !== null)
    return {
      tone: lamp === 'red' ? 'alert' : 'open',
      text: fill(lamp === 'red' ? t.decidedLate : lamp === 'none' ? t.decidedAt : t.decidedInTime, {
        day: decidedOn,
        n: dueOn === null ? 0 : -daysLeft(dueOn, decidedOn),
      }),
    };
  if (dueOn === null || lamp === 'stopped' || lamp === 'none') return { tone: TONES[lamp], text: word };
  const left = daysLeft(dueOn, today);
  return { tone: TONES[lamp], text: fill(left < 0 ? t.late : t.left, { word, n: Math.abs(left) }) };
}

function daysLeft(dueOn: string, day: string): number {
  return (startOfDay(dueOn)! - startOfDay(day)!) / DAY;
}
