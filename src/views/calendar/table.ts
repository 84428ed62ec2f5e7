import { labels, type Locale } from '../../locales/labels.ts';
import { dayOf, machineTime } from '../../values/date.ts';
import { href } from '../address.ts';
import type { Happening } from '../clock/happenings.ts';
import type { TableHead, Value } from '../list/table.ts';
import type { TakenAway } from '../list/take-away.ts';
import type { Portal } from '../portal.ts';
import { happeningsBetween } from './find-happenings.ts';
import type { CalendarParameters } from './parameters.ts';
import { daysOf } from './span.ts';

/** The lines of the calendar's page as a table to take away: all of them, in the order of time. */
export function calendarTable(portal: Portal, parameters: CalendarParameters, locale: Locale): TakenAway {
  const span = daysOf(parameters.day ?? dayOf(portal.now()), parameters.by);
  const { happenings, isCut } = happeningsBetween(portal, span, parameters, locale);
  const columns = calendarColumns(portal.settings.origin, locale);
  return {
    columns,
    rows: (async function* () {
      yield happenings.map((one) => columns.map(({ value }) => value(one)));
    })(),
    rowCount: happenings.length,
    next: null,
    isCut,
  };
}

interface CalendarColumn extends TableHead {
  value(one: Happening): Value;
}

export function calendarColumns(origin: string, locale: Locale): CalendarColumn[] {
  const { list, clock } = labels(locale);
  const names = { ...list.table.columns, ...clock.calendar.columns };
  const column = (
    name: keyof typeof names,
    type: CalendarColumn['type'],
    value: CalendarColumn['value'],
  ): CalendarColumn => ({ name, label: names[name], type, value });
  return [
    column('day', 'day', ({ at }) => dayOf(at)),
    column('at', 'moment', ({ at, wholeDay }) => (wholeDay ? null : machineTime(at))),
    column('kind', 'code', ({ kind }) => kind),
    column('what', 'text', ({ what }) => what),
    column('state', 'code', stateOf),
    column('state_label', 'text', (one) => one.halted || clock.calendar.states[stateOf(one)]),
    column('moved_from', 'moment', ({ movedFrom }) => (movedFrom === null ? null : machineTime(movedFrom))),
    column('ocid', 'code', ({ ocid }) => ocid),
    column('title', 'text', ({ title }) => title),
    column('register', 'code', ({ register }) => register),
    column('register_label', 'text', ({ registerName }) => registerName),
    column('region_code', 'code', ({ region }) => region || null),
    column('region', 'text', ({ regionName }) => regionName || null),
    column('buyer', 'text', ({ buyer }) => buyer?.name ?? null),
    column('amount', 'number', ({ sum }) => (sum ? sum.fen / 100 : null)),
    column('currency', 'code', ({ sum }) => (sum ? 'CNY' : null)),
    column('amount_basis', 'code', ({ sum }) => sum?.basis ?? null),
    column('amount_label', 'text', ({ sum }) => sum?.label ?? null),
    column('place', 'text', ({ place }) => place),
    column('page', 'address', ({ path }) => new URL(href(locale, path), origin).href),
  ];
}

function stateOf({ cancelled, suspended }: Happening): 'planned' | 'suspended' | 'cancelled' {
  return cancelled ? 'cancelled' : suspended ? 'suspended' : 'planned';
}
