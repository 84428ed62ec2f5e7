import { explanation, withdrawal } from '../changes.ts';
import { declareRegister } from '../register.ts';
import type { CompiledRelease } from '../ocds.ts';
import { en } from './en.ts';
import { CATEGORIES, FINDINGS, LEVELS } from './fund.ts';
import { allotment, audit, evaluation, issue, payment, rectification } from './kinds.ts';
import { pages } from './pages.ts';
import { measure, quantities, rules, unimplemented } from './periods.ts';
import { fundTold } from './told.ts';
import { zh } from './zh.ts';

/** 专项资金 (实施意见2012，行动八; domain.md S20). A record is one fund of one year. */
export const funds = declareRegister({
  id: 'funds',
  supervision: true,
  kinds: { issue, allotment, payment, evaluation, audit, rectification, withdrawal, explanation },
  stages: {
    issued: { isRunning: true },
    allotted: { isRunning: true },
    paid: { isRunning: true },
  },
  steps: ['issued', 'allotted', 'paid'],
  roles: {
    authority: { isUnit: true },
    treasury: { isUnit: true },
    auditor: { isUnit: true },
    evaluator: {},
    publisher: { isUnit: true },
    recipient: {},
  },
  // Funds have a page of their own, `/funds`.
  columns: [],
  facets: [
    { id: 'category', list: 'fundCategory', values: (record) => one(CATEGORIES, fundIn(record)?.issue.category) },
    { id: 'level', list: 'fundLevel', values: (record) => one(LEVELS, fundIn(record)?.issue.level) },
    {
      id: 'finding',
      list: 'findingType',
      values: (record) => FINDINGS.filter((type) => fundIn(record)?.findings.some((found) => found.type === type)),
    },
  ],
  // Auditors and finance departments speak about the funds of others: by its number a fund is one for all.
  keys: ({ project: { code } }) => (code ? [`fund ${code}`] : []),
  pages,
  // What the state gives on is no contract (OCDS 1.1, scope).
  ocds: { flow: 'outside' },
  page: ({ fund }) => (fund?.code ? `/funds/${encodeURIComponent(fund.code)}` : null),
  periods: { rules: [...rules, ...quantities], unimplemented, measure },
  labels: { zh, en },
});

function fundIn({ fund }: CompiledRelease) {
  return fundTold(fund);
}

function one<Code extends string>(codes: readonly Code[], code: string | undefined): Code[] {
  return codes.filter((each) => each === code);
}
