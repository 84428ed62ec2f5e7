import { existsSync } from 'node:fs';
import { say } from '../../locales/setup.mjs';
import { withProgress } from './process.mjs';

const DEBIAN = '/usr/bin/chromium';

/** The browser the tests drive: the one named, Debian's, Debian's installed now, or Playwright's own. Null when there is none. */
export async function ensureChromium() {
  const named = process.env['CHROMIUM_PATH'];
  if (named && existsSync(named)) return named;
  if (existsSync(DEBIAN)) return DEBIAN;
  const own = await playwrightChromium();
  if (own) return own;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) await installChromium();
  if (existsSync(DEBIAN)) return DEBIAN;
  process.stderr.write(`${say('noChromium')}\n`);
  return null;
}

async function playwrightChromium() {
  const { chromium } = await import('playwright');
  const path = chromium.executablePath();
  return existsSync(path) ? path : null;
}

async function installChromium() {
  const install = 'apt-get update -qq && apt-get install -qq -y --no-install-recommends chromium fonts-noto-cjk';
  await withProgress('chromium', 'sh', ['-c', install], { DEBIAN_FRONTEND: 'noninteractive' });
}
