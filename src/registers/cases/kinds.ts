import * as z from 'zod';
import { dayOf } from '../../values/date.ts';
import { alike, choice, day, group, list, party, text } from '../fields.ts';
import { partiesOf, said } from '../fragments.ts';
import type { Notice } from '../notice.ts';
import { kind } from '../register.ts';
import { RESULTS, SUSPENSIONS, type CaseSaid } from './case.ts';
import { refusalsOfCase } from './refusals.ts';

/** 办件情况: the state of a case on the day it is told. It is found by its number, which is the project's code. */
export const progress = kind({
  nationalType: null,
  act: 'state',
  stage: 'accepted',
  tag: 'implementation',
  source: '市委、市政府2012年6月18日实施意见（电子监察、限时办结）；《政府信息公开条例》第二十条第（五）项',
  fields: z.strictObject({
    /** A code of the list of approvals. */
    item: text().optional(),
    itemName: text(),
    unitInCharge: alike(party()),
    acceptedOn: day(),
    dueOn: day().optional(),
    statutoryDueOn: day().optional(),
    suspensions: list(
      group({ from: day(), until: day().optional(), reason: choice('suspension', SUSPENSIONS) }),
    ).optional(),
    decidedOn: day().optional(),
    result: choice('result', RESULTS).optional(),
    resultUrl: text().optional(),
  }),
  fragment: ({ id, publishedAt, project, fields }) =>
    said({
      parties: partiesOf(['handler', fields.unitInCharge]),
      handling: {
        code: project.code,
        statements: [{ ...fields, id, publishedOn: dayOf(publishedAt) } as CaseSaid],
      },
    }),
  check: (notice) => refusalsOfCase(notice as Notice<Record<string, unknown>>),
});
