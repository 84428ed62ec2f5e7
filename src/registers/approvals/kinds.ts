import * as z from 'zod';
import { dayOf } from '../../values/date.ts';
import { bases } from '../basis.ts';
import { choice, day, text } from '../fields.ts';
import { partiesOf, said } from '../fragments.ts';
import type { Notice } from '../notice.ts';
import type { OcdsFragment } from '../ocds.ts';
import { kind } from '../register.ts';
import { DELEGATED, identity, joint as jointFields, procedure, validity, type ApprovalStatement } from './item.ts';
import { refusalsOfApproval } from './refusals.ts';

const LIST = '《政府信息公开条例》第二十条第（五）项；市委、市政府2012年6月18日实施意见（行动一）';

/** 列入清单（保留）: the whole item as the list prints it. A later entry says the whole item anew. */
export const entry = kind({
  nationalType: null,
  act: 'state',
  stage: 'performance',
  tag: 'implementation',
  source: LIST,
  fields: z.strictObject({
    ...identity,
    ...procedure,
    basis: bases(),
    /** The day for which the list speaks. */
    listOn: day(),
    ...validity,
    effectiveFrom: validity.effectiveFrom.optional(),
  }),
  fragment: (notice) => statement(notice),
  check: refusalsOfApproval,
});

/** 调整: what is said replaces what was said; the rest stays. */
export const revision = kind({
  needsRecord: true,
  nationalType: null,
  act: 'state',
  stage: 'performance',
  tag: 'implementationUpdate',
  source: LIST,
  fields: z.strictObject({
    name: identity.name.optional(),
    aliases: identity.aliases,
    unitInCharge: identity.unitInCharge.optional(),
    events: identity.events,
    applicant: identity.applicant,
    ...procedure,
    basis: bases().optional(),
    ...validity,
  }),
  fragment: (notice) => statement(notice),
  check: refusalsOfApproval,
});

/** 并联审批: who leads, who takes part, in which steps, how long in all. */
export const joint = kind({
  needsRecord: true,
  nationalType: null,
  act: 'state',
  stage: null,
  proves: 'performance',
  tag: 'implementationUpdate',
  source: '《行政许可法》第二十六条、第四十二条；市委、市政府2012年6月18日实施意见（行动一）',
  fields: z.strictObject({ ...jointFields, basis: bases().optional(), ...validity }),
  fragment: (notice) => statement(notice),
  check: refusalsOfApproval,
});

/** What an item is called that ended before it was ever listed here. */
const bare = {
  name: identity.name.optional(),
  unitInCharge: identity.unitInCharge.optional(),
  itemKind: identity.itemKind.optional(),
  basis: bases(),
};

export const cancellation = kind({
  nationalType: null,
  act: 'state',
  stage: 'terminated',
  needsRecord: true,
  tag: 'implementationUpdate',
  source: LIST,
  fields: z.strictObject({ ...bare, ...validity }),
  fragment: (notice) => statement(notice),
  check: refusalsOfApproval,
});

/** 下放: the item lives on elsewhere. */
export const delegation = kind({
  nationalType: null,
  act: 'state',
  stage: 'terminated',
  needsRecord: true,
  tag: 'implementationUpdate',
  source: LIST,
  fields: z.strictObject({
    ...bare,
    delegatedTo: choice('delegatedTo', DELEGATED),
    receiver: text().optional(),
    ...validity,
  }),
  fragment: (notice) => statement(notice),
  check: refusalsOfApproval,
});

/** 合并: it is part of another item now. */
export const merger = kind({
  nationalType: null,
  act: 'state',
  stage: 'terminated',
  needsRecord: true,
  tag: 'implementationUpdate',
  source: LIST,
  fields: z.strictObject({ ...bare, into: text(), intoCode: text().optional(), ...validity }),
  fragment: (notice) => statement(notice),
  check: refusalsOfApproval,
});

/** What the notice says, as one statement of the item's history. */
function statement(notice: Notice<object>): OcdsFragment {
  const { id, kind: act, publishedAt, project, fields } = notice;
  const told = { ...fields, id, act, publishedOn: dayOf(publishedAt) } as ApprovalStatement;
  return said({
    parties: partiesOf(['inCharge', told.unitInCharge], ['inCharge', told.lead], ['member', told.members]),
    approval: { code: project.code, statements: [told] },
  });
}
