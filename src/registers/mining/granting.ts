import * as z from 'zod';
import { changeFields } from '../changes.ts';
import { reopened } from '../bidding.ts';

import { alike, choice, dayOrInstant, group, instant, list, longText, party, text, type Party } from '../fields.ts';
import { partiesOf, said } from '../fragments.ts';
import {
  failureFields,
  newDates,
  postponementFields,
  saleEnded,
  saleOf,
  suspensionFields,
  terminationFields,
  untimedSale,
  type Sale,
} from '../granting.ts';
import type { Notice } from '../notice.ts';
import type { Refusal } from '../../values/result.ts';
import type { OcdsFragment } from '../ocds.ts';
import { kind } from '../register.ts';
import { withinMaximum } from './quantities.ts';
import {
  methodOf,
  awardsOfRights,
  changedRights,
  lotsOfRights,
  offeredRights,
  OPEN_METHODS,
  rightLot,
  RIGHTS,
  transfereesOf,
  type Method,
  type RightRow,
} from './rights.ts';

/** 出让计划, 出让区块: what is to be granted. */
export const plan = kind({
  nationalType: null,
  act: 'state',
  stage: 'planning',
  tag: 'planning',
  source: '《矿产资源法》（2024年修订）第十七条',
  fields: z.strictObject({
    grantor: party(),
    planYear: text(),
    blocks: list(
      group({
        name: text(),
        right: choice('right', RIGHTS),
        mineral: text(),
        location: text().optional(),
        plannedFor: text().optional(),
      }),
    ),
    other: longText().optional(),
  }),
  fragment: ({ project, fields }) =>
    said({
      parties: partiesOf(['grantor', fields.grantor]),
      planning: { project: project.name, projectID: project.code },
      tender: { status: 'planning' },
    }),
});

const grantFields = {
  grantor: party(),
  platform: party(),
  method: choice('method', OPEN_METHODS),
  rights: offeredRights(),
  bidderConditions: longText(),
  documentsFrom: dayOrInstant(),
  documentsUntil: dayOrInstant().optional(),
  documentsHow: alike(longText()),
  applicationFrom: instant(),
  applicationDeadline: instant(),
  depositDeadline: instant().optional(),
  listingFrom: instant().optional(),
  listingUntil: instant().optional(),
  saleAt: instant().optional(),
  salePlace: alike(text()),
  awardRule: alike(longText()),
  riskNotice: longText(),
  objectionChannel: alike(longText()),
  contact: alike(longText()).optional(),
  other: longText().optional(),
};

/** 出让公告: at least twenty working days before the sale begins. */
export const grant = kind({
  nationalType: '0401',
  act: 'state',
  stage: 'tender',
  tag: 'tender',
  source: '自然资规〔2023〕1号《矿业权出让交易规则》；《矿产资源法》（2024年修订）第十七条',
  fields: z.strictObject(grantFields),
  check: refusalsOfSale,
  fragment: (notice) => {
    const call = callFragment(notice);
    return said({ ...call, tender: { ...call.tender, status: 'active' } });
  },
});

/** 重新出让: after a sale that came to nothing; the new terms replace the old. */
export const regrant = kind({
  nationalType: '0401',
  act: 'restart',
  stage: 'tender',
  tag: 'tenderUpdate',
  source: '自然资规〔2023〕1号《矿业权出让交易规则》',
  fields: z.strictObject({ ...grantFields, round: text().optional() }),
  check: refusalsOfSale,
  fragment: (notice) => {
    const call = callFragment(notice);
    return said({ ...call, tender: reopened(call.tender) });
  },
});

/** 变更公告: what matters moves the sale. */
export const change = kind({
  nationalType: '0401',
  act: 'change',
  stage: null,
  proves: 'tender',
  tag: 'tenderAmendment',
  source: '自然资规〔2023〕1号《矿业权出让交易规则》（公告重大变更）',
  fields: z.strictObject({
    ...changeFields,
    rights: changedRights().optional(),
    ...newDates,
    other: longText().optional(),
  }),
  fragment: (notice) => said(callFragment(notice)),
});

