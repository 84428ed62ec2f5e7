import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright';
import { axe, complaints, DESK, openBrowser, PHONE } from '../browser/browser.ts';
import { startPortal, type RunningPortal } from '../browser/portal.ts';
import { PAGES } from './addresses.ts';
import { addressIn } from './world.ts';

let portal: RunningPortal;
let browser: Browser;
/** A window of each size, which visits one page after another. */
const windows: { viewport: typeof DESK; colorScheme: 'light' | 'dark'; page: Page; heard: string[] }[] = [];

before(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
  for (const [viewport, colorScheme] of [
    [DESK, 'light'],
    [PHONE, 'dark'],
  ] as const) {
    const page = await (await browser.newContext({ viewport, colorScheme })).newPage();
    windows.push({ viewport, colorScheme, page, heard: complaints(page) });
  }
});
after(async () => {
  await browser.close();
  await portal.stop();
});

/** A dozen screens of a telephone and a little more: nobody scrolls on to the end of more. */
const LONGEST = 12_000;

for (const [file, names] of Object.entries(PAGES)) {
  test(`${file}: axe finds nothing at WCAG 2.2 AA, nothing scrolls sideways, nothing breaks the content policy`, async () => {
    const address = addressIn(portal.path);
    for (const name of names) {
      for (const { viewport, colorScheme, page, heard } of windows) {
        await page.goto(portal.url + address(name));
        const where = `${address(name)} at ${viewport.width} px, ${colorScheme}`;
        assert.deepEqual(await axe(page), [], where);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.equal(overflow, 0, `${where} scrolls sideways`);
        assert.deepEqual(heard.splice(0), [], where);
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        assert.ok(height <= LONGEST, `${where} is ${height} px long`);
      }
    }
  });
}

test('in large print and traditional characters the main pages keep to the screen', async () => {
  const address = addressIn(portal.path);
  const context = await browser.newContext({ viewport: { width: 320, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${portal.url}/?print=large`);
  for (const name of ['/', '/search?q=道路', '/land', 'record:construction', 'notice:corrected']) {
    await page.goto(`${portal.url}/hant${address(name)}`);
    assert.equal(await page.locator('html').getAttribute('data-print'), 'large');
    assert.deepEqual(await axe(page), [], name);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.equal(overflow, 0, `${name} scrolls sideways`);
  }
  await context.close();
});
