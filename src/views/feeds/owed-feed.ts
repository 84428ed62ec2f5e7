import { owedNewest } from '../../clock/owed/storage.ts';
import { labels, type Locale } from '../../locales/labels.ts';
import { partyNames } from '../../parties/storage.ts';
import { findRegister } from '../../registers/registers.ts';
import { DAY, dayOf, startOfDay } from '../../values/date.ts';
import { regionName } from '../../values/region.ts';
import { href, noticePath, withQuery } from '../address.ts';
import { rulesOwed } from '../clock/owed/duties.ts';
import { owedTitle } from '../clock/owed/owed-page.ts';
import { owedQuery, type OwedParameters } from '../clock/owed/parameters.ts';
import { owedRows, type OwedRow } from '../clock/owed/rows.ts';
import type { Portal } from '../portal.ts';
import { registerLabels } from '../words.ts';
import type { Entry, Feed } from './feed.ts';

const ROWS = 50;

/** Where a page of the feed goes on: the day, the notice and the rule of the row before. */
const KEY = /^(\d{4}-\d\d-\d\d)\.(\d{1,15})\.([\w-]{1,40})$/;

/** What was owed and is absent, what came due last on top. What is made good goes out of the feed, as out of the page. */
export function owedFeed(portal: Portal, parameters: OwedParameters, before: string | null, locale: Locale): Feed {
  const { register, region, unit, duty, basis } = parameters;
  const [, dueOn = '', trigger = '', rule = ''] = KEY.exec(before ?? '') ?? [];
  const rows = owedNewest(portal.database, dayOf(portal.now()), {
    rules: rulesOwed(basis).filter((one) => duty === undefined || one === duty),
    register,
    region,
    unit,
    limit: ROWS + 1,
    before: dueOn === '' ? undefined : { dueOn, trigger: Number(trigger), rule },
  });
  const shown = rows.slice(0, ROWS);
  const last = shown.at(-1);
  const at = (face: string, from?: string) =>
    withQuery(href(locale, `/owed${face}`), owedQuery({ ...parameters, sort: 'longest' }, { before: from }));
  return {
    title: titleOf(portal, parameters, locale),
    page: at(''),
    first: at('.atom'),
    self: at('.atom', dueOn === '' ? undefined : before!),
    next: rows.length > ROWS && last ? at('.atom', `${last.dueOn}.${last.triggerRelease}.${last.rule}`) : null,
    entries: owedRows(portal, shown, locale).map((row) => entryOf(portal, row, locale)),
  };
}

function titleOf({ database }: Portal, { basis, register, region, unit }: OwedParameters, locale: Locale): string {
  const found = register === undefined ? undefined : findRegister(register);
  return [
    owedTitle(basis, locale),
    found && registerLabels(found, locale).name,
    region && regionName(region, locale),
    unit && partyNames(database, [unit]).get(unit),
  ]
    .filter(Boolean)
    .join(labels(locale).record.dot);
}

/** It began to be owed when its last day was over; how late it is by now is no part of it. */
function entryOf({ settings }: Portal, row: OwedRow, locale: Locale): Entry {
  const { record, clock } = labels(locale);
  const since = startOfDay(row.dueOn)! + DAY;
  return {
    id: `${new URL(noticePath(row.line.release), settings.origin).href}#owed-${row.line.rule}`,
    title: clock.owed.title + record.colon + [row.title, row.what, row.unit.name].filter(Boolean).join(record.comma),
    summary: [row.why + record.stop, row.line.law + (row.line.unverified ? clock.unverified : '') + record.stop].join(
      ' ',
    ),
    published: since,
    updated: since,
    path: row.path,
    categories: [{ term: row.register, label: row.registerName }],
  };
}
