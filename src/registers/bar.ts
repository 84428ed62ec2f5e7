import type { Day } from '../values/date.ts';

/**
 * 禁止参加投标、采购: a bar that a decision sets on a party, with its days, both included. What it reaches is said by the
 * registers it reaches (`Register.barredBy`).
 */
export interface Bar {
  /** As the decision names the party. */
  name: string;
  scope: string;
  from: Day;
  until: Day;
  basis: string;
}
