import { fill, labels, type Locale } from '../../locales/labels.ts';
import { exceeding, type Fund } from '../../registers/funds/told.ts';
import { formatWan } from '../../values/money.ts';
import { shareOf } from './place-row.ts';

/** One line of “加起来对吗”: what was compared, and how it came out. */
export interface Check {
  tone: 'kept' | 'broken' | 'border' | 'running' | 'unknown';
  word: string;
  text: string;
  sub: string;
}

/**
 * Sums and days of the fund's own documents. That a thing was not seen here is no violation: only what notices say
 * themselves is.
 */
export function checksOf(fund: Fund, today: string, locale: Locale): Check[] {
  return [allotment(fund, locale), excess(fund, locale), ...days(fund, today, locale)];
}

function allotment({ budget, allotted }: Fund, locale: Locale): Check {
  const { checks: t } = labels(locale).funds;
  if (budget === null || allotted === null) return { tone: 'unknown', word: t.unknown, text: t.notAllotted, sub: '' };
  const sums = { a: formatWan(allotted), b: formatWan(budget), rest: formatWan(budget - allotted) };
  if (allotted > budget)
    return {
      tone: 'broken',
      word: t.over,
      text: fill(t.allottedOver, { ...sums, rest: formatWan(allotted - budget) }),
      sub: '',
    };
  return allotted === budget
    ? { tone: 'kept', word: t.fits, text: fill(t.allottedAll, sums), sub: '' }
    : { tone: 'kept', word: t.fits, text: fill(t.allottedPart, sums), sub: '' };
}

function excess({ places, paid }: Fund, locale: Locale): Check {
  const { checks: t } = labels(locale).funds;
  const found = exceeding(places);
  if (found.length > 0)
    return {
      tone: 'broken',
      word: t.over,
      text: found
        .map(({ place, has, gives, what }) =>
          fill(t[what], { name: place.name, a: formatWan(gives), b: formatWan(has) }),
        )
        .join(labels(locale).record.semicolon),
      sub: '',
    };
  return paid === null
    ? { tone: 'unknown', word: t.unknown, text: t.noPayment, sub: '' }
    : { tone: 'kept', word: t.fits, text: t.paidWithin, sub: '' };
}

function days(
  { issue, budget, allotted, reached, paid, paidAsOf, findings }: Fund,
  today: string,
  locale: Locale,
): Check[] {
  const { checks: t } = labels(locale).funds;
  const lines: Check[] = [];
  if (issue.allotBy) {
    const rest = budget === null || allotted === null || reached === null ? null : Math.max(budget, allotted) - reached;
    const sub = fill(t.byDocument, { day: issue.allotBy });
    lines.push(
      rest === 0
        ? { tone: 'kept', word: t.fits, text: t.reachedAll, sub }
        : {
            ...standing(issue.allotBy, today, locale),
            text: rest === null ? t.reachUnknown : fill(t.reachedNot, { n: formatWan(rest) }),
            sub,
          },
    );
  }
  if (issue.payBy) {
    const [wanted, share] = [issue.payShare ?? 100, shareOf(paid, budget)];
    const sub = fill(t.byDocument, { day: issue.payBy });
    const text = share === null ? t.payUnknown : fill(t.payShare, { share, wanted, day: paidAsOf ?? '' });
    lines.push(
      share !== null && share >= wanted
        ? { tone: 'kept', word: t.fits, text, sub }
        : paidAsOf !== null && paidAsOf >= issue.payBy
          ? { tone: 'broken', word: t.late, text, sub }
          : { ...standing(issue.payBy, today, locale), text, sub },
    );
  }
  const due = findings.filter(({ dueOn, correction }) => dueOn && dueOn < today && !correction?.doneOn);
  if (due.length > 0)
    lines.push({
      tone: 'border',
      word: t.unseen,
      text: fill(t.findingsDue, { n: due.length }),
      sub: due.map(({ finding }) => finding).join(labels(locale).record.semicolon),
    });
  return lines;
}

/** Past its day nothing was seen here; before it there is time. */
function standing(day: string, today: string, locale: Locale): Pick<Check, 'tone' | 'word'> {
  const { checks: t } = labels(locale).funds;
  return today > day ? { tone: 'border', word: t.unseen } : { tone: 'running', word: t.running };
}
