import type { Refusal } from '../../values/result.ts';
import { refusalsOfCode } from '../address-code.ts';
import type { Notice } from '../notice.ts';
import type { ApprovalStatement } from './item.ts';

/** 行政许可法 art. 42: twenty working days, forty-five where several departments handle it together, unless a law says otherwise. */
export const PERMIT_DAYS = 20;
export const JOINT_DAYS = 45;

/**
 * What no single field can say. What others published first is shown with its faults, not refused. Refusals:
 * `address-code`, `approval-promise`, `approval-limit`, `approval-joint-limit`, `approval-step`, `approval-consultation`,
 * `approval-fee`, `approval-self`.
 */
export function refusalsOfApproval(notice: Notice): Refusal[] {
  const refusals = refusalsOfCode(notice);
  if (notice.firstPublished) return refusals;
  const {
    name = '',
    itemKind,
    statutoryDays,
    promisedDays,
    limitBasis,
    charged,
    feeItems = [],
    steps = [],
    totalDays,
  } = notice.fields as Partial<ApprovalStatement>;
  const refuse = (code: string, path: string, found: unknown = '', expectedText: unknown = '') =>
    refusals.push({ code, path: `fields.${path}`, found: String(found), expected: String(expectedText) });
  if (statutoryDays !== undefined && promisedDays !== undefined && promisedDays > statutoryDays)
    refuse('approval-promise', 'promisedDays', promisedDays, statutoryDays);
  if (itemKind === 'permit' && (statutoryDays ?? 0) > PERMIT_DAYS && !limitBasis)
    refuse('approval-limit', 'limitBasis', statutoryDays, PERMIT_DAYS);
  if ((totalDays ?? 0) > JOINT_DAYS && !limitBasis) refuse('approval-joint-limit', 'limitBasis', totalDays, JOINT_DAYS);
  for (const [at, { days }] of steps.entries())
    if (days !== undefined && totalDays !== undefined && days > totalDays)
      refuse('approval-step', `steps.${at}.days`, days, totalDays);
  // 宣传咨询零收费 (实施意见2012，行动六).
  if (charged && (itemKind === 'consultation' || /咨询|宣传/.test(name)))
    refuse('approval-consultation', 'charged', name);
  else if (charged && feeItems.length === 0) refuse('approval-fee', 'feeItems');
  const { intoCode } = notice.fields as Partial<ApprovalStatement>;
  if (intoCode !== undefined && intoCode === notice.project.code) refuse('approval-self', 'intoCode', intoCode);
  return refusals;
}
