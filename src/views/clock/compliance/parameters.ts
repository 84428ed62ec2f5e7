import { registers } from '../../../registers/registers.ts';
import type { Query } from '../../address.ts';
import type { Refused } from '../../list/parameters.ts';
import { choicesIn } from '../asked.ts';
import { STANDINGS, type Standing } from './standing.ts';

/** What a unit's page of periods and its tables may be asked. */
export interface ComplianceParameters {
  rule?: string | undefined;
  year?: string | undefined;
  /** `judged`: all that were judged. */
  verdict?: Standing | 'judged' | undefined;
  skip: number;
}

export const COMPLIANCE_PARAMETERS: readonly string[] = ['rule', 'year', 'verdict', 'skip', 'names'];

const RULES = new Set(registers.flatMap(({ periods }) => (periods?.rules ?? []).map(({ id }) => id)));

export function readComplianceParameters(search: URLSearchParams): {
  parameters: ComplianceParameters;
  dropped: Refused[];
} {
  const { read, dropped } = choicesIn(search);
  const isStanding = (one: string) => one === 'judged' || STANDINGS.some((standing) => standing === one);
  const parameters: ComplianceParameters = {
    rule: read('rule', (id) => RULES.has(id)),
    year: read('year', (year) => /^(?:19|20)\d{2}$/.test(year)),
    verdict: read('verdict', isStanding) as ComplianceParameters['verdict'],
    skip: Number(read('skip', (one) => /^\d{1,6}$/.test(one)) ?? 0),
  };
  return { parameters, dropped };
}

export function complianceQuery({ rule, year, verdict }: ComplianceParameters, change: Query = {}): Query {
  return { rule, year, verdict, ...change };
}
