import * as z from 'zod';
import { registers } from '../../../registers/registers.ts';
import type { Query } from '../../address.ts';
import type { Refused } from '../../list/parameters.ts';
import { typedSkip } from '../../typed.ts';
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

/** How each is read. */
export const COMPLIANCE_VALUES = {
  rule: z.enum([...RULES]),
  year: z.string().regex(/^(?:19|20)\d{2}$/),
  verdict: z.enum(['judged', ...STANDINGS]),
  skip: typedSkip,
};

export function readComplianceParameters(search: URLSearchParams): {
  parameters: ComplianceParameters;
  dropped: Refused[];
} {
  const { read, dropped } = choicesIn(search);
  const fits = (name: keyof typeof COMPLIANCE_VALUES) => (text: string) =>
    COMPLIANCE_VALUES[name].safeParse(text).success;
  const parameters: ComplianceParameters = {
    rule: read('rule', fits('rule')),
    year: read('year', fits('year')),
    verdict: read('verdict', fits('verdict')) as ComplianceParameters['verdict'],
    skip: Number(read('skip', fits('skip')) ?? 0),
  };
  return { parameters, dropped };
}

export function complianceQuery({ rule, year, verdict }: ComplianceParameters, change: Query = {}): Query {
  return { rule, year, verdict, ...change };
}
