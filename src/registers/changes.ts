import * as z from 'zod';
import { day, group, list, longText, text } from './fields.ts';
import { kind } from './register.ts';

/**
 * What registers have in common when a notice changes or takes back an earlier one: what changed, old → new,
 * and the withdrawal. Why stands in the header (`reason`), which notice in `amends`.
 */
export const changes = () => list(group({ item: text(), before: longText().optional(), after: longText() }));

/** The fields of every kind whose act is `change`; a register adds the new dates and sums that its law knows. */
export const changeFields = { changes: changes(), changedOn: day().optional() };

/** Takes the notice named in `amends` back. The text stays, struck, with the reason: nothing published disappears. */
export const withdrawal = kind({
  nationalType: null,
  act: 'withdraw',
  stage: null,
  tag: 'tenderUpdate',
  source: '本平台规则：撤回须写明原因，原文保留并标明已撤回',
  fields: z.strictObject({ followUp: longText().optional() }),
  fragment: () => ({}),
});

/** 期限说明: the unit says why a period was not kept; it stands beside the verdict. */
export const explanation = kind({
  nationalType: null,
  act: 'state',
  stage: null,
  tag: 'tenderUpdate',
  source: '本平台规则：单位可以对期限判定作出说明，与判定并列显示',
  fields: z.strictObject({ other: longText().optional() }),
  fragment: () => ({}),
  check: ({ explanations = [], firstPublished }) =>
    explanations.length > 0 || firstPublished ? [] : [{ code: 'missing', path: 'explanations' }],
});

/** Labels of the fields above, to be spread into a register's `fields`. */
export const changeLabels = {
  zh: {
    changes: '变更内容',
    item: '变更事项',
    before: '原内容',
    after: '变更后',
    changedOn: '变更日期',
    followUp: '后续安排',
  },
  en: {
    changes: 'Changes',
    item: 'Item',
    before: 'Before',
    after: 'After',
    changedOn: 'Changed on',
    followUp: 'What follows',
  },
};
