import { labels, type Locale } from '../../locales/labels.ts';
import { PARTS } from '../../registers/rectification/told.ts';
import { dayOf } from '../../values/date.ts';
import { href } from '../address.ts';
import type { TableHead, Value } from '../list/table.ts';
import { tableOf, type ColumnOf } from '../list/table-of.ts';
import type { TakenAway } from '../list/take-away.ts';
import type { Portal } from '../portal.ts';
import { chosenMatters } from './kept-matters.ts';
import { matterRow, type MatterRow } from './matter-row.ts';
import { ratingBlock, type RatingBlock } from './ratings.ts';
import type { RectificationParameters } from './values.ts';

/** A finding or a case; of ratings, a unit of a year. */
type Line = Partial<MatterRow> & { path: string; year?: string; of?: RatingBlock; rated?: RatingBlock['rows'][number] };

/** Exactly what the page counts, a line each; of ratings a line a unit. */
export function rectificationTable(portal: Portal, parameters: RectificationParameters, locale: Locale): TakenAway {
  return tableOf<Line, Line>(columnsOf(portal, locale), linesOf(portal, parameters, locale), (some) => some);
}

/** All of it, for the files of data: findings, cases, ratings. */
export function whole(portal: Portal): TakenAway {
  const lines = PARTS.flatMap((part) => linesOf(portal, { part }, 'zh'));
  return tableOf<Line, Line>(columnsOf(portal, 'zh'), lines, (some) => some);
}

function linesOf(portal: Portal, parameters: RectificationParameters, locale: Locale): Line[] {
  const today = dayOf(portal.now());
  const chosen = chosenMatters(portal, parameters);
  if (parameters.part !== 'ratings') return chosen.map((one): Line => matterRow(one, today, locale));
  return chosen
    .map((one) => ratingBlock(portal, one, locale))
    .flatMap((block) =>
      block.rows.map((rated) => ({ code: block.code, path: block.path, title: block.title, of: block, rated })),
    );
}

function columnsOf({ settings }: Portal, locale: Locale): ColumnOf<Line>[] {
  const { columns: t } = labels(locale).rectification;
  const column = (name: keyof typeof t, type: TableHead['type'], value: (line: Line) => Value) => ({
    name,
    label: t[name],
    type,
    value,
  });
  const address = (path: string) => new URL(href(locale, path), settings.origin).href;
  return [
    column('code', 'code', ({ code }) => code ?? null),
    column('title', 'text', ({ title }) => title ?? null),
    column('finding', 'text', ({ text }) => text || null),
    column('unit', 'text', ({ responsible, rated }) => rated?.unit ?? responsible ?? null),
    column('source', 'text', ({ source, of }) => of?.ratedBy ?? (source || null)),
    column('problem', 'text', ({ problem }) => problem || null),
    column('state_code', 'code', ({ state }) => state ?? null),
    column('state', 'text', ({ mark }) => mark?.text ?? null),
    column('due_on', 'day', ({ dueOn }) => dueOn ?? null),
    column('done_on', 'day', ({ doneOn }) => doneOn ?? null),
    column('checked_on', 'day', ({ checkedOn }) => checkedOn ?? null),
    column('days_late', 'number', ({ daysLate }) => daysLate ?? null),
    column('decision', 'text', ({ decision }) => decision ?? null),
    column('decided_on', 'day', ({ decidedOn }) => decidedOn ?? null),
    column('year', 'code', ({ of }) => of?.year ?? null),
    column('score', 'number', ({ rated }) => rated?.score ?? null),
    column('rank', 'number', ({ rated }) => rated?.rank ?? null),
    column('grade', 'text', ({ rated }) => rated?.grade || null),
    column('low', 'code', ({ rated }) => (rated ? (rated.isLow ? 'yes' : 'no') : null)),
    column('respondents', 'number', ({ of }) => of?.respondents ?? null),
    column('method', 'text', ({ of }) => of?.method ?? null),
    column('file', 'text', ({ rated }) => rated?.file?.text ?? null),
    column('page', 'address', ({ path }) => address(path)),
  ];
}
