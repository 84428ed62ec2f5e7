import type { TestContext } from 'node:test';
import { embeddedEngine } from '../../../src/search/embedded-engine.ts';
import { withFallback } from '../../../src/search/fallback.ts';
import {
  searchClient,
  writingClient,
  type MeilisearchSettings,
  type Server,
} from '../../../src/search/meilisearch/client.ts';
import { meilisearchEngine } from '../../../src/search/meilisearch/engine.ts';
import { followStep } from '../../../src/search/meilisearch/follow.ts';
import { findFollower, isCaughtUp } from '../../../src/search/meilisearch/storage.ts';
import { DOCUMENTS, hurried, idOf, NOW, SERVER, serverOf, world, type World } from '../world.ts';
import { KEY, startDouble, type Double } from './double.ts';

/** A city whose search rows an index on a server follows. */
export interface FollowedCity {
  city: World;
  settings: MeilisearchSettings;
  server: Server;
  step(now?: number): Promise<boolean>;
  catchUp(now?: number): Promise<void>;
}

/** On the real server where the environment names one, on the double otherwise. */
export async function followedCity(context: TestContext): Promise<FollowedCity> {
  const followed = follow(await serverOf(SERVER));
  const { client, index } = followed.server;
  context.after(async () => void (await client.deleteIndexIfExists(index)));
  return followed;
}

/** On a double, which can be made to fail. */
export async function doubledCity(
  context: TestContext,
  options?: Parameters<typeof startDouble>[0],
): Promise<FollowedCity & { double: Double }> {
  const double = await startDouble(options);
  context.after(() => double.close());
  return { ...follow({ url: double.url, key: KEY }), double };
}

/** Another portal on the same server and, unless named otherwise, with the same index. */
export function neighbour({ settings }: FollowedCity, index = settings.index): FollowedCity {
  return follow({ ...settings, ...(index !== undefined && { index }) });
}

function follow(settings: MeilisearchSettings): FollowedCity {
  const city = world();
  const server = writingClient(settings, 1);
  const step = (now = NOW) => followStep(city.database, server, city.textOf, now);
  const catchUp = async (now?: number) => {
    while (await step(now));
  };
  return { city, settings, server, step, catchUp };
}

/** What a reader asks: the pair, with the embedded engine to fall back to. `isHurried`: it sees nothing in its time. */
export function readersOf({ city, settings }: FollowedCity, { isHurried = false } = {}) {
  let time = 0;
  const failures: unknown[] = [];
  const embedded = embeddedEngine(city.database, city.textOf);
  const pair = meilisearchEngine(searchClient(settings), isHurried ? hurried(embedded) : embedded, {
    follower: () => findFollower(city.database),
    clock: () => time,
  });
  const engine = withFallback(pair, embedded, {
    isCaughtUp: () => isCaughtUp(city.database),
    onFailure: (error) => failures.push(error),
    clock: () => time,
  });
  const ask = (q = '路灯') => engine.search({ q, filters: {}, sort: 'best', limit: 20, facets: true, now: NOW });
  return { pair, embedded, ask, failures, pass: (ms: number) => (time += ms) };
}

/** Keys of the index, in order, without that of its mark. */
export async function idsOnServer({ server: { client, index } }: FollowedCity): Promise<number[]> {
  const { results } = await client.index(index).getDocuments<{ id: number }>({ limit: 10_000, fields: ['id'] });
  return results
    .map(({ id }) => id)
    .filter((id) => id !== 0)
    .sort((a, b) => a - b);
}

export const idsOf = ({ city }: FollowedCity) => [...city.documents.keys()].sort((a, b) => a - b);

export const lamp = (n: number, title = '改造') => ({
  ...DOCUMENTS['lamp']!,
  id: idOf('2026-03-19', n),
  ocid: `lamp-${n}`,
  title,
});
