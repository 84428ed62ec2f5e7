import { listOf, wins, type OcdsFragment } from '../registers/ocds.ts';
import { dayOf, type Day } from '../values/date.ts';

/** The day of the deal: of the last decision that stands, else of the contract; null where nobody says it. */
export function dealtOn(release: OcdsFragment): Day | null {
  return (
    lastDay(wins(release).map(({ date }) => date)) ?? lastDay(listOf(release.contracts).map((one) => one.dateSigned))
  );
}

function lastDay(moments: readonly unknown[]): Day | null {
  const days = moments.flatMap((moment) => {
    const instant = typeof moment === 'string' && MOMENT.test(moment) ? Date.parse(moment) : NaN;
    return Number.isNaN(instant) ? [] : [dayOf(instant)];
  });
  return days.toSorted().at(-1) ?? null;
}

/** OCDS from elsewhere may write anything. */
const MOMENT = /^\d{4}-\d\d-\d\dT/;
