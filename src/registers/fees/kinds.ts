import * as z from 'zod';
import { dayOf } from '../../values/date.ts';
import { choice, day, longText, text } from '../fields.ts';
import { percent } from '../numbers.ts';
import { said } from '../fragments.ts';
import type { Notice } from '../notice.ts';
import type { OcdsFragment } from '../ocds.ts';
import { kind } from '../register.ts';
import { bases, identity, LEVELS, REDUCTIONS, standards, SUCCESSORS, validity, type FeeStatement } from './item.ts';
import { refusalsOfItem } from './refusals.ts';

/** 列入目录: the whole item as the catalogue prints it. A later entry says the whole item anew. */
export const entry = kind({
  nationalType: null,
  act: 'state',
  stage: 'performance',
  tag: 'implementation',
  source: '《优化营商环境条例》第二十五条；《政府信息公开条例》第二十条第（八）项',
  fields: z.strictObject({
    ...identity,
    standards: standards(),
    basis: bases(),
    /** The day for which the catalogue speaks; where the day of effect is not printed, the item is known from here on. */
    catalogueOn: day(),
    ...validity,
    effectiveFrom: validity.effectiveFrom.optional(),
    verifiedOn: day().optional(),
  }),
  fragment: (notice) => statement(notice),
  check: refusalsOfItem,
});

/** 标准调整. */
export const revision = kind({
  needsRecord: true,
  nationalType: null,
  act: 'state',
  stage: 'performance',
  tag: 'implementationUpdate',
  source: '《政府信息公开条例》第二十条第（八）项、第二十六条；发改价格规〔2018〕988号（待核）',
  fields: z.strictObject({
    standards: standards(),
    basis: bases(),
    ...validity,
    fund: identity.fund,
    chargingUnit: identity.chargingUnit,
    verifiedOn: day().optional(),
  }),
  fragment: (notice) => statement(notice),
  check: refusalsOfItem,
});

/** 减免: who pays less or nothing, by which document, from when until when. */
export const reduction = kind({
  needsRecord: true,
  nationalType: null,
  act: 'state',
  stage: null,
  proves: 'performance',
  tag: 'implementationUpdate',
  source: '《政府信息公开条例》第二十条第（八）项',
  fields: z.strictObject({
    who: text(),
    reduction: choice('reduction', REDUCTIONS),
    percent: percent().optional(),
    rule: longText(),
    part: text().optional(),
    basis: bases(),
    effectiveUntil: day().optional(),
    ...validity,
  }),
  fragment: (notice) => statement(notice),
  check: refusalsOfItem,
});

/** What an item is called that ended before it was ever listed here; of what level does not matter any more. */
const bare = {
  name: identity.name.optional(),
  aliases: identity.aliases,
  family: identity.family.optional(),
  level: choice('level', LEVELS).optional(),
  department: identity.department.optional(),
  chargingUnit: identity.chargingUnit,
  payer: identity.payer,
  enterpriseRelated: identity.enterpriseRelated,
  verifiedOn: day().optional(),
};

/** 停征: of the whole item, or of the line `part`. */
export const suspension = kind({
  needsRecord: true,
  nationalType: null,
  act: 'state',
  stage: 'suspended',
  tag: 'implementationUpdate',
  source: '《政府信息公开条例》第二十条第（八）项',
  fields: z.strictObject({
    ...bare,
    part: text().optional(),
    basis: bases(),
    effectiveUntil: day().optional(),
    ...validity,
  }),
  fragment: (notice) => statement(notice),
  check: refusalsOfItem,
});

/** 取消. An item that a city or county invented may stand here, and only here (市委、市政府2012年6月18日实施意见). */
export const cancellation = kind({
  needsRecord: true,
  nationalType: null,
  act: 'state',
  stage: 'terminated',
  tag: 'implementationUpdate',
  source: '《价格违法行为行政处罚规定》第九条；财综〔2004〕100号（待核）',
  fields: z.strictObject({ ...bare, part: text().optional(), basis: bases(), ...validity }),
  fragment: (notice) => statement(notice),
  check: refusalsOfItem,
});

/** 转为税、转为经营服务性收费. */
export const conversion = kind({
  needsRecord: true,
  nationalType: null,
  act: 'state',
  stage: 'terminated',
  tag: 'implementationUpdate',
  source: '《政府信息公开条例》第二十条第（八）项',
  fields: z.strictObject({
    ...bare,
    convertedTo: choice('convertedTo', SUCCESSORS),
    into: text(),
    basis: bases(),
    ...validity,
  }),
  fragment: (notice) => statement(notice),
  check: refusalsOfItem,
});

/** What the notice says, as one statement of the item's history. */
function statement(notice: Notice<object>): OcdsFragment {
  const { id, kind: kindId, publishedAt, project, fields } = notice;
  return said({
    feeItem: {
      code: project.code,
      statements: [{ ...fields, id, act: kindId, publishedOn: dayOf(publishedAt) } as FeeStatement],
    },
  });
}
