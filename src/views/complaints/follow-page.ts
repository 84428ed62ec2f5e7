import type { Sealer } from '../../accounts/sealer.ts';
import { INWARD, OPEN, type Complaint } from '../../complaints/complaint.ts';
import { byReceipt } from '../../complaints/file.ts';
import { isPaused } from '../../complaints/limits.ts';
import { stepsOf } from '../../complaints/storage.ts';
import { findUnit } from '../../accounts/units/storage.ts';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import { dayNumber, minuteOf, startOfDay } from '../../values/date.ts';
import { href } from '../address.ts';
import type { Portal } from '../portal.ts';

/** What whoever holds the code sees. */
export interface FollowedComplaint {
  title: string;
  about: string;
  path: string;
  unit: string;
  state: string;
  isOpen: boolean;
  /** 最晚 2026-11-26; null where nobody set a day. */
  due: string | null;
  /** 已超过期限2天. */
  late: string | null;
  steps: { at: string; who: string; what: string; said: string | null }[];
}

/** Undefined for a code that opens nothing. */
export function followedComplaint(
  portal: Portal,
  sealer: Sealer,
  receipt: string,
  locale: Locale,
): FollowedComplaint | undefined {
  const found = byReceipt(portal.database, receipt);
  return found && followed(portal, sealer, found, locale);
}

function followed(portal: Portal, sealer: Sealer, found: Complaint, locale: Locale): FollowedComplaint {
  const t = labels(locale).complaints;
  const isOpen = OPEN.includes(found.state);
  const words = JSON.parse(sealer.open(found.id, found.words) ?? '{"about":""}') as { about: string };
  const days =
    found.dueOn === null || isPaused(found) ? 0 : dayNumber(portal.now()) - dayNumber(startOfDay(found.dueOn)!);
  return {
    title: fill(t.desk.case, { way: t.ways[found.way], id: found.id.slice(1, 7) }),
    about: words.about,
    path: href(locale, found.path),
    unit: findUnit(portal.database, found.unit)?.name ?? '',
    state: t.states[found.state],
    isOpen,
    due: isPaused(found) ? t.paused : isOpen && found.dueOn !== null ? fill(t.due, { day: found.dueOn }) : null,
    late: isOpen && days > 0 ? fill(t.late, { n: days }) : null,
    steps: stepsOf(portal.database, found.id)
      .filter(({ act }) => !INWARD.includes(act))
      .map(({ at, officer, act, said }) => ({
        at: minuteOf(at),
        who: officer === null ? t.you : t.unit,
        what: t.steps[act],
        said: said === null ? null : sealer.open(found.id, said),
      })),
  };
}
