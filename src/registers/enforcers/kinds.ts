import * as z from 'zod';
import type { Refusal } from '../../values/result.ts';
import { bases } from '../basis.ts';
import { alike, choice, day, group, list, longText, party, text } from '../fields.ts';
import { partiesOf, said } from '../fragments.ts';
import type { Notice } from '../notice.ts';
import { listOf } from '../ocds.ts';
import { kind } from '../register.ts';
import { STANDINGS } from './certificate.ts';

/** 执法主体公告: who may punish, how far, by what right, and the certificates; each list says them all anew. */
export const roster = kind({
  nationalType: null,
  act: 'state',
  stage: 'performance',
  tag: 'implementation',
  source: '市委、市政府2012年6月18日实施意见（行动七）；国办发〔2018〕118号、《行政处罚法》第三十九条（待核）',
  fields: z.strictObject({
    enforcer: alike(party()),
    standing: choice('standing', STANDINGS),
    scope: longText(),
    basis: bases(),
    /** The day for which the list speaks. */
    listedOn: day(),
    certificates: list(
      group({
        number: text(),
        validFrom: day().optional(),
        validUntil: day().optional(),
        cancelledOn: day().optional(),
      }),
    ),
    toVerify: longText().optional(),
    other: longText().optional(),
  }),
  fragment: ({ fields: { enforcer, standing, listedOn, certificates }, project }) =>
    said({
      parties: partiesOf(['enforcer', enforcer]),
      tender: {
        title: project.name,
        lots: listOf(certificates).map((one) => ({
          id: one.number,
          title: one.number,
          enforcer: { ...(standing && { standing }), ...one, ...(listedOn && { listedOn }) },
        })),
      },
    }),
  check: refusalsOf,
});

/** Refusals: `certificate-number` (a name has no place here), `certificate-twice`, `certificate-until`. */
function refusalsOf({ fields }: Notice): Refusal[] {
  const { certificates = [] } = fields as {
    certificates?: { number: string; validFrom?: string; validUntil?: string }[];
  };
  const seen = new Set<string>();
  return certificates.flatMap(({ number, validFrom, validUntil }, at): Refusal[] => {
    const path = `fields.certificates.${at}`;
    const again = seen.has(number);
    seen.add(number);
    return [
      ...(/^[\dA-Za-z-]+$/.test(number) ? [] : [{ code: 'certificate-number', path: `${path}.number`, found: number }]),
      ...(again ? [{ code: 'certificate-twice', path: `${path}.number`, found: number }] : []),
      ...(validFrom && validUntil && validUntil < validFrom
        ? [{ code: 'certificate-until', path: `${path}.validUntil`, found: validUntil, expected: validFrom }]
        : []),
    ];
  });
}
