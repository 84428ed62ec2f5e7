import { fill, labels, type Locale } from '../locales/labels.ts';
import type { Database } from '../database/database.ts';
import { enginesState } from '../search/state.ts';
import { minuteOf } from '../values/date.ts';
import type { Settings } from '../values/settings.ts';

/** Which engine answers, how far the second one has come, and what failed last: for the page and the command line. */
export function engineFacts(
  database: Database,
  { meilisearch }: Pick<Settings, 'meilisearch'>,
  locale: Locale,
): { name: string; value: string }[] {
  const t = labels(locale).searchEngines;
  const { rows, follower } = enginesState(database);
  const at = (time: number | null) => (time === null ? t.never : minuteOf(time));
  return [
    { name: t.engine, value: meilisearch ? fill(t.meilisearch, { url: meilisearch.url }) : t.embedded },
    { name: t.rows, value: String(rows) },
    ...(meilisearch
      ? [
          {
            name: t.state,
            value: !follower?.isBuilt
              ? t.none
              : follower.behind === 0
                ? t.fresh
                : fill(t.behind, { n: follower.behind }),
          },
          { name: t.succeeded, value: at(follower?.succeededAt ?? null) },
          { name: t.failed, value: at(follower?.failedAt ?? null) },
          { name: t.failure, value: follower?.failure ?? t.never },
        ]
      : []),
  ];
}
