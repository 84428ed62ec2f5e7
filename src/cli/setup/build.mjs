import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '../../locales/setup.mjs';
import { withProgress } from './process.mjs';

/** From what the pages are made. The command line is not among them. */
const SOURCES = ['src', 'content', 'public', 'db', 'astro.config.mjs', 'package-lock.json', 'tsconfig.json'];
const NOT_SOURCES = 'src/cli';
/** Says of which sources `dist` was built. */
const STAMP = 'dist/.sources';

/** Builds the pages unless they were built from the same sources. @param {string} node */
export async function ensureBuilt(node) {
  const sources = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return true;
  rmSync(STAMP, { force: true });
  const status = await withProgress('building', node, ['node_modules/astro/bin/astro.mjs', 'build'], {
    ASTRO_TELEMETRY_DISABLED: '1',
  });
  if (status === 0) writeFileSync(STAMP, sources);
  else process.stderr.write(`${say('buildFailed')}\n`);
  return status === 0;
}

/** Of names and contents: a fresh clone and a touched file are not taken for a change. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesUnder).sort())
    hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/** @param {string} path @returns {string[]} */
function filesUnder(path) {
  if (path === NOT_SOURCES || !existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesUnder(join(path, name)));
}
