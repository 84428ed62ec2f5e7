import type { Settings } from 'meilisearch';
import { canonicalJson, sha256 } from '../../values/canonical.ts';

/** The index that is asked, where the operator names no other. */
export const DEFAULT_INDEX = 'notices';
/** Where one is built to take its place: by the running portal, and by the command line, which may do so at the same time. */
export type Builder = 'portal' | 'command';
export const nextIndex = (index: string, builder: Builder): string =>
  `${index}_${builder === 'portal' ? 'next' : 'rebuild'}`;

/** Matches beyond these are not counted. */
export const MOST_HITS = 10_000;

/** Order is ours (title first, newest first), so no rule of relevance is asked but the one that sorts. */
export const SETTINGS: Settings = {
  searchableAttributes: ['title', 'codes', 'units', 'suppliers', 'media', 'text'],
  filterableAttributes: [
    'id',
    'ocid',
    'register',
    'kind',
    'region',
    'unit',
    'stage',
    'year',
    'deadline',
    'quietOn',
    'amount',
  ],
  sortableAttributes: ['id'],
  rankingRules: ['sort', 'words', 'exactness'],
  // Besides what a search brings back, what the mark says.
  displayedAttributes: ['id', 'owner', 'epoch', 'change', 'row'],
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

/** Of the settings as the server says them, those that are ours: it may add to them, and write them in its own way. */
export function reportedHash(reported: Settings): string {
  const own = Object.keys(SETTINGS).map((name) => {
    const value: unknown = reported[name as keyof Settings] ?? null;
    // Sets, which the server may list in any order.
    const isSet = name === 'filterableAttributes' || name === 'sortableAttributes' || name === 'displayedAttributes';
    return [name, isSet && Array.isArray(value) ? value.map((one) => canonicalJson(one)).sort() : value];
  });
  return sha256(canonicalJson(Object.fromEntries(own)));
}
