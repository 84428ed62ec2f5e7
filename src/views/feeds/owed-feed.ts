import { owedNewest } from '../../clock/storage.ts';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import { registers } from '../../registers/registers.ts';
import { DAY, dayOf, startOfDay } from '../../values/date.ts';
import { href, noticePath, withQuery } from '../address.ts';
import { owedPage, type OwedPage, type OwedParameters } from '../clock/owed-page.ts';
import type { Portal } from '../portal.ts';
import { registerLabels } from '../words.ts';
import type { Entry, Feed } from './feed.ts';

const ROWS = 50;

/** Where a page of the feed goes on: the day, the notice and the rule of the row before. */
const KEY = /^(\d{4}-\d\d-\d\d)\.(\d{1,15})\.([\w-]{1,40})$/;

/** What was owed and is absent, what came due last on top. What is made good goes out of the feed, as out of the page. */
export function owedFeed(portal: Portal, parameters: OwedParameters, before: string | null, locale: Locale): Feed {
  const today = dayOf(portal.now());
  const [, dueOn = '', trigger = '', rule = ''] = KEY.exec(before ?? '') ?? [];
  const rows = owedNewest(portal.database, today, {
    ...parameters,
    limit: ROWS + 1,
    before: dueOn === '' ? undefined : { dueOn, trigger: Number(trigger), rule },
  });
  const shown = rows.slice(0, ROWS);
  const page = owedPage(portal, parameters, locale, { rows: shown, total: shown.length });
  const last = shown.at(-1);
  const at = (face: string, from?: string) => withQuery(href(locale, `/owed${face}`), { ...parameters, before: from });
  return {
    title: titleOf(parameters, page, locale),
    page: at(''),
    first: at('.atom'),
    self: at('.atom', dueOn === '' ? undefined : before!),
    next: rows.length > ROWS && last ? at('.atom', `${last.dueOn}.${last.triggerRelease}.${last.rule}`) : null,
    entries: page.rows.map((row) => entryOf(portal, row, locale)),
  };
}

function titleOf({ register, unit }: OwedParameters, { byUnit }: OwedPage, locale: Locale): string {
  const found = registers.find(({ id }) => id === register);
  return [
    labels(locale).clock.owed.title,
    found && registerLabels(found, locale).name,
    byUnit.find(({ id }) => id === unit)?.name,
  ]
    .filter(Boolean)
    .join(labels(locale).record.dot);
}

/** It began to be owed when its last day was over; how late it is by now is no part of it. */
function entryOf({ settings }: Portal, row: OwedPage['rows'][number], locale: Locale): Entry {
  const { record, clock } = labels(locale);
  const since = startOfDay(row.dueOn)! + DAY;
  return {
    id: `${new URL(noticePath(row.line.release), settings.origin).href}#owed-${row.line.rule}`,
    title: clock.owed.title + record.colon + [row.title, row.what, row.unit?.name].filter(Boolean).join(record.comma),
    summary: [
      fill(record.labelled, { label: clock.owed.due, text: row.dueOn }) + record.stop,
      row.line.law + (row.line.unverified ? clock.unverified : '') + record.stop,
      clock.owed.note,
    ].join(' '),
    published: since,
    updated: since,
    path: row.path,
    categories: [{ term: row.register, label: row.registerName }],
  };
}
