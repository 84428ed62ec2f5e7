import { momentsIn, parseDay } from '../../../values/date.ts';
import { headingOf, squeezed, type Pair } from './pairs.ts';
import * as prose from './prose.ts';
import type { Fact } from './vocabulary.ts';

/** When: `yyyy-mm-dd HH:MM`, or the day alone. */

/** The first moment in a text: `yyyy-mm-dd HH:MM`, or the day alone. `20260313 - 09:30` is one too. */
export function momentOf(text: string | undefined): string | undefined {
  return momentsOf(text)[0];
}

function momentsOf(text = ''): string[] {
  const isPeriod = text.search(HOURS) >= 0 && new Set(momentsIn(text).map(({ day }) => day)).size > 1;
  const spread = (isPeriod ? text.replace(HOURS, ' ') : text)
    .replace(/(?<!\d)(20\d{2})(\d{2})(\d{2})\s*-?\s*(?=\d{1,2}[:：])/g, '$1-$2-$3 ')
    .replace(/(?<=日|\d)\s?[（(]?北京时间[）)]?[，,：:]?(?=\s?(?:\d|上午|下午))/g, ' ');
  return momentsIn(spread).map(({ day, time }) => (time === undefined ? day : `${day} ${time.slice(0, 5)}`));
}

/** `2026-03-17至2026-03-23，09:00-12:00`: the hours of every day of a period are no end of it. */
const CLOCK =
  '(?:上午|下午|晚上)?\\s*\\d{1,2}\\s*(?:[:：]\\s*\\d{2}(?:\\s*[:：]\\s*\\d{2})?|[时点]\\s*(?:\\d{1,2}\\s*分)?)';
const HOURS = new RegExp(`(?:每[天日]\\s*)?${CLOCK}(?:\\s*[-—–~～至到]+\\s*(${CLOCK}))+`, 'g');

/** `2026-04-07 08:30-09:00`: bids that are taken from one hour of a day to another are due at the last. */
function untilHour(value: string): string {
  return momentsIn(value).length === 1 ? value.replace(HOURS, ' $1') : value;
}

/** A deadline without an hour is not plain enough: the first minute of the day would be wrong. */
function withHour(moment: string | undefined): string | undefined {
  return moment && moment.length > 10 ? moment : undefined;
}

/** A value with the lines after it, as long as those are no labels: dates are broken over lines. */
function widely({ value, at }: Pair, lines: readonly string[]): string {
  let text = value;
  for (let next = at + 1; next <= at + 4 && next < lines.length; next++) {
    const line = squeezed(lines[next]!);
    if (headingOf(line) !== undefined || /^[^\d：:]{2,16}[：:]/.test(line)) break;
    if (!text.includes(line)) text += ` ${line}`;
  }
  return text;
}

export function deadlineIn(
  pairs: readonly Pair[],
  lines: readonly string[],
  text: string,
): { closes?: string | undefined; opens?: string | undefined } {
  const under = pairs.filter(({ context }) => context === 'submission' || context === 'submission-opening');
  const labelled = pairs
    .filter(
      (pair) =>
        (pair.fact === 'deadline' || pair.fact === 'deadlineOpening') &&
        pair.context !== 'documents' &&
        !/获取|报名|质疑|公示|保证金/.test((pair.before ?? '') + pair.label),
    )
    .map(({ value }) => withHour(momentOf(untilHour(value))))
    .find(Boolean);
  const bare = under
    .filter(({ fact }) => fact === 'bareTime')
    .map(({ value }) => withHour(lastOfPeriod(untilHour(value))))[0];
  const standing = linesUnder(lines, ['submission', 'submission-opening'])
    .map((line) => withHour(momentOf(untilHour(line))))
    .find(Boolean);
  const isJoint = lines.some((line) => headingOf(squeezed(line)) === 'submission-opening');
  const changed = prose.changedMomentIn(text);
  const closes =
    withHour(momentOf(changed?.closes)) ?? withHour(momentOf(prose.deadlineIn(text))) ?? labelled ?? bare ?? standing;
  const opens = withHour(momentOf(changed?.opens)) ?? (isJoint ? (labelled ?? bare ?? standing) : undefined);
  return { closes, ...(opens && { opens }) };
}

