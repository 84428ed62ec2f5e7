import { kindIn } from '../../clock/period.ts';
import { labels, type Locale } from '../../locales/labels.ts';
import type { RecordRow } from '../../notices/release.ts';
import type { Register } from '../../registers/register.ts';
import { meaningOf } from '../../registers/stages.ts';
import { ofThisYear } from '../../ui/day.ts';
import { dayOf, type Day } from '../../values/date.ts';
import { actOf, type Life } from './life.ts';
import type { VerdictLine } from '../clock/verdict-line.ts';
import { unknownOf } from '../unknown.ts';
import { registerLabels } from '../words.ts';

export interface Step {
  stage: string;
  text: string;
  tone?: 'done' | 'now' | undefined;
  /** The day it was reached; else why there is none. */
  note: string;
}

type Limit = Pick<VerdictLine, 'rule' | 'dueOn' | 'targetOn'>;

/**
 * The steps that a record passes and the day each was reached; what was reached before a new start does not count. What has a
 * day by which the law wants it is to come until that day, and was not seen after it.
 */
export function stepsOf(
  register: Register,
  row: RecordRow,
  life: Life,
  limits: readonly Limit[],
  now: number,
  locale: Locale,
): Step[] {
  const due = dueDays(register, limits);
  const today = dayOf(now);
  const t = labels(locale).record;
  const { stage } = row;
  const { isEnded } = meaningOf(register.stages, stage);
  // A step aside (候选人公示) comes after those before it.
  const order = Object.keys(register.stages);
  const reached = daysReached(register, life);
  const given = register.withoutSale?.(row.compiled);
  const steps = given?.steps ?? register.steps;
  const words = registerLabels(register, locale);
  const here = steps.indexOf(stage);
  const year = [...reached.values()].at(-1)?.slice(0, 4);
  return steps.map((step, index) => {
    const day = reached.get(step);
    const passed = here < 0 ? !isEnded && order.indexOf(step) < order.indexOf(stage) : index <= here;
    const absent = passed
      ? t.notHere
      : isEnded
        ? labels(locale).missing['not-applicable']
        : // Of what others publish first the next step may have been published and not been taken in.
          (due.has(step) ? due.get(step)! >= today : unknownOf('pending', row, now) === 'pending')
          ? t.toCome
          : labels(locale).missing['not-seen'];
    return {
      stage: step,
      text: (given && words.withoutSale?.[step]) ?? words.steps[step] ?? step,
      tone: index === here ? 'now' : day && (passed || here < 0) ? 'done' : undefined,
      note: day ? (day.startsWith(year!) ? ofThisYear(day, locale) : day) : absent,
    };
  });
}

/** The last day on which a step is due, of those that a running limit leads to. */
function dueDays(register: Register, limits: readonly Limit[]): Map<string, Day> {
  const days = new Map<string, Day>();
  for (const { rule: id, dueOn, targetOn } of limits) {
    const rule = register.periods?.rules.find((one) => one.id === id);
    if (!rule || !('target' in rule) || dueOn === null || targetOn !== null) continue;
    for (const target of rule.target.split('|')) {
      const stage = register.kinds[kindIn(target) ?? '']?.stage;
      if (stage && !(days.get(stage)! > dueOn)) days.set(stage, dueOn);
    }
  }
  return days;
}

function daysReached(register: Register, { speaking }: Life): Map<string, string> {
  const reached = new Map<string, string>();
  const led = new Set(Object.values(register.kinds).map(({ stage }) => stage));
  for (const release of speaking) {
    if (actOf(release) === 'restart') reached.clear();
    const kind = register.kinds[release.kind];
    // A step to which no kind leads by itself (执行) is reached by the first of its notices; elsewhere a proof has no day.
    const stage = kind?.stage ?? (led.has(kind?.proves ?? null) ? undefined : kind?.proves);
    if (stage && !reached.has(stage)) reached.set(stage, dayOf(release.publishedAt));
  }
  return reached;
}
