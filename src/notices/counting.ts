import { isInForce, type Condition } from '../clock/period.ts';
import { judgeQuantity, type Quantity } from '../clock/quantity.ts';
import type { VerdictRow } from '../clock/storage.ts';
import type { Notice } from '../registers/notice.ts';
import type { CompiledRelease } from '../registers/ocds.ts';
import type { Register } from '../registers/register.ts';

/** What is judged of one rule and one notice, whatever the record. */
export type Judged = Omit<VerdictRow, 'ocid' | 'register' | 'unit' | 'triggerRelease'>;

export const NOTHING = {
  reason: null,
  triggerOn: null,
  targetOn: null,
  targetRelease: null,
  without: null,
  inclusive: null,
  dueOn: null,
  publication: false,
  measured: null,
} satisfies Partial<Judged>;

/** Null: the notices do not say. */
export type Holds = (condition: Condition) => boolean | null;

/** A notice, the day it was published, and all of its round and section. */
export interface Counted {
  notice: Notice;
  on: string;
  all: readonly Notice[];
}

/** A number that a notice says, by the rule in force when it was published; null where it says none. */
export function countOne(
  rule: Quantity,
  { notice, on: triggerOn, all }: Counted,
  register: Register,
  record: CompiledRelease,
  holds: Holds,
): Judged | null {
  if (!isInForce(rule, triggerOn)) return null;
  const measured = register.periods!.measure?.(rule.measure, notice, all, record) ?? null;
  if (measured === null) return null;
  const known = { ...NOTHING, rule: rule.id, triggerOn, measured: measured.value };
  const condition = rule.when === undefined ? true : holds(rule.when);
  if (condition === false) return { ...known, verdict: 'notApplicable', reason: rule.when! };
  const judged = judgeQuantity(rule, measured);
  if (condition === null && judged.verdict === 'broken') return { ...known, verdict: 'missing', reason: rule.when! };
  return { ...known, ...judged };
}
