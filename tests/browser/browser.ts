import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type Page } from 'playwright';
import { debianChromium } from '../../src/cli/setup/chromium.mjs';

/**
 * A real browser: the one `npm test` found, Debian's, or Playwright's own. Close it in `after`. Its reader asked for less
 * motion: while a page scrolls smoothly to a box, a click on what moves with it waits for up to a second.
 */
export async function openBrowser(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] || debianChromium(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const newContext = browser.newContext.bind(browser);
  browser.newContext = (options) => newContext({ reducedMotion: 'reduce', ...options });
  const newPage = browser.newPage.bind(browser);
  browser.newPage = (options) => newPage({ reducedMotion: 'reduce', ...options });
  return browser;
}

/** Sizes at which pages are looked at. */
export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 900 };

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Violation {
  id: string;
  impact: string;
  help: string;
  nodes: { target: string[]; failureSummary: string }[];
}

/**
 * What axe finds wrong with a page at WCAG 2.2 AA, a line for each element; none when all is well. It is evaluated in
 * the page, because the policy that forbids foreign scripts holds for axe too.
 */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const run = `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(TAGS)} }, resultTypes: ['violations'] }).then(({ violations }) => violations)`;
  const violations = (await page.evaluate(run)) as Violation[];
  return violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id} (${impact}) ${target.join(' ')}: ${help}. ${failureSummary.replace(/\s+/g, ' ')}`,
    ),
  );
}

/** What the browser complained of while pages were open: scripts that failed, and breaches of the content policy. */
export function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on('console', (message) => {
    // A page that answers 404 on purpose is reported by the browser as well.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) heard.push(message.text());
  });
  page.on('pageerror', (error) => heard.push(error.message));
  return heard;
}
