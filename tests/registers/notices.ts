import type { NoticeInput } from '../../src/registers/notice.ts';
import type { OcdsFragment } from '../../src/registers/ocds.ts';
import { fragmentOf } from '../../src/notices/compile.ts';
import { mergeReleases } from '../../src/notices/merge.ts';
import { parseNotice } from '../../src/notices/parse.ts';
import type { Refusal } from '../../src/values/result.ts';

/** A notice of a register with these fields; `more` sets other members of its header. */
export function noticeOf(
  register: string,
  kind: string,
  fields: Record<string, unknown>,
  more: Partial<NoticeInput> = {},
): NoticeInput {
  return {
    id: `${register}-${kind}`,
    register,
    kind,
    title: `天水某项目 ${kind}`,
    publishedAt: '2026-09-08 09:00',
    reason: '另有安排',
    amends: 'first',
    fields,
    ...(kind === 'explanation' && { explanations: [{ rule: 'T1', text: '因系统升级顺延' }] }),
    ...more,
  };
}

/** What an accepted notice says in OCDS; throws with the refusals of one that is not. */
export function fragmentIn(input: NoticeInput): OcdsFragment {
  const parsed = parseNotice(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusals));
  return fragmentOf(parsed.value);
}

export function refusalsIn(input: NoticeInput): Refusal[] {
  const parsed = parseNotice(input);
  return parsed.ok ? [] : parsed.refusals;
}

/** The compiled release of these notices, in this order. */
export function compiled(...inputs: NoticeInput[]): OcdsFragment {
  return mergeReleases(
    inputs.map((input, index) => ({ ...fragmentIn(input), ocid: 'x', date: `2026-09-${index + 10}` })),
  ) as OcdsFragment;
}

/** `role name`, for everyone in a fragment. */
export function rolesIn({ parties }: OcdsFragment): string[] {
  return (parties ?? []).flatMap(({ name, roles }) => roles.map((role) => `${role} ${name}`));
}
