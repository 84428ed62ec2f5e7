import { readFileSync } from 'node:fs';
import { fill, labels, type Locale } from '../locales/labels.ts';
import { textOf } from '../notices/search-document.ts';
import { findReleases, newestReleases } from '../notices/storage.ts';
import { engineFacts } from '../office/search-engines.ts';
import { embeddedEngine } from '../search/embedded-engine.ts';
import type { SearchEngine } from '../search/engine.ts';
import { writingClient } from '../search/meilisearch/client.ts';
import { meilisearchEngine } from '../search/meilisearch/engine.ts';
import { reasonOf } from '../jobs/jobs.ts';
import { buildAnew } from '../search/meilisearch/follow.ts';
import { NEXT } from '../search/meilisearch/index-settings.ts';
import { suits } from '../search/meilisearch/question.ts';
import type { Database } from '../database/database.ts';
import { done, refuse, type Result } from '../values/result.ts';
import type { Settings } from '../values/settings.ts';
import type { Command } from './command.ts';
import { openDataFolder } from './data-folder.ts';
import { progressLine } from './progress.ts';

/**
 * `gongshi search status | rebuild | compare [FILE]`: how the engines stand; the second one's index built anew beside
 * the one that is asked; the same questions to both. Refusals: `search-words`, `no-meilisearch`, `search-failed`,
 * and those of `openDataFolder`.
 */
export async function search({ settings, words: [what, file, ...more], locale }: Command): Promise<Result<number>> {
  if (
    !what ||
    !['status', 'rebuild', 'compare'].includes(what) ||
    more.length > 0 ||
    (file !== undefined && what !== 'compare')
  )
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
    return await compare(
      database,
      meilisearch!,
      file === undefined ? questionsIn(database) : readFileSync(file, 'utf8').split(/\r?\n/).filter(Boolean),
      locale,
    );
  } catch (error) {
    return refuse({ code: 'search-failed', found: reasonOf(error) });
  } finally {
    database.close();
  }
}

type Server = NonNullable<Settings['meilisearch']>;

async function rebuild(database: Database, server: Server, locale: Locale): Promise<Result<number>> {
  const t = labels(locale).searchEngines;
  const line = progressLine(t.progress);
  let rows = 0;
  await buildAnew(database, writingClient(server), textOf(database), Date.now(), NEXT.command, (sent) =>
    line.update((rows = sent)),
  );
  line.end();
  return print([fill(t.built, { n: rows })]);
}

const MOST_QUESTIONS = 50;

/** Pieces of the newest titles, of two characters to the whole. */
function questionsIn(database: Database): string[] {
  const titles = newestReleases(database, MOST_QUESTIONS).map(({ content }) => content.title);
  return [...new Set(titles.map((title, index) => title.slice(index % 5, (index % 5) + 2 + (index % 8))))];
}

const ROWS = 20;

async function compare(
  database: Database,
  server: Server,
  questions: readonly string[],
  locale: Locale,
): Promise<Result<number>> {
  const t = labels(locale).searchEngines;
  const embedded = embeddedEngine(database, textOf(database));
  const engines = { embedded, meilisearch: meilisearchEngine(writingClient(server), embedded) };
  const titleOf = (id: number) => findReleases(database, [id])[0]?.content.title ?? String(id);
  const lines = [t.compareHead];
  const overlaps: { ten: number; twenty: number }[] = [];
  for (const q of questions) {
    if (!suits({ ...ASKED, q, now: Date.now() })) continue;
    const [ours, theirs] = [await timed(engines.embedded, q), await timed(engines.meilisearch, q)];
    const share = (count: number) => overlap(ours.ids.slice(0, count), theirs.ids.slice(0, count));
    overlaps.push({ ten: share(10), twenty: share(20) });
    lines.push(
      [q, share(10).toFixed(2), share(20).toFixed(2), ours.total, theirs.total, ours.took, theirs.took].join('\t'),
    );
    for (const id of ours.ids.filter((one) => !theirs.ids.includes(one)))
      lines.push(fill(t.only, { engine: t.embedded, title: titleOf(id) }));
    for (const id of theirs.ids.filter((one) => !ours.ids.includes(one)))
      lines.push(fill(t.only, { engine: 'Meilisearch', title: titleOf(id) }));
  }
  const mean = (name: 'ten' | 'twenty') =>
    (overlaps.reduce((sum, one) => sum + one[name], 0) / Math.max(1, overlaps.length)).toFixed(3);
  return print([...lines, fill(t.compared, { n: overlaps.length, ten: mean('ten'), twenty: mean('twenty') })]);
}

const ASKED = { filters: {}, sort: 'best', limit: ROWS, facets: false } as const;

async function timed(engine: SearchEngine, q: string): Promise<{ ids: number[]; total: string; took: string }> {
  const started = performance.now();
  const { hits, total, count } = await engine.search({ ...ASKED, q, now: Date.now() });
  return {
    ids: hits.map(({ id }) => id),
    total: `${{ exact: '', least: '≥', about: '≈', 'about-or-more': '≳' }[count]}${total}`,
    took: (performance.now() - started).toFixed(1),
  };
}

/** Of what either found, how much both did. */
function overlap(a: readonly number[], b: readonly number[]): number {
  const all = new Set([...a, ...b]);
  return all.size === 0 ? 1 : a.filter((id) => b.includes(id)).length / all.size;
}

function print(lines: readonly string[]): Result<number> {
  process.stdout.write(`${lines.join('\n')}\n`);
  return done(0);
}
