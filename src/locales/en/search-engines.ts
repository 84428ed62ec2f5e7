import type { Labels } from '../zh/zh.ts';

/** Search engines: the administrator's page and the command line. */
export const searchEngines: Labels['searchEngines'] = {
  lead: 'Without Meilisearch the embedded engine answers every search. With it, both answer first pages together: what is found is what the embedded engine finds, and where its time is over before it has seen everything, Meilisearch adds to it, checked row by row; later pages are the embedded engine’s. When Meilisearch fails, or its index is not as it should be, the embedded engine takes over at once.',
  engine: 'Answering',
  embedded: 'embedded engine',
  meilisearch: 'Meilisearch ({url}, index {index})',
  state: 'State',
  fresh: 'up to date',
  behind: '{n} {n:row|rows} behind',
  none: 'no index built yet',
  found: 'The index on the server {what}. The embedded engine answers every search until it is built anew.',
  findings: {
    missing: 'is gone',
    emptied: 'was emptied',
    half: 'lacks some of its documents',
    older: 'is not the one that this portal built last',
    foreign: 'belongs to another portal',
    settings: 'has other settings than it was given',
  },
  built: 'Index last built',
  builtFor: '{minute} (the one before {what})',
  obstacles: {
    'wrong-key':
      'The server does not accept the key: {said}. Check MEILI_KEY: take the server’s admin key, or one with the actions that the README lists for all indexes (*: a key of single indexes does not see the swap end), and start the portal again.',
    'too-large':
      'The server does not take so large a request: {said}. One notice alone is over its limit. Raise --http-payload-size-limit of the server, and the limit of a proxy in front of it; the portal tries again by itself.',
    unreachable:
      '{url} does not answer: {said}. See that the server runs and the address is right; the portal tries again by itself.',
    stranger:
      'What answers at {url} is not Meilisearch: {said}. Check MEILI_URL, and whether a proxy in front of it holds requests back.',
    'task-failed':
      'The server did not finish a task: {said}. Look into its log and at its disk; the portal tries again by itself.',
    taken:
      'The index {index} belongs to another portal. Give this one a name of its own in MEILI_INDEX and start it again; if the index may be taken over, run gongshi search rebuild.',
    resisting:
      'The settings of the index {index} were changed again as soon as they had been put right. Find out who changes them; the portal puts them right once more in ten minutes, or when you run gongshi search rebuild.',
  },
  succeeded: 'Last success',
  failed: 'Last failure',
  failure: 'What failed',
  never: 'none',
  rows: 'Rows in the embedded index',
  done: 'Rebuilt, {n} {n:row|rows}.',
  progress: 'rebuilding',
  less: '{q}: lacks {missing}',
  lessRows: '{n} {n:row|rows} ({titles})',
  lessTotal: 'in the total, {total} where {expected} was due',
  notExact: 'an exact total',
  comparing: 'comparing',
  compared:
    '{n} {n:query|queries}, in {less} of them the pair finds less than the embedded engine alone. Median time: embedded {ours} ms, pair {pair} ms.',
};
