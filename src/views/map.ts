import type { Labels } from '../locales/labels.ts';

/** The pages that stand whatever is published, in the order of the site map. Their names are labels under `pages`. */
export const STATIC_PAGES: readonly { path: string; label: keyof Labels['pages'] }[] = [
  { path: '/search', label: 'find' },
  { path: '/calendar', label: 'calendar' },
  { path: '/owed', label: 'owed' },
  { path: '/method', label: 'method' },
  { path: '/help', label: 'help' },
  { path: '/laws', label: 'laws' },
  { path: '/glossary', label: 'glossary' },
  { path: '/about', label: 'about' },
  { path: '/accessibility', label: 'accessibility' },
  { path: '/site-map', label: 'siteMap' },
];