export const postponement = kind({
  nationalType: '0401',
  act: 'change',
  stage: null,
  proves: 'tender',
  tag: 'tenderAmendment',
  source: '自然资规〔2023〕1号《矿业权出让交易规则》（顺延）',
  fields: postponementFields(),
  fragment: (notice) => said(callFragment(notice)),
});

/** 中止: the sale rests; why stands in `reason`. */
export const suspension = kind({
  nationalType: null,
  act: 'change',
  stage: null,
  proves: 'tender',
  suspends: true,
  tag: 'tenderUpdate',
  source: '自然资规〔2023〕1号《矿业权出让交易规则》（中止）',
  fields: suspensionFields(),
  fragment: (notice) => said(callFragment(notice)),
});

/** 更正: of the notice, the documents, the result or the registration. What is corrected in figures is said anew. */
export const correction = kind({
  nationalType: null,
  act: 'change',
  stage: null,
  proves: 'tender',
  tag: 'tenderAmendment',
  source: '《政府信息公开条例》第六条；自然资规〔2023〕1号《矿业权出让交易规则》',
  fields: z.strictObject({
    ...changeFields,
    corrected: choice('corrected', ['notice', 'documents', 'result', 'registration', 'other']).optional(),
    rights: changedRights().optional(),
    ...newDates,
    publicityUntil: dayOrInstant().optional(),
    other: longText().optional(),
  }),
  fragment: (notice) => {
    const call = callFragment(notice);
    const { rights } = notice.fields;
    return said({
      ...call,
      parties: partiesOf(['supplier', transfereesOf(rights)]),
      awards: awardsOfRights(rights, 'active'),
    });
  },
});

/** 未成交: nobody applied, or nobody reached the reserve. */
export const failure = kind({
  nationalType: null,
  act: 'terminate',
  stage: 'terminated',
  tag: 'tenderCancellation',
  source: '自然资规〔2023〕1号《矿业权出让交易规则》',
  fields: failureFields(),
  fragment: (notice) =>
    said({
      parties: partiesOf(['grantor', notice.fields.grantor]),
      tender: saleEnded(notice, 'unsuccessful', rightLot),
    }),
});

/** 终止出让. */
export const termination = kind({
  nationalType: null,
  act: 'terminate',
  stage: 'terminated',
  tag: 'tenderCancellation',
  source: '自然资规〔2023〕1号《矿业权出让交易规则》（终止）',
  fields: terminationFields(),
  fragment: (notice) =>
    said({ parties: partiesOf(['grantor', notice.fields.grantor]), tender: saleEnded(notice, 'cancelled', rightLot) }),
});

/** When the sale is held, how deep may be dug, and no term beyond the maximum. */
function refusalsOfSale(notice: Notice): Refusal[] {
  const rows = notice.firstPublished ? [] : ((notice.fields['rights'] ?? []) as RightRow[]);
  const flat = rows.flatMap(({ right, elevation }, index) =>
    right === 'extractionRight' && !elevation ? [{ code: 'missing', path: `fields.rights.${index}.elevation` }] : [],
  );
  return [...withinMaximum(notice), ...untimedSale(notice), ...flat];
}

interface Call extends Sale {
  method?: Method;
  platform?: Party;
  rights?: readonly RightRow[];
}

/** Whatever of a grant notice a notice says. */
function callFragment(notice: Notice<Call>): OcdsFragment & { tender: NonNullable<OcdsFragment['tender']> } {
  const { fields } = notice;
  return {
    parties: partiesOf(['grantor', fields.grantor], ['agency', fields.platform]),
    tender: {
      ...saleOf(notice),
      ...methodOf(fields.method),
      lots: lotsOfRights(notice, fields.rights, fields.method),
    },
  };
}
