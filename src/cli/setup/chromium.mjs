import { existsSync } from 'node:fs';
import { say } from '../../locales/setup.mjs';
import { withProgress } from './process.mjs';

/** Chromium without the windows around it opens a page in half the time; where Debian has no such package, the whole one. */
const DEBIAN = ['chromium-headless-shell', 'chromium'];

/** The browser the tests drive: the one named, Debian's, Debian's installed now, or Playwright's own. Null when there is none. */
export async function ensureChromium() {
  const named = process.env['CHROMIUM_PATH'];
  if (named && existsSync(named)) return named;
  const there = debianChromium();
  if (there) return there;
  const own = await playwrightChromium();
  if (own) return own;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) await installChromium();
  const now = debianChromium();
  if (now) return now;
  process.stderr.write(`${say('noChromium')}\n`);
  return null;
}

/** Where Debian put it, if it did. */
export function debianChromium() {
  return DEBIAN.map((name) => `/usr/bin/${name}`).find(existsSync);
}

async function playwrightChromium() {
  const { chromium } = await import('playwright');
  const path = chromium.executablePath();
  return existsSync(path) ? path : null;
}

async function installChromium() {
  const get = 'apt-get install -qq -y --no-install-recommends fonts-noto-cjk';
  const install = `apt-get update -qq && (${DEBIAN.map((name) => `${get} ${name}`).join(' || ')})`;
  await withProgress('chromium', 'sh', ['-c', install], { DEBIAN_FRONTEND: 'noninteractive' });
}
