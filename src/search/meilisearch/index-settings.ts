import type { Settings } from 'meilisearch';
import { sha256 } from '../../values/canonical.ts';

/** The index that is asked. */
export const INDEX = 'notices';
/** Where one is built to take its place: by the running portal, and by the command line, which may do so at the same time. */
export const NEXT = { portal: 'notices_next', command: 'notices_rebuild' } as const;

/** Matches beyond these are not counted. */
export const MOST_HITS = 10_000;

/** Order is ours (title first, newest first), so no rule of relevance is asked but the one that sorts. */
export const SETTINGS: Settings = {
  searchableAttributes: ['title', 'codes', 'units', 'suppliers', 'text'],
  filterableAttributes: ['id', 'ocid', 'register', 'kind', 'region', 'unit', 'stage', 'year', 'deadline', 'amount'],
  sortableAttributes: ['id'],
  rankingRules: ['sort', 'words', 'exactness'],
  displayedAttributes: ['id'],
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['cmn'] }],
  typoTolerance: { enabled: false },
  proximityPrecision: 'byWord',
  prefixSearch: 'disabled',
  pagination: { maxTotalHits: MOST_HITS },
  searchCutoffMs: 250,
  faceting: { maxValuesPerFacet: 100 },
};

/** An index built with other settings is built anew. */
export const SETTINGS_HASH = sha256(JSON.stringify(SETTINGS));
