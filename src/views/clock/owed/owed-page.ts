import { owedBefore, owedByUnit, owedRegions } from '../../../clock/owed/storage.ts';
import { labels, type Locale } from '../../../locales/labels.ts';
import { partyPath } from '../../../parties/party.ts';
import { partyNames } from '../../../parties/storage.ts';
import { dayOf, type Day } from '../../../values/date.ts';
import type { Refused } from '../../list/parameters.ts';
import type { Portal } from '../../portal.ts';
import { refusedBeside, unitName, type Control } from '../asked.ts';
import { coverageRows, type CoverageRow } from '../coverage.ts';
import { owedControls } from './controls.ts';
import { rulesOwed, type Basis } from './duties.ts';
import type { OwedParameters } from './parameters.ts';
import { owedRows, type OwedRow } from './rows.ts';

/** As many lines as a telephone shows in a dozen screens. */
export const A_PAGE = 25;

/** 应公开未公开: what the law wanted published by today and is absent. */
export interface OwedPage {
  on: Day;
  basis: Basis;
  total: number;
  rows: OwedRow[];
  /** Where the lines that follow begin; null where there are none. */
  next: number | null;
  /** How much there is by the rules that the page does not show. */
  otherTotal: number;
  controls: Control[];
  refused: { name: string; text: string }[];
  byUnit: OwedUnit[];
  /** Of which sources absence says anything. */
  coverage: CoverageRow[];
}

export interface OwedUnit {
  id: string;
  name: string;
  path: string | null;
  /** Publications that were due or done. */
  due: number;
  owed: number;
  oldest: Day;
}

export function owedPage(
  portal: Portal,
  parameters: OwedParameters,
  dropped: readonly Refused[],
  locale: Locale,
): OwedPage {
  const { database } = portal;
  const { basis, skip } = parameters;
  const today = dayOf(portal.now());
  const { rows, total } = owedFound(portal, parameters, A_PAGE);
  const groups = owedByUnit(database, today, rulesOwed(basis));
  const names = partyNames(
    database,
    groups.map(({ unit }) => unit),
  );
  const occurring = {
    units: groups.map(({ unit }) => unit),
    regions: owedRegions(database, today, rulesOwed(basis)),
  };
  const controls = owedControls(portal, parameters, dropped, occurring, locale);
  const other: Basis = basis === 'verified' ? 'unverified' : 'verified';
  return {
    on: today,
    basis,
    total,
    rows: owedRows(portal, rows, locale),
    next: skip + A_PAGE < total ? skip + A_PAGE : null,
    otherTotal: owedBefore(database, today, { rules: rulesOwed(other), limit: 0 }).total,
    controls,
    refused: refusedBeside(dropped, controls, locale),
    byUnit: groups.map(({ unit, due, owed, oldest }) => ({
      id: unit,
      name: unitName(names.get(unit), locale),
      path: names.get(unit) ? partyPath(unit, true) : null,
      due,
      owed,
      oldest,
    })),
    coverage: coverageRows(portal, locale),
  };
}

/** The verdicts behind the lines, as the page and every table find them. */
export function owedFound(portal: Portal, parameters: OwedParameters, limit: number) {
  const { register, region, unit, duty, basis, sort, skip } = parameters;
  const rules = rulesOwed(basis).filter((rule) => duty === undefined || rule === duty);
  return owedBefore(portal.database, dayOf(portal.now()), { rules, register, region, unit, order: sort, skip, limit });
}

/** 应公开未公开：3项，2个单位, or what may be said by rules that were not compared with their source. */
export function owedTitle(basis: Basis, locale: Locale): string {
  const t = labels(locale).clock.owed;
  return basis === 'verified' ? t.title : t.titleUnverified;
}
