import { sourceIn } from '../../../clock/coverage.ts';
import { type VerdictRow } from '../../../clock/storage.ts';
import { casesOf, complianceOf } from '../../../clock/owed/storage.ts';
import { labels, language, type Locale } from '../../../locales/labels.ts';
import { findReleases } from '../../../notices/storage.ts';
import { partyPath } from '../../../parties/party.ts';
import { findParty } from '../../../parties/storage.ts';
import { registers } from '../../../registers/registers.ts';
import { dayOf } from '../../../values/date.ts';
import type { Refused } from '../../list/parameters.ts';
import type { Portal } from '../../portal.ts';
import { controlOf, refusedBeside, type Control } from '../asked.ts';
import { coverageRows, type CoverageRow } from '../coverage.ts';
import { caseRows, type Case } from './cases.ts';
import { figuresOf, type Count, type Figures } from './figures.ts';
import type { ComplianceParameters } from './parameters.ts';
import { readsOf, STANDINGS } from './standing.ts';

/** How a unit kept its periods: figures that open their rows, by duty and by year, and the rows. */
export interface CompliancePage {
  unit: { id: string; name: string; path: string };
  all: Figures;
  rules: (Figures & { rule: string; title: string })[];
  years: (Figures & { year: string })[];
  /** Null until something is chosen. */
  cases: { rows: Case[]; total: number; next: number | null } | null;
  controls: Control[];
  refused: { name: string; text: string }[];
  /** Of what the unit publishes elsewhere, what is taken whole. */
  coverage: CoverageRow[];
}

/** As many as a telephone shows in a few screens, with the figures below. */
const A_PAGE = 15;

export function compliancePage(
  portal: Portal,
  id: string,
  parameters: ComplianceParameters,
  dropped: readonly Refused[],
  locale: Locale,
): CompliancePage | undefined {
  const { database } = portal;
  const party = findParty(database, id);
  if (!party?.isUnit) return undefined;
  const { rule, year, skip } = parameters;
  const counts: Count[] = complianceOf(database, id, dayOf(portal.now()));
  const inYear = counts.filter((row) => year === undefined || row.year === year);
  const ofRule = counts.filter((row) => rule === undefined || row.rule === rule);
  const titles = ruleTitles(locale);
  const years = [...new Set(counts.map((row) => row.year))].sort().toReversed();
  const rules = [...titles.keys()].filter((one) => counts.some((row) => row.rule === one));
  const controls = controlsOf(parameters, { years, rules, titles }, dropped, locale);
  const isChosen = [rule, year, parameters.verdict].some((one) => one !== undefined);
  const found = isChosen ? casesFound(portal, id, parameters) : [];
  return {
    unit: { id, name: party.name, path: partyPath(id, true) },
    all: figuresOf(inYear.filter((row) => rule === undefined || row.rule === rule)),
    rules: rules
      // What never concerned the unit is no duty of it.
      .filter((one) => inYear.some((row) => row.rule === one && row.verdict !== 'notApplicable'))
      .map((one) => ({ rule: one, title: titles.get(one)!, ...figuresOf(inYear.filter((row) => row.rule === one)) })),
    years: years
      .filter((one) => ofRule.some((row) => row.year === one))
      .map((one) => ({ year: one, ...figuresOf(ofRule.filter((row) => row.year === one)) })),
    cases: isChosen
      ? {
          rows: caseRows(portal, found.slice(skip, skip + A_PAGE), locale),
          total: found.length,
          next: skip + A_PAGE < found.length ? skip + A_PAGE : null,
        }
      : null,
    controls,
    refused: refusedBeside(dropped, controls, locale),
    coverage: coverageOf(portal, id, locale),
  };
}

/** So many of the newest notices are asked by what they are among those taken whole. */
const MOST_ASKED = 300;

/** What is taken whole of what this unit publishes elsewhere, by its own notices. */
function coverageOf(portal: Portal, id: string, locale: Locale): CoverageRow[] {
  const { database } = portal;
  const triggers = casesFound(portal, id, { skip: 0 }).slice(0, MOST_ASKED);
  const sourceOf = sourceIn(database);
  const sources = findReleases(
    database,
    triggers.map(({ triggerRelease }) => triggerRelease),
  ).map(sourceOf);
  const ids = new Set(sources.map((source) => (source === null || source === 'own' ? null : source.id)));
  return coverageRows(portal, locale).filter((row) => ids.has(row.id));
}

/** The verdicts behind a figure, as the page and every table find them. */
export function casesFound(portal: Portal, id: string, { rule, year, verdict }: ComplianceParameters): VerdictRow[] {
  return casesOf(portal.database, id, dayOf(portal.now()), { read: readsOf(verdict, rule), year });
}

/** In the order of the registers. */
function ruleTitles(locale: Locale): Map<string, string> {
  return new Map(
    registers.flatMap(({ periods, labels: own }) =>
      (periods?.rules ?? []).map(({ id }): [string, string] => [id, own[language(locale)].periods?.[id] ?? id]),
    ),
  );
}

function controlsOf(
  { rule, year, verdict }: ComplianceParameters,
  { years, rules, titles }: { years: string[]; rules: string[]; titles: ReadonlyMap<string, string> },
  dropped: readonly Refused[],
  locale: Locale,
): Control[] {
  const t = labels(locale).clock.compliance;
  const withChosen = (values: readonly string[], chosen: string | undefined) =>
    chosen === undefined || values.includes(chosen) ? values : [...values, chosen];
  const control = (
    name: string,
    label: string,
    all: string,
    values: readonly string[],
    chosen: string | undefined,
    nameOf: (value: string) => string,
  ) =>
    controlOf(
      {
        name,
        label,
        all,
        chosen,
        values: withChosen(values, chosen).map((value) => ({ value, label: nameOf(value) })),
      },
      dropped,
      locale,
    );
  return [
    control('rule', t.rule, t.allRules, rules, rule, (id) => titles.get(id)!),
    control('year', t.year, t.all, years, year, String),
    control(
      'verdict',
      t.verdict,
      t.allVerdicts,
      ['judged', ...STANDINGS],
      verdict,
      (one) => t.standings[one as keyof typeof t.standings],
    ),
  ];
}
