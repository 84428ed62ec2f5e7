import { Meilisearch } from 'meilisearch';
import { DEFAULT_INDEX } from './index-settings.ts';

/** Where the server is. `key`: one that may do what the README lists. `index`: the portal's own on that server. */
export interface MeilisearchSettings {
  url: string;
  key?: string;
  index?: string;
}

/** A server, and the index on it that is this portal's. */
export interface Server {
  client: Meilisearch;
  index: string;
}

/** A reader waits no longer than this for the server, ms. */
const PATIENCE = 300;

export function searchClient({ url, key, index = DEFAULT_INDEX }: MeilisearchSettings): Server {
  return { client: new Meilisearch({ host: url, apiKey: key, timeout: PATIENCE }), index };
}

/** Asks after a task so often, ms. */
const INTERVAL = 50;

/** For what takes long: a task is waited for as long as the server knows of it, and never sent again meanwhile. */
export function writingClient({ url, key, index = DEFAULT_INDEX }: MeilisearchSettings, interval = INTERVAL): Server {
  const defaultWaitOptions = { timeout: 0, interval };
  return { client: new Meilisearch({ host: url, apiKey: key, timeout: 60_000, defaultWaitOptions }), index };
}
