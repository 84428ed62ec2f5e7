import type { MatterStatement } from './matter.ts';

/** `finding` with its correction; `exposure` a published case; `rating` a year's evaluation. */
export type Part = 'findings' | 'exposures' | 'ratings';
export const PARTS = ['findings', 'exposures', 'ratings'] as const satisfies readonly Part[];

/** How a finding stands on a day. `failed`: it was looked at again and is not put right. */
export const STATES = ['noDay', 'open', 'overdue', 'done', 'checked', 'failed'] as const;
export type MatterState = (typeof STATES)[number];

/** A matter as its notices tell it. */
export interface Matter {
  code: string;
  part: Part;
  /** The notice that began it, as far as it is held here. */
  first: MatterStatement;
  plan: MatterStatement | null;
  completion: MatterStatement | null;
  check: MatterStatement | null;
  /** By when: the last day that was set. */
  dueOn: string | null;
  responsible: string | null;
  toVerify: string[];
}

export function matterTold(
  matter: { code?: string; statements?: readonly MatterStatement[] } | undefined,
): Matter | null {
  const statements = (matter?.statements ?? []).toSorted((a, b) =>
    a.publishedOn < b.publishedOn ? -1 : a.publishedOn > b.publishedOn ? 1 : 0,
  );
  const last = (act: MatterStatement['act']) => statements.findLast((one) => one.act === act) ?? null;
  const first = last('rating') ?? last('exposure') ?? last('finding') ?? statements[0];
  if (!first) return null;
  return {
    code: matter?.code ?? '',
    part: first.act === 'rating' ? 'ratings' : first.act === 'exposure' ? 'exposures' : 'findings',
    first,
    plan: last('plan'),
    completion: last('completion'),
    check: last('check'),
    dueOn: statements.findLast(({ dueOn }) => dueOn)?.dueOn ?? null,
    responsible: statements.findLast(({ responsible }) => responsible)?.responsible?.name ?? null,
    toVerify: [...new Set(statements.flatMap(({ toVerify }) => toVerify ?? []))],
  };
}

/** It was looked at again and is not put right, and nobody has said since that it is. */
export function isRefuted({ completion, check }: Matter): boolean {
  return check?.outcome === 'failed' && (completion === null || completion.publishedOn <= check.publishedOn);
}

/** On a day: what was not seen done by its day is overdue as far as is known here. */
export function stateOn(matter: Matter, day: string): MatterState {
  const { completion, check, dueOn } = matter;
  const isDone = completion !== null && !isRefuted(matter);
  if (check?.outcome === 'passed') return 'checked';
  if (isDone) return 'done';
  if (dueOn !== null && dueOn < day) return 'overdue';
  if (check?.outcome === 'failed') return 'failed';
  return dueOn === null ? 'noDay' : 'open';
}
