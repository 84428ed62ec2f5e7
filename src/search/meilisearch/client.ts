import { Meilisearch } from 'meilisearch';

/** Where the server is. `key`: one that may search, write documents and make indexes. */
export interface MeilisearchSettings {
  url: string;
  key?: string;
}

/** A reader waits no longer than this for the server, ms. */
const PATIENCE = 300;

export function searchClient({ url, key }: MeilisearchSettings): Meilisearch {
  return new Meilisearch({ host: url, apiKey: key, timeout: PATIENCE });
}

/** Asks after a task so often, ms. */
const INTERVAL = 50;

/** For what takes long: a task is waited for as long as the server knows of it, and never sent again meanwhile. */
export function writingClient({ url, key }: MeilisearchSettings, interval = INTERVAL): Meilisearch {
  return new Meilisearch({ host: url, apiKey: key, timeout: 60_000, defaultWaitOptions: { timeout: 0, interval } });
}