/** Bids that are taken from one moment to another are due at the second. */
function lastOfPeriod(value: string): string | undefined {
  const [first, second, ...others] = momentsOf(value);
  return second !== undefined && others.length === 0 && /[至到~—]/.test(value) ? second : first;
}

/** The first lines under a heading that say anything of time. */
function linesUnder(lines: readonly string[], contexts: readonly Pair['context'][]): string[] {
  const at = lines.findIndex((line) => {
    const heading = headingOf(squeezed(line));
    return heading !== undefined && heading !== null && contexts.includes(heading);
  });
  return at < 0 ? [] : lines.slice(at + 1, at + 4).filter((line) => !/获取|质疑/.test(line));
}

export function openingIn(pairs: readonly Pair[], lines: readonly string[], closes?: string): string | undefined {
  const isSame =
    pairs.some(({ fact, value }) => fact === 'opening' && /^同(?:上|.{0,8}截止)/.test(value)) ||
    lines.some((line) => /开标时间(?:同|与)[^。；;]{0,10}截止时间/.test(line));
  if (isSame) return closes;
  const labelled = pairs
    .filter((pair) => pair.fact === 'opening' || pair.fact === 'deadlineOpening')
    .map((pair) => withHour(momentOf(pair.value)) ?? withHour(momentOf(widely(pair, lines))))
    .find(Boolean);
  return (
    labelled ??
    pairs
      .filter(({ fact, context }) => fact === 'bareTime' && context === 'opening')
      .map(({ value }) => withHour(momentOf(value)))[0]
  );
}

/** A result tells of an opening that is over, often by its day. */
export function openedOn(pairs: readonly Pair[]): string | undefined {
  return pairs.filter(({ fact }) => fact === 'opening').flatMap(({ value }) => parseDay(value) ?? [])[0];
}

export function documentsIn(
  pairs: readonly Pair[],
  lines: readonly string[],
  text: string,
): { from?: string; until?: string } {
  const period = (moments: string[]) => (moments.length >= 2 ? { from: moments[0]!, until: moments[1]! } : undefined);
  const named = pairs.filter(
    ({ fact, context }) => fact === 'documents' || (fact === 'bareTime' && context === 'documents'),
  );
  for (const pair of named) {
    const found = period(momentsOf(widely(pair, lines).split(/地点|方式/)[0]));
    if (found) return found;
  }
  const under = linesUnder(lines, ['documents'])
    .join(' ')
    .split(/地点|方式/)[0];
  const inProse = period(momentsOf(prose.documentsIn(text))) ?? period(momentsOf(under));
  if (inProse) return inProse;
  const [from] = pairs.filter(({ fact }) => fact === 'documentsFrom').flatMap(({ value }) => momentOf(value) ?? []);
  const [until] = pairs.filter(({ fact }) => fact === 'documentsUntil').flatMap(({ value }) => momentOf(value) ?? []);
  return { ...(from && { from }), ...(until && { until }) };
}

export function publicityIn(
  pairs: readonly Pair[],
  lines: readonly string[],
  text: string,
): { from?: string; until?: string } {
  const one = (fact: Fact) => pairs.filter((pair) => pair.fact === fact).map(({ value }) => momentOf(value))[0];
  const [from, until] = [one('publicityFrom'), one('publicityUntil')];
  if (from && until) return { from, until };
  for (const pair of pairs.filter(({ fact }) => fact === 'publicity')) {
    const [first, second] = momentsOf(widely(pair, lines));
    if (first && second) return { from: first, until: second };
  }
  const under = linesUnder(lines, ['publicity']).join(' ');
  const [first, second] = momentsOf(under);
  if (first && second) return { from: first, until: second };
  const [begins, ends] = momentsOf(prose.publicityIn(text));
  return begins && ends ? { from: begins, until: ends } : {};
}
