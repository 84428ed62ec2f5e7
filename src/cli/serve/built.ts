import { join, resolve } from 'node:path';

/** What `astro build` made. Tests build elsewhere. */
const DIST = resolve(process.env['GONGSHI_DIST'] || 'dist');

export const ENTRY = join(DIST, 'server/entry.mjs');
export const CLIENT = join(DIST, 'client');
