import { readFileSync } from 'node:fs';
import { say } from '../../locales/setup.mjs';
import { withProgress } from './process.mjs';

/**
 * Installs unless what the lock file asks for is there: npm writes down what it installed when it has finished, so a
 * lock file that moved on and an installation that broke off are both seen. No install script runs and nothing is
 * compiled.
 */
export async function ensureDependencies() {
  if (isInstalled()) return true;
  const words = [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const npm = process.env['npm_execpath'];
  const status = npm
    ? await withProgress('installing', process.execPath, [npm, ...words])
    : await withProgress('installing', 'npm', words);
  if (status !== 0) process.stderr.write(`${say('npmFailed', { status })}\n`);
  return status === 0;
}

function isInstalled() {
  const installed = packages('node_modules/.package-lock.json');
  return (
    installed !== null &&
    Object.entries(packages('package-lock.json') ?? {}).every(
      ([path, { version, optional }]) =>
        // Optional packages are for one platform each: those of others are left out.
        path === '' || (installed[path] ? installed[path].version === version : optional),
    )
  );
}

/** @param {string} lockFile @returns {Record<string, { version?: string, optional?: boolean }> | null} */
function packages(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  } catch {
    return null;
  }
}
