import * as z from 'zod';
import { dayOf } from '../../values/date.ts';
import { partiesOf, said } from '../fragments.ts';
import type { Notice } from '../notice.ts';
import type { OcdsFragment } from '../ocds.ts';
import { kind } from '../register.ts';
import { CHECK, COMPLETION, EXPOSURE, FINDING, PLAN, RATING, type MatterStatement } from './matter.ts';
import { refusalsOfMatter } from './refusals.ts';

const OPINION = '市委、市政府2012年6月18日实施意见';

/** 查出问题: by whom, where, who puts it right, by when where a day was set. */
export const finding = kind({
  nationalType: null,
  act: 'state',
  stage: 'found',
  tag: 'planning',
  source: `${OPINION}（查找问题、整改档案）`,
  fields: z.strictObject(FINDING),
  fragment: (notice) => statement(notice),
  check: refusalsOfMatter,
});

/** 整改方案: what is done, by when, by which post. */
export const plan = kind({
  nationalType: null,
  act: 'state',
  stage: 'planned',
  needsRecord: true,
  tag: 'planningUpdate',
  source: `${OPINION}（整改时限、整改责任）`,
  fields: z.strictObject(PLAN),
  fragment: (notice) => statement(notice),
  check: refusalsOfMatter,
});

export const completion = kind({
  nationalType: null,
  act: 'state',
  stage: 'done',
  needsRecord: true,
  tag: 'implementation',
  source: `${OPINION}（整改档案）`,
  fields: z.strictObject(COMPLETION),
  fragment: (notice) => statement(notice),
  check: refusalsOfMatter,
});

/** 核查: whoever found it looks again. */
export const check = kind({
  nationalType: null,
  act: 'state',
  stage: 'checked',
  needsRecord: true,
  tag: 'implementationUpdate',
  source: `${OPINION}（跟踪督办）`,
  fields: z.strictObject(CHECK),
  fragment: (notice) => statement(notice),
  check: refusalsOfMatter,
});

/** 公开曝光、问责情况、典型案例: as its source published it, and no name beyond it. */
export const exposure = kind({
  nationalType: null,
  act: 'state',
  stage: 'exposed',
  tag: 'planning',
  source: `${OPINION}（公开曝光、问责、典型案例）`,
  fields: z.strictObject(EXPOSURE),
  fragment: (notice) => statement(notice),
  check: refusalsOfMatter,
});

/** 评议结果: of one year, with its method and how many were asked. */
export const rating = kind({
  nationalType: null,
  act: 'state',
  stage: 'rated',
  tag: 'planning',
  source: `${OPINION}（群众评议）`,
  fields: z.strictObject(RATING),
  fragment: (notice) => statement(notice),
  check: refusalsOfMatter,
});

/** What the notice says, as one statement of the matter's history. */
function statement(notice: Notice<object>): OcdsFragment {
  const { id, kind: act, publishedAt, project, fields } = notice;
  const told = { ...fields, id, act, publishedOn: dayOf(publishedAt) } as MatterStatement;
  return said({
    parties: partiesOf(
      ['responsible', told.responsible],
      ['finder', told.foundBy],
      ['finder', told.checkedBy],
      ['finder', told.decider],
      ['finder', told.ratedBy],
    ),
    matter: { code: project.code, statements: [told] },
  });
}
