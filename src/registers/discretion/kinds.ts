import * as z from 'zod';
import { dayOf } from '../../values/date.ts';
import type { Refusal } from '../../values/result.ts';
import { refusalsOfCode } from '../address-code.ts';
import { bases } from '../basis.ts';
import { alike, choice, day, group, list, longText, money, party, text } from '../fields.ts';
import { partiesOf, said } from '../fragments.ts';
import { GRAVITIES } from '../gravity.ts';
import { fenOf } from '../measures.ts';
import type { Notice } from '../notice.ts';
import { number } from '../numbers.ts';
import type { OcdsFragment } from '../ocds.ts';
import { kind } from '../register.ts';
import { PENALTIES, type BenchmarkSaid } from './benchmark.ts';

const beside = {
  effectiveFrom: day(),
  formedOn: day().optional(),
  sourceUrl: text().optional(),
  toVerify: longText().optional(),
  other: longText().optional(),
};
const SOURCE = '市委、市政府2012年6月18日实施意见（行动七）；《行政处罚法》第三十四条（待核）';

/** 裁量基准: of one offence, the whole anew. */
export const benchmark = kind({
  nationalType: null,
  act: 'state',
  stage: 'performance',
  tag: 'implementation',
  source: SOURCE,
  fields: z.strictObject({
    offence: text(),
    domain: text(),
    enforcer: alike(party()),
    violated: bases().optional(),
    basis: bases(),
    steps: list(
      group({
        gravity: choice('gravity', GRAVITIES),
        circumstance: longText(),
        penalty: choice('penalty', PENALTIES),
        printed: longText(),
        lower: money().optional(),
        upper: money().optional(),
        lowerTimes: number().optional(),
        upperTimes: number().optional(),
        base: text().optional(),
      }),
    ),
    effectiveUntil: day().optional(),
    ...beside,
  }),
  fragment: (notice) => statement(notice),
  check: refusalsOf,
});

export const repeal = kind({
  nationalType: null,
  act: 'state',
  stage: 'terminated',
  needsRecord: true,
  tag: 'implementationUpdate',
  source: SOURCE,
  fields: z.strictObject({ basis: bases(), ...beside }),
  fragment: (notice) => statement(notice),
  check: refusalsOf,
});

/** Refusals: `address-code`, `benchmark-range`, `benchmark-until`. */
function refusalsOf(notice: Notice): Refusal[] {
  const { steps = [], effectiveFrom, effectiveUntil } = notice.fields as Partial<BenchmarkSaid>;
  return [
    ...refusalsOfCode(notice),
    ...(effectiveFrom && effectiveUntil && effectiveUntil < effectiveFrom
      ? [{ code: 'benchmark-until', path: 'fields.effectiveUntil', found: effectiveUntil, expected: effectiveFrom }]
      : []),
    ...steps.flatMap(({ lower, upper, lowerTimes, upperTimes }, at) => {
      const [low, high] = [fenOf(lower), fenOf(upper)];
      const isWrong =
        (low !== null && high !== null && low > high) ||
        (lowerTimes !== undefined && upperTimes !== undefined && lowerTimes > upperTimes);
      return isWrong ? [{ code: 'benchmark-range', path: `fields.steps.${at}.lower` }] : [];
    }),
  ];
}

function statement(notice: Notice<object>): OcdsFragment {
  const { id, kind: act, publishedAt, project, fields } = notice;
  const told = { ...fields, id, act, publishedOn: dayOf(publishedAt) } as BenchmarkSaid;
  return said({
    parties: partiesOf(['enforcer', told.enforcer]),
    benchmark: { code: project.code, statements: [told] },
  });
}
