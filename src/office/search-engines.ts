import { fill, labels, type Locale } from '../locales/labels.ts';
import type { Database } from '../database/database.ts';
import { readTrouble } from '../search/meilisearch/trouble.ts';
import { enginesState, type EnginesState } from '../search/state.ts';
import { minuteOf } from '../values/date.ts';
import type { Settings } from '../values/settings.ts';

/** Which engine answers, how far the second one has come, and what is wrong with it: for the page and the command line. */
export function engineFacts(
  database: Database,
  { meilisearch }: Pick<Settings, 'meilisearch'>,
  locale: Locale,
): { name: string; value: string }[] {
  const t = labels(locale).searchEngines;
  const { rows, follower } = enginesState(database);
  const at = (time: number | null) => (time === null ? t.never : minuteOf(time));
  return [
    { name: t.engine, value: meilisearch ? fill(t.meilisearch, meilisearch) : t.embedded },
    { name: t.rows, value: String(rows) },
    ...(meilisearch
      ? [
          { name: t.state, value: stateOf(follower, locale) },
          { name: t.built, value: builtOf(follower, locale) },
          { name: t.succeeded, value: at(follower?.succeededAt ?? null) },
          { name: t.failed, value: at(follower?.failedAt ?? null) },
          { name: t.failure, value: troubleSentence(follower?.failure ?? null, meilisearch, locale) ?? t.never },
        ]
      : []),
  ];
}

function stateOf(follower: EnginesState['follower'], locale: Locale): string {
  const t = labels(locale).searchEngines;
  if (!follower?.isBuilt) return t.none;
  if (follower.finding) return fill(t.found, { what: t.findings[follower.finding] });
  return follower.behind === 0 ? t.fresh : fill(t.behind, { n: follower.behind });
}

function builtOf(follower: EnginesState['follower'], locale: Locale): string {
  const t = labels(locale).searchEngines;
  if (!follower?.builtAt) return t.never;
  const minute = minuteOf(follower.builtAt);
  return follower.builtFor ? fill(t.builtFor, { minute, what: t.findings[follower.builtFor] }) : minute;
}

/** What is wrong and what to do about it; what nobody foresaw in the server's own words. */
export function troubleSentence(
  failure: string | null,
  { url, index }: NonNullable<Settings['meilisearch']>,
  locale: Locale,
): string | null {
  const trouble = failure === null ? null : readTrouble(failure);
  if (!trouble) return failure;
  const { obstacle, said } = trouble;
  return fill(labels(locale).searchEngines.obstacles[obstacle], { url, index, said: said.replace(/[.。]\s*$/, '') });
}
