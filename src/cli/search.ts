import { readFileSync } from 'node:fs';
import type { Database } from '../database/database.ts';
import { reasonOf } from '../jobs/jobs.ts';
import { fill, labels, type Locale } from '../locales/labels.ts';
import { textOf } from '../notices/search-document.ts';
import { engineFacts, troubleSentence } from '../office/search-engines.ts';
import { writingClient } from '../search/meilisearch/client.ts';
import { buildAnew } from '../search/meilisearch/follow.ts';
import { done, refuse, type Result } from '../values/result.ts';
import type { Settings } from '../values/settings.ts';
import type { Command } from './command.ts';
import { openDataFolder } from './data-folder.ts';
import { progressLine } from './progress.ts';
import { compareEngines } from './search/compare.ts';
import { questionsIn } from './search/questions.ts';

const WHAT = ['status', 'rebuild', 'compare'];

/**
 * `gongshi search status | rebuild | compare [NUMBER | FILE]`: how the engines stand; the second one's index built anew
 * beside the one that is asked; the same questions to the pair and to the embedded engine alone, exit status 1 where the
 * pair finds less. Refusals: `search-words`, `no-meilisearch`, `search-failed`, and those of `openDataFolder`.
 */
export async function search({
  settings,
  words: [what, questions, ...more],
  locale,
}: Command): Promise<Result<number>> {
  if (!what || !WHAT.includes(what) || more.length > 0 || (questions !== undefined && what !== 'compare'))
    return refuse({ code: 'search-words' });
  const { meilisearch } = settings;
  if (!meilisearch && what !== 'status') return refuse({ code: 'no-meilisearch' });
  const folder = openDataFolder(settings);
  if (!folder.ok) return folder;
  const { database } = folder.value;
  try {
    if (what === 'status')
      return print(engineFacts(database, settings, locale).map(({ name, value }) => `${name}: ${value}`));
    if (what === 'rebuild') return await rebuild(database, meilisearch!, locale);
    return await compare(database, meilisearch!, questions, locale);
  } catch (error) {
    return refuse({ code: 'search-failed', found: troubleSentence(reasonOf(error), meilisearch!, locale)! });
  } finally {
    database.close();
  }
}

type Server = NonNullable<Settings['meilisearch']>;

async function rebuild(database: Database, server: Server, locale: Locale): Promise<Result<number>> {
  const t = labels(locale).searchEngines;
  const line = progressLine(t.progress);
  let rows = 0;
  await buildAnew(database, writingClient(server), textOf(database), {
    now: Date.now(),
    by: 'command',
    progress: (sent) => line.update((rows = sent)),
  });
  line.end();
  return print([fill(t.done, { n: rows })]);
}

const MOST_QUESTIONS = 800;

async function compare(
  database: Database,
  server: Server,
  given: string | undefined,
  locale: Locale,
): Promise<Result<number>> {
  const t = labels(locale).searchEngines;
  const questions =
    given === undefined || /^\d{1,6}$/.test(given)
      ? questionsIn(database, Number(given ?? MOST_QUESTIONS))
      : readFileSync(given, 'utf8').split(/\r?\n/).filter(Boolean);
  const line = progressLine(t.comparing);
  const { less, ours, pair } = await compareEngines(database, writingClient(server), questions, (n) => line.update(n));
  line.end();
  print([
    ...less.map(({ q, missing, total, expected, isExactLost }) =>
      fill(t.less, {
        q,
        missing: [
          ...(missing.length > 0 ? [fill(t.lessRows, { n: missing.length, titles: missing.join(', ') })] : []),
          ...(total < expected ? [fill(t.lessTotal, { total, expected })] : []),
          ...(isExactLost ? [t.notExact] : []),
        ].join(', '),
      }),
    ),
    fill(t.compared, { n: questions.length, less: less.length, ours: ours.toFixed(1), pair: pair.toFixed(1) }),
  ]);
  return done(less.length > 0 ? 1 : 0);
}

function print(lines: readonly string[]): Result<number> {
  process.stdout.write(`${lines.join('\n')}\n`);
  return done(0);
}
