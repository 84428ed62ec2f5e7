import { labels, type Locale } from '../../locales/labels.ts';
import { cases } from '../../registers/cases/register.ts';
import { dayOf } from '../../values/date.ts';
import { href } from '../address.ts';
import type { TableHead, Value } from '../list/table.ts';
import { tableOf, type ColumnOf } from '../list/table-of.ts';
import type { TakenAway } from '../list/take-away.ts';
import type { Portal } from '../portal.ts';
import { choiceLabel } from '../words.ts';
import { chosenCases } from './cases-page.ts';
import { casesOf, type KeptCase } from './kept-cases.ts';
import { lampOf } from './lamp.ts';
import type { CasesParameters } from './values.ts';

/** The cases behind a figure, a line each. */
export function casesTable(portal: Portal, parameters: CasesParameters, locale: Locale): TakenAway {
  return tableOf<KeptCase, KeptCase>(columnsOf(portal, locale), chosenCases(portal, parameters), (some) => some);
}

/** All of it, for the files of data. */
export function whole(portal: Portal): TakenAway {
  return tableOf<KeptCase, KeptCase>(columnsOf(portal, 'zh'), casesOf(portal), (some) => some);
}

function columnsOf({ settings, now }: Portal, locale: Locale): ColumnOf<KeptCase>[] {
  const { columns: t, lamps } = labels(locale).cases;
  const today = dayOf(now());
  const column = (name: keyof typeof t, type: TableHead['type'], value: (one: KeptCase) => Value) => ({
    name,
    label: t[name],
    type,
    value,
  });
  return [
    column('number', 'code', ({ number }) => number),
    column('item_code', 'code', ({ item }) => item || null),
    column('item', 'text', ({ itemName }) => itemName),
    column('unit', 'text', ({ unit }) => unit),
    column('accepted_on', 'day', ({ acceptedOn }) => acceptedOn),
    column('due_on', 'day', ({ dueOn }) => dueOn),
    column('statutory_due_on', 'day', ({ statutoryDueOn }) => statutoryDueOn),
    column('decided_on', 'day', ({ decidedOn }) => decidedOn),
    column('working_days', 'number', ({ workingDays }) => workingDays),
    column('result', 'text', ({ result }) => (result === null ? null : choiceLabel(cases, 'result', result, locale))),
    column('lamp_code', 'code', (one) => lampOf(one, today)),
    column('lamp', 'text', (one) => lamps[lampOf(one, today)]),
    column('page', 'address', ({ path }) => new URL(href(locale, path), settings.origin).href),
  ];
}
