import type { Verdict } from '../../clock/judge.ts';
import { casesOf, complianceOf } from '../../clock/storage.ts';
import { language, type Locale } from '../../locales/labels.ts';
import { findRecords } from '../../notices/storage.ts';
import { findParty } from '../../parties/storage.ts';
import { partyPath } from '../../parties/party.ts';
import { registers } from '../../registers/registers.ts';
import { dayOf } from '../../values/date.ts';
import { pathOf } from '../address.ts';
import type { Portal } from '../portal.ts';
import { verdictLine, type VerdictLine } from './verdict-line.ts';

/** No share is given of fewer cases (domain.md §6). */
export const FEWEST = 20;
const MOST_CASES = 300;

export interface ComplianceParameters {
  rule?: string;
  year?: string;
  verdict?: string;
}

export const COMPLIANCE_PARAMETERS: readonly string[] = ['rule', 'year', 'verdict'];

export function readComplianceParameters(search: URLSearchParams): ComplianceParameters {
  const read = (name: string, pattern: RegExp) =>
    pattern.test(search.get(name) ?? '') ? { [name]: search.get(name)! } : {};
  return {
    ...read('rule', /^[A-Z]\d{1,2}(?:-\d)?$/),
    ...read('year', /^\d{4}$/),
    ...read('verdict', /^[a-zA-Z]{4,14}$/),
  };
}

/** One rule, of all years or of one: of those that could be judged, how many were kept. */
export interface Figures {
  rule: string;
  title: string;
  year: string | null;
  judged: number;
  kept: number;
  border: number;
  broken: number;
  other: number;
  /** Null of fewer than `FEWEST`. */
  share: string | null;
}

export interface CompliancePage {
  unit: { id: string; name: string; path: string };
  rules: Figures[];
  years: Figures[];
  cases: { title: string; path: string; line: VerdictLine }[] | null;
  chosen: ComplianceParameters;
}

export function compliancePage(
  portal: Portal,
  id: string,
  parameters: ComplianceParameters,
  locale: Locale,
): CompliancePage | undefined {
  const { database } = portal;
  const party = findParty(database, id);
  if (!party?.isUnit) return undefined;
  const today = dayOf(portal.now());
  const counts = complianceOf(database, id, today);
  const titles = new Map(
    registers.flatMap((register) => Object.entries(register.labels[language(locale)].periods ?? {})),
  );
  // What was not compared with its source accuses nobody, and makes no share.
  const verified = new Set(
    registers.flatMap(({ periods }) =>
      (periods?.rules ?? []).filter(({ verifiedOn }) => verifiedOn).map(({ id }) => id),
    ),
  );
  const figures = (rule: string, year: string | null): Figures => {
    const of = (...verdicts: Verdict[]) =>
      counts
        .filter((row) => row.rule === rule && (year === null || row.year === year) && verdicts.includes(row.verdict))
        .reduce((sum, { count }) => sum + count, 0);
    const isVerified = verified.has(rule);
    const [kept, border, broken] = [of('kept'), of('border'), isVerified ? of('broken') : 0];
    const judged = kept + border + broken;
    return {
      rule,
      title: titles.get(rule) ?? rule,
      year,
      judged,
      kept,
      border,
      broken,
      other: of('missing', 'running', 'uncovered', 'notApplicable', ...(isVerified ? [] : ['broken' as const])),
      share: judged >= FEWEST && isVerified ? `${((kept / judged) * 100).toFixed(1)}%` : null,
    };
  };
  const rules = [...new Set(counts.map(({ rule }) => rule))].sort((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  );
  const years = [...new Set(counts.map(({ year }) => year))].sort().toReversed();
  return {
    unit: { id, name: party.name, path: partyPath(id, true) },
    rules: rules.map((rule) => figures(rule, null)),
    years: parameters.rule
      ? years.map((year) => figures(parameters.rule!, year)).filter(({ judged, other }) => judged + other > 0)
      : [],
    cases: parameters.rule ? casesIn(portal, id, { ...parameters, rule: parameters.rule }, locale, today) : null,
    chosen: parameters,
  };
}

function casesIn(
  { database }: Portal,
  unit: string,
  { rule, year, verdict }: ComplianceParameters & { rule: string },
  locale: Locale,
  today: string,
): CompliancePage['cases'] {
  const rows = casesOf(database, unit, { rule, ...(year && { year }), limit: MOST_CASES });
  const records = new Map(
    findRecords(
      database,
      rows.map(({ ocid }) => ocid),
    ).map((record) => [record.ocid, record]),
  );
  return rows.flatMap((row) => {
    const record = records.get(row.ocid);
    const line = verdictLine(row, today, locale);
    const isAsked = line && isCounted(line, verdict);
    return record && line && isAsked ? [{ title: record.title, path: pathOf(record), line }] : [];
  });
}

/** Whether a case is among those behind a figure: one of a rule that was not compared with its source is not judged. */
function isCounted({ verdict, unverified }: VerdictLine, asked: string | undefined): boolean {
  const isJudged = verdict === 'kept' || verdict === 'border' || (verdict === 'broken' && !unverified);
  if (asked === undefined) return true;
  if (asked === 'judged' || asked === 'other') return isJudged === (asked === 'judged');
  return verdict === asked && (verdict !== 'broken' || isJudged);
}
