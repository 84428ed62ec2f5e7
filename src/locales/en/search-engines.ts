import type { Labels } from '../zh/zh.ts';

/** Search engines: the administrator's page and the command line. */
export const searchEngines: Labels['searchEngines'] = {
  lead: 'Without Meilisearch the embedded engine answers every search. With it, it answers first pages, which the embedded engine checks and goes on from; when it fails, the embedded engine takes over at once.',
  engine: 'Answering',
  embedded: 'embedded engine',
  meilisearch: 'Meilisearch ({url})',
  state: 'State',
  fresh: 'up to date',
  behind: '{n} rows behind',
  none: 'no index built yet',
  succeeded: 'Last success',
  failed: 'Last failure',
  failure: 'What failed',
  never: 'none',
  rows: 'Rows in the embedded index',
  built: 'Rebuilt, {n} rows.',
  progress: 'rebuilding',
  compareHead: 'query\toverlap@10\toverlap@20\tembedded\tMeilisearch\tembedded ms\tMeilisearch ms',
  only: '  only {engine}: {title}',
  compared: '{n} queries, mean overlap@10 {ten}, @20 {twenty}.',
};
