import type { Basis } from '../basis.ts';
import type { Party } from '../fields.ts';
import type { Gravity } from '../gravity.ts';
import type { Money } from '../../values/money.ts';

/** 行政处罚裁量权基准 (实施意见2012，行动七; domain.md S19): of one offence, what is given for which circumstance. */
export const PENALTIES = ['none', 'warning', 'fine', 'confiscation', 'suspension', 'revocation', 'other'] as const;

export interface Step {
  gravity: Gravity;
  circumstance: string;
  penalty: (typeof PENALTIES)[number];
  /** The words of the document. */
  printed: string;
  lower?: Money;
  upper?: Money;
  /** Times of `base`, or per cent of it, as printed. */
  lowerTimes?: number;
  upperTimes?: number;
  base?: string;
}

/** What one notice said of an offence; each benchmark says the whole anew. */
export interface BenchmarkSaid {
  id: string;
  act: 'benchmark' | 'repeal';
  publishedOn: string;
  offence?: string;
  domain?: string;
  enforcer?: Party;
  violated?: Basis[];
  basis?: Basis[];
  steps?: Step[];
  effectiveFrom: string;
  effectiveUntil?: string;
  toVerify?: string;
}

/** As it stood on a day. */
export interface Benchmark {
  code: string;
  offence: string;
  domain: string;
  enforcer: string | null;
  violated: Basis[];
  basis: Basis[];
  steps: Step[];
  status: 'inForce' | 'notYet' | 'ended';
  from: string;
  until: string | null;
  toVerify: string[];
}

/** Null where no benchmark is held; before its first day the first one is shown as not yet in force. */
export function benchmarkOn(
  benchmark: { code?: string; statements?: readonly BenchmarkSaid[] } | undefined,
  day: string | null,
): Benchmark | null {
  const statements = (benchmark?.statements ?? []).toSorted((a, b) =>
    a.effectiveFrom < b.effectiveFrom ? -1 : a.effectiveFrom > b.effectiveFrom ? 1 : 0,
  );
  const past = statements.filter(({ effectiveFrom }) => day === null || effectiveFrom <= day);
  const said = past.findLast(({ act }) => act === 'benchmark') ?? statements.find(({ act }) => act === 'benchmark');
  if (!said) return null;
  const repeal = past.findLast(({ act, effectiveFrom }) => act === 'repeal' && effectiveFrom >= said.effectiveFrom);
  const until = repeal?.effectiveFrom ?? said.effectiveUntil ?? null;
  const isPast = past.includes(said);
  const isOver =
    repeal !== undefined || (said.effectiveUntil !== undefined && day !== null && said.effectiveUntil < day);
  return {
    code: benchmark?.code ?? '',
    offence: said.offence ?? '',
    domain: said.domain ?? '',
    enforcer: said.enforcer?.name ?? null,
    violated: said.violated ?? [],
    basis: said.basis ?? [],
    steps: said.steps ?? [],
    status: !isPast ? 'notYet' : isOver ? 'ended' : 'inForce',
    from: said.effectiveFrom,
    until,
    toVerify: said.toVerify ? [said.toVerify] : [],
  };
}

declare module '../ocds.ts' {
  interface OcdsFragment {
    /** Outside OCDS: what the notices of an offence said, one statement each, by the notice's id. */
    benchmark?: { code?: string; statements?: BenchmarkSaid[] };
  }
}
