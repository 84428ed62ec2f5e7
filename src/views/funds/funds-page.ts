import { labels, type Locale } from '../../locales/labels.ts';
import { CATEGORIES, LEVELS } from '../../registers/funds/fund.ts';
import { funds } from '../../registers/funds/register.ts';
import type { Fund } from '../../registers/funds/told.ts';
import { dayOf } from '../../values/date.ts';
import { pathOf } from '../address.ts';
import type { Portal } from '../portal.ts';
import { choiceLabel } from '../words.ts';
import { checksOf } from './checks.ts';
import { findingRows, type FindingRow } from './finding-row.ts';
import { chosenFunds, fundsOf, matching, yearOf, type KeptFund } from './kept-funds.ts';
import { mergedPlaces, placeRows, shareOf, type PlaceRow } from './place-row.ts';
import type { FundsParameters } from './values.ts';

/** A fund in the list. */
export interface FundRow {
  code: string;
  path: string;
  name: string;
  year: string;
  level: string;
  category: string;
  authority: string;
  document: string;
  /** Fen. */
  budget: number | null;
  allotted: number | null;
  reached: number | null;
  paid: number | null;
  reachedShare: number | null;
  paidShare: number | null;
  paidAsOf: string | null;
  /** What does not add up or is late by its own documents. */
  broken: number;
  findings: number;
  open: number;
}

/** What the page of funds shows and `/funds.json` answers: one year. */
export interface FundsPage {
  year: string | null;
  years: { year: string; count: number }[];
  counties: string[];
  categories: { id: string; label: string }[];
  levels: { id: string; label: string }[];
  rows: FundRow[];
  places: PlaceRow[];
  findings: FindingRow[];
}

export function fundsPage(portal: Portal, parameters: FundsParameters, locale: Locale): FundsPage {
  const all = fundsOf(portal);
  const { year, kept } = chosenFunds(portal, parameters);
  const ofYear = all.filter((one) => yearOf(one) === year);
  const today = dayOf(portal.now());
  const places = mergedPlaces(kept.map(({ fund }) => fund.places)).filter(
    ({ name }) => !parameters.county || name === parameters.county,
  );
  return {
    year,
    years: [...Map.groupBy(all, yearOf)].map(([one, some]) => ({ year: one, count: some.length })),
    counties: [...new Set(ofYear.flatMap(({ fund }) => fund.places.map(({ name }) => name)))],
    categories: choices('fundCategory', CATEGORIES, ofYear, ({ issue }) => issue.category, locale),
    levels: choices('fundLevel', LEVELS, ofYear, ({ issue }) => issue.level, locale),
    rows: kept.map((one) => fundRow(one, today, locale)),
    places: placeRows(places, locale),
    // Audits speak of the year before: unless a year is asked for, nothing that was found is hidden by it.
    findings: (parameters.year ? kept : matching(all, parameters)).flatMap((one) =>
      findingRows(portal, within(one, parameters.county), today, locale),
    ),
  };
}

/** With what was found in a county, or everywhere; what no county is named of may lie in it. */
function within(one: KeptFund, county: string | undefined): KeptFund {
  if (county === undefined) return one;
  const findings = one.fund.findings.filter((found) => (found.county ?? county) === county);
  return { ...one, fund: { ...one.fund, findings } };
}

/** Only what is there can be chosen. */
function choices(
  list: string,
  codes: readonly string[],
  among: readonly KeptFund[],
  of: (fund: Fund) => string | undefined,
  locale: Locale,
): { id: string; label: string }[] {
  return codes
    .filter((code) => among.some(({ fund }) => of(fund) === code))
    .map((id) => ({ id, label: choiceLabel(funds, list, id, locale) }));
}

export function fundRow({ fund, record }: KeptFund, today: string, locale: Locale): FundRow {
  const { issue, budget, allotted, reached, paid, paidAsOf, findings } = fund;
  const unseen = labels(locale).missing['not-seen'];
  return {
    code: fund.code,
    path: pathOf(record),
    name: issue.name ?? record.title,
    year: issue.year ?? '',
    level: issue.level ? choiceLabel(funds, 'fundLevel', issue.level, locale) : unseen,
    category: issue.category ? choiceLabel(funds, 'fundCategory', issue.category, locale) : unseen,
    authority: issue.authority?.name ?? unseen,
    document: issue.documentNumber ?? issue.document ?? unseen,
    budget,
    allotted,
    reached,
    paid,
    reachedShare: shareOf(reached, budget),
    paidShare: shareOf(paid, budget),
    paidAsOf,
    broken: checksOf(fund, today, locale).filter(({ tone }) => tone === 'broken' || tone === 'border').length,
    findings: findings.length,
    open: findings.filter(({ correction }) => !correction?.doneOn).length,
  };
}
