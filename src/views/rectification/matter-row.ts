import { fill, labels, type Locale } from '../../locales/labels.ts';
import { fenOf } from '../../registers/measures.ts';
import { rectification } from '../../registers/rectification/register.ts';
import { stateOn, type MatterState } from '../../registers/rectification/told.ts';
import { DAY, startOfDay } from '../../values/date.ts';
import { pathOf } from '../address.ts';
import { yuanText } from '../amount.ts';
import type { State } from '../record/state.ts';
import { choiceLabel } from '../words.ts';
import type { KeptMatter } from './kept-matters.ts';

/** A finding or a published case as a line. */
export interface MatterRow {
  code: string;
  path: string;
  title: string;
  text: string;
  responsible: string;
  /** 审计, 市某审计局, 2026-06-30. */
  source: string;
  problem: string;
  sum: string;
  state: MatterState | null;
  mark: { tone: State['tone']; text: string } | null;
  dueOn: string | null;
  doneOn: string | null;
  checkedOn: string | null;
  daysLate: number | null;
  /** Of a case. */
  decision: string | null;
  decidedOn: string | null;
}

export function matterRow({ matter, record }: KeptMatter, today: string, locale: Locale): MatterRow {
  const { first, completion, check, dueOn } = matter;
  const state = matter.part === 'findings' ? stateOn(matter, today) : null;
  const fen = fenOf(first.amount);
  const daysLate = state === 'overdue' ? (startOfDay(today)! - startOfDay(dueOn!)!) / DAY : null;
  return {
    code: matter.code,
    path: pathOf(record),
    title: record.title,
    text: first.finding ?? '',
    responsible: matter.responsible ?? labels(locale).missing['not-seen'],
    source: [
      first.source && choiceLabel(rectification, 'source', first.source, locale),
      (first.foundBy ?? first.decider)?.name,
      first.document,
      first.foundOn ?? first.decidedOn,
    ]
      .filter(Boolean)
      .join(labels(locale).record.comma),
    problem: first.problem ? choiceLabel(rectification, 'problem', first.problem, locale) : '',
    sum: fen === null ? '' : fill(labels(locale).rectification.concerns, { sum: yuanText(fen) }),
    state,
    mark: state && { tone: TONES[state], text: stateText(state, dueOn, daysLate, matter, locale) },
    dueOn,
    doneOn: completion?.doneOn ?? null,
    checkedOn: check?.checkedOn ?? null,
    daysLate,
    decision: first.decision ?? null,
    decidedOn: first.decidedOn ?? null,
  };
}

const TONES: Record<MatterState, State['tone']> = {
  noDay: 'closing',
  open: 'closing',
  overdue: 'alert',
  failed: 'alert',
  done: 'ended',
  checked: 'ended',
};

function stateText(
  state: MatterState,
  dueOn: string | null,
  daysLate: number | null,
  { completion, check }: KeptMatter['matter'],
  locale: Locale,
): string {
  const t = labels(locale).rectification;
  if (state === 'overdue') return fill(t.late, { n: daysLate! });
  if (state === 'open') return fill(t.until, { day: dueOn! });
  if (state === 'done') return fill(t.doneOn, { day: completion?.doneOn ?? '' });
  if (state === 'checked') return fill(t.checkedOn, { day: check?.checkedOn ?? '' });
  return t.states[state];
}
