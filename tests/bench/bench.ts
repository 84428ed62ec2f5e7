import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openPortal, type Portal } from '../../src/views/portal.ts';
import { readSettings } from '../../src/values/settings.ts';
import { startPortal } from '../browser/portal.ts';
import { benchBulk } from './bulk.ts';
import { benchFollowing } from './following.ts';
import { benchImport } from './import.ts';
import { Kept } from './kept.ts';
import { benchLaw } from './law.ts';
import { benchLoad } from './load.ts';
import { benchPages } from './pages.ts';
import { benchReading } from './reading.ts';
import { PARTS, Report, type Part } from './report.ts';
import { benchSearch } from './search.ts';

/**
 * `npm run bench [-- --n 100000] [--keep FOLDER] [--only import,search,pages,load,bulk,following] [--peers]`: makes notices, imports
 * them through the real door, and prints what an import, a search, a page, a load and the files of data cost, beside what is aimed at.
 * Speed is printed, never asserted, and written to `tests/bench/report.md`; pages are ratios against a bare server in
 * the same run. Kept notices are used again, and imported anew only where `--only` names the import. `--peers` asks
 * other engines as well.
 * `npm run bench -- --reading FOLDER`: what is read of notices against what a person read in them (`X.json` with
 * `X.gold.json`, compared by the folder's `score.py`). `-- --law FOLDER`: verdicts against right ones.
 */
const { values } = parseArgs({
  options: {
    n: { type: 'string', default: '100000' },
    keep: { type: 'string' },
    only: { type: 'string' },
    peers: { type: 'boolean', default: false },
    reading: { type: 'string' },
    law: { type: 'string' },
  },
});
if (values.reading !== undefined) process.exit(benchReading(values.reading));
if (values.law !== undefined) process.exit(benchLaw(values.law));
const count = Number(values.n);
if (!Number.isInteger(count) || count < 100) refuse('--n must be a whole number of at least 100');
const only = values.only?.split(',') as Part[] | undefined;
if (only?.some((part) => !PARTS.includes(part))) refuse(`--only takes ${PARTS.join(', ')}`);
const isAsked = (part: Part) => only?.includes(part) ?? true;

const root = values.keep === undefined ? mkdtempSync(join(tmpdir(), 'gongshi-bench-')) : resolve(values.keep);
mkdirSync(root, { recursive: true });
try {
  await bench();
} finally {
  if (values.keep === undefined) rmSync(root, { recursive: true, force: true });
}

async function bench(): Promise<void> {
  const kept = new Kept(root, count);
  await kept.makeNotices();
  const isReused = kept.hasDatabase() && !only?.includes('import');
  if (!isReused) kept.forgetDatabase();
  const report = new Report(count, kept.folder, ['npm run bench --', ...process.argv.slice(2)].join(' '));
  if (isReused) report.keep('import');
  else {
    report.begin('import');
    await benchImport(kept, count, report);
    kept.markDatabase();
    report.write(root);
  }
  const portal = portalOf(kept.data);
  try {
    if (isAsked('search')) {
      report.begin('search');
      await benchSearch(portal, kept, values.peers, report);
    }
    if (isAsked('following')) {
      report.begin('following');
      await benchFollowing(portal, report);
    }
    if (isAsked('pages') || isAsked('load') || isAsked('bulk')) await benchServing(portal, kept, report);
  } finally {
    portal.database.close();
    report.write(root);
  }
}

/** What needs a portal that runs, as an operator runs it. */
async function benchServing(portal: Portal, kept: Kept, report: Report): Promise<void> {
  const running = await startPortal({ GONGSHI_DATA: kept.data, GONGSHI_DEMO: '0' });
  try {
    if (isAsked('pages')) {
      report.begin('pages');
      await benchPages(portal, running, kept.folder, report);
    }
    if (isAsked('load')) {
      report.begin('load');
      await benchLoad(portal, running, report);
    }
    if (isAsked('bulk')) {
      report.begin('bulk');
      await benchBulk(portal, running, report);
    }
  } finally {
    await running.stop();
  }
}

function portalOf(data: string): Portal {
  const settings = readSettings({ ...process.env, GONGSHI_DATA: data });
  if (!settings.ok) throw new Error(JSON.stringify(settings.refusals));
  return openPortal(settings.value);
}

function refuse(why: string): never {
  console.error(`bench: ${why}`);
  process.exit(1);
}
