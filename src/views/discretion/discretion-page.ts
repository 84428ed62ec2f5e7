import { fill, labels, type Locale } from '../../locales/labels.ts';
import { findByKey } from '../../notices/links/storage.ts';
import type { RecordRow } from '../../notices/release.ts';
import { findRecord, releasesOf } from '../../notices/storage.ts';
import { documentsOf } from '../../registers/basis.ts';
import { benchmarkOn, type Benchmark } from '../../registers/discretion/benchmark.ts';
import { discretion } from '../../registers/discretion/register.ts';
import { WITHDRAWN } from '../../registers/stages.ts';
import { dayOf } from '../../values/date.ts';
import { matchKey } from '../../values/script.ts';
import { keptRecords } from '../kept-records.ts';
import { partyLink, type PartyLink } from '../party/party-link.ts';
import type { Portal } from '../portal.ts';
import { recordContext } from '../record/context.ts';
import { lifeOf } from '../record/life.ts';
import type { State } from '../record/state.ts';
import { timelineOf, type Statement } from '../record/timeline.ts';
import { choiceLabel } from '../words.ts';
import type { DiscretionParameters } from './values.ts';

/** A benchmark with its steps in words. */
export interface BenchmarkRow {
  code: string;
  path: string;
  offence: string;
  domain: string;
  enforcer: string;
  state: { tone: State['tone']; text: string };
  isEnded: boolean;
  violated: string[];
  basis: string[];
  steps: { gravity: string; circumstance: string; penalty: string; printed: string }[];
}

/** What the page of benchmarks shows and `/discretion.json` answers. */
export interface DiscretionPage {
  on: string;
  isToday: boolean;
  domains: { name: string; count: number }[];
  total: number;
  groups: { name: string; rows: BenchmarkRow[] }[];
  /** All that are counted and not shown. */
  more: number;
}

const MOST_SHOWN = 40;

export interface KeptBenchmark {
  benchmark: Benchmark;
  record: RecordRow;
}

/** What meets the words (each of them, wherever it stands) and the domain, as of the day. */
export function chosenBenchmarks(portal: Portal, { q, domain, on }: DiscretionParameters): KeptBenchmark[] {
  const day = on ?? dayOf(portal.now());
  const words = (q ?? '').split(/\s+/).map(matchKey).filter(Boolean);
  return keptRecords(portal, discretion.id)
    .flatMap((record) => {
      const benchmark = benchmarkOn(record.compiled.benchmark, day);
      return benchmark ? [{ benchmark, record }] : [];
    })
    .filter(({ benchmark }) => {
      if (domain && benchmark.domain !== domain) return false;
      const text = matchKey(
        [
          benchmark.offence,
          benchmark.domain,
          benchmark.enforcer ?? '',
          ...documentsOf([...benchmark.violated, ...benchmark.basis]),
          ...benchmark.steps.flatMap(({ circumstance, printed }) => [circumstance, printed]),
        ].join(' '),
      );
      return words.every((word) => text.includes(word));
    })
    .toSorted(
      (a, b) =>
        a.benchmark.domain.localeCompare(b.benchmark.domain, 'zh') || (a.benchmark.code < b.benchmark.code ? -1 : 1),
    );
}

export function discretionPage(portal: Portal, parameters: DiscretionParameters, locale: Locale): DiscretionPage {
  const today = dayOf(portal.now());
  const { on = today } = parameters;
  const chosen = chosenBenchmarks(portal, parameters);
  const all = chosenBenchmarks(portal, { on });
  return {
    on,
    isToday: on === today,
    domains: [...Map.groupBy(all, ({ benchmark }) => benchmark.domain)].map(([name, some]) => ({
      name,
      count: some.length,
    })),
    total: chosen.length,
    groups: [...Map.groupBy(chosen.slice(0, MOST_SHOWN), ({ benchmark }) => benchmark.domain)].map(([name, some]) => ({
      name,
      rows: some.map(({ benchmark }) => benchmarkRow(benchmark, locale)),
    })),
    more: Math.max(0, chosen.length - MOST_SHOWN),
  };
}

export function benchmarkRow(one: Benchmark, locale: Locale): BenchmarkRow {
  const t = labels(locale).discretion;
  const choice = (list: string, code: string) => choiceLabel(discretion, list, code, locale);
  return {
    code: one.code,
    path: `/discretion/${encodeURIComponent(one.code)}`,
    offence: one.offence,
    domain: one.domain,
    enforcer: one.enforcer ?? labels(locale).missing['not-seen'],
    state: {
      tone: one.status === 'inForce' ? 'open' : one.status === 'notYet' ? 'closing' : 'ended',
      text:
        one.status === 'ended'
          ? fill(t.ended, { day: one.until ?? '' })
          : fill(one.status === 'notYet' ? t.notYet : t.inForce, { day: one.from }),
    },
    isEnded: one.status === 'ended',
    violated: documentsOf(one.violated),
    basis: documentsOf(one.basis),
    steps: one.steps.map(({ gravity, circumstance, penalty, printed }) => ({
      gravity: choice('gravity', gravity),
      circumstance,
      penalty: choice('penalty', penalty),
      printed,
    })),
  };
}

/** One benchmark: what its page shows and `/discretion/{code}.json` answers. */
export interface BenchmarkPage extends BenchmarkRow {
  ocid: string;
  on: string;
  isToday: boolean;
  authority: PartyLink | null;
  toVerify: string[];
  timeline: Statement[];
}

export function benchmarkPage(
  portal: Portal,
  code: string,
  on: string | undefined,
  locale: Locale,
): BenchmarkPage | undefined {
  const { database } = portal;
  const ocid = findByKey(database, `${discretion.id}:code:${matchKey(code)}`);
  const record = ocid === undefined ? undefined : findRecord(database, ocid);
  const today = dayOf(portal.now());
  const day = on ?? today;
  const one = record && record.stage !== WITHDRAWN ? benchmarkOn(record.compiled.benchmark, day) : null;
  if (!record || !one) return undefined;
  const life = lifeOf(releasesOf(database, record.ocid));
  return {
    ...benchmarkRow(one, locale),
    ocid: record.ocid,
    on: day,
    isToday: day === today,
    authority: one.enforcer === null ? null : partyLink(portal, one.enforcer),
    toVerify: one.toVerify,
    timeline: timelineOf(recordContext(portal, record, discretion, life, locale)),
  };
}
