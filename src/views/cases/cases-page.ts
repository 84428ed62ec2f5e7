import { type Locale } from '../../locales/labels.ts';
import { dayOf } from '../../values/date.ts';
import { withQuery } from '../address.ts';
import type { Portal } from '../portal.ts';
import type { State } from '../record/state.ts';
import { casesOf, type KeptCase } from './kept-cases.ts';
import { isOverdue, lampText } from './lamp.ts';
import type { CasesParameters, Shown } from './values.ts';

/** A figure, and where its rows are. */
interface Counted {
  value: number;
  path: string;
}

export interface CaseLine {
  unit: string;
  item: string;
  received: Counted;
  decided: Counted;
  inPromise: Counted;
  inStatute: Counted;
  overdue: Counted;
  open: Counted;
  /** Working days; null where none was decided within the calendar. */
  median: number | null;
}

export interface CaseRow {
  number: string;
  path: string;
  itemName: string;
  unit: string;
  acceptedOn: string;
  dueOn: string | null;
  decidedOn: string | null;
  lamp: { tone: State['tone']; text: string };
}

/** What the page of cases shows and `/cases.json` answers: one month of acceptance. */
export interface CasesPage {
  /** What was asked for by number and is not here. */
  unknown: string | null;
  month: string | null;
  months: string[];
  units: string[];
  lines: CaseLine[];
  total: CaseLine | null;
  /** By month of acceptance, the newest last. */
  trend: { month: string; received: number; decided: number; inPromise: number; share: number | null; path: string }[];
  shown: Shown | null;
  rows: CaseRow[];
  /** All that `rows` begins with. */
  rowCount: number;
}

const MOST_ROWS = 60;
const MONTHS = 12;

export function casesPage(portal: Portal, parameters: CasesParameters, _locale: Locale): CasesPage {
  const today = dayOf(portal.now());
  const all = casesOf(portal);
  const months = [...new Set(all.map(monthOf))];
  const month = parameters.month ?? months[0] ?? null;
  const ofScope = all.filter(
    (one) => (!parameters.unit || one.unit === parameters.unit) && (!parameters.item || keyOf(one) === parameters.item),
  );
  const ofMonth = ofScope.filter((one) => monthOf(one) === month);
  const groups = [...Map.groupBy(ofMonth, (one) => `${one.unit}\n${keyOf(one)}`).values()];
  const rows = chosenCases(portal, parameters);
  return {
    unknown: parameters.number ?? null,
    month,
    months,
    units: [...new Set(all.map(({ unit }) => unit))].toSorted((a, b) => a.localeCompare(b, 'zh')),
    lines: groups
      .map((some) => lineOf(some, { month, unit: some[0]!.unit, item: keyOf(some[0]!) }, today, some[0]!.itemName))
      .toSorted((a, b) => b.received.value - a.received.value),
    total:
      ofMonth.length === 0
        ? null
        : lineOf(ofMonth, { month, unit: parameters.unit, item: parameters.item }, today, parameters.item ?? ''),
    trend: months
      .slice(0, MONTHS)
      .toReversed()
      .map((one) => {
        const some = ofScope.filter((each) => monthOf(each) === one);
        const decided = some.filter((each) => is(each, 'decided', today)).length;
        const inPromise = some.filter((each) => is(each, 'inPromise', today)).length;
        return {
          month: one,
          received: some.length,
          decided,
          inPromise,
          share: decided === 0 ? null : Math.round((inPromise * 1_000) / decided) / 10,
          path: withQuery('/cases', { month: one, unit: parameters.unit, item: parameters.item }),
        };
      }),
    shown: parameters.show ?? null,
    rows: parameters.show
      ? rows.slice(0, MOST_ROWS).map((one) => ({
          number: one.number,
          path: one.path,
          itemName: one.itemName,
          unit: one.unit,
          acceptedOn: one.acceptedOn,
          dueOn: one.dueOn,
          decidedOn: one.decidedOn,
          lamp: lampText(one, today, _locale),
        }))
      : [],
    rowCount: parameters.show ? rows.length : 0,
  };
}

/** The rows behind a figure. */
export function chosenCases(portal: Portal, { unit, item, month, show = 'received' }: CasesParameters): KeptCase[] {
  const today = dayOf(portal.now());
  const all = casesOf(portal);
  const at = month ?? (all[0] && monthOf(all[0]));
  return all.filter(
    (one) =>
      monthOf(one) === at && (!unit || one.unit === unit) && (!item || keyOf(one) === item) && is(one, show, today),
  );
}

/** What a case counts as. Without a day that was promised or set, nothing is said of it. */
function is(one: KeptCase, shown: Shown, today: string): boolean {
  const { decidedOn, dueOn, statutoryDueOn } = one;
  switch (shown) {
    case 'received':
      return true;
    case 'decided':
      return decidedOn !== null;
    case 'open':
      return decidedOn === null;
    case 'inPromise':
      return decidedOn !== null && dueOn !== null && decidedOn <= dueOn;
    case 'inStatute':
      return decidedOn !== null && statutoryDueOn !== null && decidedOn <= statutoryDueOn;
    case 'overdue':
      return isOverdue(one, today);
  }
}

function lineOf(some: readonly KeptCase[], scope: object, today: string, item: string): CaseLine {
  const counted = (show: Shown): Counted => ({
    value: some.filter((one) => is(one, show, today)).length,
    path: withQuery('/cases', { ...scope, show }),
  });
  const days = some.flatMap(({ workingDays }) => workingDays ?? []).toSorted((a, b) => a - b);
  const middle = days.length >> 1;
  return {
    unit: some[0]!.unit,
    item,
    received: counted('received'),
    decided: counted('decided'),
    inPromise: counted('inPromise'),
    inStatute: counted('inStatute'),
    overdue: counted('overdue'),
    open: counted('open'),
    median: days.length === 0 ? null : days.length % 2 === 1 ? days[middle]! : (days[middle - 1]! + days[middle]!) / 2,
  };
}

const monthOf = ({ acceptedOn }: KeptCase) => acceptedOn.slice(0, 7);
/** An item by its code; one that has none by its name. */
const keyOf = ({ item, itemName }: KeptCase) => item || itemName;
