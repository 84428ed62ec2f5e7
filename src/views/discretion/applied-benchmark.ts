import { fill, labels } from '../../locales/labels.ts';
import { findByKey } from '../../notices/links/storage.ts';
import { findRecord } from '../../notices/storage.ts';
import { benchmarkOn, type Step } from '../../registers/discretion/benchmark.ts';
import { discretion } from '../../registers/discretion/register.ts';
import { fenOf } from '../../registers/measures.ts';
import { formatFen } from '../../values/money.ts';
import { matchKey } from '../../values/script.ts';
import { choiceLabel } from '../words.ts';
import type { RecordContext } from '../record/context.ts';

/** The benchmark of discretion that a decision says it applies, as it stood on the day of the decision. */
export interface AppliedBenchmark {
  code: string;
  /** Null where this portal does not hold it. */
  held: { offence: string; path: string } | null;
  /** The grade that the decision names, with its circumstance and range; null where it names none, or the benchmark has none such. */
  step: { gravity: string; circumstance: string; printed: string } | null;
  /** What can be said of the fine and the range, and what cannot: reckoned from what was published. */
  note: string;
}

/** Null where the decision names no benchmark: nobody guesses which one it would be. */
export function appliedBenchmark({ portal, register, record, locale }: RecordContext): AppliedBenchmark | null {
  const told = register.appliesBenchmark?.(record);
  if (!told) return null;
  const { code, gravity, decidedOn, fine } = told;
  const t = labels(locale).discretion.applied;
  const ocid = findByKey(portal.database, `${discretion.id}:code:${matchKey(code)}`);
  const held = benchmarkOn(
    (ocid === undefined ? undefined : findRecord(portal.database, ocid))?.compiled.benchmark,
    decidedOn ?? null,
  );
  if (held?.status !== 'inForce')
    return { code, held: null, step: null, note: held ? fill(t.notInForce, { day: decidedOn ?? '' }) : t.unknown };
  const step = held.steps.find((one) => one.gravity === gravity);
  return {
    code,
    held: { offence: held.offence, path: `/discretion/${encodeURIComponent(held.code)}` },
    step: step
      ? {
          gravity: choiceLabel(discretion, 'gravity', step.gravity, locale),
          circumstance: step.circumstance,
          printed: step.printed,
        }
      : null,
    note: step ? compared(step, fine) : gravity ? t.noSuchStep : t.noGravity,
  };

  function compared({ lower, upper }: Step, fen: number | null): string {
    const [least, most] = [fenOf(lower), fenOf(upper)];
    if (least === null && most === null) return t.noRange;
    if (fen === null) return t.noFine;
    const range = [least, most].map((one) => (one === null ? '' : formatFen(one))).join('—');
    const isWithin = (least === null || fen >= least) && (most === null || fen <= most);
    return fill(isWithin ? t.within : t.outside, { fine: formatFen(fen), range });
  }
}
